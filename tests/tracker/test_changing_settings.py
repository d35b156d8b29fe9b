"""A setting that is changed holds; everything else in the file is as somebody wrote it."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.model import BadInput, Channel, Preferences, Standing
from champion_tracker.model.settings import Settings
from champion_tracker.places import SETTINGS, user_settings_path
from champion_tracker.rules.days import parse_day, spelled_out
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker, people
from champion_tracker.tracker.changing_settings import change, forget
from champion_tracker.tracker.opening import open_throw_away
from champion_tracker.tracker.settings import settings_of
from champion_tracker.tracker.settings_schema import KINDS, settings_in
from champion_tracker.tracker.touches import log

WRITTEN = """# mine, do not touch
closed   =  1   # since March

theme='nord'
[cadences]   # by heart
potential_champion = "1 week" # often
[keys]
Undo = "ctrl+z"
"""
TODAY = date(2026, 11, 25)
SAMPLES = {
    "areas": "Roads, Parks",
    "private_touches": "call, hallway",
    "theme": "champion-light",
    "keymap": "vim",
    "first_weekday": "sunday",
    "date_order": "day-first",
    "poor_follow_through": "0.25",
}


def sample_of(name: str) -> str:
    """Something else than the usual value of a setting."""
    kind = KINDS[name.partition(".")[0]]
    return SAMPLES.get(name) or ("5 weeks" if "cadence" in kind.wants else "5")


NAMES = [
    *(name for name, kind in KINDS.items() if not kind.is_table),
    *(f"cadences.{standing}" for standing in Standing),
    "keys.Undo",
    "keys.GoMap",
]


@given(names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), written=st.booleans())
def test_whatever_is_set_holds_and_the_rest_stays(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], *, written: bool
) -> None:
    file = tmp_path_factory.mktemp("settings") / SETTINGS
    if written:
        file.write_text(WRITTEN)
    before = held = settings_of(file)
    for name in names:
        held = change(held, name, sample_of(name))
    assert held == settings_of(file)
    found = {setting.name: setting for setting in settings_in(held)}
    usual = {setting.name: setting for setting in settings_in(before)}
    for name, setting in found.items():
        assert setting.text == (sample_of(name) if name in names else usual[name].text)
        assert (setting.origin is None) == (name not in names and usual[name].origin is None)
    if written:
        text = file.read_text()
        for comment in ("# mine, do not touch\n", "# since March", "# by heart", "# often"):
            assert text.count(comment) == 1
    for name in set(names):
        held = forget(held, name)
    assert all(found.origin is None for found in settings_in(held) if found.name in names)
    tomllib.loads(file.read_text())
    if written:
        assert "# mine, do not touch\n" in file.read_text()
        assert "[cadences]   # by heart\n" in file.read_text()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("closed", "9", "'closed' wants a whole number from 1 to 5."),
        ("closed", "two", "'closed' wants a whole number from 1 to 5."),
        ("stale_after", "soon", "'stale_after' wants a cadence, such as '2 weeks'."),
        ("cadences.champion", "", "'cadences' wants a cadence, such as '2 weeks'."),
        ("cadences.champions", "1 week", "There is no 'champions' in [cadences]. Did you mean"),
        ("thme", "nord", "There is no setting 'thme'. Did you mean 'theme'?"),
        ("keymap", "vi", "'keymap' wants 'default', 'vim' or 'emacs'."),
        ("private_touches", "phone", "'private_touches' wants a list of 'all' or any of meeting"),
        ("theme", " ", "'theme' wants a word."),
        ("keys", "u", "There is no setting 'keys'."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    file = tmp_path / SETTINGS
    file.write_text(WRITTEN)
    with pytest.raises(BadInput) as refused:
        change(settings_of(file), name, text)
    assert str(refused.value).startswith(sentence)
    assert file.read_text() == WRITTEN


def test_what_the_application_does_not_admit_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / SETTINGS

    def admit(_: object) -> None:
        raise BadInput("There is no theme 'nordd'.")

    with pytest.raises(BadInput):
        change(settings_of(file), "theme", "nordd", admit=admit)
    assert not file.exists()


def test_it_is_written_where_it_was_set_last_and_a_link_stays_one(tmp_path: Path) -> None:
    real, own, here = tmp_path / "dotfiles.toml", tmp_path / "own.toml", tmp_path / SETTINGS
    real.write_text("# kept elsewhere\nclosed = 1\n")
    own.symlink_to(real)
    here.write_text("strong_reach = 3\n")
    held = change(settings_of(own, here), "strong_reach", "5")
    assert here.read_text() == "strong_reach = 5\n"
    change(held, "closed", "3")
    assert own.is_symlink()
    assert real.read_text() == "# kept elsewhere\nclosed = 3\n"


def test_the_channels_of_the_schema_are_those_that_there_are() -> None:
    assert set(KINDS["private_touches"].choices) == {*Channel, "all"}


def test_settings_hold_in_the_open_workspace_at_once(tmp_path: Path) -> None:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    rosa = people.add(tracker, "Rosa Díaz")
    held = settings_of(tmp_path / SETTINGS)
    assert tracker.live_agenda(7)
    held = change(held, "cadences.unassessed", "1 day")
    held = change(held, "private_touches", "call")
    held = change(held, "date_order", "day-first")
    tracker.settle(held)
    touch = log(tracker, [rosa], channel=Channel.CALL)
    assert touch.private
    assert not log(tracker, [rosa], channel=Channel.CALL, private=False).private
    assert not log(tracker, [rosa]).private
    assert tracker.profile(rosa).cadence == "1 day"
    assert date(2026, 11, 26) in [prompt.due for prompt in tracker.live_agenda(7)]
    assert tracker.day("3/4") == date(2026, 4, 3)
    assert [p.name for p in tracker.list_people("touched:>=25/11/2026")] == ["Rosa Díaz"]


def held_to(order: str) -> Settings:
    return Preferences(date_order=order)  # type: ignore[arg-type]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from("/."))
def test_a_date_of_numbers_is_read_in_the_order_that_is_set_and_never_guessed(
    day: date, sign: str
) -> None:
    for order, numbers in (
        ("day-first", (day.day, day.month)),
        ("month-first", (day.month, day.day)),
    ):
        text = sign.join(map(str, (*numbers, day.year)))
        assert parse_day(text, TODAY, settings=held_to(order)) == day
        assert parse_day(spelled_out(text, held_to(order)), TODAY) == day
        if max(day.day, day.month) <= 12 and day.day != day.month:
            with pytest.raises(BadInput, match="could be two different days"):
                parse_day(text, TODAY)
        else:
            assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(("order", "text"), [("day-first", "3/14/2026"), ("month-first", "14.3.")])
def test_a_date_in_the_other_order_is_refused(order: str, text: str) -> None:
    with pytest.raises(BadInput, match=r"is not a day|no day .* first"):
        parse_day(text, TODAY, settings=held_to(order))


@pytest.mark.parametrize(
    ("first", "day"),
    [("monday", "2026-11-30"), ("sunday", "2026-11-29"), ("saturday", "2026-11-28")],
)
def test_next_week_begins_with_the_first_day_of_the_week(first: str, day: str) -> None:
    settings = Preferences(first_weekday=first)  # type: ignore[arg-type]
    assert str(parse_day("next week", TODAY, ahead=True, settings=settings)) == day


def test_what_is_set_in_a_workspace_that_will_be_gone_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    mine = user_settings_path()
    mine.parent.mkdir(parents=True)
    mine.write_text(WRITTEN, encoding="utf-8")
    (tmp_path / "demo").mkdir()
    tracker = open_throw_away(tmp_path / "demo", PinnedClock(TODAY))
    assert tracker.held.preferences.theme == "nord"
    assert change(tracker.held, "theme", "dracula").preferences.theme == "dracula"
    assert mine.read_text(encoding="utf-8") == WRITTEN
    tracker.close()
