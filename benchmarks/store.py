"""What keeping costs: each figure against its floor or its peer, all in one run.

Run with ``python -m benchmarks.store [RECORDS…]``; prints a Markdown table. One million records
take some minutes to make.
"""

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tinydb import TinyDB

from champion_tracker.model import Commit, Edit, Interaction, new_id
from champion_tracker.store import open_workspace
from champion_tracker.store.documents import encode
from champion_tracker.store.journal import write_line

from .workspaces import TODAY, make

SIZES = (1_000, 100_000, 1_000_000)
RECORDS_PER_PERSON = 20
ROUNDS = 400
STOCK = 100_000
"""At how many records stock TinyDB is asked for an insert."""
OPENINGS = 7


def commit_of(number: int) -> Commit:
    """One interaction, as `log` would commit it."""
    interaction = Interaction(
        id=new_id("i"),
        person_ids=("p-000000000001",),
        on=TODAY,
        note=f"Talked about the Water portal and what it saves, for the {number}th time.",
        recorded_at=datetime.now(UTC),
    )
    return Commit(
        id=new_id("c"),
        at=datetime.now(UTC),
        who="bench",
        verb="log",
        summary="Logged a meeting with Jun Abara",
        edits=(Edit(after=interaction),),
    )


def timed(task: Callable[[], object]) -> float:
    """Seconds that a task takes."""
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def commits(folder: Path, records: int) -> tuple[float, float, float]:
    """Median seconds of a durable commit, of a bare append of its bytes, and of an SQLite insert.

    They take turns in an order drawn anew each time, so that neither a busy moment of the disk nor
    what the one before left to it favours any of them.
    """
    make(folder / str(records), records // RECORDS_PER_PERSON, RECORDS_PER_PERSON - 1)
    store = open_workspace(folder / str(records))
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    database = sqlite3.connect(folder / f"{records}.sqlite", isolation_level=None)
    database.execute("pragma journal_mode=wal")
    database.execute("pragma synchronous=full")
    database.execute("create table if not exists commits (id text primary key, body text)")
    times: list[tuple[float, float, float]] = []
    rng = random.Random(records)
    for number in range(ROUNDS):
        commit = commit_of(number)
        line = write_line(number, encode(commit))
        row = (commit.id, encode(commit).decode())

        def append(line: bytes = line) -> None:
            os.write(bare, line)
            os.fdatasync(bare)

        def insert(row: tuple[str, str] = row) -> None:
            database.execute("insert into commits values (?, ?)", row)

        def keep(commit: Commit = commit) -> None:
            store.commit(commit)

        tasks: dict[str, Callable[[], object]] = {"ours": keep, "bare": append, "sqlite": insert}
        taken = {name: timed(tasks[name]) for name in rng.sample(sorted(tasks), len(tasks))}
        times.append((taken["ours"], taken["bare"], taken["sqlite"]))
    store.close()
    os.close(bare)
    database.close()
    ours, floor, peer = (statistics.median(column) for column in zip(*times, strict=True))
    return ours, floor, peer


def stock_insert(folder: Path) -> float:
    """Median seconds of an insert by stock TinyDB into a file of that many records."""
    document = {"person_ids": ["p-1"], "on": "2026-11-23", "note": "Talked about the portal."}
    with TinyDB(folder / "stock.json") as database:
        database.insert_multiple(dict(document) for _ in range(STOCK))
        return statistics.median(timed(lambda: database.insert(dict(document))) for _ in range(3))


OPEN = """
import sys, time
from pathlib import Path
from champion_tracker.store import open_workspace
begun = time.perf_counter()
store = open_workspace(Path(sys.argv[1]))
print(time.perf_counter() - begun)
"""

DECODE = """
import gc, sys, time
from pathlib import Path
import msgspec
from champion_tracker.model import Digest, Person, Record
class Row(msgspec.Struct):
    digest: Digest
class File(msgspec.Struct):
    people: dict[str, Person]
    digests: dict[str, Row]
    matters: dict[str, Record]
decode = msgspec.json.Decoder(File).decode
begun = time.perf_counter()
gc.disable()
decode((Path(sys.argv[1]) / "people.json").read_bytes())
print(time.perf_counter() - begun)
"""

MEMORY = """
import sys
from pathlib import Path
from champion_tracker.store import open_workspace
store = open_workspace(Path(sys.argv[1]))
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))
"""


def asked(code: str, folder: Path) -> float:
    """What a fresh process prints about a workspace."""
    command = [sys.executable, "-c", code, str(folder)]
    return float(subprocess.check_output(command, text=True))


def main() -> None:
    """Measure and print."""
    sizes = [int(argument) for argument in sys.argv[1:]] or SIZES
    print("| what | goal | measured | ours | floor or peer |")
    print("| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for records in sizes:
            ours, floor, peer = commits(folder, records)
            row("durable commit ÷ bare append + fdatasync", records, 1.5, ours, floor)
            row("durable commit ÷ SQLite insert (WAL, FULL)", records, 1.2, ours, peer)
            if records == STOCK:
                stock = stock_insert(folder)
                print(
                    f"| stock TinyDB insert ÷ durable commit, {STOCK:,} records | ≥ 1,000 "
                    f"| {stock / ours:,.0f} | {ours * 1e6:.0f} µs | {stock * 1e3:.0f} ms |"
                )
        large, empty = folder / "large", folder / "empty"
        make(large, 10_000, 20)
        open_workspace(empty).close()
        opened = min(asked(OPEN, large) for _ in range(OPENINGS))
        decoded = min(asked(DECODE, large) for _ in range(OPENINGS))
        print(
            "| open 10,000 people and 200,000 interactions ÷ read and decode the people file "
            f"| ≤ 1.5 | {opened / decoded:.2f} | {opened * 1e3:.0f} ms | {decoded * 1e3:.0f} ms |"
        )
        full, bare = asked(MEMORY, large) / 1024, asked(MEMORY, empty) / 1024
        print(
            "| resident memory after open, above an empty workspace "
            f"| ≤ 60 MB | {full - bare:.0f} MB | {full:.0f} MB | {bare:.0f} MB |"
        )


def row(what: str, records: int, goal: float, ours: float, other: float) -> None:
    """Print one ratio."""
    print(
        f"| {what}, {records:,} records | ≤ {goal} | {ours / other:.2f} "
        f"| {ours * 1e6:.0f} µs | {other * 1e6:.0f} µs |"
    )


if __name__ == "__main__":
    main()
