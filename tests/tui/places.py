"""Every screen and every dialog, and the keys that lead there from the opening screen."""

import inspect
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, NamedTuple, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

import champion_tracker.tui
from champion_tracker.tui.app import Leave
from champion_tracker.tui.widgets.lines import Lines

from .looking import press, sees, write

Of = TypeVar("Of")
STAFF = """name,title,organization
Ingrid Thorvald-Adeyemi,Chief Executive,Elsewhere
Priya Raghunathan,Chief Financial Officer,Otterlund Water
Nobody Known,Clerk,Elsewhere
"""
"""A file in the folder that one stands in: somebody moved, somebody is doubtful or new."""

BASES = {
    *("TrackerScreen", "LedgerScreen", "Dialog", "_Several", "OfSomebody"),
    *("Overlay", "ReadingDialog", "ConfirmDialog", "Card", "Drafting"),
}
"""What others are made of; nobody ever sees one of these alone."""

WITHOUT_A_WAY = {"TooSmall", "ConflictDialog"}
"""What no key leads to, and what has tests of its own."""

USUAL = (80, 24)
CHOSEN = "I ?staff.csv down enter enter"
INGRID = "2 slash :ingrid enter enter"


class Place(NamedTuple):
    """A screen or dialog, and the way there."""

    screen: str
    """The name of its class."""
    way: str = ""
    """Keys; ``~some_words`` goes down to the line with them, ``:word`` types, ``?word`` waits."""
    start: tuple[int, int] = (40, 12)
    """How large the terminal is at first."""

    @property
    def steps(self) -> list[str]:
        """The way, step by step."""
        return self.way.split()


PLACES = {
    "today": Place("TodayScreen"),
    "people": Place("PeopleScreen", "2"),
    "filter": Place("PeopleScreen", "2 slash x"),
    "map": Place("MapScreen", "3"),
    "matrix": Place("MapScreen", "3 v"),
    "network": Place("NetworkScreen", "2 4"),
    "stories": Place("StoriesScreen", "2 5"),
    "programme": Place("ProgrammeScreen", "6"),
    "person": Place("PersonScreen", "2 enter"),
    "facts": Place("PersonScreen", "2 enter i"),
    "settings": Place("SettingsScreen", "comma"),
    "a setting": Place("SettingsScreen", "comma enter"),
    "a setting of boxes": Place("SettingsScreen", "comma ~private enter"),
    "review": Place("ReviewDialog", "R"),
    "log": Place("LogTouchDialog", "l"),
    "log about somebody": Place("LogTouchDialog", "2 l"),
    "add": Place("AddPersonDialog", "n"),
    "move": Place("ChangePositionDialog", "2 m"),
    "ties in doubt": Place("TiesInDoubtDialog", "2 slash :ingrid enter m tab :Elsewhere ctrl+s"),
    "assess": Place("AssessDialog", "2 a"),
    "follow up": Place("FollowUpDialog", "2 f"),
    "promise": Place("PromiseDialog", "2 P"),
    "tie": Place("TieDialog", "2 t"),
    "what if": Place("ChoosingDialog", "2 W"),
    "pin": Place("PinDialog", "2 p"),
    "cadence": Place("CadenceDialog", "2 c"),
    "edit facts": Place("FactsDialog", "2 e"),
    "notes": Place("NotesDialog", "2 o"),
    "tag": Place("TagDialog", "2 number_sign"),
    "export": Place("ExportDialog", "2 E"),
    "snooze": Place("SnoozeDialog", "s"),
    "dismiss": Place("DismissDialog", "x"),
    "write": Place("WriteStoryDialog", "S"),
    "tell": Place("TellStoryDialog", "2 T"),
    "occasion": Place("OccasionDialog", "H"),
    "ask": Place("AskDialog", "2 K"),
    "objection": Place("ObjectionDialog", "2 O"),
    "goal": Place("GoalDialog", "M"),
    "seat": Place("SeatDialog", "2 C"),
    "columns": Place("ColumnsDialog", "2 vertical_line"),
    "many columns": Place("PeopleScreen", "2 vertical_line" + " end space" * 6 + " escape right"),
    "touch card": Place("TouchCard", f"{INGRID} ~EntryKind.TOUCH enter"),
    "promise card": Place("PromiseCard", f"{INGRID} ~EntryKind.PROMISE enter"),
    "ask card": Place("AskCard", "6 ~ask_refused enter"),
    "objection card": Place("ObjectionCard", "6 ~objection_softened enter"),
    "goal card": Place("GoalCard", "6 ~has_no_measure enter"),
    "measure": Place("MeasureDialog", "6 ~has_no_measure enter m"),
    "seat card": Place("SeatCard", "6 ~Tenure.VACANT enter"),
    "occasion card": Place("OccasionCard", "6 ~occasion_without enter"),
    "story card": Place("StoryCard", "5 ~record=Story( enter"),
    "find": Place("FindPersonDialog", "ctrl+f"),
    "search": Place("SearchScreen", "ctrl+g"),
    "found": Place("SearchScreen", "ctrl+g :the"),
    "duplicates": Place("DuplicatesDialog", "equals_sign"),
    "merge": Place("MergeDialog", "2 space space ampersand"),
    "take over": Place("TakeOverDialog", "2 N"),
    "choose a file": Place("FileOpen", "I", USUAL),
    "name a file": Place("PathDialog", "I"),
    "choose a server": Place("SourceDialog", "F"),
    "rules of redaction": Place("RulesDialog", "2 E ctrl+r"),
    "where to": Place("FileSave", "2 E ctrl+o", USUAL),
    "jump": Place("JumpScreen", "ctrl+t"),
    "import": Place("ImportDialog", f"{CHOSEN} ?doubtful", USUAL),
    "compare": Place("ComparingDialog", f"{CHOSEN} ?doubtful enter", USUAL),
    "doubt": Place("DoubtDialog", f"{CHOSEN} ?doubtful w", USUAL),
    "leave": Place("LeaveDialog", "n a ctrl+q"),
    "help": Place("HelpDialog", "question_mark"),
    "keys of a dialog": Place("KeysHereDialog", "2 f f1"),
    "palette": Place("CommandPalette", "ctrl+p"),
}
"""By a word for each; whoever makes another screen or dialog finds a test that asks for it."""


def kinds_of(base: type[Of]) -> list[type[Of]]:
    """Everything of a kind that the application defines itself."""
    package = champion_tracker.tui
    found = walk_packages(package.__path__, f"{package.__name__}.")
    return [
        kind
        for module in (import_module(each.name) for each in found)
        for kind in vars(module).values()
        if inspect.isclass(kind) and issubclass(kind, base) and kind.__module__ == module.__name__
    ]


def made_here() -> set[str]:
    """The names of all screens and dialogs that are ours."""
    return {kind.__name__ for kind in kinds_of(Screen)} - BASES - WITHOUT_A_WAY


def lay_out(folder: Path) -> None:
    """Put into a folder what the ways need."""
    (folder / "staff.csv").write_text(STAFF, encoding="utf-8")


async def go(pilot: Pilot[Leave], steps: list[str]) -> None:
    """Go a way."""
    await press(pilot)
    for step in steps:
        kind, word = (step[0], step[1:]) if len(step) > 1 else ("", step)
        if kind == "~":
            await _go_down_to(pilot, word.replace("_", " "))
        elif kind == ":":
            await write(pilot, word)
        elif kind == "?":
            assert await sees(pilot, word), f"{word!r} did not come"
        else:
            await press(pilot, step)


async def _go_down_to(pilot: Pilot[Leave], word: str) -> None:
    lines: Any = pilot.app.focused
    assert isinstance(lines, Lines)
    for _ in range(len(lines.items)):
        if word in repr(lines.at_hand):
            return
        await pilot.press("down")
    raise AssertionError(f"{word!r} stands on no line")
