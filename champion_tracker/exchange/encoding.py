"""Bytes to text, and no guess that might turn a name into another one."""

import codecs
import re
from collections.abc import Iterator

from ..model import BadInput

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
    "cp932", "gb18030", "big5", "cp949", "koi8_r",
)  # fmt: skip

_COHERENT = 0.6
"""From which likeness to a known language a detected code page is believed."""


def decode(data: bytes, where: str, encoding: str = "") -> tuple[str, str]:
    """Return the text of ``data`` without its byte order mark, and the encoding's name.

    An ``encoding`` that the user names is taken at its word. Without one: UTF-8, UTF-16 and
    UTF-32 by mark or by their zeros; what is none of them is taken for a Windows code page only
    where its letters stand as that page's languages use them.

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
            page = code_page(data)
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


def code_page(data: bytes) -> str:
    """The Windows code page of ``data``, or nothing where it is not plain which."""
    if 0 in data or any(_utf8_letters(data)):
        return ""  # a damaged file, or UTF-8 with a torn letter: no code page's work
    if _is_western(data):
        return "cp1252"
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


def _utf8_letters(data: bytes) -> Iterator[bytes]:
    """The sequences of ``data`` that are letters beyond ASCII in UTF-8."""
    for run in re.finditer(rb"[\xc2-\xf4][\x80-\xbf]+", data):
        try:
            run[0].decode()
        except UnicodeDecodeError:
            continue
        yield run[0]


def _is_western(data: bytes) -> bool:
    """Whether the letters beyond ASCII stand in words as Western European languages have them."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    if not all(sign.isascii() or sign in _WESTERN for sign in text):
        return False
    return all(_is_western_word(word) for word in set(re.findall(r"[^\W\d_]+", text)))


def _is_western_word(word: str) -> bool:
    foreign = sum(not sign.isascii() for sign in word)
    if len(word) == 1:
        return not foreign or word in "àáâäåæçèéêëìíòóôöøùúüÅÄÖØÉÀ"
    if len(word) == 2:
        return foreign < 2 and (word[1].isascii() or word[1].islower())
    return 2 * foreign < len(word)
