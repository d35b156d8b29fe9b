"""Digests: what the agenda must know of a history, kept up to date in constant time."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import NamedTuple

from msgspec.structs import replace

from ..model import (
    Act,
    Assessment,
    Channel,
    Digest,
    Engagement,
    Evidence,
    Interaction,
    Outcome,
    Promise,
    Record,
)

RECENT_TOUCHES = 24
"""How many touches warmth looks at; at any even rhythm the older ones cannot change its word."""

MONTHS = 12
"""How many months with touches are counted; what the programme's effort is reckoned from."""

JUDGEMENTS = 8
"""How many judgements are remembered; what movement and the trend of a year are read from."""

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
    if isinstance(record, Promise) and record.outcome.is_settled and not record.ours:
        return _add_settlement(digest, record)
    return digest


def _add_touch(digest: Digest, touch: Interaction) -> Digest:
    last, day = digest.last_touch, touch.on.isoformat()
    counted = replace(
        digest,
        touches=digest.touches + 1,
        last_touch=touch.on if last is None else max(last, touch.on),
        recent=_newest_first(digest.recent, f"{day}:{weight_of(touch)}"),
        months=_counted(digest.months, day[:7]),
    )
    if not (touch.is_harm or touch.shows):
        return counted
    return replace(
        counted,
        last_harm=_later(digest.last_harm, _act(touch, touch.on) if touch.is_harm else None),
        access_on=_seen(digest.access_on, touch, Evidence.ACCESS),
        spoke_on=_seen(digest.spoke_on, touch, Evidence.SPOKE),
        stake_on=_seen(digest.stake_on, touch, Evidence.STAKE),
    )


def _newest_first(known: str, entry: str) -> str:
    """Entries in reverse order, of which the newest few are kept, with one more among them."""
    if entry < known.partition(" ")[0]:
        return " ".join(sorted([*known.split(), entry], reverse=True)[:RECENT_TOUCHES])
    # Nearly always the newest one comes last, and its place need not be looked for.
    with_it = f"{entry} {known}" if known else entry
    return with_it if with_it.count(" ") < RECENT_TOUCHES else with_it.rpartition(" ")[0]


def _counted(months: str, month: str) -> str:
    newest, _, count = months.partition(" ")[0].partition(":")
    if newest == month:
        return f"{month}:{int(count) + 1}{months[len(newest) + 1 + len(count) :]}"
    counts = {m: int(n) for m, _, n in (part.partition(":") for part in months.split())}
    counts[month] = counts.get(month, 0) + 1
    return " ".join(f"{m}:{n}" for m, n in sorted(counts.items(), reverse=True)[:MONTHS])


def _seen(known: date | None, touch: Interaction, evidence: Evidence) -> date | None:
    if evidence not in touch.shows:
        return known
    return touch.on if known is None else max(known, touch.on)


def _act(record: Interaction | Promise, on: date) -> Act:
    return Act(record_id=record.id, on=on, recorded_at=record.recorded_at)


def _later(known: Act | None, new: Act | None) -> Act | None:
    if known is None or new is None:
        return known or new
    return max(known, new, key=lambda act: (act.on, act.recorded_at, act.record_id))


def _add_settlement(digest: Digest, promise: Promise) -> Digest:
    is_kept = promise.outcome is Outcome.KEPT
    on = promise.settled_on or promise.due
    return replace(
        digest,
        kept=digest.kept + is_kept,
        settled=digest.settled + 1,
        settlements=_newest_first(digest.settlements, f"{on}:{promise.outcome}"),
        last_broken=_later(digest.last_broken, None if is_kept else _act(promise, on)),
    )


def _add_assessment(digest: Digest, assessment: Assessment) -> Digest:
    known = digest.assessment
    later = max(known or assessment, assessment, key=lambda a: (a.on, a.recorded_at, a.id))
    levels = f"{assessment.influence},{assessment.openness},{assessment.engagement}"
    entry = f"{assessment.on}T{assessment.recorded_at:%H%M%S%f}:{levels}"
    judgements = sorted([*digest.judgements.split(), entry], reverse=True)[:JUDGEMENTS]
    return replace(digest, assessment=later, judgements=" ".join(judgements))


class Judged(NamedTuple):
    """What remains at hand of a judgement."""

    on: date
    influence: int
    openness: int
    engagement: Engagement


def judgements(digest: Digest) -> list[Judged]:
    """The last judgements, newest first."""
    found = []
    for entry in digest.judgements.split():
        when, _, levels = entry.partition(":")
        influence, openness, engagement = levels.split(",")
        on = date.fromisoformat(when[:10])
        found.append(Judged(on, int(influence), int(openness), Engagement(engagement)))
    return found


def touches_since(digest: Digest, first: date) -> int:
    """How many touches there were from the month of ``first`` on, of the months remembered."""
    since, total = first.isoformat()[:7], 0
    for part in digest.months.split():
        month, _, count = part.partition(":")
        if month < since:
            break
        total += int(count)
    return total


def recent_touches(digest: Digest) -> list[tuple[date, float]]:
    """The days and weights (1 is a meeting) of the last touches, newest first."""
    return [
        (date.fromisoformat(day), int(weight) / 100)
        for day, _, weight in (touch.partition(":") for touch in digest.recent.split())
    ]
