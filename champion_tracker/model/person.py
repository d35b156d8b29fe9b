"""People and the positions that they hold."""

from datetime import date

from msgspec import Struct

from .judgement import Standing


class Position(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A title held in an organisation and business area, from ``start`` until before ``end``."""

    id: str
    title: str = ""
    organization: str = ""
    area: str = ""
    start: date | None = None
    """The first day, or None where nobody knows."""
    end: date | None = None
    """The first day on which it was no longer held, or None while it is."""
    post_id: str = ""
    """A directory's number of the post itself, which outlives its holder."""

    def is_current(self, today: date) -> bool:
        """Whether the position is held on ``today``."""
        return (self.start is None or self.start <= today) and (
            self.end is None or today < self.end
        )

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.area, self.organization) if part)


class NurturePlan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How often a person wants a touch, where that differs from what their standing suggests."""

    every: str = ""
    """A cadence such as ``2 weeks`` or an RRULE; empty for the standing's own."""
    paused: str = ""
    """Why the cadence rests; empty while it does not."""


class Pin(Struct, frozen=True, kw_only=True):
    """A standing that the user holds against the rule, and why."""

    standing: Standing
    reason: str
    on: date


class Person(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="person", tag_field="kind"):
    """A stakeholder."""

    id: str
    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""
    """Markdown."""
    source_ids: tuple[str, ...] = ()
    """Identifiers in the places that the person was imported from."""
    positions: tuple[Position, ...] = ()
    """Oldest first, as they were learned."""
    followed_since: date | None = None
    """None for somebody who is only known."""
    plan: NurturePlan = NurturePlan()
    pin: Pin | None = None
    archived_on: date | None = None

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.id,)

    @property
    def is_open(self) -> bool:
        """People are always at hand."""
        return True

    @property
    def is_followed(self) -> bool:
        """Whether we nurture this person."""
        return self.followed_since is not None and self.archived_on is None

    def current_positions(self, today: date) -> tuple[Position, ...]:
        """The positions held on ``today``, oldest first."""
        # Written out, for the agenda asks it of everybody whenever somebody asks who is due.
        return tuple(
            [
                position
                for position in self.positions
                if (position.start is None or position.start <= today)
                and (position.end is None or today < position.end)
            ]
        )

    def has_left(self, today: date) -> bool:
        """Whether the person held a position once and holds none on ``today``."""
        ended = any(p.end is not None and p.end <= today for p in self.positions)
        return ended and not self.current_positions(today)
