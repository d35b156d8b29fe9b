"""Between the program and the server stands a pooler that hands out a connection a transaction."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from msgspec.structs import replace

from benchmarks.cluster import free_port
from champion_tracker.store.shared import open_shared
from tests.store.store_records import ANN, changed, made, touch
from tests.store.teams import Team

PGBOUNCER = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
CONFIGURATION = """
[databases]
agency = host=127.0.0.1 port={server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = trust
auth_file = {folder}/logins
pool_mode = transaction
default_pool_size = 2
"""

pytestmark = pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")


@pytest.fixture
def address(team: Team) -> Iterator[str]:
    """Of the workspace, for ``ed``, by way of a pooler with two connections."""
    assert PGBOUNCER is not None
    folder, port = Path(tempfile.mkdtemp(prefix="champion-tracker-pooler-")), free_port()
    (folder / "logins").write_text('"ed" ""\n')
    text = CONFIGURATION.format(server=team.cluster.port, port=port, folder=folder)
    (folder / "configuration").write_text(text)
    # It refuses root, as the server does.
    user = "postgres" if os.geteuid() == 0 else None
    if user is not None:
        for path in (folder, *folder.iterdir()):
            os.chown(path, pwd.getpwnam(user).pw_uid, -1)
    pooler = subprocess.Popen([PGBOUNCER, "-q", str(folder / "configuration")], user=user)
    straight = team.address("ed")
    pooled = straight.replace(f":{team.cluster.port}/", f":{port}/")
    _wait_for(port)
    yield pooled
    pooler.terminate()
    pooler.wait()
    shutil.rmtree(folder)


def _wait_for(port: int) -> None:
    latest = time.monotonic() + 30
    while True:
        try:
            way = {"host": "127.0.0.1", "port": port, "user": "ed", "dbname": "agency"}
            psycopg.connect(**way).close()  # type: ignore[arg-type]
        except psycopg.OperationalError:
            if time.monotonic() > latest:
                raise
            time.sleep(0.05)
        else:
            return


def test_whoever_shares_connections_writes_their_own_statements(address: str, team: Team) -> None:
    """Two clients that know other statements, in turn, on the same two connections."""
    with closing(open_shared(address)) as one, closing(open_shared(address)) as two:
        one.commit(made(ANN))
        person = ANN
        for n in range(10):
            one.commit(made(touch("p-ann", key=f"i-{n}")))
            tagged = replace(person, tags=(f"tag {n}",))
            two.refresh()
            two.commit(changed(person, tagged))
            two.commit(made(touch("p-ann", key=f"a-{n}"), touch("p-ann", key=f"b-{n}")))
            one.refresh()
            person = tagged
    with closing(team.open("rita")) as straight:
        wanted = [f"{of}-{n}" for n in range(10) for of in "iab"]
        assert [record.id for record in straight.history("p-ann")] == wanted
        assert straight.workspace.people["p-ann"] == person
        assert len(list(straight.commits())) == 31
