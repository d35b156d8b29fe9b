"""Bytes to text, and no guess that might turn a name into another one."""

import codecs
import re
from collections.abc import Callable

from ..model import BadInput
from .alphabets import pages_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŠšŽžŒœŸ‘’“”–—…€£§°ªº«»¿¡·®©™•´\xa0"
)
"""What Windows-1252 is used for; its other signs are more often another encoding's letters."""

_CODE_PAGES = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp932", "euc_jp", "gb18030", "big5", "cp949", "koi8_r", "mac_roman",
)  # fmt: skip

_MISREAD = re.compile(
    r"(?<=[a-zß-ÿ])[À-ÖØ-ÞŠŽŸ]"  # a capital within a word: the other system's small letter
    r"|(?<=[^\W\d_])[¿¡£§«»‘“”„…€©®™•ªº](?=[^\W\d_])"  # a sign within a word
    r"|ì(?=[^\W\d_])|æ\b(?<=[aeiou]æ)|[áíéýúóuaio]ø|ø[aiouáíéýúó]"  # ě, ć and ř
    r"|õ(?![eo]|\b)|ã(?![oe]|s?\b)|ñ(?=[^\W\d_aeiouyáéíóúü])|ñ\b"  # ő, ă and ń
    r"|[áéíóúý][èïòù]"  # č, ď, ň and ů after a long vowel
)
"""What in a text read as Windows-1252 shows that it is written in another code page."""

_COHERENT = 0.6
"""From which likeness to a known language a detected code page is believed."""


def decode(
    data: bytes, where: str, encoding: str = "", speaks: Callable[[str], int] = lambda _: 0
) -> tuple[str, str]:
    """Return the text of ``data`` without its byte order mark, and the encoding's name.

    An ``encoding`` that the user names is taken at its word. Without one: UTF-8, UTF-16 and
    UTF-32 by mark or by their zeros; what is none of them is taken for a Windows code page only
    where its letters stand as that page's languages use them, and no other's, or where ``speaks``
    says that the text begins with so many letters of words that are known.

    Raises:
        BadInput: no encoding can be told; names ``where`` and the first byte that fails.
    """
    found, start = unicode_encoding(data)
    named, encoding = bool(encoding), encoding or found
    try:
        return data[start:].decode(encoding), encoding
    except UnicodeDecodeError as failure:
        offset = start + failure.start
        if not named and encoding == "utf-8" and not start:
            page = code_page(data, speaks)
            if page:
                return data.decode(page), page
    row = data.count(b"\n", 0, offset) + 1
    raise BadInput(
        f"{where}: the byte at offset {offset} (line {row}) is not {encoding.upper()}"
        + ("." if named else ", and no other encoding is plain."),
        "Save the file as UTF-8, or name its encoding in a mapping file.",
    )


def unicode_encoding(data: bytes) -> tuple[str, int]:
    """The Unicode encoding that the file shows, and how many bytes its mark takes."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    head = data[:4096]
    if head.count(0) * 4 > len(head):
        odd, even = head[1::2].count(0), head[0::2].count(0)
        if odd > 4 * even:
            return "utf-16-le", 0
        if even > 4 * odd:
            return "utf-16-be", 0
    return "utf-8", 0


def code_page(data: bytes, speaks: Callable[[str], int] = lambda _: 0) -> str:
    """The Windows code page of ``data``, or nothing where it is not plain which."""
    if 0 in data or _is_torn(data):
        return ""  # a damaged file, or UTF-8 with a torn letter: no code page's work
    if spoken := _spoken(data, speaks):
        return spoken
    pages = [page for page in pages_of(data) if page != "cp1252" or _is_western(data, page)]
    if len(pages) == 1:
        return pages[0]
    for western in ("cp1252", "mac_roman"):
        if _is_western(data, western):
            return western
    from charset_normalizer import from_bytes

    lines = b"\n".join(line for line in data.splitlines() if not line.isascii())
    best = from_bytes(lines[:65536], cp_isolation=[*_CODE_PAGES], threshold=0.1).best()
    if best is None or best.chaos > 0 or best.coherence < _COHERENT:
        return ""
    try:
        data.decode(best.encoding)
    except UnicodeDecodeError:
        return ""
    return best.encoding


def _is_torn(data: bytes) -> bool:
    """Whether half of what is not ASCII is UTF-8, and the rest of it damaged."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    return 2 * sum(map(_is_utf8, runs)) >= len(runs)


def _is_utf8(run: bytes) -> bool:
    try:
        run.decode()
    except UnicodeDecodeError:
        return False
    return True


def _spoken(data: bytes, speaks: Callable[[str], int]) -> str:
    """The only code page in which the text begins with known words that are not all ASCII."""
    scores = {}
    for page in _CODE_PAGES:
        try:
            scores[page] = speaks(data.decode(page))
        except UnicodeDecodeError:
            continue
    best = max(scores.values(), default=0)
    pages = [page for page, score in scores.items() if score == best > 0]
    return pages[0] if len(pages) == 1 else ""


def _is_western(data: bytes, encoding: str) -> bool:
    """Whether the letters beyond ASCII stand in words as Western European languages have them."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    if not all(sign.isascii() or sign in _WESTERN for sign in text) or _MISREAD.search(text):
        return False
    return all(_is_western_word(word) for word in set(re.findall(r"[^\W\d_]+", text)))


def _is_western_word(word: str) -> bool:
    foreign = sum(not sign.isascii() for sign in word)
    if len(word) == 1:
        return not foreign or word in "àáâäåæçèéêëìíòóôöøùúüÅÄÖØÉÀªº"
    if len(word) == 2:
        return foreign < 2 and (word[1].isascii() or word[1].islower())
    return 2 * foreign < len(word)
