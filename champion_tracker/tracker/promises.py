"""Verbs about promises, theirs and ours."""

from datetime import date, timedelta

from msgspec.structs import replace

from ..model import BadInput, Edit, Outcome, Person, Promise, new_id
from .checks import past, required
from .people import followed_edits
from .tracker import Tracker

MORE_TIME = timedelta(weeks=1)
"""How much longer a promise has that is not kept yet."""


def promise(
    tracker: Tracker,
    person: Person,
    text: str,
    due: date,
    *,
    ours: bool = False,
    made_on: date | None = None,
    private: bool = False,
) -> Promise:
    """Note what somebody said they would do for us, or we for them.

    Raises:
        BadInput: there is no text, or it was made on a day still to come.
    """
    made = Promise(
        id=new_id("m"),
        person_id=person.id,
        ours=ours,
        text=required(text, "text of the promise"),
        made_on=past(made_on or tracker.today, tracker.today, "promise"),
        due=due,
        private=private,
        recorded_at=tracker.clock.now(),
    )
    summary = f"{'We promised' if ours else 'Promised by'} {person.name}, due {due}"
    tracker.commit("promise", summary, Edit(after=made), *followed_edits(tracker, [person]))
    return made


def settle(tracker: Tracker, made: Promise, outcome: Outcome, *, on: date | None = None) -> Promise:
    """Say how a promise ended; `Outcome.OPEN` opens it again.

    Raises:
        BadInput: the day is still to come.
        Conflict: somebody else settled it since ``made`` was read.
    """
    day = past(on or tracker.today, tracker.today, "end of the promise")
    settled_on = None if outcome is Outcome.OPEN else day
    settled = replace(made, outcome=outcome, settled_on=settled_on)
    tracker.commit("promise", f"{_named(tracker, made)}: {outcome}", Edit(made, settled))
    return settled


def put_back(tracker: Tracker, made: Promise, due: date) -> Promise:
    """Answer "not yet": the promise stands, with another day.

    Raises:
        BadInput: the day is not ahead.
    """
    if due <= tracker.today:
        raise BadInput(f"{due} is not ahead: a promise cannot be due then.")
    later = replace(made, due=due)
    summary = f"{_named(tracker, made)}: not yet, due {due}"
    tracker.commit("promise", summary, Edit(made, later))
    return later


def _named(tracker: Tracker, made: Promise) -> str:
    person = tracker.workspace.people.get(made.person_id)
    name = person.name if person is not None else "somebody"
    who = f"Our promise to {name}" if made.ours else f"Promise of {name}"
    return f"{who}, {made.made_on}"


def not_yet(tracker: Tracker, made: Promise) -> Promise:
    """Give a promise a week more, from the day on which it is due or from today."""
    return put_back(tracker, made, max(made.due, tracker.today) + MORE_TIME)
