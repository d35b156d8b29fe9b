"""The first form: tables, and who may see and change their rows.

The policies are the wall that holds, whatever a client does:

- they go by ``session_user``, the login that the server itself has verified, which neither
  ``SET ROLE`` nor a forged column changes;
- a row that is private is seen and changed by its author alone, and nobody writes in another
  author's name; ``FORCE`` holds the owner of the tables to it, too;
- they compare with uncorrelated subqueries, which the server evaluates once a statement.

No policy refers, through others, to its own table, which the server would refuse.
"""

from alembic import op

revision = "0001"
down_revision = None

MEMBER = "workspace IN (SELECT workspace FROM {s}.members WHERE login = session_user)"
EDITOR = (
    "workspace IN (SELECT workspace FROM {s}.members"
    " WHERE login = session_user AND role IN ('owner', 'editor'))"
)
OWNER = "workspace IN (SELECT workspace FROM {s}.owners WHERE login = session_user)"
MINE = "author = session_user"
VISIBLE = f"(NOT private OR {MINE})"

TABLES = """
CREATE TABLE {s}.workspaces (
    name text NOT NULL, number bigint NOT NULL, PRIMARY KEY (name));
CREATE TABLE {s}.owners (
    workspace text NOT NULL, login text NOT NULL, PRIMARY KEY (login, workspace));
CREATE TABLE {s}.members (
    workspace text NOT NULL, login text NOT NULL, role text NOT NULL,
    PRIMARY KEY (login, workspace),
    CONSTRAINT members_role CHECK (role IN ('owner', 'editor', 'reader')));
CREATE TABLE {s}.records (
    workspace text NOT NULL, kind text NOT NULL, id text NOT NULL,
    number bigint NOT NULL, first bigint NOT NULL, place bigint NOT NULL,
    open boolean NOT NULL, private boolean NOT NULL, author text NOT NULL DEFAULT session_user,
    document text NOT NULL, words text NOT NULL, PRIMARY KEY (workspace, kind, id));
CREATE INDEX records_open ON {s}.records (workspace) WHERE open;
CREATE INDEX records_private ON {s}.records (workspace, author) WHERE private;
CREATE TABLE {s}.commits (
    workspace text NOT NULL, number bigint NOT NULL, id text NOT NULL,
    private boolean NOT NULL, author text NOT NULL DEFAULT session_user,
    document text NOT NULL, wanted bigint NOT NULL, kept bigint NOT NULL,
    PRIMARY KEY (workspace, number, private),
    CONSTRAINT commits_once UNIQUE (workspace, id, private),
    CONSTRAINT commits_whole CHECK (wanted = kept));
CREATE TABLE {s}.edits (
    workspace text NOT NULL, number bigint NOT NULL, place bigint NOT NULL,
    private boolean NOT NULL, author text NOT NULL DEFAULT session_user,
    before text, after text, PRIMARY KEY (workspace, number, place, private));
CREATE TABLE {s}.mentions (
    workspace text NOT NULL, person text NOT NULL, kind text NOT NULL, id text NOT NULL,
    number bigint NOT NULL, private boolean NOT NULL, author text NOT NULL DEFAULT session_user,
    PRIMARY KEY (workspace, person, kind, id, number, private));
CREATE TABLE {s}.digests (
    workspace text NOT NULL, person text NOT NULL, digest text NOT NULL,
    PRIMARY KEY (workspace, person));
CREATE TABLE {s}.folds (
    workspace text NOT NULL, number bigint NOT NULL, PRIMARY KEY (workspace));
CREATE TABLE {s}.presence (
    workspace text NOT NULL, login text NOT NULL, person text NOT NULL,
    at timestamp with time zone NOT NULL DEFAULT now(), PRIMARY KEY (workspace, login));
"""


def _named(rule: str) -> str:
    """The same rule for the table whose key is the workspace's name."""
    return rule.replace("workspace", "name", 1)


POLICIES = (
    # table, command, whose rows it reaches, what they may become
    ("owners", "SELECT", "login = session_user", ""),
    ("members", "SELECT", f"(login = session_user OR {OWNER})", ""),
    ("members", "INSERT", "", f"{OWNER} AND role <> 'owner'"),
    ("members", "UPDATE", f"{OWNER} AND role <> 'owner'", f"{OWNER} AND role <> 'owner'"),
    ("members", "DELETE", f"{OWNER} AND role <> 'owner'", ""),
    ("workspaces", "SELECT", _named(MEMBER), ""),
    ("workspaces", "INSERT", "", _named(OWNER)),
    ("workspaces", "UPDATE", _named(EDITOR), _named(EDITOR)),
    ("records", "SELECT", f"{MEMBER} AND {VISIBLE}", ""),
    ("records", "INSERT", "", f"{EDITOR} AND {MINE}"),
    ("records", "UPDATE", f"{EDITOR} AND {VISIBLE}", f"{EDITOR} AND {VISIBLE}"),
    ("records", "DELETE", f"{EDITOR} AND {VISIBLE}", ""),
    *(
        (table, command, *rows)
        for table in ("commits", "edits", "mentions")
        for command, rows in (
            ("SELECT", (f"{MEMBER} AND {VISIBLE}", "")),
            ("INSERT", ("", f"{EDITOR} AND {MINE}")),
        )
    ),
    *(
        (table, command, *rows)
        for table in ("digests", "folds")
        for command, rows in (
            ("SELECT", (MEMBER, "")),
            ("INSERT", ("", EDITOR)),
            ("UPDATE", (EDITOR, EDITOR)),
        )
    ),
    ("presence", "SELECT", MEMBER, ""),
    ("presence", "INSERT", "", f"{EDITOR} AND login = session_user"),
    ("presence", "UPDATE", f"{EDITOR} AND login = session_user", "login = session_user"),
    ("presence", "DELETE", "login = session_user", ""),
)

ADMINISTERED = ("owners", "members")
"""Whose own owner is not held to the policies, because somebody must begin."""


def upgrade() -> None:
    """Make the tables, and close them."""
    schema = op.get_context().version_table_schema
    for statement in TABLES.format(s=schema).split(";"):
        if statement.strip():
            op.execute(statement)
    for table in dict.fromkeys(table for table, *_ in POLICIES):
        op.execute(f"ALTER TABLE {schema}.{table} ENABLE ROW LEVEL SECURITY")
        if table not in ADMINISTERED:
            op.execute(f"ALTER TABLE {schema}.{table} FORCE ROW LEVEL SECURITY")
    for table, command, reached, become in POLICIES:
        using = f" USING ({reached.format(s=schema)})" if reached else ""
        checked = f" WITH CHECK ({become.format(s=schema)})" if become else ""
        name = f"{table}_{command.lower()}"
        op.execute(f"CREATE POLICY {name} ON {schema}.{table} FOR {command}{using}{checked}")
