"""Whose rows a policy reaches is read off two views instead of the table of members itself.

A view is read with the rights of its owner, so that the policies of ``members`` are not looked at
once more inside each of ours. It shows no more than one may know: the workspaces in which one has
a role oneself. What is only checked of new rows is compared with an array, which is made once and
costs less than a subquery; what rows are found by is not, for an array would be taken for the way
to find them, where there is a better one.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

VIEWS = """
CREATE VIEW {s}.readable WITH (security_barrier) AS
    SELECT workspace FROM {s}.members WHERE login = session_user;
CREATE VIEW {s}.editable WITH (security_barrier) AS
    SELECT workspace FROM {s}.members
    WHERE login = session_user AND role IN ('owner', 'editor');
"""

MEMBER = "{w} IN (SELECT workspace FROM {s}.readable)"
EDITOR = "{w} IN (SELECT workspace FROM {s}.editable)"
CHECKED = "{w} = ANY (ARRAY(SELECT workspace FROM {s}.editable))"
VISIBLE = "(NOT private OR author = session_user)"
MINE = "author = session_user"

POLICIES = (
    # table, command, whose rows it reaches, what they may become
    ("workspaces", "SELECT", MEMBER, ""),
    ("workspaces", "UPDATE", EDITOR, CHECKED),
    ("records", "SELECT", f"{MEMBER} AND {VISIBLE}", ""),
    ("records", "INSERT", "", f"{CHECKED} AND {MINE}"),
    ("records", "UPDATE", f"{EDITOR} AND {VISIBLE}", f"{CHECKED} AND {VISIBLE}"),
    ("records", "DELETE", f"{EDITOR} AND {VISIBLE}", ""),
    *(
        (table, command, *rows)
        for table in ("digests", "folds", "words", "postings", "indexes")
        for command, rows in (
            ("SELECT", (MEMBER, "")),
            ("INSERT", ("", CHECKED)),
            ("UPDATE", (EDITOR, CHECKED)),
        )
    ),
    ("presence", "SELECT", MEMBER, ""),
    ("presence", "INSERT", "", f"{CHECKED} AND login = session_user"),
    ("presence", "UPDATE", f"{EDITOR} AND login = session_user", "login = session_user"),
)


def upgrade() -> None:
    """Make the views, and let the policies go by them."""
    schema = op.get_context().version_table_schema
    for statement in VIEWS.format(s=schema).split(";"):
        if statement.strip():
            op.execute(statement)
    for table, command, reached, become in POLICIES:
        column = "name" if table == "workspaces" else "workspace"
        named, policy = f"{schema}.{table}", f"{table}_{command.lower()}"
        using = f" USING ({reached.format(s=schema, w=column)})" if reached else ""
        checked = f" WITH CHECK ({become.format(s=schema, w=column)})" if become else ""
        op.execute(f"ALTER POLICY {policy} ON {named}{using}{checked}")
