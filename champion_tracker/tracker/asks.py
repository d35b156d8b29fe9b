"""Verbs about asks: what we need, and how it is answered."""

from collections.abc import Sequence
from datetime import date

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from ..model import Ask, AskStatus, BadInput, Edit, FollowUp, Person, new_id
from .checks import body, line, past, required
from .people import followed_edits
from .tracker import Tracker


def ask(
    tracker: Tracker,
    person: Person,
    what: str,
    *,
    why_now: str = "",
    without: str = "",
    supporters: Sequence[Person] = (),
    made: bool = False,
    on: date | None = None,
    next_step: str = "",
    by: date | None = None,
    private: bool = False,
) -> Ask:
    """Draft what we need from somebody; ``made`` where it has been asked already.

    Args:
        tracker: The workspace.
        person: Of whom it is asked.
        what: People, money, a yes, a seat.
        why_now: What makes it urgent.
        without: What will not happen without it.
        supporters: Who stands behind it.
        made: Whether it has been put to them.
        on: When it was put to them; today if not given.
        next_step: What we do next.
        by: The day of the next step, which becomes a follow-up of its own.
        private: Whether it stays out of what leaves the workspace.

    Raises:
        BadInput: nothing says what is asked, the day is still to come, or the next step has a
            day but no text.
    """
    drafted = Ask(
        id=new_id("k"),
        person_id=person.id,
        what=required(what, "ask"),
        why_now=body(why_now, "reason"),
        without=body(without, "consequence"),
        supporter_ids=tuple(dict.fromkeys(supporter.id for supporter in supporters)),
        status=AskStatus.MADE if made else AskStatus.DRAFTED,
        made_on=past(on or tracker.today, tracker.today, "ask") if made else None,
        next_step=line(next_step, "next step"),
        private=private,
        recorded_at=tracker.clock.now(),
    )
    edits = [Edit(after=drafted), *followed_edits(tracker, [person])]
    edits += _reminders(tracker, drafted, by)
    tracker.commit("ask", f"Ask of {person.name}, {drafted.status}", *edits)
    return drafted


def change_ask(
    tracker: Tracker,
    known: Ask,
    *,
    status: AskStatus | UnsetType = UNSET,
    on: date | None = None,
    answer: str | UnsetType = UNSET,
    what: str | UnsetType = UNSET,
    why_now: str | UnsetType = UNSET,
    without: str | UnsetType = UNSET,
    supporters: Sequence[Person] | UnsetType = UNSET,
    next_step: str | UnsetType = UNSET,
    by: date | None = None,
    private: bool | UnsetType = UNSET,
) -> Ask:
    """Say how an ask stands now, or what was missing in it; what is not given stays.

    Raises:
        BadInput: as `ask`.
        Conflict: somebody else changed it since ``known`` was read.
    """
    changes: dict[str, object] = {}
    if what is not UNSET:
        changes["what"] = required(what, "ask")
    for field, text in (("why_now", why_now), ("without", without), ("answer", answer)):
        if text is not UNSET:
            changes[field] = body(text, field.replace("_", " "))
    if supporters is not UNSET:
        changes["supporter_ids"] = tuple(dict.fromkeys(person.id for person in supporters))
    if next_step is not UNSET:
        changes["next_step"] = line(next_step, "next step")
    if private is not UNSET:
        changes["private"] = private
    if status is not UNSET:
        changes |= _dated(known, status, past(on or tracker.today, tracker.today, "answer"))
    changed = replace(known, **changes)
    edits = [Edit(known, changed), *_reminders(tracker, changed, by)]
    person = tracker.workspace.people.get(known.person_id)
    whose = f"Ask of {person.name}" if person is not None else "Ask"
    tracker.commit("ask", f"{whose}, {changed.status}", *edits)
    return changed


def _dated(known: Ask, status: AskStatus, day: date) -> dict[str, object]:
    """A status with the days that go with it."""
    if status is AskStatus.DRAFTED:
        return {"status": status, "made_on": None, "answered_on": None}
    if status is AskStatus.MADE:
        return {"status": status, "made_on": day, "answered_on": None}
    return {"status": status, "made_on": known.made_on or day, "answered_on": day}


def _reminders(tracker: Tracker, known: Ask, by: date | None) -> list[Edit]:
    if by is None:
        return []
    if not known.next_step:
        raise BadInput(f"What is the next step on {by}?", "Say it in a few words.")
    reminder = FollowUp(
        id=new_id("f"),
        person_id=known.person_id,
        due=by,
        text=f"{known.next_step} ({known.what})",
        private=known.private,
        recorded_at=tracker.clock.now(),
    )
    return [Edit(after=reminder)]
