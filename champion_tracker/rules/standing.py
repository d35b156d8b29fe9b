"""Standing: what somebody is to the programme, and what that asks of us."""

from datetime import date
from typing import NamedTuple

from ..model import Assessment, Digest, Engagement, Person, Settings, Standing


class Posture(NamedTuple):
    """What a standing asks of us."""

    words: str
    weight: float
    """How much it matters that this person is not kept waiting."""


POSTURES = {
    Standing.POTENTIAL: Posture("invest", 5.0),
    Standing.CHAMPION: Posture("sustain", 4.5),
    Standing.SUPPORTER: Posture("cultivate", 3.0),
    Standing.UNASSESSED: Posture("find out", 2.5),
    Standing.NEUTRAL: Posture("inform", 2.0),
    Standing.DETRACTOR: Posture("spend less", 1.0),
}


def covers(assessment: Assessment, person: Person, today: date) -> bool:
    """Whether a judgement was made of a position that the person holds.

    Of somebody without any position, a judgement made without one still holds.
    """
    held = False
    for position in person.positions:
        if position.is_current(today):
            held = True
            if position.id in assessment.position_ids:
                return True
    return not held and not assessment.position_ids


def judged_standing(assessment: Assessment, settings: Settings) -> Standing:
    """What a judgement makes of somebody, whatever has become of them since."""
    reach = reach_of(assessment)
    if assessment.engagement is Engagement.RESISTANT:
        return Standing.DETRACTOR
    if assessment.engagement is Engagement.LEADING and reach >= settings.strong_reach:
        return Standing.CHAMPION
    if assessment.openness >= settings.wide_open and reach >= settings.strong_reach:
        return Standing.POTENTIAL
    if assessment.engagement.is_support:
        return Standing.SUPPORTER
    return Standing.NEUTRAL


def reach_of(assessment: Assessment) -> int:
    """Effective influence: one's own, while nobody's ear is on record."""
    return assessment.influence


def explain(person: Person, digest: Digest, ruled: Standing, today: date) -> str:
    """Why somebody's standing is what it is: facts, in a phrase; ``ruled`` is without the pin."""
    because = _facts(person, digest, ruled, today)
    if person.pin is None:
        return because
    return f"pinned on {person.pin.on}: {person.pin.reason} (by the rule: {ruled}, {because})"


def _facts(person: Person, digest: Digest, ruled: Standing, today: date) -> str:
    assessment = digest.assessment
    if assessment is None:
        return "nobody has judged them yet"
    if ruled is Standing.UNASSESSED:
        now = person.current_positions(today)
        place = f"as {now[-1]}" if now else "since they left"
        return f"not judged {place}; last judged on {assessment.on}"
    return (
        f"reach {reach_of(assessment)}, openness {assessment.openness}, "
        f"engagement {assessment.engagement}, judged on {assessment.on}"
    )
