"""Words and deeds: what somebody did for us or against us that nobody had promised.

It stands beside follow-through and is never mixed into it: a promise is a trial with a known end,
a deed out of the blue is not.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ..model import Effect, Interaction, Outcome, Promise, Record, Weighing
from .counting import counted


class Deeds(NamedTuple):
    """What is on record of somebody beside their promises."""

    helpful: tuple[Interaction, ...]
    """What they did for us unasked, newest first."""
    harmful: tuple[Interaction, ...]
    """What they did against us, newest first."""
    words_for: int
    words_against: int

    def __str__(self) -> str:
        counts = (
            (len(self.helpful), "deed for us", "deeds for us"),
            (len(self.harmful), "deed against us", "deeds against us"),
            (self.words_for, "time words for us", "times words for us"),
            (self.words_against, "time words against us", "times words against us"),
        )
        found = [counted(number, one, many) for number, one, many in counts if number]
        return ", ".join(found) or "neither words nor deeds on record"


def deeds(history: Iterable[Record]) -> Deeds:
    """The deeds that nobody promised.

    A deed of the day on which a promise of theirs was kept or broken is taken for the end of that
    promise, which follow-through counts already.
    """
    known = list(history)
    ends = {
        (record.settled_on, record.outcome is Outcome.KEPT)
        for record in known
        if isinstance(record, Promise) and not record.ours and record.outcome.is_settled
    }
    found: dict[tuple[Weighing, Effect], list[Interaction]] = {
        (weighing, effect): [] for weighing in Weighing for effect in Effect
    }
    for touch in known:
        if isinstance(touch, Interaction) and touch.weighing and touch.effect:
            is_end = (touch.on, touch.effect is Effect.FOR) in ends
            if touch.weighing is Weighing.WORDS or not is_end:
                found[touch.weighing, touch.effect].append(touch)
    for touches in found.values():
        touches.sort(key=lambda touch: (touch.on, touch.recorded_at), reverse=True)
    return Deeds(
        tuple(found[Weighing.ACTION, Effect.FOR]),
        tuple(found[Weighing.ACTION, Effect.AGAINST]),
        len(found[Weighing.WORDS, Effect.FOR]),
        len(found[Weighing.WORDS, Effect.AGAINST]),
    )
