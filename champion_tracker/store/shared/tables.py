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

_ONCE = ("workspace", "id", "private")

log = Table(
    "log",
    metadata,
    _text("workspace"),
    _number("number"),
    _number("place"),
    _flag("private"),
    _number("part"),
    _author(),
    _text("person"),
    _text("kind"),
    _text("key"),
    Column("before", Text),
    Column("after", Text),
    Column("id", Text),
    Column("heading", Text),
    PrimaryKeyConstraint("workspace", "number", "place", "private", "part"),
    Index(
        "log_once",
        "workspace",
        "id",
        "private",
        unique=True,
        postgresql_where=text("id IS NOT NULL"),
    ),
    Index("log_about", "workspace", "person", "kind", "key", postgresql_where=text("person <> ''")),
)
"""Every commit, edit by edit, in the order of ``number`` and ``place``.

An edit has a row for each person whom it is about, which is the way to a person's history; the
documents stand in the first of them (``part`` 0). One that makes a record private, or public, has
two such rows: one for its author, one for everybody else. The first row of all of a commit, of
those for its author and of those for everybody, says its identifier and what is said of the whole
(``heading``). A commit fails as a whole when a record that it changes has been changed in the same
moment, because it gets no number then."""

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
