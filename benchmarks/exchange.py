"""Importing against the plain reading of the same files: ``python -m benchmarks.exchange``.

12,230 people come from ``us_congress_historical_12k.csv`` of the sample folder beside the
repository; 10,000 cards are made up.
"""

import csv
import gc
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import vobject

from benchmarks.measure import champion_tracker, environment
from champion_tracker import exchange
from champion_tracker.store import open_workspace
from champion_tracker.tracker import PinnedClock, Tracker, importing

CONGRESS = Path(__file__).parents[2] / "shared/sample/directories/us_congress_historical_12k.csv"
ROUNDS = 3
CARDS = 10_000
DAY = date(2026, 3, 2)


def taken(task: Callable[[], object]) -> float:
    """How long a task takes, without the garbage of the one before."""
    gc.collect()
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def make_cards(path: Path) -> None:
    """Cards as a directory writes them, each with what has no place in the tracker too."""
    path.write_text(
        "".join(
            "BEGIN:VCARD\r\nVERSION:3.0\r\n"
            f"UID:card-{n}\r\nFN:Person{n} Family{n % 977}\r\nN:Family{n % 977};Person{n};;;\r\n"
            f"ORG:Agency {n % 40};Unit {n % 300}\r\nTITLE:Head of matter {n % 500}\r\n"
            f"EMAIL;TYPE=WORK:person{n}@agency.example\r\nTEL;TYPE=CELL:+1 555 {n:07}\r\n"
            f"ADR;TYPE=WORK:;;{n} Main Street;Springfield;;12345;\r\nEND:VCARD\r\n"
            for n in range(CARDS)
        ),
        encoding="utf-8",
        newline="",
    )


def imports(path: Path) -> tuple[float, float]:
    """How long a file takes to come into an empty workspace on disk, and to come again."""
    with tempfile.TemporaryDirectory() as folder:
        tracker = Tracker(open_workspace(Path(folder) / "w"), PinnedClock(DAY))

        def take() -> None:
            importing.apply(tracker, importing.preview(tracker, [path]))

        first = taken(take)
        people = len(tracker.workspace.people)
        second = taken(take)
        assert len(tracker.workspace.people) == people
        assert importing.preview(tracker, [path]).is_empty
        tracker.close()
    return first, second


def peak(path: Path) -> float:
    """The most memory, in MB, that the command line holds while it imports a file."""
    with tempfile.TemporaryDirectory() as folder:
        command = champion_tracker(Path(folder) / "w", "import", str(path), "--yes")
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
    return usage.ru_maxrss / 1024


def read_csv(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        list(csv.reader(file))


def read_cards(path: Path) -> None:
    assert len(list(vobject.readComponents(path.read_text(encoding="utf-8")))) == CARDS


def compare(what: str, path: Path, peer: str, read: Callable[[Path], None]) -> None:
    """Take turns with the peer, and print the least of each."""
    floors, parses, firsts, seconds = [], [], [], []
    for _ in range(ROUNDS):
        floors.append(taken(lambda: read(path)))
        parses.append(taken(lambda: exchange.read([path])))
        first, second = imports(path)
        firsts.append(first)
        seconds.append(second)
    floor, parse, first, second = min(floors), min(parses), min(firsts), min(seconds)
    print(f"{what}: {peer} {floor:.3f} s, our reading {parse:.2f} s")
    print(f"  first import {first:.2f} s, {first / floor:.2f} times {peer}")
    print(
        f"  again {second:.2f} s, {second / first:.2f} of the first, {second / parse:.2f} readings"
    )
    print(f"  most memory of the command: {peak(path):.0f} MB")


def main() -> None:
    if CONGRESS.is_file():
        compare("12,230 people of a table", CONGRESS, "csv", read_csv)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cards.vcf"
        make_cards(path)
        compare("10,000 cards", path, "vobject", read_cards)


if __name__ == "__main__":
    main()
