"""Damage: it opens or explains, never a traceback, never a silent loss."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from champion_tracker.model import Record, WorkspaceError
from champion_tracker.store import (
    WorkspaceStore,
    check_workspace,
    fold,
    open_workspace,
    repair_workspace,
)
from tests.store.store_records import (
    ANN,
    BEN,
    LATER,
    WAIT,
    changed,
    count,
    judged,
    made,
    say,
    touch,
)

Contents = dict[str, list[Record]]
SHARES = 4
"""Into which the flips are parted, so that several processors can take them."""


@pytest.fixture
def original(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with several history files, folded journals and a live one."""
    monkeypatch.setattr(fold, "FULL", 1_500)
    folder = tmp_path / "original"
    store = open_workspace(folder)
    store.commit(made(ANN, BEN, WAIT, LATER, judged("p-ann")))
    for number in range(24):
        who = ("p-ann", "p-ben")[: 1 + number % 2]
        store.commit(made(touch(*who, day=number, key=f"i-{number}", note=f"said {number}")))
        if number % 8 == 7:
            store.fold()
    first = store.history("p-ann")[2]
    store.commit(changed(first, replace(first, note="what was meant")))
    store.close()
    assert len(list(folder.glob("history-*.json"))) > 1
    return folder


def contents(store: WorkspaceStore) -> Contents:
    found = {person: list(store.history(person)) for person in ("p-ann", "p-ben")}
    return {
        "people": list(store.workspace.people.values()),
        "matters": [*store.workspace.follow_ups.values(), *store.workspace.answers.values()],
        **found,
    }


def found_in(folder: Path) -> tuple[Contents, tuple[str, ...]]:
    store = open_workspace(folder)
    try:
        return contents(store), tuple(store.notices)
    finally:
        store._has_committed = False
        store.close()


def opened(folder: Path) -> tuple[Contents, str]:
    """What is found, or nothing; and what is said of it."""
    try:
        found, notices = found_in(folder)
    except WorkspaceError as error:
        return {}, str(error)
    return found, " ".join(notices)


def files_of(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.json*"))
    yield from sorted(folder.glob("journal/*"))


def test_a_journal_cut_anywhere_keeps_every_whole_line(
    original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_workspace(original)
    for number in range(3):
        store.commit(made(touch("p-ann", key=f"i-last-{number}")))
    store._has_committed = False
    store.close()
    journal = (original / "journal.jsonl").read_bytes()
    lines = journal.splitlines(keepends=True)
    before = sum(len(line) for line in lines[:-3])
    for cut in range(before, len(journal) + 1):
        folder = tmp_path / "cut"
        shutil.copytree(original, folder)
        (folder / "journal.jsonl").write_bytes(journal[:cut])
        found, notices = found_in(folder)
        # A line that lacks but its line break says all that it has to say.
        ends = [before + sum(map(len, lines[-3 : -3 + n])) for n in (1, 2)] + [len(journal)]
        whole = sum(cut >= end - 1 for end in ends)
        kept = [record.id for record in found["p-ann"] if record.id.startswith("i-last")]
        assert kept == [f"i-last-{number}" for number in range(whole)]
        is_clean = cut in (before, *ends) or cut + 1 in ends
        assert len(notices) == (0 if is_clean else 1), cut
        assert check_workspace(folder).is_sound
        shutil.rmtree(folder)
    with capsys.disabled():
        say(f"\njournal cut at {len(journal) + 1 - before} places")


@pytest.mark.parametrize("seed", range(SHARES))
def test_a_flipped_byte_is_never_lost_silently(
    original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    flips, rng = count("FLIPS", 100) // SHARES, random.Random(seed)
    wanted, notices = found_in(original)
    assert notices == ()
    paths = [path.relative_to(original) for path in files_of(original)]
    told = refused = mended = 0
    for _ in range(flips):
        folder = tmp_path / "flipped"
        shutil.copytree(original, folder)
        path = folder / rng.choice(paths)
        data = bytearray(path.read_bytes())
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        path.write_bytes(data)
        found, said = opened(folder)
        assert found == wanted or said, path
        told += bool(said)
        refused += not found
        report = check_workspace(folder)
        is_needed = path.name != "workspace.json"
        assert not report.is_sound or not is_needed or found_in(folder)[0] == wanted
        repaired = repair_workspace(folder)
        assert repaired.findings == (), path
        found, notices = found_in(folder)
        assert notices == ()
        # One byte is little enough for everything to come back.
        assert {k: sorted(map(repr, v)) for k, v in found.items()} == {
            k: sorted(map(repr, v)) for k, v in wanted.items()
        }, path
        mended += 1
        shutil.rmtree(folder)
    with capsys.disabled():
        say(f"\n{flips} flips: {told} told, {refused} refused, {mended} repaired in full")


@pytest.mark.parametrize("name", ["people.json", "history.json", "history-0001.json"])
@pytest.mark.parametrize("fate", ["missing", "empty", "cut", "garbage"])
def test_a_lost_snapshot_is_said_and_made_again(original: Path, name: str, fate: str) -> None:
    wanted, _ = found_in(original)
    path = original / name
    data = path.read_bytes()
    path.unlink()
    if fate != "missing":
        path.write_bytes({"empty": b"", "cut": data[: len(data) // 2], "garbage": b"{}"}[fate])
    found, said = opened(original)
    assert "--repair" in said
    assert not found or found["people"] == wanted["people"]
    report = check_workspace(original)
    assert any(name in finding for finding in report.findings)
    assert repair_workspace(original).findings == ()
    found, notices = found_in(original)
    assert notices == ()
    assert {key: sorted(map(repr, value)) for key, value in found.items()} == {
        key: sorted(map(repr, value)) for key, value in wanted.items()
    }
    assert list((original / "damaged").iterdir())


def test_the_only_history_file_is_missed_where_it_is_lost(tmp_path: Path) -> None:
    store = open_workspace(tmp_path)
    store.commit(made(ANN, touch("p-ann", key="i-0")))
    store.fold()
    store.close()
    (tmp_path / "history.json").unlink()
    store = open_workspace(tmp_path)
    another = made(touch("p-ann", key="i-1"))
    for work in (lambda: store.history("p-ann"), lambda: store.commit(another)):
        with pytest.raises(WorkspaceError, match=r"history\.json is missing"):
            work()
    store.close()
    assert "history.json is missing." in check_workspace(tmp_path).findings
    assert repair_workspace(tmp_path).findings == ()
    found, _ = found_in(tmp_path)
    assert [record.id for record in found["p-ann"]] == ["i-0"]


def test_a_damaged_workspace_can_still_be_written_and_loses_nothing_by_it(original: Path) -> None:
    journal = original / "journal.jsonl"
    store = open_workspace(original)
    store.commit(made(touch("p-ben", key="i-before")))
    store.close()
    data = bytearray(journal.read_bytes())
    data[data.index(b"i-before")] ^= 4
    journal.write_bytes(data)
    store = open_workspace(original)
    assert any("damaged" in notice for notice in store.notices)
    store.commit(made(touch("p-ben", key="i-after")))
    store.fold()
    store.close()
    assert store.repair().findings == ()
    found, notices = found_in(original)
    assert notices == ()
    assert [record.id for record in found["p-ben"]][-2:] == ["i-before", "i-after"]


def test_what_nobody_can_read_is_named_and_kept_aside(original: Path) -> None:
    journal = original / "journal.jsonl"
    store = open_workspace(original)
    store.commit(made(touch("p-ben", key="i-gone")))
    store.commit(made(touch("p-ben", key="i-here")))
    store.close()
    data = journal.read_bytes()
    start = data.index(b"i-gone")
    journal.write_bytes(data[:start] + b"######" + data[start + 6 :])
    report = repair_workspace(original)
    assert any("could not be read" in sentence for sentence in report.mended)
    found, _ = found_in(original)
    assert [record.id for record in found["p-ben"]][-1] == "i-here"
    assert len(list((original / "damaged").glob("*.zip"))) == 1


def test_a_sound_workspace_is_left_alone(original: Path) -> None:
    before = {path: path.read_bytes() for path in files_of(original)}
    report = check_workspace(original)
    assert (report.people, report.records, report.findings) == (2, 26, ())
    assert repair_workspace(original).mended == ()
    assert {path: path.read_bytes() for path in files_of(original)} == before
