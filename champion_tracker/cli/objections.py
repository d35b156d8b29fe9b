"""The risks that people hold against us, and what answers them: objection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput, ObjectionStatus
from ..rules.counting import counted
from .nouns import DAY, FLAG, NUMBER, TEXT, Action, many, noun, page, shape, unset
from .stories import story_meant
from .values import choice, number
from .writing import given_text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..model import Objection, Proof
    from ..rules.objections import ObjectionSeen
    from .session import Session


def _add(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import objections

    objections.object_to(
        session.tracker,
        session.person(words[0]),
        given_text(words[1]),
        likelihood=number(given.likelihood, "likelihood"),
        impact=number(given.impact, "impact"),
        mitigation=given.mitigation or "",
        proofs=_proofs(given),
        stories=[story_meant(session, text) for text in given.story],
        on=session.day(given.when) if given.when else None,
        private=given.private,
    )


def _set(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import objections

    known = _meant(session, words[0])
    stories = session.tracker.workspace.stories
    more = [story_meant(session, text) for text in given.story]
    proofs = _proofs(given)
    changes = unset(
        status=choice(given.status, "status", ObjectionStatus),
        risk=given.risk,
        likelihood=number(given.likelihood, "likelihood"),
        impact=number(given.impact, "impact"),
        mitigation=given.mitigation,
        proofs=[*known.proofs, *proofs] if proofs else None,
        stories=[*(stories[s] for s in known.story_ids if s in stories), *more] if more else None,
        private=given.private or None,
    )
    on = session.day(given.when) if given.when else None
    objections.change_objection(session.tracker, known, on=on, **changes)


def _proofs(given: Namespace) -> list[Proof]:
    from ..tracker.objections import proof

    steps, days = number(given.steps, "number of steps"), number(given.days, "number of days")
    if not given.proof:
        if steps is not None or days is not None:
            raise BadInput("Whose steps and days?", "Say --proof 'ORGANISATION: WHAT', too.")
        return []
    who, _, what = given.proof.partition(":")
    return [proof(who, what, steps, days)]


def _meant(session: Session, text: str) -> Objection:
    from ..tracker.naming import meant

    return meant(session.tracker.workspace.objections, text, "objection")


def _list(session: Session, given: Namespace, _: Sequence[str]) -> None:
    from ..rules.objections import objections_seen

    found = objections_seen(session.tracker.workspace, session.today)
    if given.json:
        session.write_json(objections=map(_shape, found))
        return
    for seen in found:
        session.write(*session.layout.paragraphs(_line(seen)))
        for lack in _lacks(seen):
            session.write(*session.layout.paragraphs(f"! {lack}", indent=4))
    session.say(counted(len(found), "objection"))


def _line(seen: ObjectionSeen) -> str:
    whose = seen.person.name if seen.person is not None else "Somebody forgotten"
    objection = seen.objection
    return f"{whose}: {objection.risk} ({objection.status})  [{objection.id}]"


def _lacks(seen: ObjectionSeen) -> Sequence[str]:
    lacks = []
    if seen.is_unmitigated:
        lacks.append("nothing is done about it")
    if seen.is_unproven:
        lacks.append("no proof: what do peers do, which story answers it?")
    return lacks


def _show(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..rules.objections import objection_seen
    from ..rules.repertoire import Repertoire

    objection, workspace = _meant(session, words[0]), session.tracker.workspace
    repertoire = Repertoire(workspace, session.today)
    seen = objection_seen(workspace, objection, session.today, repertoire)
    if given.json:
        session.write_json(objections=[_shape(seen)])
        return
    rated = (("likelihood", objection.likelihood), ("impact", objection.impact))
    facts = (
        ("They see", ", ".join(f"{what} {value}" for what, value in rated if value)),
        ("We do", objection.mitigation),
        ("Proof", "\n".join(map(str, objection.proofs))),
        ("Answered by", "\n".join(story.title for story in seen.answers)),
        ("Not heard", "\n".join(story.title for story in seen.unheard)),
        ("Missing", "; ".join(_lacks(seen))),
    )
    session.write(*page(session, _line(seen), facts))


def _shape(seen: ObjectionSeen) -> dict[str, object]:
    return shape(
        seen.objection,
        person=seen.person.name if seen.person is not None else None,
        answers=[story.id for story in seen.answers],
        unheard=[story.id for story in seen.unheard],
        unmitigated=seen.is_unmitigated,
        unproven=seen.is_unproven,
    )


_OPTIONS = frozenset(
    {"likelihood", "impact", "mitigation", "proof", "steps", "days", "story", "when", "private"}
)
COMMANDS = {
    "objection": noun(
        "A risk that somebody holds against us, in their words; our answer, and its proof.",
        {
            "add": Action("PERSON RISK", _add, 2, 2, _OPTIONS),
            "set": Action("OBJECTION", _set, 1, 1, _OPTIONS | {"status", "risk"}),
            "list": Action("", _list, 0, 0, frozenset({"json"})),
            "show": Action("OBJECTION", _show, 1, 1, frozenset({"json"})),
        },
        {
            "risk": {**TEXT, "help": "the risk in other words"},
            "likelihood": {**NUMBER, "help": "1 hardly to 5 surely, as they see it"},
            "impact": {**NUMBER, "help": "1 slight to 5 grave, as they see it"},
            "mitigation": {**TEXT, "help": "what we do so that it does not happen"},
            "proof": {**TEXT, "help": "what a peer does: 'ORGANISATION: WHAT'"},
            "steps": {**NUMBER, "help": "how many steps their approval takes"},
            "days": {**NUMBER, "help": "how many days it takes"},
            "story": {**many("STORY"), "help": "a success of our own that answers it"},
            "status": {**TEXT, "help": ", ".join(ObjectionStatus)},
            "when": {**DAY, "help": "when it was raised, or changed; else today"},
            "private": {**FLAG, "help": "keep it out of exports"},
            "json": {**FLAG, "help": "as JSON, under 'objections'"},
        },
    )
}
