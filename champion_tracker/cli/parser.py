"""Reading the command line: argparse, with sentences and nearest names for its errors."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, NoReturn

from .text import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Compiled when a word first begins with a dash, for most runs have none.
_NEGATED = r"-[a-z_]+:"
_NUMBER = r"-\d*\.?\d+"


def _formatter(prog: str) -> argparse.HelpFormatter:
    # With a width given, argparse need not load what finds it out.
    return argparse.RawDescriptionHelpFormatter(prog, width=Layout.of(sys.stdout).width - 2)


class Usage(Exception):
    """The command line cannot be understood."""


class Parser(argparse.ArgumentParser):
    """A parser that neither abbreviates nor ends the process when it is dissatisfied."""

    def __init__(self, prog: str, description: str) -> None:
        """Make one that knows ``--help`` only."""
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            formatter_class=_formatter,
        )

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Read the words of a command.

        Raises:
            Usage: they cannot be understood; names the nearest option.
            SystemExit: help was asked for, and has been given.
        """
        # A negated term of a query, such as -tag:left, is no option: a blank before it says so.
        plain = [f" {word}" if _is_negated(word) else word for word in words]
        for word in plain[: plain.index("--")] if "--" in plain else plain:
            flag = word.partition("=")[0]
            if flag.startswith("-") and flag != "-" and not self._knows(flag):
                raise Usage(
                    f"There is no option {flag}.{nearest(flag, self._option_string_actions)}"
                )
        return self.parse_args(plain)

    def _knows(self, flag: str) -> bool:
        return (
            flag in self._option_string_actions
            or " " in flag
            or re.fullmatch(_NUMBER, flag) is not None
        )

    def error(self, message: str) -> NoReturn:
        """Refuse what argparse refuses, as a sentence.

        Raises:
            Usage: always.
        """
        sentence = message[:1].upper() + message[1:]
        raise Usage(f"{sentence}.\n{self.format_usage().strip()}")


def _is_negated(word: str) -> bool:
    return word.startswith("-") and re.match(_NEGATED, word) is not None


def nearest(word: str, known: Iterable[str]) -> str:
    """A question that names what might have been meant, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), 1)
    return f" Did you mean {near[0]}?" if near else ""
