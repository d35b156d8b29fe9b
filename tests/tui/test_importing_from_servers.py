"""People come from a server as from a file; its password is kept nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from champion_tracker.store import open_workspace
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tui.dialogs.choosing_source import SourceDialog
from champion_tracker.tui.dialogs.importing import ImportDialog

from ..exchange.servers import fill_book, radicale
from .looking import app_on, press, sees, write
from .sample import TODAY

pytest.importorskip("radicale", reason="Radicale is not installed")


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An address book of three people."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.delenv("CHAMPION_TRACKER_PASSWORD", raising=False)
    server = tmp_path / "server"
    server.mkdir()
    with radicale(server) as port:
        fill_book(port, 3)
        yield f"carddav+http://rosa@127.0.0.1:{port}/rosa/people/"


async def test_a_server_is_asked_with_a_password_that_stays_nowhere(
    tmp_path: Path, address: str
) -> None:
    folder = tmp_path / "workspace"
    store = open_workspace(folder)
    (folder / "sources.toml").write_text(f'[staff]\nurl = "{address}"\ncomplete = true\n')
    tracker = Tracker(store, PinnedClock(TODAY))
    app = app_on(tracker)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "F")
        assert isinstance(app.screen, SourceDialog)
        assert await sees(pilot, "staff")
        await press(pilot, "1")
        assert await sees(pilot, "rosa@127.0.0.1 needs a password")
        assert isinstance(app.screen, ImportDialog)
        assert app.focused is app.screen.query_one("#secret", Input)
        await write(pilot, "wrong")
        await press(pilot, "enter")
        assert await sees(pilot, "does not let 'rosa' in")
        await press(pilot, *["backspace"] * 5)
        await write(pilot, "s3cret")
        await press(pilot, "enter")
        assert await sees(pilot, "3 new")
        await press(pilot, "f")
        assert await sees(pilot, "3 new")
        await press(pilot, "escape")
        assert await sees(pilot, "Kept as a draft")
    assert "s3cret" not in "".join(
        path.read_text("utf-8", "replace") for path in folder.rglob("*") if path.is_file()
    )
    store.close()


async def test_an_address_is_typed_and_everybody_there_taken_in(
    empty: Tracker, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAMPION_TRACKER_PASSWORD", "s3cret")
    app = app_on(empty)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "F")
        await write(pilot, "city.example")
        await press(pilot, "enter")
        assert await sees(pilot, "This is no address of a server")
        await press(pilot, "ctrl+a", "ctrl+k")
        app.screen.query_one("#address", Input).value = address
        await press(pilot, "enter")
        assert await sees(pilot, "3 new")
        await press(pilot, "ctrl+s")
        assert await sees(pilot, "Imported")
    assert len(empty.workspace.people) == 3
