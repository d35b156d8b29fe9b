"""A few words of a text around those that were looked for, which are marked in it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from .folding import fold

BEFORE = 20
"""How many characters go before the first word that was found."""

Piece = tuple[str, bool]
"""A part of a text, and whether it was looked for."""


def excerpt(text: str, words: Iterable[str], most: int) -> list[Piece]:
    """A part of ``text`` with the first of some folded words in it; all of them marked."""
    spans = list(_spans(text, list(words)))
    first = spans[0][0] if spans else 0
    start = 0 if first <= BEFORE or len(text) <= most else _word_at(text, first - BEFORE)
    pieces: list[Piece] = [("… ", False)] if start else []
    for begin, end in spans:
        pieces += [(text[start:begin], False), (text[max(begin, start) : end], True)]
        start = end
    pieces.append((text[start:], False))
    return list(_cut([piece for piece in pieces if piece[0]], most))


def _spans(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where in the text any of the words stands, from left to right; what touches is one."""
    folded = [_fold_one(letter) for letter in text]
    line, at = "".join(folded), [n for n, letters in enumerate(folded) for _ in letters]
    marked: list[tuple[int, int]] = []
    for word in filter(None, words):
        found = line.find(word)
        while found >= 0:
            marked.append((at[found], at[found + len(word) - 1] + 1))
            found = line.find(word, found + 1)
    begin = end = -1
    for start, stop in sorted(marked):
        if start > end:
            if end > begin:
                yield begin, end
            begin, end = start, stop
        end = max(end, stop)
    if end > begin:
        yield begin, end


@lru_cache(maxsize=4096)
def _fold_one(letter: str) -> str:
    return " " if letter.isspace() else fold(letter)


def _word_at(text: str, start: int) -> int:
    """Where the next word begins, if that is not far."""
    blank = text.find(" ", start, start + BEFORE)
    return blank + 1 if blank >= 0 else start


def _cut(pieces: list[Piece], most: int) -> Iterator[Piece]:
    for text, is_marked in pieces:
        if most <= 0:
            return
        yield text[:most], is_marked
        most -= len(text)
