"""Whoever has a login, psql and bad intentions: the database itself keeps what is private."""

from collections.abc import Iterator

import psycopg
import pytest
from msgspec.structs import replace
from psycopg import errors, sql

from champion_tracker.model import WorkspaceError
from champion_tracker.store.shared import Location, SharedStore
from champion_tracker.store.shared.tables import metadata
from champion_tracker.store.shared.team import give_role, init_team
from tests.store.shared.secrets import SECRET, keep_secrets
from tests.store.store_records import ANN, changed, made, touch
from tests.store.teams import Team

TABLES = [table.name for table in metadata.sorted_tables]
OTHERS = ("eve", "rita", "lead")
"""An editor, a reader, and the owner of the workspace and of the very tables."""


@pytest.fixture(params=["team", "team_by_functions", "team_on_citus"])
def team(request: pytest.FixtureRequest) -> Team:
    made: Team = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def author(team: Team) -> Iterator[SharedStore]:
    store = keep_secrets(team)
    yield store
    store.close()


def connect(team: Team, login: str) -> psycopg.Connection:
    return team.cluster.connect(login, team.database)


def table(name: str) -> sql.Identifier:
    return sql.Identifier("champion_tracker", name)


@pytest.mark.parametrize("login", OTHERS)
@pytest.mark.parametrize("name", TABLES)
def test_nobody_else_reads_a_word_of_it(
    team: Team, author: SharedStore, login: str, name: str
) -> None:
    everything = f"SELECT t::text FROM champion_tracker.{name} t"
    assert SECRET.lower().encode() not in dump(team, login, everything).lower()
    copied = f"COPY champion_tracker.{name} TO STDOUT"
    assert SECRET.lower().encode() not in dump(team, login, copied).lower()


def dump(team: Team, login: str, command: str) -> bytes:
    said = team.cluster.psql(login, team.database, "-c", command)
    return (said.stdout + said.stderr).encode()


def test_its_author_reads_all_of_it(team: Team, author: SharedStore) -> None:
    for name in ("records", "log"):
        said = dump(team, "ed", f"SELECT t::text FROM champion_tracker.{name} t")
        assert SECRET.encode() in said, name
    assert {record.id for record in author.history("p-ann")} == {"i-secret", "i-told"}
    assert len(list(author.search(SECRET.lower()))) == 1
    assert len(list(author.commits("p-ann"))) == 6


@pytest.mark.parametrize("login", OTHERS)
def test_the_program_shows_others_only_what_is_theirs_to_see(
    team: Team, author: SharedStore, login: str
) -> None:
    store = team.open(login)
    assert [record.id for record in store.history("p-ann")] == ["i-told"]
    assert store.workspace.digest("p-ann").touches == 1
    assert author.workspace.digest("p-ann").touches == 2
    assert not list(store.search(SECRET))
    assert SECRET not in repr(list(store.commits()))
    assert len(list(store.commits())) == 3


@pytest.mark.parametrize("login", OTHERS)
def test_a_condition_that_talks_is_not_shown_what_is_hidden(
    team: Team, author: SharedStore, login: str
) -> None:
    heard: list[str] = []
    with connect(team, login) as connection:
        connection.add_notice_handler(lambda said: heard.append(said.message_primary or ""))
        connection.execute(
            "CREATE FUNCTION pg_temp.tell(t text) RETURNS boolean COST 0.0001 LANGUAGE plpgsql "
            "AS $$ BEGIN RAISE NOTICE '%', t; RETURN true; END $$"
        )
        if team.is_spread:
            with pytest.raises(errors.InvalidSchemaName):
                connection.execute("SELECT 1 FROM champion_tracker.log WHERE pg_temp.tell(after)")
            return
        connection.execute("SELECT 1 FROM champion_tracker.records WHERE pg_temp.tell(document)")
        connection.execute("SELECT 1 FROM champion_tracker.log WHERE pg_temp.tell(after)")
        connection.execute("SELECT 1 FROM champion_tracker.log WHERE pg_temp.tell(before)")
    assert any("what all may know" in said for said in heard)
    assert not any(SECRET in said for said in heard)


def test_the_statistics_of_the_planner_tell_nothing(team: Team, author: SharedStore) -> None:
    with team.cluster.connect("admin", team.database) as connection:
        connection.execute("ANALYZE champion_tracker.records")
        connection.execute("ANALYZE champion_tracker.log")
    for login in OTHERS:
        assert SECRET.encode() not in dump(team, login, "SELECT s::text FROM pg_stats s")


@pytest.mark.parametrize(
    "escape",
    [
        "SET SESSION AUTHORIZATION ed",
        "SET ROLE ed",
        "SET row_security = off; SELECT * FROM champion_tracker.records",
        "ALTER TABLE champion_tracker.records DISABLE ROW LEVEL SECURITY",
        "DROP POLICY records_select ON champion_tracker.records",
        "CREATE POLICY mine ON champion_tracker.records USING (true)",
        "LOCK TABLE champion_tracker.records IN ACCESS EXCLUSIVE MODE",
        "TRUNCATE champion_tracker.records",
        "CREATE TABLE champion_tracker.trap (t text)",
        "UPDATE champion_tracker.readable SET workspace = 'another'",
        "INSERT INTO champion_tracker.editable VALUES ('another')",
        "DELETE FROM champion_tracker.readable",
        "CREATE TRIGGER t BEFORE INSERT ON champion_tracker.records EXECUTE FUNCTION now()",
    ],
)
def test_a_reader_cannot_step_around_the_wall(team: Team, author: SharedStore, escape: str) -> None:
    said = team.cluster.psql("rita", team.database, "-c", escape)
    assert said.returncode != 0
    assert SECRET not in said.stdout + said.stderr


@pytest.mark.parametrize("name", TABLES)
def test_a_reader_changes_nothing(team: Team, author: SharedStore, name: str) -> None:
    column = "name" if name == "workspaces" else "workspace"
    with connect(team, "rita") as connection:
        for statement in (
            f"UPDATE {{}} SET {column} = 'theirs'",
            "DELETE FROM {}",
            f"INSERT INTO {{}} ({column}) VALUES ('theirs')",
        ):
            refused = (errors.FeatureNotSupported,) if team.is_spread else ()
            with pytest.raises((errors.InsufficientPrivilege, *refused)):
                connection.execute(sql.SQL(statement).format(table(name)))


def test_the_program_tells_a_reader_that_they_may_only_read(team: Team) -> None:
    assert team.open("ed").may_change
    store = team.open("rita")
    assert not store.may_change
    with pytest.raises(WorkspaceError, match="may not do that") as refused:
        store.commit(made(ANN))
    # A form has two lines for it, which a whole address leaves no room in for the advice.
    assert "postgresql://" not in str(refused.value)


def test_who_edits_elsewhere_still_only_reads_here(team: Team) -> None:
    elsewhere = Location.parse(team.address("lead", team.workspace.replace("press", "other")))
    init_team(elsewhere)
    give_role(elsewhere, "rita", "editor")
    try:
        store = team.open("rita")
        assert not store.may_change
        with pytest.raises(WorkspaceError, match="may read"):
            store.commit(made(ANN))
        assert not store.workspace.people
        with connect(team, "rita") as connection, pytest.raises(errors.InsufficientPrivilege):
            insert_record(connection, team, "rita")
    finally:
        give_role(elsewhere, "rita", "none")


def insert_record(connection: psycopg.Connection, team: Team, author: str) -> None:
    connection.execute(
        "INSERT INTO champion_tracker.records VALUES "
        "(%s, 'person', 'p-forged', 1, 1, 1, true, false, %s, '{}', '')",
        [team.workspace, author],
    )


def test_an_editor_neither_touches_the_private_entries_of_another_nor_writes_in_their_name(
    team: Team, author: SharedStore
) -> None:
    with connect(team, "eve") as connection:
        for statement in (
            "UPDATE {} SET private = false WHERE id = 'i-secret' AND workspace = %s",
            "UPDATE {} SET author = 'eve' WHERE id = 'i-secret' AND workspace = %s",
            "DELETE FROM {} WHERE id = 'i-secret' AND workspace = %s",
        ):
            ours = sql.SQL(statement).format(table("records"))
            assert connection.execute(ours, [team.workspace]).rowcount == 0
        with pytest.raises(errors.InsufficientPrivilege):
            insert_record(connection, team, "ed")
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute("DELETE FROM champion_tracker.log")
    assert [record.id for record in team.open("ed").history("p-ann")] == ["i-secret", "i-told"]


def test_rows_that_an_editor_forged_stop_nobody(team: Team, author: SharedStore) -> None:
    before = list(team.open("rita").commits())
    forged = (
        "INSERT INTO champion_tracker.log (workspace, number, place, private, part, person, kind, "
        "key, heading) VALUES (%s, %s, %s, false, 0, '', '', '', %s)"
    )
    with connect(team, "eve") as connection:
        for place, heading in ((99, None), (98, "{}")):
            connection.execute(forged, [team.workspace, 1, place, heading])
        connection.execute(forged, [team.workspace, author.number + 2, 0, None])
    author.commit(made(touch("p-ben", key="i-after")))
    author.index()
    assert list(team.open("rita").commits())[1:] == before


def test_only_who_wrote_a_record_makes_it_private(team: Team, author: SharedStore) -> None:
    eve = team.open("eve")
    (told,) = eve.history("p-ann")
    with pytest.raises(WorkspaceError, match="may not do that"):
        eve.commit(changed(told, replace(told, private=True)))
    assert eve.history("p-ann") == [told]


@pytest.mark.parametrize("login", ["eve", "rita", "ed"])
def test_nobody_makes_themselves_more_than_they_are(team: Team, login: str) -> None:
    with connect(team, login) as connection:
        for statement in (
            "UPDATE champion_tracker.members SET role = 'owner' WHERE login = session_user",
            f"INSERT INTO champion_tracker.owners VALUES ('{team.workspace}', '{login}')",
            "INSERT INTO champion_tracker.members "
            f"VALUES ('{team.workspace}', 'stranger', 'reader')",
        ):
            with pytest.raises(errors.InsufficientPrivilege):
                connection.execute(statement)
    with pytest.raises(WorkspaceError):
        give_role(Location.parse(team.address(login)), login, "owner")


def test_a_stranger_sees_nothing_at_all(team: Team, author: SharedStore) -> None:
    with connect(team, "stranger") as connection:
        for name in TABLES:
            with pytest.raises(errors.InsufficientPrivilege):
                connection.execute(sql.SQL("SELECT * FROM {}").format(table(name)))
    with pytest.raises(WorkspaceError):
        team.open("stranger")


def test_members_of_one_workspace_see_nothing_of_another(team: Team, author: SharedStore) -> None:
    elsewhere = Location.parse(team.address("lead", team.workspace.replace("press", "other")))
    init_team(elsewhere)
    give_role(elsewhere, "stranger", "editor")
    try:
        with connect(team, "stranger") as connection:
            for name in TABLES:
                seen = connection.execute(sql.SQL("SELECT * FROM {}").format(table(name)))
                assert team.workspace not in repr(seen.fetchall()), name
        with pytest.raises(WorkspaceError, match="no member"):
            team.open("stranger")
    finally:
        give_role(elsewhere, "stranger", "none")


def test_who_has_left_the_team_is_let_in_no_more(team: Team) -> None:
    give_role(Location.parse(team.address("lead")), "eve", "none")
    with pytest.raises(WorkspaceError):
        team.open("eve")


TRICKS = {
    "a table of one's own in front of the members": (
        "CREATE TEMP TABLE members (workspace text, login text, role text); "
        "INSERT INTO members SELECT 'x', session_user, 'owner'; "
        "SET search_path = pg_temp, champion_tracker; SELECT * FROM records; SELECT * FROM log"
    ),
    "an operator of one's own in front of the server's": (
        "CREATE FUNCTION pg_temp.yes(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'; "
        "CREATE OPERATOR pg_temp.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.yes); "
        "SET search_path = pg_temp, champion_tracker, pg_catalog; SELECT * FROM records"
    ),
    "a function with the rights of its owner": (
        "CREATE FUNCTION pg_temp.all_of_it() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER "
        "AS 'SELECT document FROM champion_tracker.records'; SELECT pg_temp.all_of_it()"
    ),
    "a view": ("CREATE TEMP VIEW v AS SELECT * FROM champion_tracker.log; SELECT v::text FROM v"),
    "a statement prepared before": (
        "SET plan_cache_mode = force_generic_plan; "
        "PREPARE p (text) AS SELECT * FROM champion_tracker.records WHERE id <> $1; "
        "EXECUTE p (''); EXECUTE p ('')"
    ),
    "a cursor that outlives its transaction": (
        "BEGIN; DECLARE c CURSOR WITH HOLD FOR SELECT * FROM champion_tracker.log; COMMIT; "
        "FETCH ALL FROM c"
    ),
    "a copy of a query": "COPY (SELECT document, words FROM champion_tracker.records) TO STDOUT",
    "a copy by a program": "COPY champion_tracker.records TO PROGRAM 'cat'",
    "a conversion that fails and shows what it failed on": (
        "SELECT id FROM champion_tracker.records WHERE CAST(document AS integer) = 1"
    ),
    "a division that fails on what is looked for": (
        f"SELECT id FROM champion_tracker.records WHERE 1 / strpos(document, '{SECRET[:4]}') > 0"
    ),
    "the plan with what it met": (
        "EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM champion_tracker.records WHERE words LIKE '%x%'"
    ),
    "rows by where they lie": (
        "SELECT ctid, r.* FROM champion_tracker.records r WHERE ctid IN "
        "(SELECT ('(0,' || n || ')')::tid FROM generate_series(1, 60) n)"
    ),
    "a sample": "SELECT * FROM champion_tracker.records TABLESAMPLE BERNOULLI (100)",
    "a lock": "SELECT * FROM champion_tracker.records FOR UPDATE",
    "a row that is there already": (
        "INSERT INTO champion_tracker.records AS r SELECT workspace, 'interaction', 'i-secret', "
        "1, 1, 1, false, false, session_user, '{}', '', NULL FROM champion_tracker.members "
        "ON CONFLICT (workspace, kind, id) DO UPDATE SET words = r.document RETURNING r.*"
    ),
    "a change that gives back what it changed": (
        "UPDATE champion_tracker.records SET words = document WHERE kind = 'interaction' "
        "RETURNING *"
    ),
    "what others are asking just now": "SELECT query FROM pg_stat_activity",
    "what was counted": (
        "SELECT s::text FROM pg_stats_ext s; SELECT s::text FROM pg_stats_ext_exprs s; "
        "SELECT * FROM pg_statistic"
    ),
    "the files below": "SELECT pg_read_file('PG_VERSION'); SELECT lo_import('/etc/passwd')",
    "the log of changes below": (
        "SELECT * FROM pg_create_logical_replication_slot('s', 'test_decoding')"
    ),
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
@pytest.mark.parametrize("login", ["eve", "rita"])
def test_no_trick_shows_a_word_of_it(
    team: Team, author: SharedStore, login: str, trick: str
) -> None:
    author.commit(made(replace(touch("p-ben", note=SECRET), private=True)))
    # One by one, so that a refusal of one does not hide what the next would say.
    said = team.cluster.psql(
        login, team.database, *(w for s in trick.split("; ") for w in ("-c", s))
    )
    assert SECRET not in said.stdout + said.stderr
    assert SECRET in repr(author.history("p-ben"))


def test_what_others_ask_is_not_shown_while_they_ask(team: Team, author: SharedStore) -> None:
    with connect(team, "ed") as asking, asking.transaction():
        asking.execute(f"SELECT '{SECRET}'")
        for login in OTHERS:
            assert SECRET.encode() not in dump(team, login, "SELECT query FROM pg_stat_activity")
