"""The log in one table instead of three, for a commit costs by the tables that it writes to.

What was said of a commit stands with its first edit, and whom an edit is about with the edit. One
that is about several has a row for each of them.
"""

from alembic import op

revision = "0005"
down_revision = "0004"

MEMBER = "workspace IN (SELECT workspace FROM {s}.readable)"
CHECKED = "workspace = ANY (ARRAY(SELECT workspace FROM {s}.editable))"
VISIBLE = "(NOT private OR author = session_user)"

TABLES = """
CREATE TABLE {s}.log (
    workspace text NOT NULL, number bigint NOT NULL, place bigint NOT NULL,
    private boolean NOT NULL, part bigint NOT NULL, author text NOT NULL DEFAULT session_user,
    person text NOT NULL, kind text NOT NULL, key text NOT NULL, before text, after text,
    id text, heading text, wanted bigint, kept bigint,
    PRIMARY KEY (workspace, number, place, private, part),
    CONSTRAINT log_whole CHECK (wanted = kept));
CREATE UNIQUE INDEX log_once ON {s}.log (workspace, id, private) WHERE id IS NOT NULL;
CREATE INDEX log_about ON {s}.log (workspace, person, kind, key) WHERE person <> '';
"""

REPLACED = ("commits", "edits", "mentions")

MOVED = (
    """INSERT INTO {s}.log (workspace, number, place, private, part, author, person, kind, key,
        before, after, id, heading)
    SELECT e.workspace, e.number, e.place, e.private, 0, e.author, '', '', '',
        e.before, e.after, c.id, c.document
    FROM (
        SELECT *, row_number() OVER (PARTITION BY workspace, number, private ORDER BY place) AS nth
        FROM {s}.edits
    ) e
    LEFT JOIN {s}.commits c ON e.nth = 1 AND c.workspace = e.workspace AND c.number = e.number
        AND c.private = e.private""",
    """INSERT INTO {s}.log (workspace, number, place, private, part, author, person, kind, key,
        id, heading)
    SELECT c.workspace, c.number, 0, c.private, 0, c.author, '', '', '', c.id, c.document
    FROM {s}.commits c WHERE NOT EXISTS (SELECT FROM {s}.edits e
        WHERE e.workspace = c.workspace AND e.number = c.number AND e.private = c.private)""",
    # Which edit named whom was not kept, but which commit did: they stand behind its first edit.
    """INSERT INTO {s}.log (workspace, number, place, private, part, author, person, kind, key)
    SELECT workspace, number, 0, private,
        row_number() OVER (PARTITION BY workspace, number, private ORDER BY person, kind, id),
        author, person, kind, id
    FROM {s}.mentions""",
)


def upgrade() -> None:
    """Make the table, move what there is into it, and close it."""
    schema = op.get_context().version_table_schema
    for statement in TABLES.format(s=schema).split(";"):
        if statement.strip():
            op.execute(statement)
    for table in REPLACED:
        # Who upgrades owns the tables, and moves what is private without being shown it.
        op.execute(f"ALTER TABLE {schema}.{table} NO FORCE ROW LEVEL SECURITY")
    for statement in MOVED:
        op.execute(statement.format(s=schema))
    for table in REPLACED:
        op.execute(f"DROP TABLE {schema}.{table}")
    reached, checked = (rule.format(s=schema) for rule in (MEMBER, CHECKED))
    log = f"{schema}.log"
    op.execute(f"ALTER TABLE {log} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {log} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY log_select ON {log} FOR SELECT USING ({reached} AND {VISIBLE})")
    op.execute(
        f"CREATE POLICY log_insert ON {log} FOR INSERT"
        f" WITH CHECK ({checked} AND author = session_user)"
    )
