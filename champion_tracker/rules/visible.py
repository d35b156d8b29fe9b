"""Text of users and files, made fit to be shown as itself on any terminal."""

import re

_UNSEEN = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, and signs that would turn the rest of a line around or hide in it.

The joiners U+200C and U+200D stay: scripts and emoji need them.
"""


def on_one_line(text: str) -> str:
    """``text`` as one line, with its controls made visible."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_UNSEEN, _seen, text.replace("\r\n", "\n").replace("\n", " ").replace("\t", " "))


def visible(text: str) -> str:
    """``text`` with its controls made visible, but its lines kept, and tabs as blanks."""
    if text.isascii() and text.isprintable():
        return text
    kept = text.replace("\r\n", "\n").replace("\t", "    ")
    return "\n".join(re.sub(_UNSEEN, _seen, line) for line in kept.split("\n"))


def _seen(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
