"""Text of a user's inside a page of Markdown."""

import re


def inline(text: str) -> str:
    """Text on one line of Markdown, so that none of its signs is taken for markup."""
    one_line = " ".join(text.split())
    marked = re.sub(r"([\\`*\[\]<>|~]|(?<!\w)_|_(?!\w))", r"\\\1", one_line)
    return re.sub(r"^(\d*)(#|[-+](?= )|(?<=\d)[.)](?= ))", r"\1\\\2", marked)


def signs(line: str) -> list[str]:
    """The signs of a line of a page, each with the backslash before it that `inline` put there.

    The last character of each is what a reader sees. A quotation is as its user typed it.
    """
    return list(line) if line.startswith(">") else re.findall(r"\\[\\`*\[\]<>|~_#+\-.)]|.", line)


def quoted(text: str) -> str:
    """Markdown of a user's as a quotation, as typed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)
