"""What if somebody leaves: what would be lost, and who could follow."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from ..model import Ask, Goal, Person, Promise, Seat, Standing, Tie, Watch, Workspace
from .areas import areas_of, areas_served
from .asks import ask_seen
from .profile import Profile, profile
from .reach import reach
from .seats import Candidate, Tenure, holding, rank


class Loss(NamedTuple):
    """Something that would be lost."""

    what: str
    """A sentence; may hold what the user wrote."""
    refers_to: str = ""
    """The identifier of the record that it is about."""


class WhatIf(NamedTuple):
    """What would be lost with somebody, and who could follow."""

    person: Person
    losses: tuple[Loss, ...]
    """The gravest first."""
    followers: tuple[Candidate, ...]
    """The likeliest first."""


def what_if(workspace: Workspace, person: Person, today: date) -> WhatIf:
    """Think somebody away, and say what is then missing; nothing is changed."""
    without = _without(workspace, person, today)
    losses = (
        *_as_champion(workspace, without, person, today),
        *_seats(workspace, person, today),
        *_reaches(workspace, without, person, today),
        *_matters(workspace, without, person, today),
    )
    areas = areas_of(person, today)
    named = [
        heir
        for seat in workspace.seats.values()
        if seat.holder_id == person.id
        for heir in seat.heir_ids
    ]
    followers = rank(workspace, person.id, areas, today, named=named)
    return WhatIf(person, losses, tuple(followers))


def _without(workspace: Workspace, person: Person, today: date) -> Workspace:
    """The same workspace, with somebody put away."""
    gone = replace(person, archived_on=today)
    return replace(workspace, people={**workspace.people, person.id: gone}, watch=Watch())


def _as_champion(
    workspace: Workspace, without: Workspace, person: Person, today: date
) -> Iterator[Loss]:
    standing = profile(workspace, person, today).standing
    if standing not in (Standing.CHAMPION, Standing.SUPPORTER):
        return
    friends = [seen for seen in _followed(without, today) if not seen.has_left]
    champions = sum(seen.standing is Standing.CHAMPION for seen in friends)
    if standing is Standing.CHAMPION:
        rest = {0: "none would be left", 1: "one would be left"}
        yield Loss(f"A champion: {rest.get(champions, f'{champions} would be left')}.", person.id)
    covered = {
        key
        for seen in friends
        if seen.standing in (Standing.CHAMPION, Standing.SUPPORTER)
        for key in areas_of(seen.person, today)
    }
    served = areas_served(workspace)
    for key in sorted(areas_of(person, today) & served.keys() - covered):
        yield Loss(f"{served[key].name} would have neither champion nor supporter.")


def _followed(workspace: Workspace, today: date) -> Iterator[Profile]:
    for person in workspace.people.values():
        if person.is_followed:
            yield profile(workspace, person, today)


def _seats(workspace: Workspace, person: Person, today: date) -> Iterator[Loss]:
    for seat in workspace.seats.values():
        if seat.holder_id == person.id:
            held = holding(workspace, seat, today)
            if held.tenure is not Tenure.VACANT:
                yield Loss(f"The seat of {seat} would be vacant.", seat.id)


def _reaches(
    workspace: Workspace, without: Workspace, person: Person, today: date
) -> Iterator[Loss]:
    """Those who have reach through this person's ear, and this person's own ears."""
    for matter in workspace.matters_of.get(person.id, {}).values():
        if not isinstance(matter, Tie):
            continue
        other = workspace.people.get(
            matter.person_id if matter.other_id == person.id else matter.other_id
        )
        if other is None or other.archived_on is not None:
            continue
        before, after = (reach(w, other.id, today).value for w in (workspace, without))
        if after < before:
            yield Loss(f"{other.name}'s reach would fall from {before} to {after}.", other.id)
    mine = reach(workspace, person.id, today)
    if mine.through is not None:
        yield Loss(f"A way to the ear of {mine.through.name}.", mine.through.id)


def _matters(
    workspace: Workspace, without: Workspace, person: Person, today: date
) -> Iterator[Loss]:
    for matter in workspace.matters_of.get(person.id, {}).values():
        match matter:
            case Ask() if not matter.status.is_answered:
                yield _ask(workspace, without, matter, person, today)
            case Goal() if matter.closed_on is None:
                alone = len(matter.leader_ids) == 1
                tail = ", and with them its only leader" if alone else ""
                yield Loss(f"A leader who shares the goal: {matter.purpose}{tail}.", matter.id)
            case Promise() if not matter.ours:
                yield Loss(f"A promise to us, due {matter.due}: {matter.text}", matter.id)
            case Seat() if matter.holder_id != person.id:
                yield Loss(f"An heir to the seat of {matter}.", matter.id)


def _ask(workspace: Workspace, without: Workspace, ask: Ask, person: Person, today: date) -> Loss:
    if ask.person_id == person.id:
        return Loss(f"The one who was to answer the ask: {ask.what}", ask.id)
    before, after = (len(ask_seen(w, ask, today).flags) for w in (workspace, without))
    tail = ", which then has no champion behind it" if after > before else ""
    return Loss(f"Support for the ask{tail}: {ask.what}", ask.id)
