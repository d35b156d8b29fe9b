"""What a file's rows change about the positions that one person holds."""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ..model import Position, new_id
from .incoming import Incoming
from .spelling import organization_key, same_words


class Doubt(Exception):
    """Why it cannot be told which position a row changes, as a sentence."""


class Scope(Struct, frozen=True):
    """What a file speaks about."""

    today: date
    organizations: frozenset[str] = frozenset()
    """The organisations in it, folded."""
    complete: bool = False
    """Whether it lists everybody in them."""

    def covers(self, position: Position) -> bool:
        """Whether the file has something to say about the position's organisation."""
        return organization_key(position.organization) in self.organizations


class Event(Struct, frozen=True, kw_only=True):
    """One row's effect on a position, or a position's end without a row."""

    row: Incoming | None = None
    before: Position | None = None
    after: Position | None = None
    """None when the position ended and no other took its place."""

    @property
    def is_move(self) -> bool:
        """Whether somebody took up or gave up a position, rather than more became known of one."""
        if self.before is None or self.after is None:
            return True
        return self.before.id != self.after.id


class Outcome(Struct, frozen=True):
    """The positions as they will be, and what happened row by row."""

    positions: tuple[Position, ...]
    events: tuple[Event, ...]


def opened(row: Incoming, start: date | None) -> Position:
    """The position that a row describes, as a new one."""
    return Position(
        id=new_id("o"),
        title=row.title,
        organization=row.organization,
        area=row.area,
        start=start,
        end=row.end,
        post_id=row.post_id,
    )


def left(held: Sequence[Position], scope: Scope) -> Outcome:
    """What a complete file says about somebody whom it does not list."""
    return _Reconciliation(held, scope).outcome()


def reconcile(held: Sequence[Position], rows: Sequence[Incoming], scope: Scope) -> Outcome:
    """What the rows about one person say about the positions that they hold.

    A position that a row describes stays. One that a row takes the place of ends when the new
    one begins, or today. Blank cells say nothing. Rows that ended are history, and are added
    where it is not known yet.

    Raises:
        Doubt: the person holds several positions, and the rows do not say which one ended.
    """
    return _Reconciliation(held, scope).with_rows(rows).outcome()


class _Reconciliation:
    def __init__(self, held: Sequence[Position], scope: Scope) -> None:
        self._scope = scope
        self._held = list(held)
        self._free = [p for p in held if _is_open(p, scope.today)]
        self._past = [p for p in held if not _is_open(p, scope.today)]
        self._knew_any = bool(held)
        self._had_open = bool(self._free)
        self._events: list[Event] = []

    def with_rows(self, rows: Sequence[Incoming]) -> "_Reconciliation":
        told = [row for row in rows if row.has_position]
        today = self._scope.today
        now = [row for row in told if row.end is None or row.end > today]
        now = self._settle(now, _is_same)
        now = self._settle(now, _may_be_same)
        now = self._settle(now, _is_same_post, moves=True)
        self._move(now)
        for row in (row for row in told if row.end is not None and row.end <= today):
            self._remember(row)
        return self

    def outcome(self) -> Outcome:
        if self._scope.complete:
            for position in [p for p in self._free if p.end is None and self._scope.covers(p)]:
                self._close(position, self._scope.today)
        return Outcome(tuple(self._held), tuple(self._events))

    def _settle(
        self,
        rows: Sequence[Incoming],
        fits: Callable[[Position, Incoming], bool],
        *,
        moves: bool = False,
    ) -> list[Incoming]:
        """Give each row the free position that fits it; return the rows for which there is none."""
        rest = []
        for row in rows:
            if self._is_told_twice(row):
                continue
            fitting = [position for position in self._free if fits(position, row)]
            if not fitting:
                rest.append(row)
                continue
            position = min(fitting, key=lambda p: (p.post_id != row.post_id, p.start != row.start))
            if moves:
                self._replace(position, row)
            else:
                self._learn(position, row)
        return rest

    def _is_told_twice(self, row: Incoming) -> bool:
        """Note a row that another row of the same file has said already."""
        for event in self._events:
            told, known = event.row, event.after
            if not told or not known or told.start != row.start:
                continue
            if _is_same(known, row) or _is_repeated(told, row):
                self._events.append(Event(row=row, before=known, after=known))
                return True
        return False

    def _learn(self, position: Position, row: Incoming) -> None:
        """Fill what is not known of a position that goes on."""
        filled = replace(
            position,
            title=position.title or row.title,
            organization=position.organization or row.organization,
            area=position.area or row.area,
            start=position.start or row.start,
            end=position.end or row.end,
            post_id=row.post_id or position.post_id,
        )
        self._put(position, filled)
        self._events.append(Event(row=row, before=position, after=filled))

    def _move(self, rows: Sequence[Incoming]) -> None:
        """Let the rows that are left take the place of the positions that are left."""
        stays = any(event.after is not None for event in self._events)
        for row in rows:
            if self._is_told_twice(row):
                continue
            old = self._given_up(row, rows, stays=stays)
            if old is not None:
                self._replace(old, row)
                continue
            start = row.start if not self._knew_any else row.start or self._scope.today
            new = opened(row, start)
            self._held.append(new)
            before = None if self._had_open else max(self._past, key=_ended, default=None)
            self._events.append(Event(row=row, before=before, after=new))

    def _given_up(self, row: Incoming, rows: Sequence[Incoming], *, stays: bool) -> Position | None:
        """The position that a row takes the place of, if any.

        Raises:
            Doubt: it may be one of several.
        """
        free = [position for position in self._free if position.end is None]
        here = [p for p in free if _same_organization(p, row)]
        covered = [p for p in free if self._scope.covers(p)]
        choice = here or covered or ([] if stays else free)
        if len(choice) > 1 and not self._scope.complete and len(rows) < len(choice):
            shown = "; ".join(map(str, choice))
            raise Doubt(f"Several positions are held ({shown}), and it is not said which ended.")
        return choice[0] if choice else None

    def _replace(self, old: Position, row: Incoming) -> None:
        today = self._scope.today
        begins = row.start if row.start and row.start >= (old.start or row.start) else today
        self._put(old, replace(old, end=max(begins, old.start or begins)))
        new = opened(row, row.start or today)
        self._held.append(new)
        self._events.append(Event(row=row, before=old, after=new))

    def _remember(self, row: Incoming) -> None:
        """Take in a row that tells of the past."""
        known = [
            p
            for p in (*self._past, *self._free)
            if _is_same(p, row) and (None in (p.start, row.start) or p.start == row.start)
        ]
        if not known:
            position = opened(row, row.start)
            self._held.insert(0, position)
            self._past.append(position)
            self._events.append(Event(row=row, after=position))
        elif known[0] in self._free and row.end is not None:
            self._close(known[0], row.end, row)
        else:
            self._events.append(Event(row=row, before=known[0], after=known[0]))

    def _close(self, position: Position, end: date, row: Incoming | None = None) -> None:
        self._put(position, replace(position, end=max(end, position.start or end)))
        self._events.append(Event(row=row, before=position))

    def _put(self, old: Position, new: Position) -> None:
        self._held[next(i for i, p in enumerate(self._held) if p.id == old.id)] = new
        self._free = [p for p in self._free if p.id != old.id]


def _is_open(position: Position, today: date) -> bool:
    """Whether a position is held or going to be."""
    return position.end is None or position.end > today


def _ended(position: Position) -> date:
    return position.end or date.min


def _same_organization(position: Position, row: Incoming) -> bool:
    return organization_key(position.organization) == organization_key(row.organization)


def _pairs(position: Position, row: Incoming) -> tuple[tuple[str, str], ...]:
    return (
        (same_words(position.title), same_words(row.title)),
        (organization_key(position.organization), organization_key(row.organization)),
        (same_words(position.area), same_words(row.area)),
    )


def _is_same(position: Position, row: Incoming) -> bool:
    return all(held == told for held, told in _pairs(position, row))


def _is_repeated(told: Incoming, row: Incoming) -> bool:
    """Whether two rows give the same position in the same words."""
    return (
        same_words(told.title) == same_words(row.title)
        and organization_key(told.organization) == organization_key(row.organization)
        and same_words(told.area) == same_words(row.area)
    )


def _may_be_same(position: Position, row: Incoming) -> bool:
    """Whether the two differ only in what one of them does not say."""
    pairs = _pairs(position, row)
    known = [held == told for held, told in pairs if held and told]
    return bool(known) and all(known)


def _is_same_post(position: Position, row: Incoming) -> bool:
    return (
        bool(row.post_id) and position.post_id == row.post_id and _same_organization(position, row)
    )
