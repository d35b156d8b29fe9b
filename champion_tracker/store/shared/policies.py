"""Who may see and change which rows: the wall that holds, whatever a client does.

- The policies go by ``session_user``, the login that the server itself has verified, which neither
  ``SET ROLE`` nor a forged column changes.
- A row that is private is seen and changed by its author alone, and nobody writes in another
  author's name; ``FORCE`` holds the owner of the tables to it, too.
- Where one has a role is asked with the rights of the owner of the tables, so that the policies of
  ``members`` are not looked at once more inside each of the others; the answer is about oneself.

This is the newest form, as a new database gets it; the migrations lead older ones to it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, text

from .tables import SCHEMA

ADMINISTERED = ("owners", "members")
"""Whose own owner is not held to the policies, because somebody must begin."""

DERIVED = ("digests", "folds", "words", "postings", "indexes")

ROLES = {
    "readable": ("members", ""),
    "editable": ("members", " AND role IN ('owner', 'editor')"),
    "owned": ("owners", ""),
}
"""What one may do with a workspace: the table that says so, and what its rows have to say."""


class Membership(NamedTuple):
    """How a policy finds out where one has a role, as conditions on a column ``{c}``."""

    made: tuple[str, ...]
    """The statements that make what it asks."""
    readable: str
    editable: str
    is_among_readable: str
    """The same as ``readable``, where a row is at hand already rather than to be found by it."""
    is_among_editable: str
    owned: str


_OWN = "SELECT workspace FROM {s}.{table} WHERE login = session_user{which}"

BY_VIEWS = Membership(
    made=tuple(
        f"CREATE VIEW {SCHEMA}.{name} WITH (security_barrier) AS "
        + _OWN.format(s=SCHEMA, table=ROLES[name][0], which=ROLES[name][1])
        for name in ("readable", "editable")
    ),
    # What rows are found by is no array, which would be taken for the way to find them where there
    # is a better one; for what is only checked an array is made once, and costs less.
    readable=f"{{c}} IN (SELECT workspace FROM {SCHEMA}.readable)",
    editable=f"{{c}} IN (SELECT workspace FROM {SCHEMA}.editable)",
    is_among_readable=f"{{c}} = ANY (ARRAY(SELECT workspace FROM {SCHEMA}.readable))",
    is_among_editable=f"{{c}} = ANY (ARRAY(SELECT workspace FROM {SCHEMA}.editable))",
    owned="{c} IN (" + _OWN.format(s=SCHEMA, table="owners", which="") + ")",
)
"""For PostgreSQL: the quickest."""


def function(name: str, table: str) -> str:
    """The statement that makes, or makes anew, what tells one's workspaces as an array.

    Args:
        name: Which of `ROLES`.
        table: Where it is read.
    """
    own = _OWN.format(s=SCHEMA, table=table, which=ROLES[name][1])
    return (
        f"CREATE OR REPLACE FUNCTION {SCHEMA}.{name}() RETURNS text[] LANGUAGE sql STABLE "
        "SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS "
        f"$$ {own.replace('SELECT workspace', 'SELECT array_agg(workspace)')} $$"
    )


BY_FUNCTIONS = Membership(
    made=tuple(function(name, table) for name, (table, _) in ROLES.items()),
    readable=f"{{c}} = ANY ({SCHEMA}.readable())",
    editable=f"{{c}} = ANY ({SCHEMA}.editable())",
    is_among_readable=f"{{c}} = ANY ({SCHEMA}.readable())",
    is_among_editable=f"{{c}} = ANY ({SCHEMA}.editable())",
    owned=f"{{c}} = ANY ({SCHEMA}.owned())",
)
"""For what takes no subqueries in policies, as distributed databases do not."""


class Policy(NamedTuple):
    """What one may do with the rows of a table."""

    table: str
    command: str
    reached: str
    """Which rows."""
    become: str = ""
    """What they may become."""

    @property
    def statement(self) -> str:
        """The statement that makes it."""
        using = f" USING ({self.reached})" if self.reached else ""
        checked = f" WITH CHECK ({self.become})" if self.become else ""
        name, table = f"{self.table}_{self.command.lower()}", f"{SCHEMA}.{self.table}"
        return f"CREATE POLICY {name} ON {table} FOR {self.command}{using}{checked}"


def policies(membership: Membership) -> Iterator[Policy]:
    """All of them."""
    reading, editing, _, checked, owned = (
        condition.format(c="workspace") for condition in membership[1:]
    )
    mine, visible = "author = session_user", "(NOT private OR author = session_user)"
    self, appointed = "login = session_user", f"{owned} AND role <> 'owner'"
    yield Policy("owners", "SELECT", self)
    yield Policy("members", "SELECT", f"({self} OR {owned})")
    yield Policy("members", "INSERT", "", appointed)
    yield Policy("members", "UPDATE", appointed, appointed)
    yield Policy("members", "DELETE", appointed)
    yield Policy("workspaces", "SELECT", membership.is_among_readable.format(c="name"))
    yield Policy("workspaces", "INSERT", "", membership.owned.format(c="name"))
    # Who may change a workspace may change its number, and nothing else.
    yield Policy("workspaces", "UPDATE", membership.is_among_editable.format(c="name"), "true")
    yield Policy("records", "SELECT", f"{reading} AND {visible}")
    yield Policy("records", "INSERT", "", f"{checked} AND {mine}")
    yield Policy("records", "UPDATE", f"{editing} AND {visible}", f"{checked} AND {visible}")
    yield Policy("records", "DELETE", f"{editing} AND {visible}")
    yield Policy("log", "SELECT", f"{reading} AND {visible}")
    yield Policy("log", "INSERT", "", f"{checked} AND {mine}")
    for table in DERIVED:
        yield Policy(table, "SELECT", reading)
        yield Policy(table, "INSERT", "", checked)
        yield Policy(table, "UPDATE", editing, checked)
    yield Policy("presence", "SELECT", reading)
    yield Policy("presence", "INSERT", "", f"{checked} AND {self}")
    yield Policy("presence", "UPDATE", f"{editing} AND {self}", self)
    yield Policy("presence", "DELETE", self)


def close(connection: Connection, membership: Membership) -> None:
    """Let nobody at the rows of new tables but those who may."""
    wanted = list(policies(membership))
    for statement in membership.made:
        connection.execute(text(statement))
    for table in dict.fromkeys(policy.table for policy in wanted):
        connection.execute(text(f"ALTER TABLE {SCHEMA}.{table} ENABLE ROW LEVEL SECURITY"))
        if table not in ADMINISTERED:
            connection.execute(text(f"ALTER TABLE {SCHEMA}.{table} FORCE ROW LEVEL SECURITY"))
    for policy in wanted:
        connection.execute(text(policy.statement))
