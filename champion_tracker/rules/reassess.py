"""Doubt: when a judgement no longer holds, and why."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ..model import (
    Act,
    Answer,
    Assessment,
    Position,
    Prompt,
    PromptKind,
    Settings,
    Standing,
)
from .cadence import due_after
from .champion_test import Verdict
from .days import ago, span
from .profile import Profile
from .standing import POSTURES


class Doubt(NamedTuple):
    """One reason why a judgement is in question."""

    cause: str
    since: date
    why: str


def doubts(seen: Profile, horizon: date) -> Iterator[Doubt]:
    """Every reason to judge somebody again, up to the ``horizon``."""
    assessment = seen.assessment
    moved = _moved(seen, assessment)
    if moved is not None:
        yield moved
    if assessment is None or seen.judged is None:
        return
    after = _stale_after(seen.judged, seen.settings)
    stale_on = due_after(after, assessment.on)
    if stale_on <= horizon:
        yield Doubt(
            f"stale:{assessment.id}",
            stale_on,
            f"Judged {ago(assessment.on, seen.today)}, as a {seen.judged}; "
            f"ask again after {after}.",
        )
    if seen.digest.last_harm is not None or seen.follow_through.settled:
        yield from _contradictions(seen, assessment, seen.judged)
    if seen.standing is Standing.CHAMPION:
        yield from _lapse(seen, assessment, horizon)


def reassess_prompt(seen: Profile, horizon: date, answers: Mapping[str, Answer]) -> Prompt | None:
    """The one prompt for all doubts about somebody, or None where there is none.

    Its cause names each of them, and an answer holds for those that it names: when another
    joins, it stands alone, and the answered ones stay away as they were told to.
    """
    found = list(doubts(seen, horizon))
    if not found:
        return None
    key = f"{PromptKind.REASSESS}:{seen.person.id}"
    answer = answers.get(key)
    standing = [doubt for doubt in _unanswered(found, answer) if doubt.since <= horizon]
    if not standing:
        return None
    due = min(doubt.since for doubt in standing)
    late = max(0, (seen.today - due).days)
    before = seen.judged or seen.standing
    weight = max(POSTURES[seen.standing].weight, POSTURES[before].weight)
    return Prompt(
        kind=PromptKind.REASSESS,
        key=key,
        cause=" ".join(doubt.cause for doubt in found),
        person_id=seen.person.id,
        person=seen.person.name,
        why=" ".join(doubt.why for doubt in standing),
        due=due,
        overdue_days=late,
        weight=weight * (2 + late / 30),
    )


def _unanswered(found: list[Doubt], answer: Answer | None) -> Iterator[Doubt]:
    answered = answer.cause.split() if answer is not None else []
    for doubt in found:
        if answer is None or doubt.cause not in answered:
            yield doubt
        elif answer.until is not None:
            put_off = f" Put off {span(max(0, (answer.until - answer.on).days))}."
            yield Doubt(doubt.cause, max(doubt.since, answer.until), doubt.why + put_off)


def _moved(seen: Profile, assessment: Assessment | None) -> Doubt | None:
    """A position that began or ended since the judgement, or since nobody has judged at all."""
    if assessment is None:
        return _moved_unjudged(seen)
    now, judged, today = seen.positions, assessment.position_ids, seen.today
    if len(now) == len(judged) and all(position.id in judged for position in now):
        return None
    begun = [position for position in now if position.id not in judged]
    ended = [p for p in seen.person.positions if p.id in judged and p not in now]
    days = [p.start for p in begun if p.start] + [p.end for p in ended if p.end]
    return Doubt(
        "moved:" + ",".join(sorted(position.id for position in now)),
        max([day for day in days if day <= today], default=assessment.on),
        _movement(begun, ended, "when last judged", has_any=bool(now)),
    )


def _moved_unjudged(seen: Profile) -> Doubt | None:
    person, now, today = seen.person, seen.positions, seen.today
    followed = person.followed_since
    if followed is None:
        return None
    begun = [p for p in now if p.start is not None and followed <= p.start]
    ended = [p for p in person.positions if p.end is not None and followed <= p.end <= today]
    if not begun and not ended:
        return None
    days = [p.start for p in begun if p.start] + [p.end for p in ended if p.end]
    return Doubt(
        "moved:" + ",".join(sorted(position.id for position in now)),
        max(days),
        _movement(begun, ended, "before", has_any=bool(now)) + " Nobody has judged them yet.",
    )


def _movement(begun: list[Position], ended: list[Position], then: str, *, has_any: bool) -> str:
    was = "; ".join(map(str, ended))
    now = "; ".join(map(str, begun))
    if now and was:
        return f"Now {now}; was {was} {then}."
    if now:
        return f"Now also {now}." if has_any and not was else f"Now {now}."
    return f"No longer {was}." if has_any else f"Has left: was {was}."


def _stale_after(judged: Standing, settings: Settings) -> str:
    dear = judged in (Standing.CHAMPION, Standing.POTENTIAL)
    return settings.stale_champion_after if dear else settings.stale_after


def _contradictions(seen: Profile, assessment: Assessment, judged: Standing) -> Iterator[Doubt]:
    """Where deeds since the judgement do not bear it out."""
    harm, broken = seen.digest.last_harm, seen.digest.last_broken
    if harm is not None and assessment.engagement.is_support and _is_since(harm, assessment):
        yield Doubt(
            f"harm:{harm.record_id}",
            harm.on,
            f"Acted against us {ago(harm.on, seen.today)}, "
            f"though judged {assessment.engagement} on {assessment.on}.",
        )
    if broken is not None and judged is Standing.CHAMPION and _is_since(broken, assessment):
        yield Doubt(
            f"broken:{broken.record_id}",
            broken.on,
            f"A champion, but broke a promise {ago(broken.on, seen.today)}.",
        )
    deeds = seen.follow_through
    if assessment.engagement.is_support and deeds.is_poor(seen.settings):
        days = [broken.on] if broken is not None and _is_since(broken, assessment) else []
        if deeds.overdue_since is not None and deeds.overdue_since > assessment.on:
            days.append(deeds.overdue_since)
        if days:
            yield Doubt(
                f"bedfellow:{deeds.kept}/{deeds.settled}",
                max(days),
                f"Words of support, but {deeds}: a bedfellow rather than an ally?",
            )


def _lapse(seen: Profile, assessment: Assessment, horizon: date) -> Iterator[Doubt]:
    """A champion test that lapses after the judgement."""
    verdict, _, lapses = seen.champion_test
    if lapses is not None and assessment.on < lapses <= horizon:
        is_over = verdict is Verdict.LAPSED
        when = f"lapsed {ago(lapses, seen.today)}" if is_over else f"lapses on {lapses}"
        yield Doubt(
            f"lapsed:{lapses}",
            lapses,
            f"The champion test {when}: what have they done since?",
        )


def _is_since(act: Act, assessment: Assessment) -> bool:
    return (act.on, act.recorded_at) > (assessment.on, assessment.recorded_at)
