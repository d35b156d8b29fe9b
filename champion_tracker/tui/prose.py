"""Markdown that a user or a file wrote, drawn in lines.

Whatever is written stays: where drawing would lose a letter of a text (an HTML entity, the title
of a link, a path with backslashes), or where signs stand as nobody sets them who means Markdown
(``2*3*4``, ``a.__b__``), that piece of it is shown as it was typed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content

from .looks import MUTED
from .text import fold_lines, on_one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from .widgets.drawn import Part

LONGEST = 10_000
"""How long a text may be to be more than shown as it was typed."""
HEADING = "$text-primary bold"
CODE = "$text-secondary"
LINK = "$text-accent underline"
STYLES = {"strong": "bold", "em": "italic", "s": "strike"}
RULE = "─" * 12
BULLETS = ("•", "◦", "▪")

_MARKS = re.compile(r"[*_`#>\[<~]|^\s*(?:[-+]|\d{1,9}[.)])\s|^\s*-{3}", re.MULTILINE)
"""What a text has somewhere if it is more than paragraphs."""
_KEPT = re.compile(r"[^\W_]|\\|&|(?<=\n)>(?=[^\s>])")
"""What must not be lost."""
_BEFORE = "([{<\"'“‘„‚«‹–—-/|"
"""What a sign that opens something may follow without a blank."""
_NOT_AFTER = ";:,.)]}>"
"""What nobody emphasises."""


class Piece(NamedTuple):
    """A few lines that share their margin."""

    runs: Sequence[Part]
    """Text with its styles; a line break begins another line."""
    first: str = ""
    """What stands before the first line."""
    rest: str = ""
    """What stands before each other line."""


def prose_lines(text: str, width: int) -> list[list[Part]]:
    """The lines of a text that is Markdown, each of at most ``width`` cells."""
    pieces = _pieces(text)
    if not pieces:
        return [[(line, "")] for line in fold_lines(text, width)]
    return [line for piece in pieces for line in _folded(piece, width)]


def prose(text: str) -> Content:
    """A text that is Markdown, to be wrapped by whoever shows it."""
    pieces = _pieces(text)
    if not pieces:
        return Content(visible(text))
    return Content("\n").join(
        Content.assemble((piece.first, MUTED), *piece.runs) for piece in pieces
    )


def prose_in_line(text: str, style: str = "") -> Content:
    """A text that is Markdown, on one line."""
    pieces = _pieces(text) or [Piece([(text, "")])]
    content = Content(" ").join(
        Content.assemble(
            (piece.first.lstrip(), ""), *((on_one_line(said), ink) for said, ink in piece.runs)
        )
        for piece in pieces
        if piece.runs
    )
    return content.stylize_before(style) if style else content


def _folded(piece: Piece, width: int) -> Iterator[list[Part]]:
    margins = [margin[-(width // 2) :] for margin in (piece.first, piece.rest)]
    plain = "".join(text for text, _ in piece.runs)
    styles = [style for text, style in piece.runs for _ in text]
    at = 0
    for number, line in enumerate(fold_lines(plain, width - cell_len(margins[0]))):
        words = line.lstrip(" ")
        at = max(at, plain.find(words, at))
        inks = [""] * (len(line) - len(words)) + styles[at : at + len(words)]
        yield [(margins[number > 0], MUTED), *_styled(line, inks)]
        at += len(words)


def _styled(line: str, styles: Sequence[str]) -> Iterator[Part]:
    begun = 0
    for end in range(1, len(line) + 1):
        if end == len(line) or styles[end] != styles[begun]:
            yield line[begun:end], styles[begun]
            begun = end


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser.disable(["image", "reference", "lheading"])


@lru_cache(maxsize=2048)
def _pieces(text: str) -> list[Piece]:
    """The pieces of a text; none where it is nothing but text."""
    if len(text) > LONGEST or not _MARKS.search(text):
        return []
    shown = visible(text)
    source = shown.split("\n")
    pieces: list[Piece] = []
    line = 0
    for block in _blocks(_parser().parse(shown)):
        begin, end = block[0].map or [line, line]
        drawn = list(_draw(block, source))
        if _is_lost(source[begin:end], block, drawn):
            drawn = [Piece([("\n".join(source[begin:end]).rstrip("\n"), "")])]
        pieces += [Piece([])] * (begin > line > 0)
        pieces += drawn
        line = max(i for i in range(begin, end + 1) if i == begin or source[i - 1].strip())
    return pieces


def _is_lost(source: Iterable[str], block: Iterable[Token], drawn: Sequence[Piece]) -> bool:
    """Whether something of a source would no longer be seen, or is hardly meant as Markdown."""
    texts = [text for piece in drawn for text, _ in piece.runs]
    if not "".join(texts).strip():
        return True
    seen = (piece.first + "".join(text for text, _ in piece.runs) for piece in drawn)
    if _KEPT.findall("\n".join(["", *source])) != _KEPT.findall("\n".join(seen)):
        return True
    return any(_is_odd(token.children or ()) for token in block)


def _is_odd(tokens: Iterable[Token]) -> bool:
    before, is_opened = " ", False
    for token in tokens:
        if token.nesting > 0 or token.type == "code_inline":
            if not (before.isspace() or before in _BEFORE):
                return True
            is_opened = True
        if token.content:
            if is_opened and token.type == "text" and token.content[0] in _NOT_AFTER:
                return True
            before, is_opened = token.content[-1], False
        elif token.type in ("softbreak", "hardbreak"):
            before = " "
    return False


def _blocks(tokens: list[Token]) -> Iterator[list[Token]]:
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []


def _draw(block: list[Token], source: list[str]) -> Iterator[Piece]:
    """The pieces of one block; a margin is drawn once, and is blank below that."""
    margins: list[list[str]] = []
    line, heading = -1, False
    for token in block:
        if token.type == "blockquote_open":
            margins.append(["▎ ", "▎ "])
        elif token.type == "list_item_open":
            depth = sum(1 for first, rest in margins if not rest.strip()) % len(BULLETS)
            mark = f"{token.info}{token.markup}" if token.info else BULLETS[depth]
            margins.append([f"{mark} ", " " * (len(mark) + 1)])
        elif token.type in ("blockquote_close", "list_item_close"):
            margins.pop()
        elif token.type in ("heading_open", "heading_close"):
            heading = token.nesting > 0
        elif token.nesting == 0:
            begin, end = token.map or (0, 0)
            if 0 <= line < begin:
                yield Piece([], "".join(rest for _, rest in margins if rest.strip()))
            line = end
            first = "".join(first for first, _ in margins)
            rest = "".join(rest for _, rest in margins)
            for margin in margins:
                margin[0] = margin[1]
            yield Piece(list(_runs(token, heading=heading)), first, rest)


def _runs(token: Token, *, heading: bool) -> Iterator[Part]:
    if token.type == "hr":
        yield RULE, MUTED
    elif token.type in ("fence", "code_block"):
        indent = "    " if token.type == "code_block" else ""
        lines = [token.info] * bool(token.info) + token.content.rstrip("\n").split("\n")
        yield "\n".join(indent + line for line in lines), CODE
    else:
        yield from _inline(token.children or [], [HEADING] if heading else [])


def _inline(tokens: Iterable[Token], styles: list[str]) -> Iterator[Part]:
    address, said = "", ""
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind == "link" and token.nesting > 0:
            address, said = str(token.attrGet("href") or ""), ""
            styles.append(LINK)
        elif kind == "link":
            styles.remove(LINK)
            if said != address:
                yield f" ({address})", MUTED
        elif kind in STYLES:
            (styles.append if token.nesting > 0 else styles.remove)(STYLES[kind])
        elif kind in ("softbreak", "hardbreak"):
            yield "\n", ""
        else:
            style = [*styles, CODE] if kind == "code_inline" else styles
            said += token.content
            yield token.content, " ".join(style)
