"""Colours and keys that are set; what cannot be is told with its line, and one can always leave."""

import ast
from pathlib import Path

import pytest

from champion_tracker.model import BadInput
from champion_tracker.places import SETTINGS
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.settings import settings_of
from champion_tracker.tui.keys import bound_in_places, clashes, keymap_called
from champion_tracker.tui.widgets.ledger import Ledger
from champion_tracker.tui.widgets.people_table import PeopleTable
from docs.keys import PAGE, page

from .looking import app_on, press, sees, text_of

KEYMAPS = Path(__file__).parents[2] / "champion_tracker" / "tui" / "keymaps"


def set_to(tracker: Tracker, folder: Path, text: str) -> Tracker:
    file = folder / SETTINGS
    file.write_text(text, encoding="utf-8")
    tracker.held = settings_of(file)
    return tracker


def refusal(tracker: Tracker, folder: Path, text: str) -> str:
    with pytest.raises(BadInput) as refused:
        app_on(set_to(tracker, folder, text))
    return str(refused.value).replace(str(folder / SETTINGS), "FILE")


@pytest.mark.parametrize("name", [file.stem for file in KEYMAPS.glob("*.toml")])
def test_a_key_map_of_ours_names_what_there_is_and_clashes_with_nothing(name: str) -> None:
    places = list(bound_in_places())
    known = {action for place in places for action in place}
    assert set(keymap_called(name)) <= known
    assert list(clashes(places, keymap_called(name))) == []


def test_the_guide_lists_every_name() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m docs.keys"


def test_every_binding_has_a_name() -> None:
    nameless = [
        f"{file.name}:{node.lineno}"
        for file in KEYMAPS.parent.rglob("*.py")
        if file.parent.name in ("screens", "dialogs", "widgets") or file.name == "app.py"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Binding"
        if len(node.args) > 2 and "id" not in [keyword.arg for keyword in node.keywords]
    ]
    assert nameless == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('\ntheme = "nordd"', "FILE, line 2: There is no theme 'nordd'. Did you mean 'nord'?"),
        (
            '[keys]\nLogTuch = "f5"',
            "FILE, line 2: There is no action 'LogTuch'. Did you mean 'LogTouch'?",
        ),
        ('[keys]\nUndo = "ctrl+"', "FILE, line 2: 'ctrl+' is no key for 'Undo'."),
        ('[keys]\nUndo = "pageupp"', "FILE, line 2: 'pageupp' is no key for 'Undo'. Did you mean"),
        ('[keys]\nQuit = ""', "FILE, line 2: '' is no key for 'Quit'."),
        ('[keys]\nUndo = "ctrl+q"', "FILE, line 2: ctrl+q always leaves, and cannot be 'Undo'."),
        (
            '[keys]\n\nUndo = "l"',
            "FILE, line 3: 'Undo' cannot have l, for it is the key of 'LogTouch'. "
            "Give 'LogTouch' another one, too.",
        ),
        ('[keys]\n"lines.down" = "?"', "FILE, line 2: 'lines.down' cannot have question_mark, for"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(
    tracker: Tracker, tmp_path: Path, text: str, sentence: str
) -> None:
    assert refusal(tracker, tmp_path, text).startswith(sentence)


async def test_a_changed_key_works_and_is_shown_where_keys_are(
    tracker: Tracker, tmp_path: Path
) -> None:
    app = app_on(set_to(tracker, tmp_path, '[keys]\nGoPeople = "f5"\nUndo = "l"\nLogTouch = "u"'))
    async with app.run_test(size=(120, 90)) as pilot:
        await press(pilot, "2")
        assert app.current_mode == "today"
        await press(pilot, "f5")
        assert app.current_mode == "people"
        assert " u Log" in text_of(app)
        await press(pilot, "question_mark")
        assert "f5" in [row.tail for row in app.screen.query_one(Ledger).items]
        await press(pilot, "escape", "ctrl+p", *"people")
        assert await sees(pilot, "Go to People   f5")


async def test_the_habits_of_vim(tracker: Tracker, tmp_path: Path) -> None:
    app = app_on(set_to(tracker, tmp_path, 'keymap = "vim"'))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "j")
        assert app.screen.query_one(PeopleTable).cursor == 1
        await press(pilot, "l")
        assert type(app.screen).__name__ == "PersonScreen"
        await press(pilot, "h")
        assert type(app.screen).__name__ == "PeopleScreen"


async def test_the_habits_of_emacs(tracker: Tracker, tmp_path: Path) -> None:
    app = app_on(set_to(tracker, tmp_path, 'keymap = "emacs"'))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "ctrl+n", "ctrl+n", "ctrl+p")
        assert app.screen.query_one(PeopleTable).cursor == 1
        await press(pilot, "alt+x")
        assert type(app.screen).__name__ == "CommandPalette"


@pytest.mark.parametrize("keymap", ["default", "vim", "emacs"])
async def test_one_can_always_leave(tracker: Tracker, tmp_path: Path, keymap: str) -> None:
    app = app_on(set_to(tracker, tmp_path, f'keymap = "{keymap}"\n[keys]\nQuit = "f12"'))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "l", "ctrl+q")
        assert app.return_value is not None


async def test_the_colours_that_are_set_are_there(tracker: Tracker, tmp_path: Path) -> None:
    assert app_on(set_to(tracker, tmp_path, 'theme = "champion-light"')).theme == "champion-light"
