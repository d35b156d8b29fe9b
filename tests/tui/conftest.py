from pathlib import Path

import pytest

from champion_tracker.tracker import Tracker

from .sample import empty_tracker, sample_tracker

NAMES = Path(__file__).resolve().parents[3] / "shared" / "sample" / "names"


@pytest.fixture(autouse=True)
def _no_animation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


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
