"""Cards: what an address book says of somebody that has no place here, kept for it to go back."""

from datetime import datetime

from msgspec import Struct


class Card(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="card", tag_field="kind"):
    """Photos, addresses, kinds of telephone and whatever else came on a person's card.

    It lies in the history, because photos are large and nobody asks for them but an export.
    """

    id: str
    person_id: str
    source_id: str = ""
    """Which card of the person it is, as their source names it."""
    properties: tuple[str, ...] = ()
    """Lines of a vCard 4.0, unfolded; see `exchange.keeping`."""
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.person_id,)

    @property
    def is_open(self) -> bool:
        """Whether the agenda needs this record itself."""
        return False
