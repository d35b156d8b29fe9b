"""Choosing a file or folder: in a list of what is there, or, where that does not fit, by typing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from ..looks import user
from ..widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.app import App, ComposeResult

LEAST = (60, 16)
"""How wide and high a terminal has to be for a list of files."""


async def pick_file(
    app: App[Any], title: str, folder: Path, what: str, suffixes: Collection[str]
) -> Path | None:
    """A file that is there; None where nothing was chosen."""
    from textual_fspicker import FileOpen, Filters

    if is_small(app):
        return await app.push_screen_wait(PathDialog(title, f"{folder}/"))
    filters = Filters(
        (what, lambda path: path.suffix.lower() in suffixes), ("All files", lambda _: True)
    )
    return await app.push_screen_wait(FileOpen(folder, title, filters=filters))


async def pick_place(app: App[Any], title: str, usual: Path) -> Path | None:
    """Where a file is to go."""
    from textual_fspicker import FileSave

    if is_small(app):
        return await app.push_screen_wait(PathDialog(title, str(usual)))
    folder = usual.parent if usual.parent.is_dir() else Path.home()
    return await app.push_screen_wait(FileSave(folder, title, default_file=usual.name))


async def pick_folder(app: App[Any], title: str, usual: Path) -> Path | None:
    """Where a folder is to go: its name is that of ``usual``, in another place."""
    from textual_fspicker import SelectDirectory

    if is_small(app):
        return await app.push_screen_wait(PathDialog(title, str(usual)))
    folder = usual.parent if usual.parent.is_dir() else Path.home()
    found = await app.push_screen_wait(SelectDirectory(folder, title))
    return found / usual.name if found is not None else None


def is_small(app: App[Any]) -> bool:
    """Whether a list of files would not fit."""
    width, height = app.size
    return width < LEAST[0] or height < LEAST[1]


class PathDialog(ModalScreen[Path | None]):
    """A path to type; what is there is suggested, and taken with the right arrow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", "Take it", id="path.take"),
        Binding("escape", "dismiss(None)", "Back", id="dialog.close"),
    ]
    CSS_PATH = "confirm.tcss"

    def __init__(self, title: str, path: str) -> None:
        super().__init__()
        self.heading = title
        self.path = path

    def compose(self) -> ComposeResult:
        """What for, the path, keys."""
        from textual_fspicker.suggest_path import SuggestPath

        with Vertical(id="dialog"):
            yield Static(user(self.heading))
            yield Input(self.path, compact=True, suggester=SuggestPath(), select_on_focus=False)
            yield KeyBar()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Answer with what is typed."""
        typed = self.query_one(Input).value.strip()
        self.dismiss(Path(typed).expanduser() if typed else None)
