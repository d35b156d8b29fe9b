"""Which column of a table means what, by the words that stand over it."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from ..rules.folding import fold
from .column_words import (
    FORMS_OF_ADDRESS,
    LANGUAGES,
    PEOPLE_WORDS,
    PHONE_WORDS,
    QUALIFIERS,
    WEAK_WORDS,
    WORDS,
)
from .fields import MANY, Field

_EITHER = {
    **dict.fromkeys(("nombre", "nome", "имя", "ad", "jmeno", "ime"), Field.GIVEN),
    **dict.fromkeys(("name", "nom", "naam", "navn", "namn", "nev", "nume"), Field.FAMILY),
}
"""Words for a whole name that mean a part of it when the other part has a column too."""

_PARTNER = {Field.GIVEN: Field.FAMILY, Field.FAMILY: Field.GIVEN}

_PERSONS_OWN = frozenset(
    {Field.NAME, Field.GIVEN, Field.MIDDLE, Field.FAMILY, Field.SUFFIX, Field.TITLE, *MANY}
) - {Field.NOTES, Field.TAGS}
"""What may have a word for the person before it, as in *Incumbent First Name*."""


def key(header: str) -> str:
    """A header as its spellings are equal: folded, words only, without numbers."""
    text = "".join(sign if sign.isalnum() else " " for sign in fold(header.replace("_", " ")))
    return " ".join(word for word in text.split() if not word.isdigit())


@cache
def vocabulary() -> dict[str, Field]:
    """Every word that names a field, as `key` writes it."""
    return {
        key(word): field
        for field, words in WORDS.items()
        for word in (*words.split(";"), field.value)
    }


@cache
def _weak() -> dict[str, Field]:
    return {key(word): field for field, words in WEAK_WORDS.items() for word in words.split(";")}


@cache
def _keys(words: str) -> frozenset[str]:
    """The words of a list, each word of several for itself."""
    return frozenset(part for word in words.split(";") for part in key(word).split())


def named(text: str) -> Field | None:
    """The field that ``text`` names, or None. An empty text means that a column is not wanted."""
    return _meaning(_words(text)) if text.strip() else Field.OTHER


def _words(header: str) -> str:
    """The `key` of a header, ``GivenName`` taken apart where it is no word as it is."""
    together = key(header)
    apart = key(re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", header))
    return apart if apart != together and _meaning(together) is None else together


def _meaning(words: str) -> Field | None:
    known = vocabulary()
    bare = words
    while bare.rpartition(" ")[2] in _keys(LANGUAGES) and " " in bare:
        bare = bare.rpartition(" ")[0]
    return (
        known.get(words)
        or known.get(bare)
        or _of_ones_own(bare)
        or _of_a_person(bare)
        or _called(bare)
    )


def _of_ones_own(words: str) -> Field | None:
    """``Work e-mail`` or ``Mobile phone``, but not ``Assistant's phone``."""
    left = [word for word in words.split() if word not in _keys(QUALIFIERS)]
    field = vocabulary().get(" ".join(left))
    if field in (Field.EMAIL, Field.PHONE, Field.LINK):
        return field
    numbers = {"number", "numbers", "nr", "no", "numero"}
    is_phone = set(left) <= _keys(PHONE_WORDS) and bool(set(left) - numbers)
    return Field.PHONE if is_phone else None


def _of_a_person(words: str) -> Field | None:
    """``Incumbent first name`` or ``Employee e-mail``."""
    first, _, rest = words.partition(" ")
    if first not in _keys(PEOPLE_WORDS) or not rest:
        return None
    field = vocabulary().get(rest) or _of_ones_own(rest)
    return field if field in _PERSONS_OWN else None


def _called(words: str) -> Field | None:
    """``Ministry name``."""
    field = vocabulary().get(words.removesuffix(" name")) if words.endswith(" name") else None
    return field if field in (Field.ORGANIZATION, Field.AREA) else None


def nearest(text: str) -> str:
    """The field or word for one that is spelt most like ``text``; empty when none is near."""
    from difflib import get_close_matches

    close = get_close_matches(key(text), vocabulary(), n=1, cutoff=0.6)
    return vocabulary()[close[0]].value if close else ""


def recognized(
    headers: Sequence[str],
    fixed: dict[int, Field] | None = None,
    blank: Collection[int] = frozenset(),
) -> list[Field | None]:
    """What each column holds; None for one that no word explains.

    Args:
        headers: What stands over the columns.
        fixed: The fields of some columns; no other one is then taken for the same single field.
        blank: Columns that hold nothing, and give way to others of the same field.
    """
    fixed = fixed or {}
    words = [_words(header) for header in headers]
    found = [fixed.get(i, _meaning(word) if word else None) for i, word in enumerate(words)]
    for i, word in enumerate(words):
        if i not in fixed:
            found[i] = _in_company(word, found[i], found[:i] + found[i + 1 :], words)
    for i, word in enumerate(words):
        if found[i] is None and i not in fixed:
            found[i] = _for_want_of_a_better(word, found)
    return _each_once(found, fixed, blank)


def _each_once(
    found: list[Field | None], fixed: dict[int, Field], blank: Collection[int]
) -> list[Field | None]:
    """The fields, of which all but `MANY` have one column."""
    taken = set(fixed.values()) - MANY
    result = list(found)
    for i in sorted(range(len(found)), key=lambda i: i in blank):
        field = found[i]
        if i in fixed or field is None or field in MANY or field is Field.OTHER:
            continue
        if field in taken:
            result[i] = None
        taken.add(field)
    return result


def _in_company(
    word: str, field: Field | None, others: Sequence[Field | None], words: Sequence[str]
) -> Field | None:
    """What an ambiguous word means beside the other columns."""
    if word in _EITHER:
        part = _EITHER[word]
        return part if _PARTNER[part] in others and part not in others else Field.NAME
    if word == "title" and "job title" in words:
        return Field.OTHER  # a form of address
    if word == "occupation" and "organization title" in words:
        return Field.OTHER
    return field


def _for_want_of_a_better(word: str, found: Sequence[Field | None]) -> Field | None:
    field = _weak().get(word)
    parts = {Field.NAME, Field.GIVEN, Field.FAMILY} if field is Field.NAME else {field}
    return None if parts & set(found) else field


def known_letters(text: str) -> int:
    """How many letters beyond ASCII the known words at the beginning of a table have.

    Read in another encoding than its own, a header says nothing that is known.
    """
    cells = re.split(r"[\r\n;,\t|]", text[:4096].casefold())[:100]
    words = (" ".join(re.sub(r"[\W_]+", " ", cell).split()) for cell in cells)
    return sum(not sign.isascii() for word in words if word in _accented() for sign in word)


@cache
def _accented() -> frozenset[str]:
    """The words that are not all ASCII, with their accents."""
    words = (word for of in WORDS.values() for word in of.split(";"))
    return frozenset(" ".join(word.casefold().split()) for word in words if not word.isascii())


def is_form_of_address(cell: str) -> bool:
    """Whether a cell holds nothing but ``Dr.`` or ``Frau``."""
    words = key(cell).split()
    return bool(words) and set(words) <= _keys(FORMS_OF_ADDRESS)
