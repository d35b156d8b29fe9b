"""Asks: which of them will fall flat, and why.

That a need is heard when one says what will not happen without it rests on loss weighing more
than gain: D. Kahneman and A. Tversky, *Prospect Theory* (Econometrica 47, 1979).
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import Ask, AskStatus, Person, Standing, Workspace
from .days import ago
from .profile import profile

PATIENCE_DAYS = 14
"""From when on an ask without an answer is one to bring up again."""


class AskFlag(StrEnum):
    """What is wrong with an ask."""

    NO_CONSEQUENCE = "says not what will not happen without it"
    NO_CHAMPION = "no champion stands behind it"
    UNANSWERED = "no answer yet"


class AskSeen(NamedTuple):
    """An ask on a day."""

    ask: Ask
    person: Person | None
    supporters: tuple[Person, ...]
    flags: tuple[AskFlag, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.flags


def asks_seen(workspace: Workspace, today: date) -> list[AskSeen]:
    """Every ask: the open ones first, those with the most wrong before the others."""
    found = (ask_seen(workspace, ask, today) for ask in workspace.asks.values())
    return sorted(
        found,
        key=lambda seen: (
            seen.ask.status.is_answered,
            -len(seen.flags),
            seen.ask.made_on or date.max,
            seen.ask.id,
        ),
    )


def ask_seen(workspace: Workspace, ask: Ask, today: date) -> AskSeen:
    """An ask with its flags; one that is answered has none."""
    people = workspace.people
    supporters = tuple(people[p] for p in ask.supporter_ids if p in people)
    flags = [] if ask.status.is_answered else _flags(workspace, ask, supporters, today)
    return AskSeen(ask, people.get(ask.person_id), supporters, tuple(flags))


def _flags(
    workspace: Workspace, ask: Ask, supporters: tuple[Person, ...], today: date
) -> list[AskFlag]:
    flags = []
    if not ask.without:
        flags.append(AskFlag.NO_CONSEQUENCE)
    if not any(
        profile(workspace, person, today).standing is Standing.CHAMPION
        for person in supporters
        if person.archived_on is None and not person.has_left(today)
    ):
        flags.append(AskFlag.NO_CHAMPION)
    if ask.status is AskStatus.MADE and (today - (ask.made_on or today)).days >= PATIENCE_DAYS:
        flags.append(AskFlag.UNANSWERED)
    return flags


def ask_headline(ask: Ask, today: date) -> str:
    """How an ask stands, in a phrase of ours."""
    if ask.status.is_answered:
        return f"{ask.status} {ago(ask.answered_on, today)}" if ask.answered_on else ask.status
    return f"made {ago(ask.made_on, today)}, no answer" if ask.made_on else str(ask.status)
