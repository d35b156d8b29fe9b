"""People as a file shows them, before anybody has decided who they are."""

from datetime import date

from msgspec import Struct

from ..model import Person, Record
from .changes import ImportChange

OWN = "champion-tracker"
"""The namespace of our own identifiers, for tables that went out and come back."""


def own_id(person: Person) -> str:
    """A person's identifier in files that we wrote."""
    return f"{OWN}:{person.id}"


def namespace(identifier: str) -> str:
    """The source of an identifier: what stands before its first colon, else its last slash."""
    return (identifier.partition(":") if ":" in identifier else identifier.rpartition("/"))[0]


class Incoming(Struct, frozen=True, kw_only=True):
    """One row or card: a person, and at most one position of theirs."""

    name: str
    given: str = ""
    family: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""
    source_id: str = ""
    """The person's identifier in the source, already in its namespace; empty for none."""
    source: str = ""
    """The namespace of ``source_id``: within one, an identifier means one person."""
    title: str = ""
    organization: str = ""
    area: str = ""
    start: date | None = None
    end: date | None = None
    post_id: str = ""
    """The directory's number of the post, which outlives its holder."""
    rest: str = ""
    """What the row says beside: rows that differ in it are no repetition of each other."""
    kept: tuple[str, ...] = ()
    """What a card says beside, to go back to address books; see `keeping`."""
    where: str = ""

    @property
    def has_position(self) -> bool:
        """Whether the file says anything about what the person does."""
        return bool(self.title or self.organization or self.area)


class Whole(Struct, frozen=True):
    """The records of one complete export."""

    where: str
    records: tuple[Record, ...]


class Reading(Struct, frozen=True, kw_only=True):
    """What was read: people, rows that could not be read, and what the user should know."""

    incoming: tuple[Incoming, ...] = ()
    unreadable: tuple[ImportChange, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences."""
    wholes: tuple[Whole, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    """The headers of tables, and the field that each was taken for; empty for none."""
