"""What sharing costs: each figure against a floor or a peer on the same server, all in one run.

Run with ``python -m benchmarks.team``; prints Markdown. It starts a PostgreSQL of its own, which
really writes to the disk.
"""

import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace
from sqlalchemy import Connection

from champion_tracker.model import Commit, Edit, Person, Record, new_id
from champion_tracker.store import Store
from champion_tracker.store.documents import encode
from champion_tracker.store.shared import Location, SharedStore, open_shared
from champion_tracker.store.shared.database import SNAPSHOT
from champion_tracker.store.shared.indexing import find
from champion_tracker.store.shared.loading import PAGE
from champion_tracker.store.shared.reading import read_texts
from champion_tracker.store.shared.team import give_role, init_team
from champion_tracker.tracker import PinnedClock
from champion_tracker.tracker.opening import open_tracker
from champion_tracker.tracker.together import watch

from .bulk import fill
from .cluster import Cluster
from .measure import best
from .store import commit_of
from .workspaces import TODAY, people

ROUNDS = int(os.environ.get("CHAMPION_TRACKER_ROUNDS", "400"))
SMALL, LARGE = 1_000, int(os.environ.get("CHAMPION_TRACKER_PEOPLE", "100000"))
TOUCHES = int(os.environ.get("CHAMPION_TRACKER_TOUCHES", "20"))
WRITERS, SECONDS = 20, 6
DELAYS = 200
INSERT = "INSERT INTO bare VALUES (%s, %s)"
Look: TypeAlias = Callable[[Connection, str, list[str]], Iterator[Record]]
LOOK = 0.5
"""How often an open application looks for changes, in seconds."""


class Row(NamedTuple):
    """A line of the table."""

    what: str
    ours: str
    floor: str
    ratio: float
    goal: str


def main() -> None:
    """Measure and print."""
    cluster = Cluster("max_connections = 80")
    try:
        cluster.database("agency", "lead", "ed")
        print("| what | ours | floor | ratio | goal |")
        print("| --- | --- | --- | --- | --- |")
        for measure in MEASURES:
            for row in measure(cluster):
                print(f"| {row.what} | {row.ours} | {row.floor} | {row.ratio:.2f} | {row.goal} |")
        middle, late = seeing(cluster)
        print(
            f"\nWhat others see: after {middle:.0f} ms in the middle and {late:.0f} ms at the "
            f"95th percentile, for a reader who looks every {LOOK * 1000:.0f} ms."
        )
    finally:
        cluster.close()


def workspace(cluster: Cluster, name: str) -> str:
    """The address, for ``ed``, of a new workspace."""
    owned = Location.parse(cluster.address("lead", "agency", name))
    init_team(owned)
    give_role(owned, "ed", "editor")
    return cluster.address("ed", "agency", name)


def _commit(edits: list[Edit]) -> Commit:
    return Commit(
        id=new_id("c"), at=datetime.now(UTC), verb="add", summary="Filled", edits=tuple(edits)
    )


def committing(cluster: Cluster) -> list[Row]:
    """One interaction, against the same document inserted into a bare table."""
    store = open_shared(workspace(cluster, "commits"))
    store.commit(_commit([Edit(after=person) for person in people(10)]))
    with cluster.connect("admin", "agency") as bare:
        bare.execute("CREATE TABLE bare (id text PRIMARY KEY, document text NOT NULL)")
        ours, floor = [], []
        for n in range(ROUNDS):
            commit = commit_of(n)
            record = commit.edits[0].record
            ours.append(timed(lambda c=commit: store.commit(c)))  # type: ignore[misc]
            values = [record.id, encode(record).decode()]
            floor.append(timed(lambda v=values: bare.execute(INSERT, v)))  # type: ignore[misc]
    store.close()
    a, b = statistics.median(ours), statistics.median(floor)
    what = "commit of one interaction ÷ bare INSERT (median)"
    return [Row(what, f"{a * 1000:.2f} ms", f"{b * 1000:.2f} ms", a / b, "≤ 1.5")]


def timed(task: Callable[[], object]) -> float:
    """Seconds that a task takes."""
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def opening(cluster: Cluster) -> list[Row]:
    """A large workspace against a small one: until the first page of People, and until all.

    The first is from the call that opens the address until the application has the first people
    by name, with what tells how each of them stands; the rest is being read meanwhile.
    """
    page, whole = [], []
    for count in (SMALL, LARGE):
        address = workspace(cluster, f"people{count}")
        with cluster.connect("admin", "agency") as administrator:
            fill(administrator, f"people{count}", count, TOUCHES)
            administrator.execute("VACUUM ANALYZE")
        page.append(best(9, lambda a=address: first_page(a))[0])  # type: ignore[misc]
        whole.append(best(3, lambda a=address: timed(lambda: everything(a)))[0])  # type: ignore[misc]
    size = f"{LARGE:,} people and {LARGE * TOUCHES:,} interactions ÷ {SMALL:,}"
    return [
        Row(
            f"{what}, {size}", f"{ours * 1000:.0f} ms", f"{floor * 1000:.0f} ms", ours / floor, goal
        )
        for what, (floor, ours), goal in (
            ("opening People", page, "≤ 1.3"),
            ("until everything is at hand", whole, ""),
        )
    ]


def first_page(address: str) -> float:
    """Seconds until the first page of People can be shown."""
    # What an earlier opening left behind is none of this one's business.
    gc.collect()
    begun = time.perf_counter()
    tracker = open_tracker(address)
    watch(tracker)
    seen = [tracker.profile(person) for person in tracker.list_people()[:PAGE]]
    taken = time.perf_counter() - begun
    assert len(seen) == PAGE
    everything_of(tracker.store)
    tracker.close()
    return taken


def everything(address: str) -> None:
    """Read all of a workspace, as the command line does."""
    store = open_shared(address)
    everything_of(store)
    store.close()


def everything_of(store: Store) -> None:
    """Wait until everything is at hand."""
    assert isinstance(store, SharedStore)
    store.complete()


def glancing(cluster: Cluster) -> list[Row]:
    """Who is due in a large workspace, where it is known who rests, against reading everybody."""
    address = cluster.address("ed", "agency", f"people{LARGE}")
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        due(address)
        ours, floor = best(3, lambda: timed(lambda: due(address)), lambda: timed_all(address))
    what = f"who is due of {LARGE:,} people ÷ reading everybody"
    return [Row(what, f"{ours * 1000:.0f} ms", f"{floor * 1000:.0f} ms", ours / floor, "")]


def due(address: str) -> None:
    """Open a workspace and ask it who is due."""
    tracker = open_tracker(address, PinnedClock(TODAY))
    assert tracker.agenda()
    tracker.close()


def timed_all(address: str) -> float:
    """Seconds that it takes to read everybody."""
    return timed(lambda: everything(address))


def searching(cluster: Cluster) -> list[Row]:
    """A word that stands in one note of a large workspace, against looking at every text."""
    name = f"people{LARGE}"
    store = open_shared(cluster.address("ed", "agency", name))
    met = commit_of(0).edits[0].record
    store.commit(_commit([Edit(after=replace(met, id=new_id("i"), note="About Zoölogy"))]))
    store.index()
    asked = [lambda look=look: looked(store, look) for look in (find, read_texts)]
    ours, floor = best(5, *asked)
    store.close()
    what = f"searching a rare word in {LARGE * TOUCHES:,} notes ÷ looking at every text"
    return [Row(what, f"{ours * 1000:.0f} ms", f"{floor * 1000:.0f} ms", ours / floor, "")]


def finding(cluster: Cluster) -> list[Row]:
    """What the search screen and the filter of People ask for, in a large workspace and a small.

    The filter is asked for a word that a twelfth of all names hold, and for one that none does.
    """
    asked: list[list[float]] = []
    for count in (SMALL, LARGE):
        store = open_shared(cluster.address("ed", "agency", f"people{count}"))
        store.index()
        tasks = (
            lambda s=store: s.ask(["portal"]),
            lambda s=store: s.ask(["zq"]),
            lambda s=store: s.ask_people([("ekman", True)]),
            lambda s=store: s.ask_people([("zq", True)]),
        )
        asked.append(best(9, *(lambda t=t: timed(lambda: t().result()) for t in tasks)))
        store.close()
    size = f"{LARGE:,} people and {LARGE * TOUCHES:,} interactions ÷ {SMALL:,}"
    whats = (
        "first found by the search screen, a word of every note",
        "the same, a word that stands nowhere",
        "first found by the filter before everybody is at hand, a frequent name",
        "the same, a word that stands nowhere",
    )
    return [
        Row(f"{what}, {size}", f"{many * 1000:.1f} ms", f"{few * 1000:.1f} ms", many / few, "")
        for what, few, many in zip(whats, *asked, strict=True)
    ]


def looked(store: SharedStore, look: Look) -> float:
    """Seconds until the one note is found that holds the word."""
    begun = time.perf_counter()
    found = store._database.run(lambda c: list(look(c, store._name, ["zoology"])), SNAPSHOT)
    assert len(found) == 1
    return time.perf_counter() - begun


def writing_together(cluster: Cluster) -> list[Row]:
    """Twenty writers, apart and on the same person, against pgbench's simple update."""
    address = workspace(cluster, "writers")
    store = open_shared(address)
    store.commit(_commit([Edit(after=person) for person in people(WRITERS)]))
    peer = pgbench(cluster)
    apart = throughput(address, "apart")
    together = throughput(address, "together")
    store.close()
    what = f"{WRITERS} writers ÷ pgbench -N with as many clients"
    return [
        Row(f"{what}, an interaction each", f"{apart:.0f}/s", f"{peer:.0f}/s", apart / peer, ""),
        Row(
            f"{WRITERS} writers changing one person ÷ apart",
            f"{together:.0f}/s",
            f"{apart:.0f}/s",
            together / apart,
            "",
        ),
    ]


def pgbench(cluster: Cluster) -> float:
    """Transactions a second of pgbench's simple update."""
    way = ["-h", "127.0.0.1", "-p", str(cluster.port), "-U", "admin"]
    program = str(cluster.program("pgbench"))
    subprocess.run([program, *way, "-i", "-s", "5", "-q", "postgres"], check=True, stderr=-3)
    run = [program, *way, "-N", "-n", "-c", str(WRITERS), "-j", "2", "-T", str(SECONDS)]
    said = subprocess.run([*run, "postgres"], check=True, capture_output=True, text=True).stdout
    line = next(line for line in said.splitlines() if line.startswith("tps"))
    return float(line.split()[2])


def throughput(address: str, how: str) -> float:
    """Commits a second of as many processes as there are writers."""
    command = [sys.executable, "-m", "benchmarks.team", how, address]
    writers = [
        subprocess.Popen([*command, str(n)], stdin=-1, stdout=-1, text=True) for n in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdout is not None
        writer.stdout.readline()
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    return sum(int(writer.communicate()[0]) for writer in writers) / SECONDS


def write(how: str, address: str, number: int) -> None:
    """One of the writers: waits for a line, writes for a while, says how much."""
    store = open_shared(address)
    store._database.patience = 60
    print("ready", flush=True)
    sys.stdin.readline()
    until, done = time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        if how == "apart":
            store.commit(commit_of(done))
        else:
            person: Person = store.workspace.people["p-000000000001"]
            tagged = replace(person, tags=(*person.tags[-3:], f"{number}.{done}"))
            store.commit(_commit([Edit(before=person, after=tagged)]))
        done += 1
    print(done, flush=True)


def seeing(cluster: Cluster) -> tuple[float, float]:
    """How many milliseconds pass from an acknowledgement until another sees it."""
    address = workspace(cluster, "seeing")
    writer, reader = open_shared(address), open_shared(address)
    kept: dict[str, float] = {}
    delays: list[float] = []
    follower = threading.Thread(target=follow, args=(reader, kept, delays))
    follower.start()
    rng = random.Random(1)
    for n in range(DELAYS):
        commit = commit_of(n)
        kept[commit.id] = 0.0
        writer.commit(commit)
        kept[commit.id] = time.perf_counter()
        time.sleep(rng.uniform(0, 0.1))
    follower.join()
    writer.close()
    reader.close()
    return statistics.median(delays) * 1000, statistics.quantiles(delays, n=20)[-1] * 1000


def follow(reader: SharedStore, kept: dict[str, float], delays: list[float]) -> None:
    """Look as an application does, and note how late each commit is seen."""
    while len(delays) < DELAYS:
        for commit in reader.refresh():
            delays.append(max(0.0, time.perf_counter() - (kept[commit.id] or time.perf_counter())))
        time.sleep(LOOK)


MEASURES = (committing, writing_together, opening, glancing, searching, finding)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        main()
