"""Search by index: which words the records hold that everybody may see, and which records.

Row-level security lets an index be asked only with comparisons that are sure not to tell of rows
that are hidden; equality is one, and what text indexes are made for is none. So the words
themselves are the rows. What is private never gets into these tables. All texts can be read by
page, in the order in which they came to be.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

MEMBER = "workspace IN (SELECT workspace FROM {s}.members WHERE login = session_user)"
EDITOR = (
    "workspace IN (SELECT workspace FROM {s}.members"
    " WHERE login = session_user AND role IN ('owner', 'editor'))"
)

TABLES = """
CREATE TABLE {s}.words (
    workspace text NOT NULL, word text COLLATE "C" NOT NULL, PRIMARY KEY (workspace, word));
CREATE TABLE {s}.postings (
    workspace text NOT NULL, word text COLLATE "C" NOT NULL, part bigint NOT NULL,
    kind text NOT NULL, size bigint NOT NULL, ids text[] NOT NULL,
    PRIMARY KEY (workspace, word, part, kind));
CREATE TABLE {s}.indexes (
    workspace text NOT NULL, number bigint NOT NULL, part bigint NOT NULL, size bigint NOT NULL,
    PRIMARY KEY (workspace));
CREATE INDEX records_first ON {s}.records (workspace, first, place);
"""


def upgrade() -> None:
    """Make the tables, and close them; they are filled as the workspaces are used."""
    schema = op.get_context().version_table_schema
    for statement in TABLES.format(s=schema).split(";"):
        if statement.strip():
            op.execute(statement)
    member, editor = MEMBER.format(s=schema), EDITOR.format(s=schema)
    for table in ("words", "postings", "indexes"):
        named = f"{schema}.{table}"
        op.execute(f"ALTER TABLE {named} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {named} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY {table}_select ON {named} FOR SELECT USING ({member})")
        op.execute(f"CREATE POLICY {table}_insert ON {named} FOR INSERT WITH CHECK ({editor})")
        op.execute(
            f"CREATE POLICY {table}_update ON {named} FOR UPDATE"
            f" USING ({editor}) WITH CHECK ({editor})"
        )
