"""Names of people: the form in which two spellings are equal, and how alike two names are."""

import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..rules.folding import fold

if TYPE_CHECKING:
    from nicknames import NickNamer

_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "hon", "rev",
        "herr", "frau", "mme", "mlle", "ing", "dott", "phd", "cbe", "obe", "mbe", "kcb", "esq",
        "mba", "cpa",
    }
)  # fmt: skip
"""Forms of address and letters after a name; juniors and seniors are different people."""

_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv", "v"})

_UNSPACED = re.compile(
    "[\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7ff"
    "\uf900-\ufaff\U00020000-\U0003ffff\\s]+"
)
"""Names in scripts that part no words; a blank in one is a matter of taste."""

_CLOSE = 0.87
"""From which ratio of matching letters two words may be one misspelt (Ratcliff and Obershelp)."""


class Likeness(IntEnum):
    """How alike two names are."""

    DIFFERENT = 0
    """Nothing in common."""
    SHARED = 1
    """A word in common: relatives, namesakes, or one person before and after a marriage."""
    CLOSE = 2
    """One may stand for the other: initials, nicknames, words left out, a letter mistyped."""
    SAME = 3
    """The same but for case, accents, punctuation, forms of address and order."""


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of ``name``, folded, in alphabetical order, without forms of address.

    Two names are spellings of one when their words are equal. Never empty for a name that has
    any sign in it.
    """
    text = fold(name)
    text = re.sub(r"['’ʼ`´]", "", text)
    text = "".join(" " if unicodedata.category(sign)[0] in "PZC" else sign for sign in text)
    found = text.split()
    if len(found) > 1 and _UNSPACED.fullmatch(text):
        return ("".join(found),)
    kept = [word for word in found if word not in _TITLES]
    return tuple(sorted(kept if len(kept) > 1 else found)) or (name.strip() or name,)


def likeness(one: str, other: str) -> Likeness:
    """How alike two names are.

    Names in different scripts cannot be compared; they count as sharing a word, so that neither
    their likeness nor their difference decides anything.
    """
    if one == other:
        return Likeness.SAME
    a, b = words(one), words(other)
    if a == b or "".join(a) == "".join(b):
        return Likeness.SAME
    if len(a) == len(b) == 1 and _is_turned(a[0], b[0]):
        return Likeness.CLOSE
    shared = any(len(word) > 1 for word in set(a) & set(b))
    if _stands_for(a, b) or _stands_for(b, a) or (shared and _is_called(a, b)):
        return Likeness.CLOSE
    if shared:
        return Likeness.SHARED
    if _is_latin(a) != _is_latin(b):
        return Likeness.SHARED
    return Likeness.DIFFERENT


def _is_turned(one: str, other: str) -> bool:
    """Whether two names without blanks have family and given name the other way round."""
    return len(one) == len(other) and other in one + one and bool(_UNSPACED.fullmatch(one))


def _stands_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether each word of ``short`` has one of its own in ``full``, the most of them whole."""
    left = list(full)
    whole = 0
    for word in sorted(short, key=len, reverse=True):
        match = next((other for other in left if _matches(word, other)), None)
        if match is None:
            return False
        left.remove(match)
        whole += min(len(word), len(match)) > 1
    return whole >= min(2, len(full)) or (whole >= 1 and len(short) >= 2)


def abbreviates(one: str, other: str) -> bool:
    """Whether one name is the other with words left out or as initials, nothing respelt.

    Both begin alike and have two whole words in common; what is left out is no *junior*.
    """
    a, b = set(words(one)), set(words(other))
    apart = a ^ b
    return (
        same_given(one, other)
        and sum(len(word) > 1 for word in a & b) >= 2
        and not apart & _GENERATIONS
        and all(len(word) == 1 or not (a - b) or not (b - a) for word in apart)
    )


def _matches(word: str, other: str) -> bool:
    if word == other:
        return True
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    if min(len(word), len(other)) < 4:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, word, other).ratio() >= _CLOSE


def _is_called(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names differ in one word each, of which one is a nickname of the other."""
    mine, theirs = set(a) - set(b), set(b) - set(a)
    if len(mine) != 1 or len(theirs) != 1:
        return False
    (here,), (there,) = mine, theirs
    known = _nicknames()
    return there in known.nicknames_of(here) or here in known.nicknames_of(there)


def called(given: str) -> set[str]:
    """What somebody of a given name may be called, and whose nickname it may be."""
    known = _nicknames()
    found = known.nicknames_of(given) | known.canonicals_of(given)
    return {name for name in found if len(name) > 2}


def is_unspaced(text: str) -> bool:
    """Whether it is written in a script that parts no words."""
    return bool(_UNSPACED.fullmatch(text))


@cache
def _nicknames() -> "NickNamer":
    """English given names and what their bearers are called."""
    from nicknames import NickNamer

    return NickNamer()


def _is_latin(name: tuple[str, ...]) -> bool:
    return all(word.isascii() or "LATIN" in unicodedata.name(word[0], "") for word in name)


def same_at(one: str, other: str, address: str) -> bool:
    """Whether two names at one e-mail address are one person's.

    Of two that only share a word, or are written in different scripts, it takes an address made of
    one of them; and of those that can be compared, the same given name.
    """
    alike = likeness(one, other)
    if alike is not Likeness.SHARED:
        return alike > Likeness.SHARED
    is_same = _is_latin(words(one)) != _is_latin(words(other)) or same_given(one, other)
    return is_same and (spelt_in(one, address) or spelt_in(other, address))


def same_given(one: str, other: str) -> bool:
    """Whether two names begin with the same word, as before and after a marriage."""
    first, second = fold(one).split(), fold(other).split()
    return bool(first and second) and len(first[0]) > 1 and first[0] == second[0]


def spelt_in(name: str, address: str) -> bool:
    """Whether the part of an e-mail address before the @ is made of this name."""
    box = re.sub(r"[^\w]", "", fold(address.partition("@")[0]))
    long = [word for word in words(name) if len(word) > 2]
    return bool(long) and max(map(len, long)) > 2 and any(word in box for word in long)


def is_name(text: str) -> bool:
    """Whether there is anything in ``text`` that a person could be called by."""
    return any(unicodedata.category(sign)[0] in "LNS" for sign in text)


def spoken(given: str, middle: str, family: str, suffix: str) -> str:
    """The parts of a name in the order in which they are spoken."""
    if given and family and _UNSPACED.fullmatch(given + family):
        return f"{family}{given}"
    return " ".join(part for part in (given, middle, family, suffix) if part)


def turned(name: str) -> str:
    """``Last, First`` the way it is spoken; every other name as it is."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma or not given or "," in given:
        return name
    if set(words(given)) <= _TITLES | _GENERATIONS:
        return name
    return f"{given} {family}"
