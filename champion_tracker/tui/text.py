"""Text of users and files, made fit to be shown as itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, and signs that would turn the rest of a line around or hide in it.

The joiners U+200C and U+200D stay: scripts and emoji need them.
"""


@lru_cache(maxsize=4096)
def on_one_line(text: str) -> str:
    """``text`` as one line, with its controls made visible."""
    return _UNSEEN.sub(_seen, text.replace("\r\n", "\n").replace("\n", " ").replace("\t", " "))


def visible(text: str) -> str:
    """``text`` with its controls made visible, but its lines and tabs kept."""
    kept = text.replace("\r\n", "\n").replace("\t", "    ")
    return "\n".join(_UNSEEN.sub(_seen, line) for line in kept.split("\n"))


def _seen(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells; an ellipsis says that there is more."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)


def fold_lines(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells, broken at blanks where there are any.

    What is indented stays so.
    """
    width = max(width, 4)
    lines: list[str] = []
    for paragraph in visible(text).split("\n"):
        words = paragraph.lstrip(" ")
        indent = min(len(paragraph) - len(words), width // 2)
        lines += [f"{' ' * indent}{line}" for line in _folded(words, width - indent)]
    return lines


def _folded(paragraph: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for word in paragraph.split(" "):
        size = cell_len(word)
        if line and used + 1 + size > width:
            yield line
            line, used = "", 0
        while size > width:
            head = set_cell_size(word, width).rstrip()
            head = head if head and word.startswith(head) else word[: max(1, width // 2)]
            yield head
            word = word[len(head) :]
            size = cell_len(word)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    yield line
