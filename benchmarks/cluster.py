"""A PostgreSQL server of one's own, on loopback, for trials and measurements."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psycopg

WAYS = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")
QUIET = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
shared_buffers = 128MB
"""


def programs() -> Path | None:
    """The folder of the server's programs; None where it is not installed."""
    for way in WAYS:
        for folder in sorted(Path("/").glob(way.lstrip("/")), reverse=True):
            if (folder / "initdb").exists():
                return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


class Cluster:
    """Databases in a temporary folder; the server refuses root, so an ordinary user runs it."""

    def __init__(self, *settings: str) -> None:
        """Make and start one.

        Args:
            settings: More lines for its configuration.
        """
        folder = programs()
        if folder is None:
            raise FileNotFoundError("PostgreSQL is not installed")
        self._programs = folder
        self.folder = Path(tempfile.mkdtemp(prefix="champion-tracker-pg-"))
        self._user = "postgres" if os.geteuid() == 0 else None
        if self._user:
            entry = pwd.getpwnam(self._user)
            os.chown(self.folder, entry.pw_uid, entry.pw_gid)
        self.port = free_port()
        self._frozen: list[int] = []
        self.data = self.folder / "data"
        self._run("initdb", "-D", self.data, "-U", "admin", "-A", "trust", "-E", "UTF8", "-N")
        lines = "\n".join((QUIET, *settings))
        self._run("sh", "-c", f"cat >> {self.data}/postgresql.conf <<'END'\n{lines}\nEND")
        self.start()

    def start(self) -> None:
        """Start the server, or start it again."""
        self._run(
            *("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "60"),
            *("-o", f"-p {self.port}", "start"),
        )

    def freeze(self) -> None:
        """Let every process of the server stand still, as when a machine hangs."""
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        # One that is stopped has no more children.
        os.kill(first, signal.SIGSTOP)
        self._frozen = [first, *_children(first)]
        for process in self._frozen:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on."""
        for process in self._frozen:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)

    def kill(self) -> None:
        """Kill every process of the server, as a power cut would."""
        self.freeze()
        processes = self._frozen
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while any(_lives(process) for process in processes):
            time.sleep(0.02)
        # What is dead but not yet buried looks alive to the one that starts next.
        (self.data / "postmaster.pid").unlink()

    def close(self) -> None:
        """Stop the server and remove what it kept."""
        with suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)

    def psql(self, user: str, database: str, *words: str) -> subprocess.CompletedProcess[str]:
        """What plain psql says."""
        command = ["psql", "-X", "-q", "-At", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(
            [*command, "-U", user, "-d", database, *words], capture_output=True, text=True
        )

    def connect(self, user: str = "admin", database: str = "postgres") -> psycopg.Connection:
        """A plain connection, in autocommit."""
        return psycopg.connect(self.conninfo(user, database), autocommit=True)

    def conninfo(self, user: str, database: str) -> str:
        """The way to a database for libpq."""
        return f"host=127.0.0.1 port={self.port} user={user} dbname={database}"

    def database(self, name: str, owner: str = "", *logins: str) -> None:
        """Make an empty database, and logins for it where they lack."""
        with self.connect() as connection:
            for login in filter(None, (owner, *logins)):
                known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [login])
                if known.fetchone() is None:
                    connection.execute(f'CREATE ROLE "{login}" LOGIN')
            connection.execute(f'CREATE DATABASE "{name}" OWNER "{owner or "admin"}"')

    def address(self, user: str, database: str, workspace: str = "press") -> str:
        """The address of a workspace, as a user would write it."""
        at = f"{user}@127.0.0.1:{self.port}"
        return f"postgresql://{at}/{database}?workspace={workspace}"

    def program(self, name: str) -> Path:
        """One of the server's programs."""
        return self._programs / name

    def _run(self, program: str, *words: str | Path) -> None:
        path = self._programs / program
        command = [str(path) if path.exists() else program, *map(str, words)]
        subprocess.run(
            command,
            check=True,
            user=self._user,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _children(parent: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True)
    return [int(line) for line in found.stdout.split()]


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
