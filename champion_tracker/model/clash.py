"""What two people did to the same fields of a record at the same time."""

from msgspec import Struct

from .changes import Record


class Clash(Struct, frozen=True):
    """A record on which two changes do not go together."""

    names: str
    """Whom it is about."""
    who: str
    """Who was first."""
    theirs: Record
    """The record as it is now."""
    ours: Record
    """The same with everything on top that the second wanted."""
    fields: tuple[str, ...]
    """In which they clash; what else differs in ``ours`` goes together with ``theirs``."""
