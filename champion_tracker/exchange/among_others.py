"""Where somebody stands among others, in Markdown: their ties, and their place at the table."""

from collections.abc import Callable, Iterator
from datetime import date

from ..model import Person, Seat, Workspace
from ..rules.neighbours import Neighbour, closeness
from ..rules.seats import Tenure, holding
from .markdown import inline


def tie_line(found: Neighbour, link: Callable[[Person], str]) -> str:
    """What they are to each other, how close, why, and what speaks against counting on it."""
    line = f"{found.bond} {link(found.person)}, {closeness(found.tie)}"
    if found.tie.why:
        line += f": {inline(found.tie.why)}"
    return "; ".join([line, *map(inline, found.caveats)])


def seats_of(workspace: Workspace, person: Person) -> list[Seat]:
    """The seats that somebody holds or might hold next, by title."""
    about = (seat for seat in workspace.seats.values() if person.id in seat.about)
    return sorted(about, key=lambda seat: (seat.title, seat.id))


def seat_lines(workspace: Workspace, person: Person, seat: Seat, today: date) -> Iterator[str]:
    """What a seat is to somebody."""
    seen = holding(workspace, seat, today)
    title = inline(str(seat))
    if seen.holder is not None and seen.holder.id == person.id:
        since = f" since {seen.since}" if seen.since else ""
        verb = "only acts as" if seen.tenure is Tenure.ACTING else "holds the seat of"
        yield f"{verb} {title}{since}"
    if person.id in seat.heir_ids:
        yield f"might follow as {title}"
