"""What stands in one cell."""

import re
from collections.abc import Iterable

from ..rules.folding import fold

_INVISIBLE = dict.fromkeys(
    [*range(32), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF, 0xAD, *range(0x202A, 0x202F),
     *range(0x2066, 0x206A), 0x2028, 0x2029],
    " ",
)  # fmt: skip
"""Controls, and marks that turn the direction of whatever is shown after them."""

_BLANK = frozenset(
    ("n/a", "n.a.", "n/d", "n.d.", "nd", "#n/a", "null", "nil", "none", "tbc", "tbd")
)

_NOBODY = frozenset(
    (
        "vacant", "vacancy", "vacante", "vakant", "vago", "unbesetzt", "currently vacant",
        "position vacant", "vacant position", "post vacant", "vacant post", "to be confirmed",
        "to be determined", "to be announced", "to be appointed", "to be recruited",
        "to be decided", "tba", "unknown", "unnamed", "not disclosed", "name withheld", "n.n.",
        "nn", "open position", "unfilled", "recruiting", "na",
    )
)  # fmt: skip


def line(cell: str) -> str:
    """A cell's text on one line, without what cannot be seen."""
    seen = cell if cell.isprintable() else cell.translate(_INVISIBLE)
    return " ".join(seen.split())


def text(cell: str) -> str:
    """A cell's text as typed, its line ends made ``\\n`` and other controls left out."""
    lines = cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(one.translate({**_INVISIBLE, 9: "\t"}).rstrip() for one in lines).strip()


def is_blank(value: str) -> bool:
    """Whether a value only says that there is none."""
    return not value.strip("-–—._?*/\\ ") or fold(value) in _BLANK


def is_nobody(name: str) -> bool:
    """Whether what stands for a name says that nobody is there: vacant, to be confirmed …"""
    plain = fold(name).strip(" ()[]<>*-–—")
    return plain in _NOBODY or plain in _BLANK or bool(re.match(r"vacant\b[ ]?[(\-–—:]", plain))


def parts(cell: str) -> list[str]:
    """What a cell lists: parted by ``;``, ``:::``, bars or line ends."""
    found = (line(part) for part in re.split(r":::|[;|\r\n]", cell))
    return [part for part in found if not is_blank(part)]


def addresses(cells: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The e-mail addresses in ``cells``, each once, and the cells in which there is none."""
    good: dict[str, str] = {}
    bad: list[str] = []
    for cell in cells:
        found = re.findall(r"[^\s<>()\[\]\"',:@]+@[^\s<>()\[\]\"',@]+", cell)
        for address in found:
            good.setdefault(address.casefold(), address)
        if not found:
            bad.append(cell)
    return tuple(good.values()), tuple(bad)
