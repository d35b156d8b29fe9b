"""A database is of the same form whether it is new or was brought up to date."""

import pytest
from sqlalchemy import text

from benchmarks.cluster import Cluster
from champion_tracker.store.shared import Location
from champion_tracker.store.shared.database import WHOLE, Database
from champion_tracker.store.shared.policies import BY_VIEWS
from champion_tracker.store.shared.revisions import make, upgrade

ASKED = {
    "columns": "SELECT table_name, column_name, data_type, is_nullable, column_default, "
    "collation_name FROM information_schema.columns WHERE table_schema = 'champion_tracker'",
    "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'champion_tracker'",
    "constraints": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) "
    "FROM pg_constraint WHERE connamespace = 'champion_tracker'::regnamespace",
    "policies": "SELECT tablename, policyname, permissive, roles::text, cmd, qual, with_check "
    "FROM pg_policies WHERE schemaname = 'champion_tracker'",
    "closed": "SELECT relname, relrowsecurity, relforcerowsecurity, reloptions::text "
    "FROM pg_class WHERE relnamespace = 'champion_tracker'::regnamespace",
    "views": "SELECT viewname, definition FROM pg_views WHERE schemaname = 'champion_tracker'",
}
"""What is asked of a database's form: a set of rows each."""


@pytest.fixture(scope="module")
def forms(cluster: Cluster) -> list[dict[str, set[tuple[object, ...]]]]:
    """Of a database that was upgraded from the first form on, and of a new one."""
    found = []
    for name in ("upgraded", "new"):
        cluster.database(name, "lead")
        database = Database(Location.parse(cluster.address("lead", name)))
        if name == "new":
            database.run(lambda c: make(c, BY_VIEWS), WHOLE)
        else:
            database.run(lambda c: c.execute(text("CREATE SCHEMA champion_tracker")), WHOLE)
            database.run(upgrade, WHOLE)
        database.close()
        with cluster.connect("lead", name) as connection:
            found.append({what: {*connection.execute(ask)} for what, ask in ASKED.items()})
    return found


@pytest.mark.parametrize("what", ASKED)
def test_a_new_database_is_what_an_upgraded_one_becomes(
    forms: list[dict[str, set[tuple[object, ...]]]], what: str
) -> None:
    upgraded, new = forms
    assert new[what]
    assert new[what] - upgraded[what] == set()
    assert upgraded[what] - new[what] == set()
