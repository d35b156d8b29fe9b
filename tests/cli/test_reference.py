"""The guide to the command line knows every command, option and key."""

import pytest

from champion_tracker.cli.registry import COMMANDS, load
from champion_tracker.cli.running import parser_of
from docs.command_line import MARK, PAGE, reference
from tests.cli.test_contract import (
    CHANGE,
    COMMIT,
    FOLLOW_THROUGH,
    INTERACTION,
    PERSON,
    POSITION,
    PROMPT,
)

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_stands_in_it(name: str) -> None:
    section = TEXT.partition(f"\n### {name}\n")[2].partition("\n### ")[0]
    assert section, f"{name} is missing: run python -m docs.command_line"
    for action in parser_of(name, load(name))._actions:
        for flag in action.option_strings:
            assert flag in ("-h", "--help") or f"`{flag}" in section, flag


def test_the_reference_is_what_the_commands_say() -> None:
    assert TEXT.partition(MARK)[2].strip() == reference().strip(), "run python -m docs.command_line"


def test_every_key_stands_in_it() -> None:
    keys = PERSON | POSITION | FOLLOW_THROUGH | PROMPT | INTERACTION | CHANGE | COMMIT
    assert [key for key in sorted(keys) if f"`{key}`" not in TEXT] == []


def test_every_command_says_what_it_does() -> None:
    for name, (_, line) in COMMANDS.items():
        assert line
        assert (load(name).run.__doc__ or "").strip()
