"""Verbs about objections: the risk in their words, our answer, and whether it still stands."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from ..model import Edit, Objection, ObjectionStatus, Person, Proof, Story, new_id
from .checks import body, past, rating, required
from .people import followed_edits
from .tracker import Tracker


def object_to(
    tracker: Tracker,
    person: Person,
    risk: str,
    *,
    likelihood: int | None = None,
    impact: int | None = None,
    mitigation: str = "",
    proofs: Sequence[Proof] = (),
    stories: Sequence[Story] = (),
    on: date | None = None,
    private: bool = False,
) -> Objection:
    """Note a risk that somebody holds against us, in their own words.

    Raises:
        BadInput: there are no words, a rating lies outside 1 to 5, or the day is still to come.
    """
    raised = Objection(
        id=new_id("j"),
        person_id=person.id,
        risk=required(risk, "risk"),
        likelihood=None if likelihood is None else rating(likelihood, "likelihood"),
        impact=None if impact is None else rating(impact, "impact"),
        mitigation=body(mitigation, "mitigation"),
        proofs=tuple(proofs),
        story_ids=tuple(dict.fromkeys(story.id for story in stories)),
        raised_on=past(on or tracker.today, tracker.today, "objection"),
        private=private,
        recorded_at=tracker.clock.now(),
    )
    edits = [Edit(after=raised), *followed_edits(tracker, [person])]
    tracker.commit("objection", f"Objection of {person.name}", *edits)
    return raised


def change_objection(
    tracker: Tracker,
    known: Objection,
    *,
    status: ObjectionStatus | UnsetType = UNSET,
    on: date | None = None,
    risk: str | UnsetType = UNSET,
    likelihood: int | UnsetType | None = UNSET,
    impact: int | UnsetType | None = UNSET,
    mitigation: str | UnsetType = UNSET,
    proofs: Sequence[Proof] | UnsetType = UNSET,
    stories: Sequence[Story] | UnsetType = UNSET,
    private: bool | UnsetType = UNSET,
) -> Objection:
    """Say whether an objection still stands, or what answers it; what is not given stays.

    Raises:
        BadInput: as `object_to`.
        Conflict: somebody else changed it since ``known`` was read.
    """
    changes: dict[str, object] = {}
    if risk is not UNSET:
        changes["risk"] = required(risk, "risk")
    for field, value in (("likelihood", likelihood), ("impact", impact)):
        if value is not UNSET:
            changes[field] = None if value is None else rating(value, field)
    if mitigation is not UNSET:
        changes["mitigation"] = body(mitigation, "mitigation")
    if proofs is not UNSET:
        changes["proofs"] = tuple(proofs)
    if stories is not UNSET:
        changes["story_ids"] = tuple(dict.fromkeys(story.id for story in stories))
    if private is not UNSET:
        changes["private"] = private
    if status is not UNSET and status is not known.status:
        day = past(on or tracker.today, tracker.today, "change")
        changes |= {"status": status, "changed_on": day}
    changed = replace(known, **changes)
    person = tracker.workspace.people.get(known.person_id)
    whose = f"Objection of {person.name}" if person is not None else "Objection"
    tracker.commit("objection", f"{whose}, {changed.status}", Edit(known, changed))
    return changed


def proof(
    who: str, what: str = "", steps: int | None = None, days: int | None = None, link: str = ""
) -> Proof:
    """What a peer organisation does about the same risk.

    Raises:
        BadInput: it has no name, or fewer than no steps or days.
    """
    for number, unit in ((steps, "number of steps"), (days, "number of days")):
        if number is not None:
            rating(number, unit, 0, 10_000)
    return Proof(
        who=required(who, "name of the organisation"),
        what=body(what, "proof"),
        steps=steps,
        days=days,
        link=body(link, "link"),
    )


_MEASURED = re.compile(
    r"(?P<what>.*?)(?:^|\s*[;,]\s*)(?=\d)"
    r"(?:(?P<steps>\d+) steps?)?[\s;,]*(?:(?P<days>\d+) days?)?",
    re.IGNORECASE | re.DOTALL,
)


def proofs_written(text: str, known: Sequence[Proof] = ()) -> list[Proof]:
    """Proofs as they are written, one a line: ``who: what; 3 steps, 2 days``.

    A line that says what one of the ``known`` says stays that one, with its link.

    Raises:
        BadInput: a line names no organisation.
    """
    same = {as_line(each): each for each in known}
    lines = filter(None, (" ".join(part.split()) for part in text.splitlines()))
    return [same.get(each) or _proof_written(each) for each in lines]


def as_line(known: Proof) -> str:
    """A proof as it is written."""
    return " ".join(str(known).split())


def _proof_written(text: str) -> Proof:
    who, _, rest = text.partition(":")
    measured = _MEASURED.fullmatch(rest.strip())
    if measured is None or not (measured["steps"] or measured["days"]):
        return proof(who, rest)
    steps, days = (int(measured[unit]) if measured[unit] else None for unit in ("steps", "days"))
    return proof(who, measured["what"], steps, days)
