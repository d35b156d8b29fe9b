"""The table and what hangs on whom: seat, what-if."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.counting import counted
from .nouns import DAY, FLAG, TEXT, Action, many, noun, page, shape, unset
from .people import one_person
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..model import Seat
    from ..rules.seats import Candidate, Sitting
    from .parser import Parser
    from .session import Session


def _add(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import seats

    seats.seat(
        session.tracker,
        words[0],
        organization=given.org or "",
        area=given.area or "",
        holder=session.person(given.holder) if given.holder else None,
        acting=given.acting,
        since=session.day(given.since) if given.since else None,
        heirs=[session.person(name) for name in given.heir],
        private=given.private,
    )


def _set(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import seats

    known = _meant(session, words[0])
    changes = unset(
        holder=session.person(given.holder) if given.holder else None,
        acting=given.acting or None,
        heirs=[session.person(name) for name in given.heir],
        private=given.private or None,
    )
    if given.vacant:
        changes["holder"] = None
    since = session.day(given.since) if given.since else None
    seats.change_seat(session.tracker, known, since=since, **changes)


def _remove(session: Session, _: Namespace, words: Sequence[str]) -> None:
    from ..tracker import seats

    seats.remove_seat(session.tracker, _meant(session, words[0]))


def _meant(session: Session, text: str) -> Seat:
    from ..tracker.naming import meant

    return meant(session.tracker.workspace.seats, text, "seat")


def _list(session: Session, given: Namespace, _: Sequence[str]) -> None:
    from ..rules.seats import sittings

    found = sittings(session.tracker.workspace, session.today)
    if given.json:
        session.write_json(seats=map(seat_shape, found))
        return
    if found:
        rows = [(str(s.seat), s.tenure, _by(s), s.seat.id) for s in found]
        session.write(*session.layout.table(rows, shrinks=0))
    session.say(counted(len(found), "seat"))


def _by(found: Sitting) -> str:
    since = f"since {found.since}" if found.since else ""
    if found.holder is None:
        return since
    return f"{found.holder.name} ({found.standing}) {since}".rstrip()


def _show(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..rules.seats import candidates, sitting

    seat, workspace = _meant(session, words[0]), session.tracker.workspace
    found = sitting(workspace, seat, session.today)
    might = candidates(workspace, seat, session.today)
    if given.json:
        session.write_json(seats=[seat_shape(found)], candidates=map(_candidate_shape, might))
        return
    facts = (
        (found.tenure.capitalize(), _by(found)),
        ("Might follow", "\n".join(map(_candidate, might))),
    )
    session.write(*page(session, f"{seat}  [{seat.id}]", facts))


def seat_shape(found: Sitting) -> dict[str, object]:
    """A seat on a day."""
    return shape(
        found.seat,
        tenure=found.tenure,
        holder=found.holder.name if found.holder is not None else None,
        standing=found.standing,
        since=found.since.isoformat() if found.since is not None else None,
    )


def _candidate(found: Candidate) -> str:
    return f"{found.person.name} ({found.standing}): {', '.join(found.why)}"


def _candidate_shape(found: Candidate) -> dict[str, object]:
    return {
        "person_id": found.person.id,
        "person": found.person.name,
        "standing": found.standing,
        "points": found.points,
        "why": found.why,
    }


def _what_if_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--json", action="store_true", help="as JSON: 'losses', 'followers'")


def _what_if(session: Session, given: Namespace) -> None:
    """What if somebody leaves: what would be lost, and who could follow. Nothing is changed."""
    from ..rules.what_if import what_if

    found = what_if(session.tracker.workspace, session.person(*given.person), session.today)
    if given.json:
        losses = [{"what": loss.what, "refers_to": loss.refers_to} for loss in found.losses]
        session.write_json(losses=losses, followers=map(_candidate_shape, found.followers))
        return
    name = found.person.name
    session.write(*session.layout.paragraphs(f"If {name} leaves:"))
    for loss in found.losses:
        session.write(*session.layout.paragraphs(f"- {loss.what}", indent=2))
    if not found.losses:
        session.write("  Nothing on record would be lost.")
    session.write("Could follow:" if found.followers else "Nobody on record could follow.")
    for candidate in found.followers:
        session.write(*session.layout.paragraphs(f"- {_candidate(candidate)}", indent=2))


_OPTIONS = frozenset({"holder", "acting", "since", "heir", "private"})
COMMANDS = {
    "seat": noun(
        "A place at the table that matters, whoever holds it: held, acting or vacant.",
        {
            "add": Action("TITLE", _add, 1, 1, _OPTIONS | {"org", "area"}),
            "set": Action("SEAT", _set, 1, 1, _OPTIONS | {"vacant"}),
            "remove": Action("SEAT", _remove, 1, 1),
            "list": Action("", _list, 0, 0, frozenset({"json"})),
            "show": Action("SEAT", _show, 1, 1, frozenset({"json"})),
        },
        {
            "org": {**TEXT, "help": "the organisation"},
            "area": {**TEXT, "help": "the business area"},
            "holder": {"metavar": "PERSON", "help": "who holds it"},
            "acting": {**FLAG, "help": "they only stand in"},
            "vacant": {**FLAG, "help": "nobody holds it any more"},
            "since": {**DAY, "help": "since when"},
            "heir": {**many("PERSON"), "help": "who might follow"},
            "private": {**FLAG, "help": "keep it out of exports"},
            "json": {**FLAG, "help": "as JSON, under 'seats'"},
        },
    ),
    "what-if": Command(_what_if_arguments, _what_if),
}
