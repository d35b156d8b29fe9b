"""Any settings file is either settings, or one sentence that says where it is not."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import user_config_path

from champion_tracker.model import BadInput, Preferences, Standing
from champion_tracker.places import SETTINGS, user_settings_path
from champion_tracker.rules.cadence import parse_cadence
from champion_tracker.tracker.opening import open_tracker
from champion_tracker.tracker.settings import LARGEST, USUAL, settings_of
from champion_tracker.tracker.settings_schema import KINDS


def read(folder: Path, text: str | bytes) -> Any:
    file = folder / SETTINGS
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return settings_of(file)


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read(folder, text)
    return str(refused.value).replace(f"{folder / SETTINGS}", "FILE")


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert settings_of(tmp_path / "nowhere" / SETTINGS).preferences is USUAL.preferences
    assert read(tmp_path, "").preferences == Preferences()


def test_what_is_given_in_part_keeps_the_rest(tmp_path: Path) -> None:
    held = read(
        tmp_path,
        "strong_reach = 3\n\n[cadences]\n"
        'champion = "every 2 weeks"\npotential-champion = "weekly"\n',
    )
    assert held.preferences.strong_reach == 3
    assert held.preferences.wide_open == 4
    assert set(held.preferences.cadences) == set(Standing)
    assert held.preferences.cadences[Standing.CHAMPION] == "2 weeks"
    assert held.preferences.cadences[Standing.POTENTIAL] == parse_cadence("weekly").text
    assert held.preferences.cadences[Standing.NEUTRAL] == "3 months"
    assert held.origins["strong_reach",].line == 1
    assert held.origins["cadences", "potential champion"].line == 5


def test_the_workspace_comes_before_the_user(tmp_path: Path) -> None:
    own, of_workspace = tmp_path / "own.toml", tmp_path / SETTINGS
    own.write_text(
        'theme = "nord"\nclosed = 1\n[cadences]\nneutral = "1 year"\nchampion = "daily"\n'
    )
    of_workspace.write_text('closed = 3\ncadences.champion = "1 week"\n')
    held = settings_of(own, of_workspace)
    assert (held.preferences.theme, held.preferences.closed) == ("nord", 3)
    assert held.preferences.cadences[Standing.NEUTRAL] == "1 year"
    assert held.preferences.cadences[Standing.CHAMPION] == "1 week"
    assert held.origins["closed",].file == of_workspace
    assert held.origins["cadences", "neutral"] == (own, 4)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\n\nstrong_reech = 3", "FILE, line 3: There is no setting 'strong_reech'. Did you mean"),
        ("strong_reach = 6", "FILE, line 1: 'strong_reach' wants a whole number from 1 to 5."),
        ("grace_days = true", "FILE, line 1: 'grace_days' wants a whole number of days"),
        ("poor_follow_through = nan", "FILE, line 1: 'poor_follow_through' wants a number from 0"),
        ('areas = "Roads"', "FILE, line 1: 'areas' wants a list of names."),
        ('keymap = "vi"', "FILE, line 1: 'keymap' wants 'default', 'vim' or 'emacs'."),
        ("cadences = 3", "FILE, line 1: 'cadences' wants a table: [cadences]."),
        (
            '[cadences]\nchampions = "1 week"',
            "FILE, line 2: There is no 'champions' in [cadences]. D",
        ),
        ('[cadences]\n\n"champion" = "never"', "FILE, line 3: 'champion' wants a cadence, such as"),
        ('story_every = "0 weeks"', "FILE, line 1: 'story_every' wants a cadence"),
        ("a = [\n1", "FILE: This is no TOML: "),
        (b"a = 1\nb = '\xff'", "FILE, line 2: this is not UTF-8."),
        ("a = " + "[" * 20_000, "FILE: This is no TOML: it is nested too deeply."),
        ("#" * (LARGEST + 1), f"FILE has more than {LARGEST} bytes"),
    ],
)
def test_what_is_none_is_told_with_its_place(
    tmp_path: Path, text: str | bytes, sentence: str
) -> None:
    assert refusal(tmp_path, text).startswith(sentence)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        settings_of(tmp_path)


def test_a_mark_at_the_beginning_and_foreign_line_ends_are_no_matter(tmp_path: Path) -> None:
    held = read(tmp_path, b"\xef\xbb\xbfclosed = 1\r\n[keys]\r\nUndo = 'z'\r\n")
    assert held.preferences.closed == 1
    assert held.origins["keys", "Undo"].line == 3


NAMES = st.sampled_from([*Preferences.__struct_fields__, "champion", "Undo", "x", '"a\\nb"'])
VALUES = st.sampled_from(
    ["1", "-1", "1e400", "nan", "true", '"2 weeks"', '"FREQ=WEEKLY"', "[]", '["a", 1]', "{}",
     '{champion = "1 week"}', "1979-05-27", '"""\nx = 1\n"""', "9" * 5000, ""]
)  # fmt: skip
LINES = st.one_of(
    st.builds("{} = {}".format, NAMES, VALUES),
    st.builds("[{}]".format, NAMES),
    st.builds("{}.{} = {}".format, NAMES, NAMES, VALUES),
    st.text(),
)


@given(st.lists(LINES, max_size=6).map("\n".join))
def test_any_text_is_settings_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    sentence = ""
    try:
        held = read(folder, text.encode(errors="surrogatepass"))
    except BadInput as refused:
        sentence = str(refused).replace(str(folder), "")
    if sentence:
        assert "\n" not in sentence
        assert len(sentence) < 500
    else:
        preferences = held.preferences
        again = msgspec.json.decode(msgspec.json.encode(preferences), type=Preferences)
        assert again == preferences
        assert all(parse_cadence(every) for every in preferences.cadences.values())
        assert all(1 <= origin.line <= text.count("\n") + 1 for origin in held.origins.values())


def test_a_workspace_opens_under_its_settings(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_text('areas = ["Roads"]\nhorizon_days = 30\n')
    tracker = open_tracker(str(tmp_path))
    try:
        assert tracker.workspace.settings.areas == ("Roads",)
        assert tracker.workspace.settings.horizon_days == 30
    finally:
        tracker.close()


def test_where_the_users_own_lie_is_where_platforms_say(monkeypatch: pytest.MonkeyPatch) -> None:
    def usual() -> Path:
        return user_config_path("champion-tracker", appauthor=False) / SETTINGS

    assert user_settings_path() == usual()
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert user_settings_path() == usual()


def test_the_guide_names_every_setting_and_its_usual_value() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    usual = Preferences()
    for name in usual.__struct_fields__:
        value = getattr(usual, name)
        if isinstance(value, dict):
            assert f"| `[{name}]` |" in guide
        assert KINDS[name].purpose in guide
        if isinstance(value, dict):
            continue
        if value:
            assert f"| `{name}` | {value} |" in guide
    for standing, every in usual.cadences.items():
        assert f"| – `{standing.replace(' ', '-')}` | {every} |" in guide
