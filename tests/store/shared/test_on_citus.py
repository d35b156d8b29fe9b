"""A team whose rows Citus lays on other machines: each of these machines is held to the wall, too.

Skipped where Citus is not installed. That the store keeps its promises there, and what a hostile
client sees through the tables, is told by the same tests as elsewhere.
"""

from collections.abc import Iterator

import psycopg
import pytest

from champion_tracker.model import WorkspaceError
from champion_tracker.store.shared import Location, SharedStore
from champion_tracker.store.shared.tables import metadata
from champion_tracker.store.shared.team import give_role
from tests.store.citus import Citus
from tests.store.shared.secrets import SECRET, keep_secrets
from tests.store.store_records import made, touch
from tests.store.teams import Team

TABLES = [table.name for table in metadata.sorted_tables]
SETTINGS = (
    "citus.enable_local_execution = off",
    "citus.allow_nested_distributed_execution = on",
    "citus.propagate_set_commands = 'local'",
    "citus.enable_router_execution = off",
    "citus.override_table_visibility = off",
    "citus.enable_ddl_propagation = off",
    "citus.multi_shard_modify_mode = 'sequential'",
    "application_name = 'citus_internal gpid=20000000001'",
    "application_name = 'citus_rebalancer gpid=20000000001'",
    "row_security = off",
    "search_path = 'pg_temp'",
)
"""What anybody may set, and what changes how Citus, or the server, goes about a question."""


@pytest.fixture
def team(team_on_citus: Team) -> Team:
    return team_on_citus


@pytest.fixture
def author(team: Team) -> Iterator[SharedStore]:
    store = keep_secrets(team)
    yield store
    store.close()


@pytest.mark.parametrize("name", ["workspaces", "records", "log", "words"])
def test_a_teams_rows_lie_together_on_another_machine(
    team: Team, author: SharedStore, citus: Citus, name: str
) -> None:
    with citus.connect("admin", "agency") as administrator:
        where = "SELECT get_shard_id_for_distribution_column(%s, CAST(%s AS text))"
        table = f"champion_tracker.{name}"
        (shard,) = administrator.execute(where, [table, team.workspace]).fetchone() or (None,)
    with citus.worker.connect("admin", "agency") as administrator:
        assert count(administrator, f"{table}_{shard}", team.workspace) > 0


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("login", ["eve", "rita", "lead", "stranger"])
def test_nobody_else_reads_a_private_word_on_any_machine_by_any_way(
    author: SharedStore, citus: Citus, login: str, setting: str
) -> None:
    for node in (citus, citus.worker):
        with node.connect("admin", "agency") as administrator:
            found = administrator.execute(
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v') "
                "AND relnamespace = 'champion_tracker'::regnamespace"
            ).fetchall()
        names = {name for (name,) in found} | set(TABLES)
        assert len(names) > len(TABLES)
        words = [f"SET {setting}", *(f"SELECT t::text FROM champion_tracker.{n} t" for n in names)]
        said = node.psql(login, "agency", *(w for word in words for w in ("-c", word)))
        assert SECRET.lower() not in (said.stdout + said.stderr).lower()


@pytest.mark.parametrize("login", ["eve", "rita", "lead"])
def test_all_read_what_is_theirs_on_each_machine(
    team: Team, author: SharedStore, citus: Citus, login: str
) -> None:
    for node in (citus, citus.worker):
        with node.connect(login, "agency") as connection:
            assert count(connection, "champion_tracker.records", team.workspace) == 4
        with node.connect("ed", "agency") as connection:
            assert count(connection, "champion_tracker.records", team.workspace) == 5


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_stranger_is_taken_for_nobody_on_any_machine(
    author: SharedStore, citus: Citus, setting: str
) -> None:
    for node in (citus, citus.worker):
        for name in ("readable", "editable", "owned"):
            asked = (f"SET {setting}", f"SELECT champion_tracker.{name}()")
            said = node.psql("stranger", "agency", *(w for word in asked for w in ("-c", word)))
            assert said.stdout.strip() == ""


def test_what_one_may_do_changes_on_every_machine_at_once(
    team: Team, author: SharedStore, citus: Citus
) -> None:
    rita = team.open("rita")
    assert rita.history("p-ann")
    give_role(Location.parse(team.address("lead")), "rita", "none")
    for node in (citus, citus.worker):
        with node.connect("rita", "agency") as connection:
            assert count(connection, "champion_tracker.records", team.workspace) == 0
    author.commit(made(touch("p-ben")))
    assert not rita.refresh()


def test_whoever_can_act_as_somebody_else_is_given_no_role(team: Team, citus: Citus) -> None:
    """For a worker believes that they are that person."""
    owner = Location.parse(team.address("lead"))
    with citus.connect("admin", "agency") as administrator:
        administrator.execute("CREATE ROLE twin LOGIN")
        administrator.execute("GRANT eve TO twin")
        try:
            for login in ("twin", "eve"):
                with pytest.raises(WorkspaceError, match="twin can act as another login"):
                    give_role(owner, login, "editor")
        finally:
            administrator.execute("DROP ROLE twin")
    give_role(owner, "eve", "editor")


def count(connection: psycopg.Connection, table: str, workspace: str) -> int:
    key = "name" if "workspaces" in table else "workspace"
    rows = connection.execute(f"SELECT 1 FROM {table} WHERE {key} = %s", [workspace]).fetchall()
    return len(rows)
