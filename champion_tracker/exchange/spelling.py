"""Titles, organisations and addresses in the form in which trivial spellings are equal."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from ..rules.folding import fold

_SMALL_WORDS = frozenset(
    {
        "of", "for", "the", "and", "to", "in", "a", "an", "de", "du", "des", "la", "le", "les",
        "del", "der", "die", "das", "und", "et",
    }
)  # fmt: skip

_SHORT_FORMS = {
    "vp": "vice president",
    "svp": "senior vice president",
    "evp": "executive vice president",
    "avp": "assistant vice president",
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cio": "chief information officer",
    "cto": "chief technology officer",
    "ciso": "chief information security officer",
    "dir": "director",
    "dep": "deputy",
    "asst": "assistant",
    "assoc": "associate",
    "sr": "senior",
    "snr": "senior",
    "jr": "junior",
    "mgr": "manager",
    "mgmt": "management",
    "exec": "executive",
    "gen": "general",
    "hr": "human resources",
    "it": "information technology",
    "dept": "department",
    "dpt": "department",
    "div": "division",
    "govt": "government",
    "intl": "international",
    "natl": "national",
    "univ": "university",
    "min": "ministry",
    "cttee": "committee",
}

_LEGAL_FORMS = frozenset(
    {
        "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "corp", "corporation", "co",
        "company", "gmbh", "ag", "kg", "se", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab",
        "as", "oy", "oyj", "aps", "pty", "pte", "sp", "zoo",
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def same_words(text: str) -> str:
    """The words of a title or business area: folded, in full, without the small ones."""
    found = [_SHORT_FORMS.get(word, word) for word in _words(text)]
    kept = [word for word in found if word not in _SMALL_WORDS]
    return " ".join(kept or found) or fold(text)


@lru_cache(maxsize=65536)
def organization_key(text: str) -> str:
    """The words of an organisation's name without its legal form: ``Acme`` is ``Acme Inc.``."""
    kept = same_words(text).split(" ")
    while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
        kept.pop()
    return " ".join(kept)


def _words(text: str) -> list[str]:
    plain = re.sub(r"(?<=\w)['’.](?=\w\b)", "", fold(text))
    return "".join(sign if sign.isalnum() or ord(sign) > 0x2FF else " " for sign in plain).split()


def email_key(address: str) -> str:
    """An e-mail address as two writings of it are equal."""
    return address.strip().casefold()


def phone_key(number: str) -> str:
    """The digits of a telephone number; the text itself when it has none."""
    return re.sub(r"\D", "", number) or fold(number)


def link_key(address: str) -> str:
    """A link without what does not change where it leads."""
    return re.sub(r"^https?://(www\.)?", "", address.strip().casefold()).rstrip("/")


def added(
    known: tuple[str, ...], more: Iterable[str], key: Callable[[str], str] = fold
) -> tuple[str, ...]:
    """``known``, and after it whatever of ``more`` it does not hold yet by ``key``."""
    result = dict.fromkeys(known)
    keys = {key(value) for value in known}
    for value in more:
        if key(value) not in keys:
            keys.add(key(value))
            result[value] = None
    return tuple(result)
