"""Digests: what the agenda must know of a history, kept up to date in constant time."""

from collections.abc import Iterable
from datetime import date
from functools import reduce

from msgspec.structs import replace

from ..model import Act, Assessment, Channel, Digest, Interaction, Record

RECENT_TOUCHES = 24
"""How many touches warmth looks at; at any even rhythm the older ones cannot change its word."""

WEIGHTS = {
    Channel.MEETING: 100,
    Channel.PRESENTATION: 100,
    Channel.EVENT: 70,
    Channel.CALL: 70,
    Channel.HALLWAY: 50,
    Channel.EMAIL: 30,
    Channel.MESSAGE: 30,
}
"""What a touch by each channel weighs, in hundredths of a meeting."""


def weight_of(touch: Interaction) -> int:
    """What a touch weighs, in hundredths of a meeting; half of it when only one side spoke."""
    return WEIGHTS[touch.channel] // (2 if touch.one_way else 1)


def digest_of(history: Iterable[Record]) -> Digest:
    """The digest of one person's whole history, in whatever order it comes."""
    return reduce(add, history, Digest())


def add(digest: Digest, record: Record) -> Digest:
    """The digest with one more record of the same person's history in it."""
    if isinstance(record, Interaction):
        return _add_touch(digest, record)
    if isinstance(record, Assessment):
        return _add_assessment(digest, record)
    return digest


def _add_touch(digest: Digest, touch: Interaction) -> Digest:
    last = digest.last_touch
    recent = sorted([*digest.recent.split(), f"{touch.on}:{weight_of(touch)}"], reverse=True)
    return replace(
        digest,
        touches=digest.touches + 1,
        last_touch=touch.on if last is None else max(last, touch.on),
        recent=" ".join(recent[:RECENT_TOUCHES]),
        last_harm=_later_harm(digest.last_harm, touch) if touch.is_harm else digest.last_harm,
    )


def _later_harm(known: Act | None, touch: Interaction) -> Act:
    if known is not None and (known.on, known.recorded_at) >= (touch.on, touch.recorded_at):
        return known
    return Act(interaction_id=touch.id, on=touch.on, recorded_at=touch.recorded_at)


def _add_assessment(digest: Digest, assessment: Assessment) -> Digest:
    known = digest.assessment
    if known is not None and (known.on, known.recorded_at) > (
        assessment.on,
        assessment.recorded_at,
    ):
        return digest
    return replace(digest, assessment=assessment)


def recent_touches(digest: Digest) -> list[tuple[date, float]]:
    """The days and weights (1 is a meeting) of the last touches, newest first."""
    return [
        (date.fromisoformat(day), int(weight) / 100)
        for day, _, weight in (touch.partition(":") for touch in digest.recent.split())
    ]
