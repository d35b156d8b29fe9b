"""Selling it: stories told, how many, to how many areas, how recently, and how they landed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ...model import Occasion, Story, Workspace
from ..counting import counted
from ..days import ago
from ..repertoire import QUARTER_DAYS, Hearing, Recent, Repertoire
from ..roster import quarters
from ..timeline import SENTIMENTS
from .facts import trend, worst_first
from .light import Action, Barrier, BarrierName, Fact, Light


def selling(workspace: Workspace, repertoire: Repertoire, today: date) -> Barrier:
    """Stories told: how many, to how many areas, how recently, and how they landed."""
    recent = repertoire.recent
    silent = [hearing for hearing in repertoire.hearings() if hearing.due <= today]
    waiting = [o for o in workspace.occasions.values() if o.wants_story and o.on <= today]
    facts = [*_told(recent, repertoire, today), *_missing(silent, waiting)]
    light = Light.WATCH if any(fact.is_bad for fact in facts) else Light.HOLDING
    if not recent.tellings:
        light = Light.FAILING if workspace.stories else Light.BLANK
    begun = quarters(today)[0].first
    counted = [(on, len(told)) for on, told in repertoire.told_on.items() if on >= begun]
    return Barrier(
        BarrierName.SELLING,
        light,
        worst_first(facts),
        "tellings",
        trend(today, lambda q: sum(n for on, n in counted if q.first <= on <= q.last)),
        _next_step(waiting, silent, repertoire),
    )


def _told(recent: Recent, repertoire: Repertoire, today: date) -> Iterator[Fact]:
    number = f"{counted(len(recent.story_ids), 'story', 'stories')} told"
    yield Fact(
        f"{number if recent.tellings else 'No story told'} in {QUARTER_DAYS} days"
        + (f", {counted(len(recent.tellings), 'telling')}" if recent.tellings else ""),
        recent.story_ids,
        is_bad=not recent.tellings,
    )
    last = repertoire.last_told
    words = f"Last told {ago(last, today)}" if last else "Never told"
    told = {telling.story_id for telling in repertoire.told_on.get(last, [])} if last else ()
    yield Fact(words, tuple(sorted(told)), is_bad=not last)
    levels = Counter(telling.landed for telling in recent.tellings)
    landed = [f"{levels[n]} {word}" for n, word in reversed(SENTIMENTS.items()) if levels[n]]
    if landed:
        yield Fact(f"How they landed: {', '.join(landed)}", recent.landed_ids)


def _missing(silent: list[Hearing], waiting: list[Occasion]) -> Iterator[Fact]:
    if silent:
        names = ", ".join(hearing.area.name for hearing in silent)
        fresh = tuple(dict.fromkeys(hearing.untold[0].id for hearing in silent if hearing.untold))
        yield Fact(f"Waiting to hear one: {names}", fresh, is_bad=True)
    if waiting:
        ids = tuple(occasion.id for occasion in waiting)
        yield Fact(f"{counted(len(waiting), 'occasion')} without a story", ids, is_bad=True)


def _next_step(waiting: list[Occasion], silent: list[Hearing], repertoire: Repertoire) -> Action:
    if waiting:
        return Action(f"Write it while it is fresh: {waiting[0].what}", "story", waiting[0].id)
    if silent:
        return _for_silent(silent, repertoire)
    return _next_telling(repertoire.freshest)


def _for_silent(silent: list[Hearing], repertoire: Repertoire) -> Action:
    """A story to an area that waits: one that concerns it, or else the freshest that is new to it.

    The one that waits longest comes first, among those that there is a story for.
    """
    for hearing in sorted(silent, key=lambda hearing: not hearing.untold):
        story = hearing.untold[0] if hearing.untold else repertoire.freshest_for(hearing.area)
        if story is not None:
            area = hearing.area.name
            return Action(f"Tell {area} of: {story.title}", "tell", story.id, area)
    return Action(f"Write one for {silent[0].area.name}, which waits to hear one.", "story")


def _next_telling(freshest: Story | None) -> Action:
    if freshest is None:
        return Action("Write one story: what went well, for whom, by which figure.", "story")
    return Action(f"Tell somebody new of: {freshest.title}", "tell", freshest.id)
