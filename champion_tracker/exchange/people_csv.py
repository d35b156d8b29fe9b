"""People as a table for spreadsheets: a row for each position held, or one where none is."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from ..model import Position
from ..rules.profile import Profile

IDENTIFIER = "Champion Tracker id"

HEADERS = (
    IDENTIFIER, "name", "title", "organization", "area", "post id", "start", "end", "email",
    "phone", "link", "tags", "notes", "followed", "standing", "why", "influence", "reach",
    "openness", "engagement", "desired", "cadence", "last touch", "next touch",
)  # fmt: skip
"""The first half is what an import reads back; the second is what the rules make of it."""


def write(profiles: Iterable[Profile]) -> str:
    """The table, with a byte order mark so that spreadsheets take it for UTF-8.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADERS)
    for seen in profiles:
        for position in seen.positions or (None,):
            writer.writerow([harmless(cell) for cell in _cells(seen, position)])
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs.

    Source: OWASP, *CSV Injection*: what begins with = + - @, a tab or a line end is a formula to
    one program or another. Telephone numbers and numbers are left as they are.
    """
    if not cell or cell[0] not in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20":
        return cell
    if cell[0] in "+-" and not cell[1:].strip("0123456789 ()./-"):
        return cell
    return f"'{cell}"


def bare(cell: str) -> str:
    """A cell as it was before `harmless`."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell


def _one_of_several(value: str) -> str:
    """A value as it stands in a cell with others: one that could be taken for two in quotes."""
    quoted = value.replace('"', '""')
    return f'"{quoted}"' if re.search(r'[;|\r\n"]|:::', value) else value


def several(cell: str) -> list[str]:
    """What a cell that we wrote lists."""
    found = next(csv.reader([cell], delimiter=";", skipinitialspace=True), [])
    return [value.strip() for value in found if value.strip()]


def _cells(seen: Profile, position: Position | None) -> Iterator[str]:
    person = seen.person
    held = position or Position(id="")
    yield person.id
    yield person.name
    yield from (held.title, held.organization, held.area, held.post_id)
    yield from (str(held.start or ""), str(held.end or ""))
    for values in (person.emails, person.phones, person.links, person.tags):
        yield " ; ".join(map(_one_of_several, values))
    yield person.notes
    yield "yes" if person.is_followed else "no"
    yield str(seen.standing)
    yield seen.reason
    for value in (seen.influence, seen.reach, seen.openness, seen.engagement, seen.desired):
        yield "" if value is None else str(value)
    yield from (seen.cadence, str(seen.last_touch or ""), str(seen.next_touch or ""))
