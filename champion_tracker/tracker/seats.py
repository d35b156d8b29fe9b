"""Verbs about seats: who holds a place at the table."""

from collections.abc import Sequence
from datetime import date

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from ..model import BadInput, Edit, Person, Position, Seat, new_id
from ..rules.folding import fold
from .checks import line, required
from .tracker import Tracker


def seat(
    tracker: Tracker,
    title: str,
    *,
    organization: str = "",
    area: str = "",
    holder: Person | None = None,
    acting: bool = False,
    since: date | None = None,
    heirs: Sequence[Person] = (),
    private: bool = False,
) -> Seat:
    """Set a seat at the table; without a holder it is vacant.

    Raises:
        BadInput: it has no title, is there already, or somebody acts whom nobody named.
    """
    empty = Seat(
        id=new_id("e"),
        title=required(title, "title of the seat"),
        organization=line(organization, "organization"),
        area=line(area, "area"),
        heir_ids=tuple(dict.fromkeys(heir.id for heir in heirs)),
        private=private,
        recorded_at=tracker.clock.now(),
    )
    if any(fold(str(known)) == fold(str(empty)) for known in tracker.workspace.seats.values()):
        raise BadInput(f"There is a seat '{empty}' already.", "Change it instead.")
    if acting and holder is None:
        raise BadInput("Who is acting?", "Name the holder.")
    made = _held(tracker, empty, holder, since, acting=acting)
    how = "acted in" if acting else "held"
    who = f", {how} by {holder.name}" if holder is not None else ", vacant"
    tracker.commit("seat", f"Seat: {made}{who}", Edit(after=made))
    return made


def change_seat(
    tracker: Tracker,
    known: Seat,
    *,
    holder: Person | UnsetType | None = UNSET,
    acting: bool | UnsetType = UNSET,
    since: date | None = None,
    heirs: Sequence[Person] | UnsetType = UNSET,
    private: bool | UnsetType = UNSET,
) -> Seat:
    """Say who holds a seat now (None for nobody), or who might follow; the rest stays.

    Raises:
        BadInput: somebody is to act in a seat that nobody holds.
        Conflict: somebody else changed it since ``known`` was read.
    """
    changed = known
    if holder is not UNSET:
        changed = _held(tracker, known, holder, since, acting=acting is True)
    elif acting is not UNSET:
        if acting and not known.holder_id:
            raise BadInput("Who is acting?", "Name the holder.")
        changed = replace(known, acting=acting, since=since or known.since)
    if heirs is not UNSET:
        changed = replace(changed, heir_ids=tuple(dict.fromkeys(heir.id for heir in heirs)))
    if private is not UNSET:
        changed = replace(changed, private=private)
    tracker.commit("seat", f"Seat: {changed}", Edit(known, changed))
    return changed


def remove_seat(tracker: Tracker, known: Seat) -> None:
    """Say that a place at the table is no more; undo brings it back."""
    tracker.commit("seat", f"No longer a seat: {known}", Edit(known, None))


def _held(
    tracker: Tracker, empty: Seat, holder: Person | None, since: date | None, *, acting: bool
) -> Seat:
    if holder is None:
        vacant_since = since or tracker.today
        return replace(empty, holder_id="", position_id="", acting=False, since=vacant_since)
    position = _position(tracker, empty, holder, acting=acting)
    begun = since or (position.start if position is not None else None)
    if acting and begun is None:
        begun = tracker.today
    return replace(
        empty,
        holder_id=holder.id,
        position_id=position.id if position is not None else "",
        acting=acting,
        since=begun,
    )


def _position(tracker: Tracker, empty: Seat, holder: Person, *, acting: bool) -> Position | None:
    """By which of their positions somebody holds a seat: the one of its title, else the only.

    Whoever only stands in keeps another position meanwhile.
    """
    held = holder.current_positions(tracker.today)
    same = [p for p in held if fold(p.title) == fold(empty.title)]
    if same:
        return same[-1]
    return held[0] if len(held) == 1 and not acting else None
