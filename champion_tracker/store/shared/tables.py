"""The tables of the shared database.

Every key begins with the workspace, so that a distributed database keeps a team's rows together.
Documents are text, not ``jsonb``: they come back byte for byte, whatever a newer version wrote.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

SCHEMA = "champion_tracker"

metadata = MetaData(schema=SCHEMA)

_LOGIN = text("session_user")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _author() -> Column[str]:
    return Column("author", Text, nullable=False, server_default=_LOGIN)


workspaces = Table(
    "workspaces",
    metadata,
    _text("name"),
    _number("number"),
    PrimaryKeyConstraint("name"),
)
"""Who commits locks the workspace's row and raises its number. The lock is held until the commit
is visible, so no number can be seen before a smaller one."""

owners = Table(
    "owners",
    metadata,
    _text("workspace"),
    _text("login"),
    PrimaryKeyConstraint("login", "workspace"),
)
"""Who may say who is a member; written by the owner of the tables alone."""

members = Table(
    "members",
    metadata,
    _text("workspace"),
    _text("login"),
    _text("role"),
    PrimaryKeyConstraint("login", "workspace"),
    CheckConstraint("role IN ('owner', 'editor', 'reader')", name="members_role"),
)

records = Table(
    "records",
    metadata,
    _text("workspace"),
    _text("kind"),
    _text("id"),
    _number("number"),
    _number("first"),
    _number("place"),
    _flag("open"),
    _flag("private"),
    _author(),
    _text("document"),
    _text("words"),
    Column("sort", Text(collation="C")),
    PrimaryKeyConstraint("workspace", "kind", "id"),
    Index("records_first", "workspace", "first", "place"),
    Index("records_open", "workspace", postgresql_where=text("open")),
    Index("records_private", "workspace", "author", postgresql_where=text("private")),
    Index("records_people", "workspace", "sort", "id", postgresql_where=text("kind = 'person'")),
)
"""Every record as it is. ``number`` is the commit that last changed it; it came to be with
commit ``first``, in the order of ``place``; ``words`` is its folded text, and ``sort``, for people
alone, their folded name."""

commits = Table(
    "commits",
    metadata,
    _text("workspace"),
    _number("number"),
    _text("id"),
    _flag("private"),
    _author(),
    _text("document"),
    _number("wanted"),
    _number("kept"),
    PrimaryKeyConstraint("workspace", "number", "private"),
    UniqueConstraint("workspace", "id", "private", name="commits_once"),
    CheckConstraint("wanted = kept", name="commits_whole"),
)
"""What was committed, without its edits. A commit that is only partly private has two rows: one
for its author, one for everybody else. ``commits_whole`` is what makes a commit fail as a whole
when a record that it changes has been changed in the same moment."""

edits = Table(
    "edits",
    metadata,
    _text("workspace"),
    _number("number"),
    _number("place"),
    _flag("private"),
    _author(),
    Column("before", Text),
    Column("after", Text),
    PrimaryKeyConstraint("workspace", "number", "place", "private"),
)
"""The edits of the commits. One that makes a record private, or public, has two rows."""

mentions = Table(
    "mentions",
    metadata,
    _text("workspace"),
    _text("person"),
    _text("kind"),
    _text("id"),
    _number("number"),
    _flag("private"),
    _author(),
    PrimaryKeyConstraint("workspace", "person", "kind", "id", "number", "private"),
)
"""Which commit touched which record about whom; the way to a person's history and log."""

digests = Table(
    "digests",
    metadata,
    _text("workspace"),
    _text("person"),
    _text("digest"),
    PrimaryKeyConstraint("workspace", "person"),
)
"""Digests of what everybody may see of a history, as of the commit that `folds` names."""

folds = Table(
    "folds", metadata, _text("workspace"), _number("number"), PrimaryKeyConstraint("workspace")
)

words = Table(
    "words",
    metadata,
    _text("workspace"),
    Column("word", Text(collation="C"), nullable=False),
    PrimaryKeyConstraint("workspace", "word"),
)
"""Every word of the records that everybody may see."""

postings = Table(
    "postings",
    metadata,
    _text("workspace"),
    Column("word", Text(collation="C"), nullable=False),
    _number("part"),
    _text("kind"),
    _number("size"),
    Column("ids", ARRAY(Text), nullable=False),
    PrimaryKeyConstraint("workspace", "word", "part", "kind"),
)
"""Which of these records held a word when they were put in; ``size`` is how many ``ids``."""

indexes = Table(
    "indexes",
    metadata,
    _text("workspace"),
    _number("number"),
    _number("part"),
    _number("size"),
    PrimaryKeyConstraint("workspace"),
)
"""Up to which commit the words are put in, the part that is being filled, and how far."""

presence = Table(
    "presence",
    metadata,
    _text("workspace"),
    _text("login"),
    _text("person"),
    Column("at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
    PrimaryKeyConstraint("workspace", "login"),
)
"""Who has whom open for writing; one row a login."""


def plain(text: str) -> str:
    """Text without the one character that PostgreSQL keeps in no column; documents escape it."""
    return text.replace("\0", "")
