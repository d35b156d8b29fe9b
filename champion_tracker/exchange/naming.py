"""Where a text names somebody: whole, by a word of the name, declined, by initials or nickname."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator

from ..rules.folding import fold
from .names import called, is_unspaced

_MONTHS = {fold(name) for name in month_name if name}
_MARKS = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑–", "-"))
_BEFORE = re.compile(r"(?:\b[^\W\d_a-z]\.[\s-]?)+$")
_AFTER = re.compile(r"\s[^\W\d_a-z]\.(?!\w)")
"""Initials beside a word of a name."""
_ENDINGS = "s|es|a|e|i|u|y|n|en|in|un|om|em|ou|ovi|owi|ego|emu|iem"
"""What names of Latin letters may end in besides, where they are declined."""


class Names:
    """The names of several people, to be found in a line of text."""

    def __init__(
        self, names: Iterable[str], own: set[str], how: str, ordinary: Iterable[str]
    ) -> None:
        """Look for ``names``, each word of them too where ``how`` is "words".

        Args:
            names: Of people.
            own: Folded words that are none of theirs alone.
            how: "whole" or "words".
            ordinary: Words that name somebody only with a capital letter.
        """
        whole, words, doubted = set[str](), set[str](), set[str]()
        for name in map(_bare, names):
            whole.add(name)
            if how == "words":
                parts = re.findall(r"[\w'-]+", name)
                words.update(word for word in parts if len(word) > 2 or _is_long(word))
                doubted.update(word for word in parts if len(word) == 2 and not _is_long(word))
                doubted |= _initials(name) | called(name.partition(" ")[0])
        words -= own
        doubted -= own | words
        self._capital = doubted | {fold(word) for word in ordinary}
        self._pattern = _pattern(whole - own - words, words, doubted)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where somebody is named, and where that ends."""
        folded, places = _folded(text)
        done = 0
        for match in self._pattern.finditer(folded):
            start, end = places[match.start()], places[match.end()]
            is_small = text[start].islower() and (match["ending"] or match[0] in self._capital)
            if end <= start or is_small or _is_date(match[0], text[:start], text[end:]):
                continue
            before, after = _BEFORE.search(text, done, start), _AFTER.match(text, end)
            start = max(done, before.start() if before else start)
            done = after.end() if after else end
            yield start, done


def _pattern(whole: set[str], words: set[str], doubted: set[str]) -> re.Pattern[str]:
    """Any of these as words of their own, the longest first, so that no part of one is left."""
    unspaced = {form for form in whole | words if is_unspaced(form)}
    latin = {form for form in words - unspaced if form.isascii() and len(form) > 3}
    latin |= {form[:-1] for form in latin if len(form) > 4 and form.endswith("a")}
    other = {form for form in words - unspaced - latin if len(form) > 3}
    other |= {form[:-1] for form in other if len(form) > 4}
    plain = (whole | words | doubted) - unspaced - latin - other
    return re.compile(
        rf"(?:{_any(unspaced)})|(?<!\w)(?:(?:{_any(plain)})"
        rf"|(?:{_any(latin)})(?P<ending>{_ENDINGS})?|(?:{_any(other)})\w{{0,3}})(?!\w)"
    )


def _any(forms: set[str]) -> str:
    choice = (re.escape(form).replace(r"\ ", r"\s+") for form in forms if form)
    return "|".join(sorted(choice, key=len, reverse=True)) or r"(?!)"


def _is_date(word: str, before: str, after: str) -> bool:
    """Whether the name of a month stands beside a number."""
    return word in _MONTHS and bool(
        re.search(r"\d(?:st|nd|rd|th|\.)?(?: of)?\s$", before) or re.match(r",?\s\d", after)
    )


def _is_long(word: str) -> bool:
    """Whether two letters of a script are a name as four of ours are."""
    return len(word) > 1 and is_unspaced(word)


def _initials(name: str) -> set[str]:
    letters = [word[0] for word in name.split() if word[0].isalpha()]
    if len(letters) < 2 or is_unspaced(name):
        return set()
    return {".".join([*letters, ""]), " ".join(f"{letter}." for letter in letters)}


def _bare(name: str) -> str:
    return fold(name).translate(_MARKS)


def _folded(text: str) -> tuple[str, list[int]]:
    """A line in the form in which names are compared, and where each sign of it stood."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain = " " if sign.isspace() else _bare(sign)
        signs.append(plain)
        places += [place] * len(plain)
    places.append(len(text))
    return "".join(signs), places
