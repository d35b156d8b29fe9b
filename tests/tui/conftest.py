from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from champion_tracker.tracker import Tracker
from champion_tracker.tui.app import ChampionTracker

from .patience import PatientPilot
from .sample import empty_tracker, sample_tracker

NAMES = Path(__file__).resolve().parents[3] / "shared" / "sample" / "names"


@pytest.fixture(autouse=True, scope="session")
def _styles_are_read_once() -> Iterator[None]:
    """Each of hundreds of applications would parse the same styles: an eighth of the time."""
    read: dict[object, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(sheet: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        key = (tuple(sheet._variables.items()), given, tuple(named.items()))
        if key not in read:
            read[key] = parse(sheet, *given, **named)
        return read[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Toasts stay and keys are waited for, however slow the machine is."""
    monkeypatch.setattr("textual.pilot.Pilot", PatientPilot)
    monkeypatch.setattr(ChampionTracker, "NOTIFICATION_TIMEOUT", 600)


@pytest.fixture(autouse=True)
def own_files(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the user's own files lie: settings that are kept and what screens remember."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder / "champion-tracker"


@pytest.fixture
def tracker() -> Tracker:
    return sample_tracker()


@pytest.fixture
def empty() -> Tracker:
    return empty_tracker()


@pytest.fixture
def hostile() -> list[str]:
    """Strings that have broken other programs."""
    path = NAMES / "blns.txt"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
