"""The agenda as a calendar: a to-do or an all-day event for each prompt, with an alarm."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from ..model import Prompt, PromptKind, Workspace
from ..rules.discretion import discreet

if TYPE_CHECKING:
    from icalendar import Event, Todo

_WORDS = {
    PromptKind.TOUCH: "Get in touch with {}",
    PromptKind.FOLLOW_UP: "Follow up with {}",
    PromptKind.PROMISE: "A promise between {} and us",
    PromptKind.REASSESS: "Judge {} anew",
    PromptKind.COVERAGE: "Champions: {}",
    PromptKind.STORY: "Tell a story: {}",
}

_ALARM = time(9)
"""By the clock of whoever makes the calendar."""


def write(
    prompts: Iterable[Prompt],
    workspace: Workspace,
    now: datetime,
    *,
    as_events: bool = False,
    include_private: bool = False,
) -> tuple[str, int]:
    """The calendar, and how many private prompts were left out of it.

    A prompt keeps its UID from day to day, so that a second import moves it and does not double
    it.

    Args:
        prompts: What the agenda says, as far ahead as the calendar is to reach.
        workspace: To tell which of them are private.
        now: When the calendar is made, with its offset from UTC.
        as_events: Events instead of to-dos, for programs that show no to-dos.
        include_private: Whether what is known from private entries only stands in it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//champion-tracker//agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Champions")
    shown: list[Prompt] = list(prompts)
    left_out = 0
    if not include_private:
        seen = list(discreet(shown, workspace, now.date()))
        shown = [found.told for found in seen if found.told is not None]
        left_out = len(seen) - len(shown)
    for prompt in shown:
        calendar.add_component(_component(prompt, now, as_events=as_events))
    return calendar.to_ical().decode(), left_out


def _summary(prompt: Prompt) -> str:
    if prompt.kind is PromptKind.FOLLOW_UP and not prompt.person:
        return prompt.why
    return _WORDS.get(prompt.kind, "{}").format(prompt.person or prompt.why)


def _component(prompt: Prompt, now: datetime, *, as_events: bool) -> "Event | Todo":
    from icalendar import Alarm, Event, Todo

    summary = _summary(prompt)
    item = Event() if as_events else Todo()
    item.add("uid", f"{prompt.key}@champion-tracker")
    item.add("dtstamp", now)
    item.add("summary", summary)
    item.add("description", prompt.why)
    if as_events:
        item.add("dtstart", prompt.due)
        item.add("dtend", prompt.due + timedelta(days=1))
        item.add("transp", "TRANSPARENT")
    else:
        item.add("due", prompt.due)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    rings = datetime.combine(prompt.due, _ALARM, now.tzinfo).astimezone(UTC)
    alarm.add("trigger", rings, parameters={"VALUE": "DATE-TIME"})
    item.add_component(alarm)
    return item
