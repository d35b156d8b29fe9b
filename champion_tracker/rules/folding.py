"""Text as people search for it: without case, accents or kinds of blank."""

import unicodedata


def fold(text: str) -> str:
    """Return ``text`` in the form in which two spellings of a word are equal.

    Compatibility decomposition, marks dropped, case folded (Unicode Standard Annex 15 and
    section 3.13), runs of white space made one blank.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())
