"""Values of options, read after argparse so that a bad one is refused rather than misuse."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from ..model import BadInput
from .parser import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

Choice = TypeVar("Choice", bound="StrEnum")


def number(text: str | None, what: str) -> int | None:
    """A whole number; None where none was given.

    Raises:
        BadInput: it is none.
    """
    if text is None:
        return None
    try:
        return int(text)
    except ValueError:
        raise BadInput(f"The {what} has to be a whole number, not '{text}'.") from None


def count(text: str | None, what: str) -> int | None:
    """How many; None where that was not given.

    Raises:
        BadInput: it is no whole number, or below zero.
    """
    found = number(text, what)
    if found is not None and found < 0:
        raise BadInput(f"The {what} goes from 0 on, not {found}.")
    return found if found is None else min(found, sys.maxsize)


def yes_or_no(text: str | None, what: str) -> bool | None:
    """Whether something holds; None where nobody has said.

    Raises:
        BadInput: it is neither.
    """
    if text is None:
        return None
    found = {"yes": True, "y": True, "no": False, "n": False}.get(text.strip().lower())
    if found is None:
        raise BadInput(f"The {what} is yes or no, not '{text}'.")
    return found


def choice(text: str | None, what: str, kinds: type[Choice]) -> Choice | None:
    """One of a few words, or an unmistakable beginning of one; None where none was given.

    Raises:
        BadInput: it is none of them; names the nearest.
    """
    if text is None:
        return None
    wanted = " ".join(text.lower().replace("_", " ").split())
    known: Mapping[str, Choice] = {kind.value.replace("_", " "): kind for kind in kinds}
    by_letters = {name.replace("-", ""): kind for name, kind in known.items()}
    found = known.get(wanted) or by_letters.get(wanted.replace("-", ""))
    begun = [kind for name, kind in known.items() if wanted and name.startswith(wanted)]
    if found is None and len(begun) == 1:
        found = begun[0]
    if found is None:
        near = nearest(wanted, known) or f" There are {', '.join(known)}."
        raise BadInput(f"'{text}' is no {what}.{near}")
    return found
