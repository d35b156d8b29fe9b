"""What is done with everybody who is marked is one change; what is copied says by which way."""

import os
from pathlib import Path

import pytest

from champion_tracker.model import Commit, Person
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import add, follow, unfollow
from champion_tracker.tui.app import ChampionTracker
from champion_tracker.tui.widgets.people_table import PeopleTable

from .looking import app_on, assert_all_inside, press, sees, write


@pytest.fixture
def commits(tracker: Tracker) -> list[Commit]:
    """What is committed from now on."""
    found: list[Commit] = []
    tracker.subscribe(found.append)
    return found


def marked(app: ChampionTracker) -> list[Person]:
    known = app.tracker.workspace.people
    return [known[person_id] for person_id in app.screen.query_one(PeopleTable).at_hand_ids]


async def test_marked_people_are_tagged_in_one_change(
    tracker: Tracker, commits: list[Commit]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "space", "space", "space")
        before = marked(app)
        await press(pilot, "number_sign")
        await write(pilot, "budget, [/b]")
        await press(pilot, "ctrl+s")
        assert all({"budget", "[/b]"} <= set(person.tags) for person in marked(app))
        await press(pilot, "number_sign")
        await write(pilot, "-budget")
        await press(pilot, "ctrl+s")
        assert not any("budget" in person.tags for person in marked(app))
        await press(pilot, "u", "u")
        assert marked(app) == before
        assert len(commits) == 4


async def test_marked_people_are_put_off_in_one_change(
    tracker: Tracker, commits: list[Commit]
) -> None:
    people = sorted(tracker.workspace.people.values(), key=lambda person: person.name)
    follow(tracker, people[:4])
    commits.clear()
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", *["space"] * 4)
        ids = {person.id for person in marked(app)}
        await press(pilot, "s", "2")
        (commit,) = commits
        assert set(commit.about) == ids
        assert not any(prompt.person_id in ids for prompt in tracker.agenda())
        assert "and 3 others until" in commit.summary
        await press(pilot, "u")
        assert len(commits) == 2


async def test_marked_people_get_a_cadence_in_one_change(
    tracker: Tracker, commits: list[Commit]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "space", "space", "c", "ctrl+u")
        await write(pilot, "5 weeks")
        await press(pilot, "ctrl+s")
        assert [person.plan.every for person in marked(app)] == ["5 weeks"] * 2
        assert len(commits) == 1


async def test_of_several_the_dialog_says_whom_nothing_is_due_about(empty: Tracker) -> None:
    add(empty, "Ada Example")
    unfollow(empty, [add(empty, "Bo Example")])
    app = app_on(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "space", "space", "s")
        assert await sees(pilot, "Put off Ada Example")
        assert await sees(pilot, "Nothing about Bo Example is due, now or later.")


async def test_nobody_who_is_only_known_is_put_off(empty: Tracker) -> None:
    unfollow(empty, [add(empty, "Ada Example")])
    app = app_on(empty)
    async with app.run_test(size=(160, 30), notifications=True) as pilot:
        await press(pilot, "2", "s")
        assert await sees(pilot, "Nothing about Ada Example is due")


@pytest.mark.parametrize("key", ["number_sign", "E"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_the_dialogs_fit(tracker: Tracker, key: str, size: tuple[int, int]) -> None:
    app = app_on(tracker)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "space", "space", key)
        assert len(app.screen_stack) == 2
        assert_all_inside(app)


def with_program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """Let there be an xclip that does this; where it writes to."""
    program = folder / "xclip"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("DISPLAY", ":7")
    for name in ("WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    return folder / "copied"


async def test_an_address_is_copied_by_what_the_system_has(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = with_program(tmp_path, monkeypatch, f'cat > "{tmp_path}/copied"')
    app = app_on(tracker)
    async with app.run_test(size=(160, 30), notifications=True) as pilot:
        await press(pilot, "2", "Y")
        assert await sees(pilot, "by xclip")
        name = marked(app)[0].name
        assert copied.read_text(encoding="utf-8") == name


@pytest.mark.parametrize("why", ["from afar", "it fails", "it hangs", "there is none"])
async def test_else_the_terminal_is_asked_and_that_is_said(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    script = {"it fails": "exit 1", "it hangs": "exec sleep 60"}.get(why, "cat > /dev/null")
    with_program(tmp_path, monkeypatch, script)
    monkeypatch.setattr("champion_tracker.tui.clipboard.PATIENCE", 0.2)
    if why == "from afar":
        monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    if why == "there is none":
        (tmp_path / "xclip").unlink()
    app = app_on(tracker)
    async with app.run_test(size=(160, 30), notifications=True) as pilot:
        await press(pilot, "2", "Y")
        assert await sees(pilot, "OSC 52")
        assert app.clipboard == marked(app)[0].name


async def test_a_program_that_hangs_holds_nothing_up_and_does_not_stay(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_program(tmp_path, monkeypatch, f'echo $$ > "{tmp_path}/number"; exec sleep 60')
    app = app_on(tracker)
    async with app.run_test(size=(160, 30), notifications=True) as pilot:
        await press(pilot, "2", "Y", "1")
        assert app.current_mode == "today"
        assert app.clipboard == ""
        assert await sees(pilot, "OSC 52")
    number = int((tmp_path / "number").read_text(encoding="utf-8"))
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


async def test_of_several_their_addresses_are_copied(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/7")
    app = app_on(tracker)
    async with app.run_test(size=(160, 30), notifications=True) as pilot:
        await press(pilot, "2", *["space"] * 3, "y")
        known = [person.emails[0] for person in marked(app) if person.emails]
        if known:
            assert await sees(pilot, "Copied")
            assert app.clipboard == ", ".join(known)
        else:
            assert await sees(pilot, "No e-mail address is known")


async def test_people_are_marked_by_mouse_and_by_ranges(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 36)) as pilot:
        await press(pilot, "2")
        table = app.screen.query_one(PeopleTable)
        names = [person.name for person in table.items]

        async def click(line: int, x: int = 6, **held: bool) -> None:
            await pilot.click(PeopleTable, offset=(x, line + 1), **held)
            await pilot.pause()

        def held() -> list[str]:
            return [person.name for person in marked(app)]

        await click(2)
        await click(4, control=True)
        await click(6, control=True)
        assert held() == [names[4], names[6]]
        await click(4, control=True)
        assert held() == [names[6]]
        await click(6, x=0)
        await click(2)
        await click(5, shift=True)
        assert held() == names[2:6]
        assert await sees(pilot, "4 marked")
        await press(pilot, "shift+down", "shift+down")
        assert held() == names[2:8]
        await press(pilot, "asterisk")
        assert held() == names
        await press(pilot, "asterisk")
        assert table.marked == set()


async def test_letters_go_to_a_name_whatever_the_columns_and_the_order(tracker: Tracker) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 36)) as pilot:
        await press(pilot, "2", "greater_than_sign", "greater_than_sign", "apostrophe", *"mei")
        table = app.screen.query_one(PeopleTable)
        assert table.order.column == "standing"
        assert table.at_hand is not None
        assert table.at_hand.name.startswith("Mei-Ling")


async def test_a_cadence_for_all_who_are_marked_is_one_change(
    tracker: Tracker, commits: list[Commit]
) -> None:
    app = app_on(tracker)
    async with app.run_test(size=(100, 36)) as pilot:
        await press(pilot, "2", "shift+down", "shift+down", "c")
        await write(pilot, "10 days")
        await press(pilot, "ctrl+s")
        assert len(commits) == 1
        assert {person.plan.every for person in marked(app)} == {"10 days"}
        assert len(marked(app)) == 3
