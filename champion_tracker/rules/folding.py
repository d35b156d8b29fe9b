"""Text as people search for it: without case, accents or kinds of blank."""

import unicodedata

_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
)
"""Letters that Unicode takes for letters of their own, but that are typed without their mark."""


def fold(text: str) -> str:
    """Return ``text`` in the form in which two spellings of a word are equal.

    Compatibility decomposition, marks dropped, case folded (Unicode Standard Annex 15 and
    section 3.13), runs of white space made one blank.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(bare.casefold().translate(_WHOLE_LETTERS).split())
