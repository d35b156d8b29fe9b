"""Seats: positions that matter to the programme, whoever holds them."""

from datetime import date, datetime

from msgspec import Struct


class Seat(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="seat", tag_field="kind"):
    """A place at the table.

    Whether it is held follows from its holder's positions, so that a change of position, by
    hand or from a directory, empties it: see `rules.seats`.
    """

    id: str
    title: str
    organization: str = ""
    area: str = ""
    holder_id: str = ""
    """Who was last known to hold it; empty while it is vacant."""
    position_id: str = ""
    """By which of their positions they hold it; empty where nobody said."""
    acting: bool = False
    """Whether they only stand in."""
    since: date | None = None
    """Since when it is held as it is, or vacant."""
    heir_ids: tuple[str, ...] = ()
    """Who is said to follow."""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return tuple(dict.fromkeys(filter(None, (self.holder_id, *self.heir_ids))))

    @property
    def is_open(self) -> bool:
        """Seats are always at hand."""
        return True

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.title, self.area, self.organization)))
