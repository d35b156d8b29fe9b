"""Reminding: today's prompts where one looks anyway, on the desktop or in the mail."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from ..model import Prompt
from ..rules.counting import counted
from . import sources
from .tracker import Tracker

_SHOWN = 4
"""So many prompts fit on a notification."""


class Reminder(Struct, frozen=True):
    """What there is to say today."""

    subject: str
    lines: tuple[str, ...]
    """A line for each prompt, most urgent first."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is due."""
        return not self.lines


def reminder(tracker: Tracker, days: int = 0, *, include_private: bool = False) -> Reminder:
    """What is due today and in the next ``days``.

    What is private is said to be due, but not what it is, unless it is asked for: a mail passes
    through other hands, and a notification is seen by whoever passes by.
    """
    from ..rules.discretion import discreet

    prompts = tracker.agenda(days)
    late = sum(prompt.overdue_days > 0 for prompt in prompts)
    count = counted(len(prompts), "prompt")
    return Reminder(
        f"{count} on {tracker.today:%A}, {tracker.today}" + (f", {late} overdue" if late else ""),
        tuple(
            _line(prompt, prompt if include_private else told)
            for prompt, told in discreet(prompts, tracker.workspace, tracker.today)
        ),
    )


def show(told: Reminder) -> None:
    """Show a reminder on this desktop: how much is due, and the most urgent of it.

    Raises:
        BadInput: it cannot be shown here.
    """
    from ..exchange import sending

    lines = [*told.lines[:_SHOWN]]
    if len(told.lines) > _SHOWN:
        lines.append(f"… and {len(told.lines) - _SHOWN} more")
    sending.show_on_desktop(told.subject, "\n".join(lines))


def mail(
    told: Reminder,
    server: str,
    recipients: Sequence[str],
    sender: str = "",
    password: Callable[[str], str] = sources.find_password,
) -> None:
    """Send a reminder by mail.

    Args:
        told: What to say.
        server: ``smtps://user@host``, or ``smtp://user@host:587``, which begins TLS.
        recipients: To whom.
        sender: From whom; else the first recipient.
        password: Gives the password of ``user@host``.

    Raises:
        BadInput: an address is none, or the server does not take it.
    """
    from ..exchange import sending

    found = sending.mail_server(server)
    secret = password(f"{found.user}@{found.host}") if found.user else ""
    text = "\n".join(f"- {line}" for line in told.lines) + "\n"
    sending.send_mail(found, secret, sender or recipients[0], list(recipients), told.subject, text)


def _line(prompt: Prompt, told: Prompt | None) -> str:
    when = f"{prompt.overdue_days} d late" if prompt.overdue_days else str(prompt.due)
    why = " ".join(told.why.split()) if told is not None else "something private"
    return f"{when}: {prompt.person}: {why}" if prompt.person else f"{when}: {why}"
