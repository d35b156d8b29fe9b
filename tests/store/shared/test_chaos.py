"""The server killed and restarted, connections cut: what was acknowledged is there, once.

The long form: CHAMPION_TRACKER_CHAOS_WRITERS=10 CHAMPION_TRACKER_CHAOS_SCREENS=2
CHAMPION_TRACKER_CHAOS_SECONDS=120 CHAMPION_TRACKER_CHAOS_KILLS=3.
"""

import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread

from champion_tracker.model import FollowUp, Interaction, Person
from tests.e2e.terminal import Terminal
from tests.store.store_records import count, made, say
from tests.store.teams import Team

from .chaos_child import PEOPLE

ROOT = Path(__file__).parents[3]


class Child:
    """A process of the proof, and what it says."""

    def __init__(self, what: str, address: str, name: str, folder: Path) -> None:
        self._said = folder / name
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.shared.chaos_child", what, address, name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=self._said.open("w"),
            text=True,
        )

    def lines(self, word: str) -> list[str]:
        """What it said after a word."""
        lines = (line.partition(" ") for line in self._said.read_text().splitlines())
        return [rest for first, _, rest in lines if first == word]

    def wait_until_ready(self) -> None:
        while not self._said.read_text():
            assert self._process.poll() is None
            time.sleep(0.05)

    def kill(self) -> None:
        """Leave nothing behind, whatever happened."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """Ask it to come to its end, and see that it does so well."""
        self._process.communicate("enough\n", timeout=60)
        assert self._process.returncode == 0


def disturb(team: Team, seconds: int, kills: int) -> int:
    """Cut connections at random and kill the server now and then; return how many were cut."""
    rng, cut = random.Random(7), 0
    until = time.monotonic() + seconds
    killings = [until - seconds * (n + 0.5) / kills for n in range(kills)]
    while time.monotonic() < until:
        time.sleep(rng.uniform(0, 0.2))
        if killings and time.monotonic() > killings[-1]:
            killings.pop()
            team.cluster.kill()
            time.sleep(rng.uniform(0, 1))
            team.cluster.start()
        cut += cut_some(team)
    assert not killings
    return cut


@contextmanager
def looked_at(screens: Sequence[Terminal]) -> Iterator[None]:
    """Take in what the applications draw, for a full pipe would hold them up."""
    enough = Event()

    def look(screen: Terminal) -> None:
        while not enough.is_set():
            screen.read()

    lookers = [Thread(target=look, args=(screen,)) for screen in screens]
    for looker in lookers:
        looker.start()
    try:
        yield
    finally:
        enough.set()
        for looker in lookers:
            looker.join()


def is_connected(screen: Terminal) -> bool:
    return "offline" not in screen.text


def is_listed(screen: Terminal, name: str) -> bool:
    """Whether a name is seen, and not just typed so far."""
    return name in screen.text and "Add a person" not in screen.text


def cut_some(team: Team) -> int:
    with team.cluster.connect() as administrator:
        cut = administrator.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE usename IN ('ed', 'eve', 'rita') AND random() < 0.15"
        ).fetchone()
    assert cut is not None
    return int(cut[0])


def test_what_was_acknowledged_is_there_once_and_nothing_is_half(
    team: Team, tmp_path: Path
) -> None:
    writers, kills = count("CHAOS_WRITERS", 3), count("CHAOS_KILLS", 1)
    team.open("ed").commit(made(*(Person(id=key, name=key) for key in PEOPLE)))
    pens = [
        Child("write", team.address("ed" if n % 2 else "eve"), f"writer{n}", tmp_path)
        for n in range(writers)
    ]
    screens = [
        Terminal("--workspace", team.address(("ed", "eve")[n % 2]), XDG_DATA_HOME=str(tmp_path))
        for n in range(count("CHAOS_SCREENS", 1))
    ]
    eyes = [Child("follow", team.address(who), who, tmp_path) for who in ("rita", "eve")]
    try:
        for child in (*pens, *eyes):
            child.wait_until_ready()
        for screen in screens:
            screen.sees("Today")
            screen.keys("2")
            screen.sees("p-0", "p-1")
        with looked_at(screens):
            cut = disturb(team, count("CHAOS_SECONDS", 5), kills)
            for child in (*pens, *eyes):
                child.end()
        for number, screen in enumerate(screens):
            screen.waits(partial(is_connected, screen))
            screen.keys("n")
            screen.sees("Name")
            screen.keys(f"A new one {number}\x13")
            for each in screens:
                each.waits(partial(is_listed, each, f"A new one {number}"))
    finally:
        for child in (*pens, *eyes):
            child.kill()
        for screen in screens:
            screen.kill()

    store = team.open("rita")
    past = list(store.commits())[::-1]
    added = [commit.id for commit in past if commit.verb == "add"]
    assert len(added) == len(screens)
    past = [commit for commit in past if commit.id not in added]
    there = [commit.id for commit in past]
    kept = [key for pen in pens for key in pen.lines("kept")]
    begun = [key for pen in pens for key in pen.lines("begun")]
    say(f"{len(begun)} begun, {len(kept)} acknowledged, {len(there) - 1} there; {cut} cuts")
    assert len(kept) > writers
    assert len(set(there)) == len(there)
    assert set(kept) <= set(there) <= {*begun, there[0]}

    records = [edit.after for commit in past for edit in commit.edits]
    touches = [r.id for r in records if isinstance(r, Interaction)]
    waits = [r.id for r in records if isinstance(r, FollowUp)]
    assert len(touches) == len(waits) == len(there) - 1
    held = {record.id for key in PEOPLE for record in store.history(key)}
    assert held == {*touches, *waits}
    tags = {tag for person in store.workspace.people.values() for tag in person.tags}
    assert tags == {tag for r in records if isinstance(r, Person) for tag in r.tags}
    for eye in eyes:
        assert eye.lines("seen") == there[-len(eye.lines("seen")) :]
        assert eye.lines("shows") == [f"{len(touches)} {len(waits)}"]
