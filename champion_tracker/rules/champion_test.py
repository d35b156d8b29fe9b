"""The champion test: is somebody the champion that one takes them for?

Three things, each seen on a day: power that they let us use, speaking for us when we are not
in the room, a stake of their own in our success (after MEDDPICC: A. Whyte, *MEDDICC*, 2020).
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import Digest, Evidence, Settings
from .days import days_after


class Verdict(StrEnum):
    """How the test ends."""

    CONFIRMED = "confirmed"
    COACH = "coach"
    LAPSED = "lapsed"
    UNTESTED = "untested"


class ChampionTest(NamedTuple):
    """The verdict, and the evidence behind it."""

    verdict: Verdict
    seen: dict[Evidence, date]
    """When each thing was last seen."""
    lapses_on: date | None
    """The day on which a confirmed test lapses, or since when it is lapsed."""

    @property
    def in_full(self) -> str:
        """The verdict with what was seen and when, and what is missing."""
        parts = (
            f"{_WORDS[each]} {self.seen[each]}" if each in self.seen else f"no {_WORDS[each]}"
            for each in Evidence
        )
        lapses = f"; lapses {self.lapses_on}" if self.verdict is Verdict.CONFIRMED else ""
        return f"{self.verdict}: {', '.join(parts)}{lapses}"

    def __str__(self) -> str:
        return self.verdict


_WORDS = {
    Evidence.ACCESS: "access",
    Evidence.SPOKE: "word for us",
    Evidence.STAKE: "stake of their own",
}


def champion_test(digest: Digest, today: date, settings: Settings) -> ChampionTest:
    """Put somebody to the test on ``today``."""
    days = {
        Evidence.ACCESS: digest.access_on,
        Evidence.SPOKE: digest.spoke_on,
        Evidence.STAKE: digest.stake_on,
    }
    seen = {evidence: day for evidence, day in days.items() if day is not None}
    if len(seen) == len(Evidence):
        lapses = days_after(min(seen.values()), settings.evidence_days)
        verdict = Verdict.LAPSED if lapses <= today else Verdict.CONFIRMED
        return ChampionTest(verdict, seen, lapses)
    fresh = {e for e, day in seen.items() if days_after(day, settings.evidence_days) > today}
    verdict = Verdict.COACH if fresh == {Evidence.SPOKE, Evidence.STAKE} else Verdict.UNTESTED
    return ChampionTest(verdict, seen, None)
