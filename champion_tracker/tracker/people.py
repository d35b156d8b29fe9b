"""Verbs about who people are and whom we nurture."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from ..model import (
    Assessment,
    BadInput,
    Edit,
    Engagement,
    NurturePlan,
    Person,
    Pin,
    Position,
    Record,
    Standing,
    new_id,
)
from ..rules.cadence import parse_cadence
from .checks import body, line, lines, rating, required
from .tracker import Tracker


def add(
    tracker: Tracker,
    name: str,
    *,
    title: str = "",
    organization: str = "",
    area: str = "",
    emails: Sequence[str] = (),
    phones: Sequence[str] = (),
    tags: Sequence[str] = (),
    notes: str = "",
    influence: int | None = None,
    openness: int | None = None,
    engagement: Engagement | None = None,
    every: str = "",
) -> Person:
    """Add somebody, and follow them.

    Raises:
        BadInput: the name is empty, a rating lies outside its scale, or only one is given.
    """
    position = Position(
        id=new_id("r"),
        title=line(title, "title"),
        organization=line(organization, "organization"),
        area=line(area, "area"),
    )
    person = Person(
        id=new_id("p"),
        name=required(name, "name"),
        emails=lines(list(emails), "e-mail address"),
        phones=lines(list(phones), "phone number"),
        tags=lines(list(tags), "tag"),
        notes=body(notes, "notes"),
        positions=(position,) if str(position) else (),
        followed_since=tracker.today,
        plan=NurturePlan(every=parse_cadence(every).text if every else ""),
    )
    edits = [Edit(after=person)]
    if influence is not None or openness is not None or engagement is not None:
        first = judgement(tracker, person, influence, openness, engagement)
        edits.append(Edit(after=first))
    tracker.commit("add", f"Added {person.name}", *edits)
    return person


def judgement(
    tracker: Tracker,
    person: Person,
    influence: int | None,
    openness: int | None,
    engagement: Engagement | None,
) -> Assessment:
    """A judgement made today of the positions held today; engagement is neutral unless said.

    Raises:
        BadInput: influence or openness is missing or lies outside its scale.
    """
    for value, what in ((influence, "influence"), (openness, "openness")):
        if value is None:
            raise BadInput(
                f"{person.name} was never judged, so the {what} is needed too.",
                "Influence and openness go from 1 to 5.",
            )
        rating(value, what)
    known = tracker.workspace.digest(person.id).assessment
    recorded_at = tracker.clock.now()
    if known is not None and known.recorded_at >= recorded_at:
        # A clock that was set back does not make an older judgement the latest.
        recorded_at = known.recorded_at + timedelta(microseconds=1)
    return Assessment(
        id=new_id("a"),
        person_id=person.id,
        position_ids=tuple(p.id for p in person.current_positions(tracker.today)),
        on=tracker.today,
        influence=influence or 1,
        openness=openness or 1,
        engagement=engagement or Engagement.NEUTRAL,
        recorded_at=recorded_at,
    )


def edit(
    tracker: Tracker,
    person: Person,
    *,
    name: str | UnsetType = UNSET,
    emails: Sequence[str] | UnsetType = UNSET,
    phones: Sequence[str] | UnsetType = UNSET,
    links: Sequence[str] | UnsetType = UNSET,
    tags: Sequence[str] | UnsetType = UNSET,
    notes: str | UnsetType = UNSET,
) -> Person:
    """Correct what is known about somebody; what is not given stays.

    ``person`` is the record as the editor saw it, so that two editors never overwrite each
    other unseen.

    Raises:
        BadInput: the name is empty.
        Conflict: somebody else changed the person since ``person`` was read.
    """
    changes: dict[str, object] = {}
    if name is not UNSET:
        changes["name"] = required(name, "name")
    if notes is not UNSET:
        changes["notes"] = body(notes, "notes")
    for field, value in (("emails", emails), ("phones", phones), ("links", links), ("tags", tags)):
        if value is not UNSET:
            changes[field] = lines(list(value), field.rstrip("s"))
    changed = replace(person, **changes)
    tracker.commit("edit", f"Edited {changed.name}", Edit(person, changed))
    return changed


def follow(tracker: Tracker, people: Sequence[Person], *, every: str = "") -> list[Person]:
    """Nurture people from today on, at a cadence of their own if one is given.

    Raises:
        BadInput: the cadence cannot be read.
    """
    plan = NurturePlan(every=parse_cadence(every).text) if every else None
    changed = [
        replace(_followed(person, tracker.today), plan=plan or person.plan) for person in people
    ]
    what = f" every {plan.every}" if plan else ""
    _change(tracker, "follow", f"Follow {names(people)}{what}", people, changed)
    return changed


def unfollow(tracker: Tracker, people: Sequence[Person]) -> list[Person]:
    """Nurture people no longer; they stay known, and their open follow-ups stand."""
    changed = [replace(person, followed_since=None) for person in people]
    _change(tracker, "unfollow", f"Unfollowed {names(people)}", people, changed)
    return changed


def pause(tracker: Tracker, person: Person, reason: str) -> Person:
    """Let a person's cadence rest, for a reason; an empty reason lets it go on."""
    plan = replace(person.plan, paused=line(reason, "reason"))
    changed = replace(person, plan=plan)
    verb = "Paused" if plan.paused else "Resumed"
    tracker.commit("follow", f"{verb} the cadence of {person.name}", Edit(person, changed))
    return changed


def set_plan(
    tracker: Tracker, people: Sequence[Person], every: str, *, paused: str | None = None
) -> list[Person]:
    """Give people a cadence of their own and follow them.

    Args:
        tracker: The workspace.
        people: Whom it is about.
        every: The cadence; empty for that of the standing.
        paused: Why it rests; empty to let it go on, None to leave that as it is.

    Raises:
        BadInput: the cadence cannot be read.
    """
    own = parse_cadence(every).text if every.strip() else ""
    changed = [
        replace(
            _followed(person, tracker.today),
            plan=NurturePlan(
                every=own,
                paused=person.plan.paused if paused is None else line(paused, "reason"),
            ),
        )
        for person in people
    ]
    how = f"every {own}" if own else "at the cadence of their standing"
    _change(tracker, "follow", f"Follow {names(people)} {how}", people, changed)
    return changed


def tag(tracker: Tracker, people: Sequence[Person], tags: Sequence[str]) -> list[Person]:
    """Put tags on people; a tag with a leading ``-`` is taken off."""
    given = lines(list(tags), "tag")
    off = {t[1:] for t in given if t.startswith("-")}
    on = [t for t in given if not t.startswith("-")]
    changed = [
        replace(person, tags=tuple(t for t in dict.fromkeys((*person.tags, *on)) if t not in off))
        for person in people
    ]
    _change(tracker, "edit", f"Tagged {names(people)}", people, changed)
    return changed


def pin(tracker: Tracker, person: Person, standing: Standing, reason: str) -> Person:
    """Hold a standing against the rule.

    Raises:
        BadInput: there is no reason.
    """
    why = required(reason, "reason for the pin")
    changed = replace(
        _followed(person, tracker.today),
        pin=Pin(standing=standing, reason=why, on=tracker.today),
    )
    tracker.commit("pin", f"Pinned {person.name} as {standing}", Edit(person, changed))
    return changed


def unpin(tracker: Tracker, person: Person) -> Person:
    """Let the rule decide again."""
    changed = replace(person, pin=None)
    tracker.commit("pin", f"Unpinned {person.name}", Edit(person, changed))
    return changed


def archive(tracker: Tracker, people: Sequence[Person]) -> list[Person]:
    """Put people away: out of lists and agenda, nothing lost. Their follow-ups stand."""
    changed = [replace(person, archived_on=tracker.today) for person in people]
    _change(tracker, "archive", f"Archived {names(people)}", people, changed)
    return changed


def unarchive(tracker: Tracker, people: Sequence[Person]) -> list[Person]:
    """Bring archived people back."""
    changed = [replace(person, archived_on=None) for person in people]
    _change(tracker, "archive", f"Brought back {names(people)}", people, changed)
    return changed


def followed_edits(tracker: Tracker, people: Sequence[Person]) -> list[Edit]:
    """The edits that make sure that everybody of ``people`` is followed."""
    return [
        Edit(person, _followed(person, tracker.today))
        for person in people
        if not person.is_followed
    ]


def names(people: Sequence[Person]) -> str:
    """Who, in words: all of a few, the first of many."""
    shown = [person.name for person in people]
    return ", ".join(shown) if len(shown) <= 3 else f"{shown[0]} and {len(shown) - 1} others"


def _followed(person: Person, today: date) -> Person:
    return replace(person, followed_since=person.followed_since or today, archived_on=None)


def _change(
    tracker: Tracker,
    verb: str,
    summary: str,
    before: Sequence[Record],
    after: Sequence[Record],
) -> None:
    edits = [Edit(old, new) for old, new in zip(before, after, strict=True)]
    tracker.commit(verb, summary, *edits)
