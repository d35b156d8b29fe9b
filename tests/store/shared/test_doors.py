"""Addresses, passwords and certificates: how one gets in, and what is never said or kept."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

import psycopg
import pytest
from msgspec.structs import replace
from sqlalchemy import text

from champion_tracker.model import BadInput, Edit, Person, WorkspaceError
from champion_tracker.rules.folding import fold
from champion_tracker.rules.texts import text_of
from champion_tracker.store.documents import encode
from champion_tracker.store.shared import Location, open_shared
from champion_tracker.store.shared.database import SNAPSHOT, WHOLE, Database
from champion_tracker.store.shared.indexing import index
from champion_tracker.store.shared.loading import read_first
from champion_tracker.store.shared.passwords import SERVICE, keyring_name
from champion_tracker.store.shared.revisions import REVISION, upgrade
from champion_tracker.store.shared.tables import metadata
from champion_tracker.store.shared.team import give_role, init_team, upgrade_team
from champion_tracker.store.shared.writing import key_of
from tests.store.store_records import commit_of, made, touch
from tests.store.teams import Team

PASSWORD = "correct-horse"


@pytest.mark.parametrize(
    ("address", "verified"),
    [
        ("postgresql://ann@db.agency.example/crm?workspace=press", True),
        ("postgresql://ann@10.0.0.7:5433/crm", True),
        ("postgresql://ann@localhost.evil.example/crm", True),
        ("postgresql:///crm?host=db.agency.example", True),
        ("postgresql://ann@127.0.0.1/crm", False),
        ("postgresql://ann@[::1]/crm", False),
        ("postgresql://ann@localhost/crm", False),
        ("postgresql:///crm?host=/run/postgresql", False),
    ],
)
def test_whom_one_speaks_to_over_a_network_is_verified(address: str, *, verified: bool) -> None:
    parameters = Location.parse(address).parameters
    assert (parameters.get("sslmode") == "verify-full") is verified


@pytest.mark.parametrize("variable", ["PGHOST", "PGHOSTADDR", "PGSERVICE"])
def test_what_the_environment_says_of_the_host_is_verified_as_well(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "10.0.0.7")
    assert Location.parse("postgresql://ann@/crm").parameters["sslmode"] == "verify-full"


def test_one_host_far_away_is_enough() -> None:
    several = "postgresql:///crm?host=/run/postgresql,db.agency.example"
    assert Location.parse(several).parameters["sslmode"] == "verify-full"


def test_without_a_certificate_of_ones_own_the_systems_authorities_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    asked = Location.parse("postgresql://ann@localhost/crm?sslmode=verify-full")
    assert asked.parameters["sslrootcert"] == "system"
    own = tmp_path / ".postgresql" / "root.crt"
    own.parent.mkdir()
    own.touch()
    assert "sslrootcert" not in asked.parameters


def test_less_is_verified_only_where_the_address_says_so() -> None:
    told = Location.parse("postgresql://ann@db.example/crm?sslmode=require").parameters
    assert told["sslmode"] == "require"
    own = Location.parse("postgresql://ann@db.example/crm?sslrootcert=/etc/ca.pem").parameters
    assert (own["sslmode"], own["sslrootcert"]) == ("verify-full", "/etc/ca.pem")


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://ann:{PASSWORD}@db.example/crm",
        f"postgresql://ann@db.example/crm?password={PASSWORD}",
        f"postgresql://ann@db.example/crm?passfile=/tmp/{PASSWORD}",
        f"postgresql://ann@db.example/crm?options={PASSWORD}",
        f"postgresql://ann@db.example:{PASSWORD}/crm",
        f"mysql://ann@db.example/{PASSWORD}",
    ],
)
def test_an_address_with_a_secret_or_something_unknown_is_refused(address: str) -> None:
    with pytest.raises(BadInput) as refusal:
        Location.parse(address)
    assert PASSWORD not in str(refusal.value)


@pytest.fixture
def guarded(team: Team) -> Iterator[str]:
    """The address of a workspace for ``pia``, whom the server asks for a password."""
    rules = team.cluster.data / "pg_hba.conf"
    usual = rules.read_text()
    with team.cluster.connect() as administrator:
        administrator.execute("DROP ROLE IF EXISTS pia")
        administrator.execute(f"CREATE ROLE pia LOGIN PASSWORD '{PASSWORD}'")
        rules.write_text(f"host all pia 127.0.0.1/32 scram-sha-256\n{usual}")
        administrator.execute("SELECT pg_reload_conf()")
    owned = Location.parse(team.address("lead"))
    give_role(owned, "pia", "editor")
    yield team.address("pia")
    give_role(owned, "pia", "none")
    rules.write_text(usual)


def test_a_password_comes_from_the_environment_or_the_keyring(
    guarded: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(WorkspaceError, match="wants a password"):
        open_shared(guarded)

    with monkeypatch.context() as patched:
        patched.setenv("PGPASSWORD", PASSWORD)
        assert open_shared(guarded).login == "pia"

    with monkeypatch.context() as patched:
        kept = tmp_path / "pgpass"
        kept.write_text(f"*:*:*:pia:{PASSWORD}\n")
        kept.chmod(0o600)
        patched.setenv("PGPASSFILE", str(kept))
        assert open_shared(guarded).login == "pia"

    place = (SERVICE, keyring_name(Location.parse(guarded)))
    monkeypatch.setattr("keyring.get_password", lambda *asked: {place: PASSWORD}.get(asked))
    store = open_shared(guarded)
    assert store.login == "pia"
    assert PASSWORD not in repr(vars(store)) + repr(store._database.location)


def test_a_wrong_password_is_said_without_saying_it(
    guarded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "wrong-horse")
    with pytest.raises(WorkspaceError, match="does not let you in") as refusal:
        open_shared(guarded)
    assert "wrong-horse" not in str(refusal.value)
    assert "Check the password" in str(refusal.value)


def test_a_misspelt_workspace_is_told_from_ones_own(team: Team) -> None:
    with pytest.raises(WorkspaceError, match=f"no member .* one of .*'{team.workspace}'"):
        open_shared(team.address("ed", "misspelt"))
    with pytest.raises(WorkspaceError, match="Ask its owner") as refusal:
        open_shared(team.address("stranger", "misspelt"))
    assert team.workspace not in str(refusal.value)


def test_a_database_without_a_workspace_says_how_to_make_one(team: Team) -> None:
    team.cluster.database(f"empty-{team.workspace}", "lead")
    with pytest.raises(WorkspaceError, match="team init"):
        open_shared(team.cluster.address("lead", f"empty-{team.workspace}"))


def test_setting_up_and_upgrading_again_change_nothing(team: Team) -> None:
    owned = Location.parse(team.address("lead"))
    for _ in range(2):
        init_team(owned)
        upgrade_team(owned)
    assert team.open("ed").login == "ed"
    assert team.open("rita").login == "rita"


@pytest.mark.parametrize(("revision", "said"), [("9999", "newer version"), ("0000", "upgrade")])
def test_a_database_of_another_form_is_refused(team: Team, revision: str, said: str) -> None:
    with team.cluster.connect("admin", team.database) as administrator:
        change = "UPDATE champion_tracker.revision SET version_num = %s"
        administrator.execute(change, [revision])
        try:
            with pytest.raises(WorkspaceError, match=said):
                team.open("ed")
        finally:
            administrator.execute(change, [REVISION])


def test_the_steps_make_the_tables_that_the_program_knows(team: Team) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    address = f"postgresql+psycopg://admin@127.0.0.1:{team.cluster.port}/agency"
    engine = create_engine(address)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_schemas": True,
                "include_name": lambda name, kind, _: kind != "schema" or name == metadata.schema,
                "version_table": "revision",
                "version_table_schema": metadata.schema,
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


NAMES = ("Óscar", "ann", "Ben")


def test_a_folder_needs_nothing_of_a_database(tmp_path: Path) -> None:
    probe = (
        "import sys; from champion_tracker.__main__ import main; "
        "assert main(sys.argv[1:]) == 0; print(*sys.modules)"
    )
    command = [sys.executable, "-c", probe, "--workspace", str(tmp_path / "w"), "add", "Ann Lee"]
    said = subprocess.run(command, capture_output=True, check=True, text=True)
    loaded = {module.partition(".")[0] for module in said.stdout.split()}
    assert "champion_tracker" in loaded
    assert not loaded & {"sqlalchemy", "psycopg", "alembic", "keyring"}


OLD = """
INSERT INTO champion_tracker.workspaces VALUES ('old', 5);
INSERT INTO champion_tracker.owners VALUES ('old', 'lead');
INSERT INTO champion_tracker.members VALUES ('old', 'lead', 'owner'), ('old', 'ed', 'editor'),
    ('old', 'rita', 'reader');
GRANT USAGE ON SCHEMA champion_tracker TO ed, rita;
GRANT SELECT ON ALL TABLES IN SCHEMA champion_tracker TO ed, rita;
"""


class Old:
    """A workspace in a database of the first form, as the program of then wrote it."""

    def __init__(self, team: Team) -> None:
        self.name = f"old-{team.workspace}"
        team.cluster.database(self.name, "lead")
        self._cluster = team.cluster
        owner = Database(self.location("lead"))
        owner.run(lambda c: c.execute(text("CREATE SCHEMA champion_tracker")), WHOLE)
        owner.run(lambda c: upgrade(c, "0001"), WHOLE)
        owner.close()
        with team.cluster.connect("admin", self.name) as administrator:
            administrator.execute(OLD)

    def location(self, login: str) -> Location:
        return Location.parse(self._cluster.address(login, self.name, "old"))

    def keep(self, number: int, *seen: tuple[bool, str, Edit]) -> None:
        """A commit of ``ed``'s: whether private, what is said of it, and an edit."""
        with self._cluster.connect("admin", self.name) as administrator:
            put = partial(_put, administrator)
            for place, (private, summary, edit) in enumerate(seen):
                before, after = (
                    None if record is None else encode(record).decode()
                    for record in (edit.before, edit.after)
                )
                commit = replace(commit_of(), id=f"c-{number}", summary=summary)
                put("commits", number, commit.id, private, "ed", encode(commit).decode(), 0, 0)
                put("edits", number, place, private, "ed", before, after)
                for person in edit.record.about:
                    put("mentions", person, *key_of(edit.record), number, private, "ed")
                record = edit.after
                if record is not None:
                    told = (number, number, place, record.is_open, private, "ed", after)
                    put("records", *key_of(record), *told, fold(text_of(record)))


def _put(connection: psycopg.Connection, table: str, *values: object) -> None:
    marks = ", ".join(["%s"] * (len(values) + 1))
    statement = f"INSERT INTO champion_tracker.{table} VALUES ({marks}) ON CONFLICT DO NOTHING"
    connection.execute(statement, ["old", *values])


def test_a_database_of_the_first_form_is_brought_up_to_date(team: Team) -> None:
    """Its people get their place in the order by name, whoever's workspace they are in.

    Whoever was let in before may use what is new, and what was private stays so.
    """
    old, people = Old(team), [Person(id=f"p-{n}", name=name) for n, name in enumerate(NAMES)]
    people[0] = replace(people[0], notes="Likes trains")
    for number, person in enumerate(people, 1):
        old.keep(number, (False, f"Added {person.name}", Edit(after=person)))
    met, secret = touch("p-1", "p-2", key="i-1"), replace(touch("p-1", key="i-2"), private=True)
    old.keep(4, (False, "Partly private", Edit(after=met)), (True, "Met", Edit(after=secret)))
    old.keep(5, (True, "Between us", Edit(after=replace(secret, id="i-3"))))
    with pytest.raises(WorkspaceError, match="older form"):
        open_shared(str(old.location("ed")))
    upgrade_team(old.location("lead"))
    index(Database(old.location("ed")), "old")
    with closing(open_shared(str(old.location("rita")))) as store:
        assert [record.id for record in store.search("likes trains")] == ["p-0"]
        first = store._database.run(lambda c: read_first(c, "old"), SNAPSHOT)
        assert [person.name for person in first.view.people.values()] == ["ann", "Ben", "Óscar"]
        assert first.view.people == store.workspace.people
        assert [*store.history("p-1")] == [*store.history("p-2")] == [met]
        summaries = [commit.summary for commit in store.commits()]
        assert summaries == ["Partly private", *(f"Added {name}" for name in NAMES[::-1])]
    with closing(open_shared(str(old.location("ed")))) as store:
        assert [record.id for record in store.history("p-1")] == ["i-1", "i-2", "i-3"]
        newest = [(commit.id, commit.summary) for commit in store.commits("p-1")]
        assert newest == [("c-5", "Between us"), ("c-4", "Met"), ("c-2", "Added ann")]
        assert [edit.after for edit in next(islice(store.commits(), 1, 2)).edits] == [met, secret]
        store.commit(made(touch("p-2", key="i-4")))
        again = replace(commit_of(), id="c-3")
        store.commit(again)
        assert len(list(store.commits())) == 6


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(team: Team) -> None:
    old = Old(team)
    with team.cluster.connect("admin", old.name) as administrator:
        administrator.execute("CREATE TABLE champion_tracker.log (it_is text)")
    with pytest.raises(WorkspaceError):
        upgrade_team(old.location("lead"))
    with team.cluster.connect("admin", old.name) as administrator:
        asked = "SELECT version_num, to_regclass('champion_tracker.words') FROM {}.revision"
        found = administrator.execute(asked.format("champion_tracker")).fetchone()
        assert found == ("0001", None)
        administrator.execute("DROP TABLE champion_tracker.log")
    upgrade_team(old.location("lead"))
    open_shared(str(old.location("ed"))).close()
