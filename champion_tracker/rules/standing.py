"""Standing: what somebody is to the programme, and what that asks of us."""

from collections.abc import Sequence
from typing import NamedTuple

from ..model import Assessment, Engagement, Position, Settings, Standing


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


def covers(assessment: Assessment, held: Sequence[Position]) -> bool:
    """Whether a judgement was made of one of the positions that a person holds.

    Of somebody without any position, a judgement made without one still holds.
    """
    for position in held:
        if position.id in assessment.position_ids:
            return True
    return not held and not assessment.position_ids


def judged_standing(
    assessment: Assessment, reach: int, *, is_poor: bool, settings: Settings
) -> Standing:
    """What a judgement makes of somebody, whatever has become of them since.

    Args:
        assessment: The judgement.
        reach: Effective influence, 1 to 5.
        is_poor: Whether their deeds fall short of their words.
        settings: The thresholds.
    """
    engagement, openness = assessment.engagement, assessment.openness
    if engagement is Engagement.RESISTANT or (openness <= settings.closed and is_poor):
        return Standing.DETRACTOR
    if engagement is Engagement.LEADING and reach >= settings.strong_reach and not is_poor:
        return Standing.CHAMPION
    if openness >= settings.wide_open and reach >= settings.strong_reach:
        return Standing.POTENTIAL
    if engagement.is_support:
        return Standing.SUPPORTER
    return Standing.NEUTRAL
