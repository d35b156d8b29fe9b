"""The programme as a whole: programme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..model import BadInput
from ..rules.counting import counted
from .registry import Command
from .seats import seat_shape

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from ..rules.barriers.light import Barrier
    from ..rules.programme import Cover, Programme
    from .parser import Parser
    from .session import Session


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "--json", action="store_true", help="as JSON: 'barriers', 'coverage', 'seats', 'effort'"
    )
    parser.add_argument(
        "--moves", action="store_true", help="the engagement matrix: who is wanted where, by when"
    )
    parser.add_argument("--digest", action="store_true", help="draft the digest of the week")
    parser.add_argument(
        "--report", metavar="MONTH", nargs="?", const="", help="the report of a month, YYYY-MM"
    )
    parser.add_argument(
        "--include-private", action="store_true", help="what is private, too, in a report"
    )
    parser.add_argument("--html", action="store_true", help="digest or report as a page of HTML")
    parser.add_argument("--output", default="-", metavar="FILE", help="where; else '-', printed")
    parser.add_argument("--force", action="store_true", help="over a file that is there already")


def _programme(session: Session, given: Namespace) -> None:
    """The five barriers: champions, selling it, risk, resources, purpose.

    Each with its light, the facts behind it, its last four quarters, and what to do next. With
    --digest or --report, a draft in Markdown, or in HTML where the name of the file ends so; the
    report is of the last whole month if none is named.
    """
    from ..rules.programme import programme

    if given.output != "-" and not given.digest and given.report is None:
        raise BadInput("Only a digest or a report goes into a file.", "Say --digest or --report.")
    if given.digest or given.report is not None:
        _write_report(session, given)
        return
    if given.moves:
        _write_moves(session, given)
        return
    found = programme(session.tracker.workspace, session.today)
    if given.json:
        session.write_json(
            barriers=map(_barrier_shape, found.barriers),
            coverage=map(_cover_shape, found.coverage),
            seats=map(seat_shape, found.sittings),
            effort=[share._asdict() for share in found.effort.shares],
        )
        return
    for line in _lines(session, found):
        session.write(line)


def _write_moves(session: Session, given: Namespace) -> None:
    from ..rules.seam import seam
    from .shapes import planned

    found = seam(session.tracker.workspace, session.today)
    if given.json:
        session.write_json(moves=map(planned, found))
        return
    for move in found:
        arrow, late = move.movement.arrow, " (late)" if move.is_late else ""
        line = f"{move.priority:>2} {arrow} {move.seen.person.name}: {move}{late}"
        session.write(*session.layout.paragraphs(line))
    session.say(counted(len(found), "person", "people"))


def _write_report(session: Session, given: Namespace) -> None:
    from ..rules.period import last_month, last_week, month
    from ..tracker import exporting, reporting

    if given.digest and given.report is not None:
        raise BadInput("A digest and a report are two things.", "Ask for one of them.")
    how = {"include_private": given.include_private, "as_html": _wants_html(given)}
    if given.digest:
        made = reporting.digest(session.tracker, last_week(session.today), **how)
    else:
        period = month(given.report) if given.report else last_month(session.today)
        made = reporting.report(session.tracker, period, **how)
    if given.output != "-":
        exporting.save(made, Path(given.output).expanduser(), force=given.force)
        session.say(f"Wrote {given.output}.")
        return
    from ..rules.visible import visible

    session.write(*visible(str(made.content)).rstrip("\n").split("\n"))


def _wants_html(given: Namespace) -> bool:
    """Whether it is asked for, or the name of the file says so."""
    return bool(given.html) or str(given.output).lower().endswith((".html", ".htm"))


def _lines(session: Session, found: Programme) -> Iterator[str]:
    for barrier in found.barriers:
        yield from _barrier(session, barrier)
    if found.coverage:
        yield "Coverage by area:"
        for cover in found.coverage:
            yield from session.layout.paragraphs(_cover(cover), indent=2)
        yield ""
    if found.effort.total:
        touches = counted(found.effort.total, "touch", "touches")
        yield f"Effort since {found.effort.since}, {touches}:"
        for share in found.effort.shares:
            if share.touches:
                part = share.touches / found.effort.total
                people = counted(share.people, "person", "people")
                yield f"  {part:>4.0%}  {share.standing}: {share.touches} with {people}"


def _barrier(session: Session, barrier: Barrier) -> Iterator[str]:
    yield f"{barrier.light.glyph} {barrier.name.upper()}: {barrier.light}"
    for fact in barrier.facts:
        mark = "!" if fact.is_bad else "-"
        yield from session.layout.paragraphs(f"{mark} {fact.text}", indent=2)
    trend = ", ".join(f"{point.quarter} {point.value}" for point in barrier.trend)
    yield from session.layout.paragraphs(f"{barrier.counts}: {trend}", indent=2)
    yield from session.layout.paragraphs(f"→ {barrier.action.text}", indent=2)
    yield ""


def _cover(cover: Cover) -> str:
    held = [
        f"{what} {', '.join(person.name for person in people)}"
        for what, people in (
            ("champion", cover.champions),
            ("potential", cover.potential),
            ("supporter", cover.supporters),
        )
        if people
    ]
    mark = "! " if cover.is_hole else ""
    alone = f" (hangs on {cover.hangs_on.name})" if cover.hangs_on is not None else ""
    return f"{mark}{cover.area}: {'; '.join(held) or 'nobody'}{alone}"


def _barrier_shape(barrier: Barrier) -> dict[str, object]:
    return {
        "name": barrier.name,
        "light": barrier.light,
        "facts": [
            {"text": fact.text, "refers_to": fact.refers_to, "bad": fact.is_bad}
            for fact in barrier.facts
        ],
        "counts": barrier.counts,
        "trend": [{"quarter": point.quarter, "value": point.value} for point in barrier.trend],
        "action": barrier.action._asdict(),
    }


def _cover_shape(cover: Cover) -> dict[str, object]:
    return {
        "area": cover.area,
        "champions": [person.name for person in cover.champions],
        "potential": [person.name for person in cover.potential],
        "supporters": [person.name for person in cover.supporters],
        "hole": cover.is_hole,
        "hangs_on": cover.hangs_on.name if cover.hangs_on is not None else None,
    }


COMMANDS = {"programme": Command(_arguments, _programme)}
