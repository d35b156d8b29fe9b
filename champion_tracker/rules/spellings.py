"""How a folded word may be spelled: for whoever looks through texts that are not folded.

Folding cannot be undone, but it is known of each character what it folds to. Who cannot fold finds
by a regular expression whatever may hold a word, and lets somebody who can decide.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from .folding import fold

RARE = 0x20000
"""The characters from here on are taken for anything; it is not worth the while to tell them."""

BETWEEN = "\ue000"
"""A character that nothing else folds to."""


def spellings(word: str) -> Iterator[str]:
    """A set of characters, as regular expressions write it, for each of a folded ``word``.

    Where no character of a text is in `anything`, and its folded form holds the word, it has one
    of each set in a row. The sets are in ASCII, so that it does not matter who reads them.
    """
    known = _characters()
    return (_set({*known.get(char, ()), ord(char)}) for char in word)


@cache
def anything() -> str:
    """The set of those characters that fold to none or to several."""
    return f"{_set(_characters()[''])[:-1]}{_escaped(RARE)}-{_escaped(0x10FFFF)}]"


@cache
def _characters() -> dict[str, set[int]]:
    """The characters that fold to each one; under nothing, those that fold to none or several."""
    known: dict[str, set[int]] = defaultdict(set)
    characters = [chr(code) for code in range(RARE) if chr(code) != BETWEEN]
    # All at once, which takes a tenth of the time.
    together = fold(BETWEEN.join(characters)).split(BETWEEN)
    for char, folded in zip(characters, map(str.strip, together), strict=True):
        if len(folded) == 1:
            known[folded].add(ord(char))
        elif folded or unicodedata.combining(char):
            known[""].add(ord(char))
    return known


def _set(codes: Iterable[int]) -> str:
    return f"[{''.join(_ranges(sorted(codes)))}]"


def _ranges(codes: list[int]) -> Iterator[str]:
    first = last = codes[0]
    for code in [*codes[1:], 2 * RARE]:
        if code != last + 1:
            yield _escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}"
            first = code
        last = code


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
