"""Who is what to whom: tie, untie, reach, path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import NotFound, Relation, Tie
from ..rules.counting import counted
from .nouns import names, shape
from .people import one_person
from .registry import Command
from .values import choice, number

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from ..rules.network import Path
    from .parser import Parser
    from .session import Session

SHORT = {
    "reports": Relation.REPORTS_TO,
    "ear": Relation.EAR,
    "ally": Relation.ALLY,
    "odds": Relation.ODDS,
    "assists": Relation.ASSISTS,
}
"""What the relations are called where one types."""


def _tie_arguments(parser: Parser) -> None:
    parser.add_argument("words", metavar="PERSON RELATION PERSON", nargs="*")
    parser.epilog = f"RELATION: {', '.join(SHORT)}. Without one, the ties of PERSON or of all."
    parser.add_argument("--strength", metavar="N", help="1 loose to 3 close; else 2")
    parser.add_argument("--why", metavar="TEXT", default="", help="how one knows")
    parser.add_argument("--since", metavar="DAY", help="since when")
    parser.add_argument("--private", action="store_true", help="keep it out of exports")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'ties'")


def _tie(session: Session, given: Namespace) -> None:
    """What one person is to another: 'tie Ada ear Carl' says that Ada has the ear of Carl."""
    from ..tracker import ties

    if len(given.words) < 2:
        _list(session, given.words, as_json=given.json)
        return
    person, relation, other = _three(given.words)
    strength = number(given.strength, "strength")
    ties.tie(
        session.tracker,
        session.person(person),
        relation,
        session.person(other),
        strength=2 if strength is None else strength,
        why=given.why,
        since=session.day(given.since) if given.since else None,
        private=given.private,
    )


def _untie_arguments(parser: Parser) -> None:
    parser.add_argument("words", metavar="PERSON RELATION PERSON", nargs="+")
    parser.add_argument("--when", metavar="DAY", help="when it ended; else today")


def _untie(session: Session, given: Namespace) -> None:
    """Say that a tie no longer holds; it stays in the history of both."""
    from ..tracker import ties

    first, relation, second = _three(given.words)
    person, other = session.person(first), session.person(second)
    made = ties.standing_tie(session.tracker, person, relation, other)
    if made is None:
        raise NotFound(f"It is not on record that {person.name} {relation} {other.name}.")
    ties.untie(session.tracker, made, on=session.day(given.when) if given.when else None)


def _three(words: Sequence[str]) -> tuple[str, Relation, str]:
    """Person, relation and person, where a relation of several words needs no quotation marks."""
    from .parser import Usage

    for start in range(1, len(words) - 1):
        for end in range(len(words) - 1, start, -1):
            text = " ".join(words[start:end]).lower()
            if text in SHORT or text in list(Relation):
                relation = SHORT.get(text) or Relation(text)
                return " ".join(words[:start]), relation, " ".join(words[end:])
    if len(words) == 3:
        choice(words[1], "relation", Relation)
    raise Usage(f"Write: PERSON RELATION PERSON. The relations are {', '.join(SHORT)}.")


def _list(session: Session, words: Sequence[str], *, as_json: bool) -> None:
    from ..rules.neighbours import caveats
    from ..tracker import ties

    workspace = session.tracker.workspace
    if words:
        found = ties.ties_of(session.tracker, session.person(*words))
    else:
        found = sorted(workspace.ties.values(), key=lambda t: names(session, t.about))
    if as_json:
        session.write_json(ties=[shape(t, **_ends(session, t)) for t in found])
        return
    for made in found:
        first, second = _ends(session, made).values()
        why = f" ({made.why})" if made.why else ""
        line = f"{first} {made.relation} {second}, strength {made.strength}{why}"
        session.write(*session.layout.paragraphs(line))
        for caveat in caveats(workspace, made, session.today):
            session.write(*session.layout.paragraphs(f"! {caveat}", indent=4))
    session.say(counted(len(found), "tie"))


def _ends(session: Session, made: Tie) -> dict[str, str]:
    people = session.tracker.workspace.people
    first, second = (people[p].name if p in people else "somebody" for p in made.about)
    return {"person": first, "other": second}


def _reach(session: Session, given: Namespace) -> None:
    """How far somebody's influence reaches, their own or through an ear, and whose reach is theirs.

    The ear of somebody as close as 3 is worth their influence less one, a looser one less two;
    that of somebody who left is worth nothing. Ears neither add up nor are passed on.
    """
    from ..rules.neighbours import Bond, neighbours

    person = session.person(*given.person)
    seen = session.tracker.profile(person)
    if seen.reach is None:
        text = f"Nothing is known of the reach of {person.name}: nobody has judged them."
    else:
        own = f"influence {seen.influence}" if seen.influence else "nobody has judged them"
        text = f"{person.name}: {seen.reached} ({own})."
    session.write(*session.layout.paragraphs(text))
    for found in neighbours(session.tracker.workspace, person, session.today):
        other = session.tracker.profile(found.person)
        if found.bond is Bond.LENDS_EAR and found.caveats:
            line = f"The ear of {found.person.name} counts for nothing: they left."
        elif found.bond is Bond.HAS_EAR and other.reached.through == person:
            line = f"{found.person.name} reaches as far as {other.reach} through their ear."
        else:
            continue
        session.write(*session.layout.paragraphs(line, indent=2))


def _path_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, under 'paths'")


def _path(session: Session, given: Namespace) -> None:
    """Who opens the door to somebody: the three strongest ways, each step explained."""
    from ..rules.network import paths_to

    person = session.person(*given.person)
    ways = paths_to(session.tracker.workspace, person, session.today)
    if given.json:
        session.write_json(paths=map(_path_shape, ways))
        return
    if person.has_left(session.today):
        session.say(f"{person.name} has left.")
    if not ways:
        session.say(f"Nobody who is open to us opens the door to {person.name}; see 'tie'.")
    for place, way in enumerate(ways, 1):
        for line in _way(session, place, way):
            session.write(*session.layout.paragraphs(line, indent=0 if line[0] != " " else 3))


def _way(session: Session, place: int, way: Path) -> Iterator[str]:
    yield f"{place}. {' → '.join(person.name for person in way.people)} ({way.ease:.0%})"
    openness = session.tracker.profile(way.start).openness
    yield f" We ask {way.start.name}: openness {openness}."
    for before, step in zip(way.people, way.steps, strict=False):
        made = step.ties[0]
        first, second = _ends(session, made).values()
        yield f" {before.name} to {step.person.name}: {first} {made.relation} {second}."


def _path_shape(way: Path) -> dict[str, object]:
    return {
        "people": [{"id": person.id, "name": person.name} for person in way.people],
        "ease": round(way.ease, 3),
        "steps": [
            {
                "person_id": step.person.id,
                "ease": round(step.ease, 3),
                "ties": [shape(made) for made in step.ties],
            }
            for step in way.steps
        ],
    }


COMMANDS = {
    "tie": Command(_tie_arguments, _tie),
    "untie": Command(_untie_arguments, _untie),
    "reach": Command(one_person, _reach),
    "path": Command(_path_arguments, _path),
}
