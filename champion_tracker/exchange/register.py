"""The stakeholder register as a workbook: who, what we make of them, and the engagement matrix.

Columns and matrix follow Project Management Institute, *PMBOK Guide*, sixth edition, sections
13.1.3.1 (stakeholder register) and 13.2.2.5 (stakeholder engagement assessment matrix).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from ..model import Engagement
from ..rules.grids import grids
from ..rules.profile import Profile
from ..rules.seam import move_of

_REGISTER = (
    ("Identification", ("Name", "Title", "Organisation", "Business area", "E-mail", "Phone",
                        "Tags")),
    ("Assessment", ("Influence", "Reach", "Openness", "Engagement", "Desired", "Judged on",
                    "Why")),
    ("Plan", ("Desired by", "Moves")),
    ("Classification", ("Standing", "Posture", "Reason", "Power and interest", "Salience",
                        "Trust and agreement", "Follow-through", "Champion test", "Warmth",
                        "Cadence", "Last touch", "Next touch")),
)  # fmt: skip

_WIDE = {"Name": 26, "Title": 30, "Organisation": 26, "Business area": 22, "E-mail": 28,
         "Why": 48, "Moves": 40, "Reason": 48, "Follow-through": 40, "How": 40}  # fmt: skip


def write(profiles: Iterable[Profile]) -> bytes:
    """The workbook: the register, and the matrix with C for current and D for desired."""
    from openpyxl import Workbook

    book = Workbook()
    seen = list(profiles)
    _fill(book.worksheets[0], "Register", _headers(), [_row(one) for one in seen])
    levels = [str(level) for level in Engagement]
    rows = [[one.person.name, *_levels(one), *_plan(one)] for one in seen if one.assessment]
    groups = [("", ["Name", *levels]), ("Plan", ["Movement", "By", "How", "Priority"])]
    _fill(book.create_sheet(), "Engagement matrix", groups, rows)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _headers() -> list[tuple[str, Sequence[str]]]:
    return [(group, columns) for group, columns in _REGISTER]


def _row(seen: Profile) -> list[Any]:
    person, held, judged = seen.person, seen.position, seen.assessment
    placed = grids(seen)
    return [
        person.name,
        held.title if held else "",
        held.organization if held else "",
        held.area if held else "",
        "; ".join(person.emails),
        "; ".join(person.phones),
        "; ".join(person.tags),
        seen.influence,
        seen.reach,
        seen.openness,
        str(seen.engagement or ""),
        str(seen.desired or ""),
        judged.on if judged else None,
        judged.why if judged else "",
        judged.desired_by if judged else None,
        judged.moves if judged else "",
        str(seen.standing),
        seen.posture,
        seen.reason,
        *((placed.quadrant, placed.salience or "", placed.camp or "") if placed else ("", "", "")),
        seen.follow_through.in_full,
        str(seen.champion_test),
        seen.warmth_word,
        seen.cadence,
        seen.last_touch,
        seen.next_touch,
    ]


def _levels(seen: Profile) -> list[str]:
    """C under the current level, D under the desired one."""
    return [
        " ".join(
            letter for letter, at in (("C", seen.engagement), ("D", seen.desired)) if at is level
        )
        for level in Engagement
    ]


def _plan(seen: Profile) -> list[Any]:
    """Which way they moved, and the move that is planned."""
    move = move_of(seen)
    return [] if move is None else [str(move.movement), move.by, move.how, move.priority]


def _fill(
    sheet: Any, title: str, groups: Sequence[tuple[str, Sequence[str]]], rows: list[list[Any]]
) -> None:
    """One sheet: groups above headers, both frozen, with a filter over the rows."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.title = title
    headers = [header for _, columns in groups for header in columns]
    sheet.append(
        [cell for group, columns in groups for cell in (group, *[""] * (len(columns) - 1))]
    )
    sheet.append(headers)
    for row in rows:
        sheet.append([_safe(value) for value in row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text is never a formula, whatever it begins with
            elif isinstance(cell.value, date):
                cell.number_format = "yyyy-mm-dd"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for cell in (*sheet[1], *sheet[2]):
        cell.font = Font(bold=True)
    for n, header in enumerate(headers, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = _WIDE.get(header, 14)
    sheet.freeze_panes = "B3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(headers))}{max(2, sheet.max_row)}"


def _safe(value: Any) -> Any:
    """A value without the signs that a workbook cannot hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return ILLEGAL_CHARACTERS_RE.sub(" ", value)[:32767] if isinstance(value, str) else value
