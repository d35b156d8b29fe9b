"""Which letters stand together in a language, to tell one Windows code page from another.

An alphabet holds what a language writes every day; where names of neighbours mix, theirs too.
Unicode's CLDR lists them at more length, as each language's exemplar characters.
"""

import re

_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")

_BEYOND_ASCII = {
    "cp1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian, as this code page writes it
        "čćđšž",  # Bosnian, Croatian, Serbian, Slovene
    ),
    "cp1252": (
        "áàâæçéèêëíîïóôœùúûüÿñ",  # French, Catalan
        "äöüßéèàáç",  # German, and names that are at home there
        "áéíñóúüçª°º",  # Spanish, Galician
        "àáâãçéêíóôõúü",  # Portuguese
        "àèéìíîòóùú",  # Italian, Gaelic
        "åäöéàáëü",  # Swedish, Finnish
        "æøåéèêóòâôäöü",  # Danish, Norwegian
        "áðéíóúýþæöåø",  # Icelandic, Faroese
        "áäéëíïóöúü",  # Dutch, Irish, Afrikaans
    ),
    "cp1254": ("âçğıîöşûü",),  # Turkish
    "cp1257": (
        "ąčęėįšųūž",  # Lithuanian
        "āčēģīķļņšūž",  # Latvian
        "äõöšüž",  # Estonian
    ),
}

_ALPHABETS = {
    **{
        page: tuple(_LATIN | frozenset(letters) for letters in languages)
        for page, languages in _BEYOND_ASCII.items()
    },
    "cp1251": (
        _LATIN,
        frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),  # Russian, Bulgarian
        frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),  # Ukrainian
        frozenset("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),  # Belarusian
        frozenset("абвгдђежзијклљмнњопрстћуфхцчџш"),  # Serbian
    ),
    "cp1253": (_LATIN, frozenset("αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ")),  # Greek
}

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset("‘’“”„–—…€§°«»·®©™\xa0")
"""What stands between words beside ASCII, in whatever language."""


def pages_of(data: bytes) -> list[str]:
    """The code pages in which some language can have written ``data``; of equal texts the first.

    Every word has to be of that language's alphabet, and its capitals where names have them; a
    single word that is not all ASCII tells nothing.
    """
    texts: dict[str, str] = {}
    for page, alphabets in _ALPHABETS.items():
        try:
            text = data.decode(page)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text, alphabets):
            texts.setdefault(text, page)
    return list(texts.values())


def _is_plausible(text: str, alphabets: tuple[frozenset[str], ...]) -> bool:
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    beyond = {sign for sign in text if not sign.isascii() and not sign.isalpha()}
    return (
        len(words) > 1
        and beyond <= _SIGNS
        and all(_has_usual_capitals(word) for word in words)
        and _some_language_has(words, alphabets)
    )


def _some_language_has(words: set[str], alphabets: tuple[frozenset[str], ...]) -> bool:
    return any(all(alphabet.issuperset(_small(word)) for word in words) for alphabet in alphabets)


def _small(word: str) -> str:
    return word.replace("İ", "i").lower()


def _has_usual_capitals(word: str) -> bool:
    return word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())
