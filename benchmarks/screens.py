"""What a key costs once the application stands: in People, in its filter, and in search.

Run with ``python -m benchmarks.screens``; prints a Markdown table. Needs ripgrep (``rg``).

Keys are pressed in the application itself, without a terminal, and the processor time is taken
from one key to the next, which includes drawing the screen. Ripgrep runs as a process of its own
on the same text, a line a person or a note, and counts the lines that it finds; what counts here
is its processor time, too.
"""

import asyncio
import gc
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from champion_tracker.__main__ import GARBAGE
from champion_tracker.model import Interaction
from champion_tracker.rules.folding import fold
from champion_tracker.store import open_workspace
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tui.app import ChampionTracker
from champion_tracker.tui.widgets.people_table import PeopleTable

from .workspaces import TODAY, make

FEW, MANY = 200, 100_000
TOUCHES = 2
ROUNDS = 7
PRESSES = 40
WORDS = ("e", "ek", "ekm", "ekma", "ekman", "ekman 9", "ekman 99")
"""What is typed into the filter, from what nearly everybody answers to on."""
NOTES = ("h", "ho", "housing", "housing p", "housing portal", "zq", "portal")
"""What is typed into the search: word by word, what stands nowhere, what stands everywhere."""
DRAWN = 50
"""As many as the largest terminal shows."""


def tracker_on(folder: Path) -> Tracker:
    return Tracker(open_workspace(folder), PinnedClock(TODAY))


async def pressed(tracker: Tracker, key: str) -> float:
    """The processor time of a key in People, pressed again and again, from key to key."""
    app = ChampionTracker(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        while not app.screen.query(PeopleTable) or not app.screen.query_one(PeopleTable).items:
            await pilot.pause(0.1)
        begun = time.process_time()
        for _ in range(PRESSES):
            await pilot.press(key)
            await pilot.pause()
        return (time.process_time() - begun) / PRESSES


def typed(tracker: Tracker) -> dict[str, float]:
    """The least processor time of each keystroke of the filter, from letter to letter."""
    times = dict.fromkeys(WORDS, 9.0)
    for _ in range(ROUNDS):
        afresh = Tracker(tracker.store, tracker.clock)
        afresh.roll()
        for words in WORDS:
            begun = time.process_time()
            afresh.list_people(words)
            times[words] = min(times[words], time.process_time() - begun)
            # What the screen does between two keys, in slices of 10 ms.
            for _ in afresh.roll().learn(words):
                pass
    return times


def read(tracker: Tracker) -> tuple[float, float]:
    """The processor time of reading all that was written, and its longest stretch."""
    begun = last = time.process_time()
    longest = 0.0
    for _ in tracker.searching().read():
        now = time.process_time()
        longest, last = max(longest, now - last), now
    return last - begun, longest


def searched(tracker: Tracker, words: str) -> tuple[float, float]:
    """The least processor time until what is found can be drawn, and until all is counted."""
    ready, counted = [], []
    for _ in range(ROUNDS):
        begun = time.process_time()
        search = tracker.searching().find(words)
        search.go_on(DRAWN)
        ready.append(time.process_time() - begun)
        for _ in search.steps():
            pass
        counted.append(time.process_time() - begun)
    return min(ready), min(counted)


def least(task: Callable[[], object]) -> float:
    """The least processor time of a task in this process."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        task()
        times.append(time.process_time() - begun)
    return min(times)


def ripgrep(words: str, file: Path) -> float:
    """The least processor time that ripgrep takes for the lines with all words of ``words``."""
    *others, last = words.split()
    piped = "".join(f"rg -iF {word} {file if n == 0 else '-'} | " for n, word in enumerate(others))
    command = f"{piped}rg -ciF {last} {'-' if others else file}"
    times = []
    for _ in range(ROUNDS):
        begun = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, shell=True, check=False, stdout=subprocess.DEVNULL)
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(ended.ru_utime + ended.ru_stime - begun.ru_utime - begun.ru_stime)
    return min(times)


def row(what: str, ours: float, against: float) -> None:
    print(f"| {what} | {ours / against:.2f} | {ours * 1000:.1f} ms | {against * 1000:.1f} ms |")


def main() -> None:
    """Measure and print."""
    gc.set_threshold(GARBAGE)
    print("| what | measured | ours | against |")
    print("| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        few = tracker_on(make(root / "few", FEW, TOUCHES))
        many = tracker_on(make(root / "many", MANY, TOUCHES))
        # The tables take turns, so that a busy moment hits them alike.
        pairs = [[asyncio.run(pressed(each, "down")) for each in (many, few)] for _ in range(4)]
        taken, against = map(min, zip(*pairs, strict=True))
        row(f"`down` in People, {MANY:,} rows ÷ {FEW} rows", taken, against)
        people, notes = root / "people.txt", root / "notes.txt"
        people.write_text("".join(f"{text_of(many, key)}\n" for key in many.workspace.people))
        found = (r.note for r in many.search("") if isinstance(r, Interaction))
        notes.write_text("".join(f"{note}\n" for note in found))
        for words, taken in typed(many).items():
            row(f"filter `{words}`, {MANY:,} people ÷ ripgrep", taken, ripgrep(words, people))
        whole, longest = read(many)
        print(f"| reading all once (longest stretch {longest * 1000:.0f} ms) | | {whole:.1f} s | |")
        for words in NOTES:
            taken, counted = searched(many, words)
            against = ripgrep(words, notes)
            row(f"search `{words}`, to be drawn ÷ ripgrep", taken, against)
            row(f"search `{words}`, all counted ÷ ripgrep", counted, against)
        taken = least(lambda: list(many.search(NOTES[-3])))
        row(f"the command `search {NOTES[-3]}` ÷ ripgrep", taken, ripgrep(NOTES[-3], notes))


def text_of(tracker: Tracker, key: str) -> str:
    """What the filter looks at of somebody, on a line."""
    person = tracker.workspace.people[key]
    places = (text for p in person.positions for text in (p.title, p.organization, p.area))
    return fold(" ".join((person.name, *places, *person.tags)))


if __name__ == "__main__":
    main()
