"""The five barriers: what a programme fails by, each as facts that one can open.

Champions, selling it, risk, resources, purpose: the order in which the programme's own method
teaches them. A light follows from its facts alone; nothing is scored or averaged.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ..model import Ask, AskStatus, ObjectionStatus, Person, Standing, Story, Workspace
from .asks import AskFlag, AskSeen, asks_seen
from .days import ago
from .effort import effort
from .goals import GoalFlag, goals_seen
from .light import Action, Barrier, BarrierName, Fact, Light, Point
from .objections import by_gravity, is_unmitigated, is_unproven, objection_seen
from .roster import Champion, ProgrammeRoster, Quarter, quarters
from .stories import Hearing, Repertoire
from .timeline import SENTIMENTS

QUARTER_DAYS = 91


def barriers(
    workspace: Workspace, roster: ProgrammeRoster, repertoire: Repertoire, today: date
) -> tuple[Barrier, ...]:
    """The five barriers on a day."""
    return (
        champions(roster, repertoire, today),
        selling(workspace, repertoire, today),
        risk(workspace, repertoire, today),
        resources(workspace, roster, today),
        purpose(workspace, today),
    )


def champions(roster: ProgrammeRoster, repertoire: Repertoire, today: date) -> Barrier:
    """How many champions there are, how reachable, and how dependent on one."""
    here = roster.champions_here()
    potential = roster.potential_by_name()
    facts = [_people(f"{_count(len(here), 'champion')}", _of(here), is_bad=len(here) < 2)]
    unproven = [champion for champion in here if not champion.is_confirmed]
    if unproven:
        facts.append(_people("Not confirmed by the champion test", _of(unproven), is_bad=True))
    cold = [champion for champion in here if champion.is_quiet]
    if cold:
        facts.append(_people("Gone quiet", _of(cold), is_bad=True))
    bare = sorted(repertoire.areas.keys() - roster.covered())
    if bare and roster.followed:
        names = ", ".join(repertoire.areas[key].name for key in bare)
        near = [p for key in bare for p in roster.allies_in(key, Standing.POTENTIAL)]
        ids = tuple(dict.fromkeys(person.id for person in near))
        facts.append(Fact(f"Neither champion nor supporter in {names}", ids, is_bad=True))
    if potential:
        facts.append(_people(_count(len(potential), "potential champion"), potential))
    light = Light.HOLDING if not any(fact.is_bad for fact in facts) else Light.WATCH
    if not here:
        light = Light.FAILING if roster.followed else Light.BLANK
    before = [sum(at_end) for at_end in zip(*roster.were.values(), strict=True)] or [0, 0, 0, 0]
    *past, running = (quarter.name for quarter in quarters(today))
    points = [Point(name, count) for name, count in zip(past, before, strict=False)]
    return Barrier(
        BarrierName.CHAMPIONS,
        light,
        _worst_first(facts),
        "champions at its end",
        (*points, Point(running, len(here))),
        _for_champions(here, unproven, cold, potential),
    )


def _for_champions(
    here: tuple[Champion, ...],
    unproven: list[Champion],
    cold: list[Champion],
    potential: tuple[Person, ...],
) -> Action:
    if len(here) < 2 and potential:
        person = potential[0]
        return Action(f"Invest in {person.name}: open to us, and with reach.", "log", person.id)
    if not here:
        return Action("Judge those whom you know: who has reach, and is open to us?", "assess")
    if cold:
        person = cold[0].person
        return Action(f"See {person.name} before they cool further.", "log", person.id)
    if unproven:
        person = unproven[0].person
        return Action(
            f"Put {person.name} to the test: access, a word for us, a stake.", "log", person.id
        )
    if len(here) == 1:
        person = here[0].person
        return Action(f"Ask what would be lost with {person.name}.", "what-if", person.id)
    return Action("Keep every champion's rhythm.", "due")


def selling(workspace: Workspace, repertoire: Repertoire, today: date) -> Barrier:
    """Stories told: how many, to how many areas, how recently, and how they landed."""
    stories = workspace.stories
    recent = [
        telling
        for day, told in repertoire.told_on.items()
        if (today - day).days < QUARTER_DAYS
        for telling in told
    ]
    count = f"{_count(len({t.story_id for t in recent}), 'story', 'stories')} told"
    facts = [
        Fact(
            f"{count if recent else 'No story told'} in {QUARTER_DAYS} days"
            + (f", {_count(len(recent), 'telling')}" if recent else ""),
            tuple(sorted({t.story_id for t in recent})),
            is_bad=not recent,
        )
    ]
    last = repertoire.last_told
    words = f"Last told {ago(last, today)}" if last else "Never told"
    latest = repertoire.told_on.get(last, []) if last else []
    facts.append(Fact(words, tuple(sorted({t.story_id for t in latest})), is_bad=not last))
    levels = Counter(telling.landed for telling in recent)
    landed = [f"{levels[n]} {word}" for n, word in reversed(SENTIMENTS.items()) if levels[n]]
    if landed:
        ids = tuple(sorted({t.story_id for t in recent if t.landed is not None}))
        facts.append(Fact(f"How they landed: {', '.join(landed)}", ids))
    silent = [hearing for hearing in repertoire.hearings() if hearing.due <= today]
    if silent:
        names = ", ".join(hearing.area.name for hearing in silent)
        fresh = tuple(dict.fromkeys(hearing.untold[0].id for hearing in silent if hearing.untold))
        facts.append(Fact(f"Waiting to hear one: {names}", fresh, is_bad=True))
    waiting = [o for o in workspace.occasions.values() if o.wants_story and o.on <= today]
    if waiting:
        ids = tuple(occasion.id for occasion in waiting)
        facts.append(Fact(f"{_count(len(waiting), 'occasion')} without a story", ids, is_bad=True))
    light = Light.WATCH if any(fact.is_bad for fact in facts) else Light.HOLDING
    if not recent:
        light = Light.FAILING if stories else Light.BLANK
    if waiting:
        action = Action(f"Write it while it is fresh: {waiting[0].what}", "story", waiting[0].id)
    elif silent:
        action = _for_silent(silent, repertoire)
    else:
        action = _next_telling(repertoire.freshest)
    begun = quarters(today)[0].first
    counted = [(on, len(told)) for on, told in repertoire.told_on.items() if on >= begun]
    return Barrier(
        BarrierName.SELLING,
        light,
        _worst_first(facts),
        "tellings",
        _trend(today, lambda q: sum(n for on, n in counted if q.first <= on <= q.last)),
        action,
    )


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


def risk(workspace: Workspace, repertoire: Repertoire, today: date) -> Barrier:
    """Objections that stand, those that nothing is done about, those without proof."""
    seen = by_gravity(workspace)
    standing = [o for o in seen if o.status is ObjectionStatus.STANDING]
    bare = [o for o in standing if is_unmitigated(o)]
    unproven = [o for o in seen if is_unproven(o)]
    facts = []
    for group, words, is_bad in (
        (bare, "without mitigation", True),
        (unproven, "without proof from peers or a success of our own", True),
        (standing, "standing", bool(standing)),
    ):
        if group:
            ids = tuple(o.id for o in group)
            facts.append(Fact(f"{_count(len(group), 'objection')} {words}", ids, is_bad))
    eased = tuple(o.id for o in seen if o.status is not ObjectionStatus.STANDING)
    if eased:
        facts.append(Fact(f"{_count(len(eased), 'objection')} softened or gone", eased))
    light = Light.FAILING if bare else Light.WATCH if standing or unproven else Light.HOLDING
    action = Action("Keep the answers at hand for the next meeting.", "objection")
    if not seen:
        light = Light.BLANK
        facts = [Fact("Nobody's objection is on record")]
        action = Action("Ask somebody powerful what they fear, and write it down.", "objection")
    elif bare or unproven:
        first = (bare or unproven)[0]
        what = "What do we do about" if bare else "Who has done it before? Find proof against"
        action = Action(f"{what}: {first.risk}", "objection", first.id)
    else:
        for objection in standing:
            found = objection_seen(workspace, objection, today, repertoire)
            if found.unheard and found.person is not None:
                story = found.unheard[0]
                words = f"Tell {found.person.name} of: {story.title}"
                action = Action(words, "tell", story.id, found.person.id)
                break
    return Barrier(
        BarrierName.RISK,
        light,
        _worst_first(facts),
        "objections standing at its end",
        _trend(
            today,
            lambda q: sum(
                o.raised_on <= q.last
                and (o.status is ObjectionStatus.STANDING or (o.changed_on or today) > q.last)
                for o in workspace.objections.values()
            ),
        ),
        action,
    )


def resources(workspace: Workspace, roster: ProgrammeRoster, today: date) -> Barrier:
    """Asks that say no consequence, lack a champion or an answer; and where our effort went."""
    seen = asks_seen(workspace, today)
    waiting = [found for found in seen if not found.ask.status.is_answered]
    facts = []
    for flag in AskFlag:
        flagged = tuple(found.ask.id for found in waiting if flag in found.flags)
        if flagged:
            facts.append(Fact(f"{_count(len(flagged), 'ask')}: {flag}", flagged, is_bad=True))
    if waiting:
        facts.append(
            Fact(f"{_count(len(waiting), 'ask')} open", tuple(found.ask.id for found in waiting))
        )
    answered = [found.ask for found in seen if found.ask.status.is_answered]
    helped = {AskStatus.GRANTED, AskStatus.PARTLY} & {ask.status for ask in answered}
    for status in dict.fromkeys(ask.status for ask in answered):
        ids = tuple(ask.id for ask in answered if ask.status is status)
        facts.append(Fact(f"{_count(len(ids), 'ask')} {status}", ids, is_bad=not helped))
    spent = effort(roster, today)
    misspent = spent.misspent > 1 / 3
    if spent.total:
        part = f"{spent.misspent:.0%} of {_count(spent.total, 'touch', 'touches')}"
        ids = tuple(sorted(roster.touches.get(Standing.DETRACTOR, ())))
        facts.append(Fact(f"{part} since {spent.since} went to detractors", ids, is_bad=misspent))
    grave = any(set(found.flags) - {AskFlag.UNANSWERED} for found in waiting)
    light = Light.FAILING if grave else Light.HOLDING
    if not grave and any(fact.is_bad for fact in facts):
        light = Light.WATCH
    if not seen:
        light = Light.WATCH if misspent else Light.BLANK
        facts.append(Fact("Nothing has been asked for"))
    return Barrier(
        BarrierName.RESOURCES,
        light,
        _worst_first(facts),
        "asks open at its end",
        _trend(today, lambda q: sum(_was_open(ask, q, today) for ask in workspace.asks.values())),
        _for_resources(waiting, is_first=not seen, misspent=misspent),
    )


def _was_open(ask: Ask, quarter: Quarter, today: date) -> bool:
    made = ask.made_on
    if made is None or made > quarter.last:
        return False
    return not ask.status.is_answered or (ask.answered_on or today) > quarter.last


def _for_resources(waiting: list[AskSeen], *, is_first: bool, misspent: bool) -> Action:
    for flag, words in (
        (AskFlag.NO_CONSEQUENCE, "Say what will not happen without"),
        (AskFlag.NO_CHAMPION, "Find a champion to stand behind"),
        (AskFlag.UNANSWERED, "Ask for an answer to"),
    ):
        for found in waiting:
            if flag in found.flags:
                return Action(f"{words}: {found.ask.what}", "ask", found.ask.id)
    if misspent:
        return Action("Spend the next week on those who are open to us.", "due")
    if is_first:
        return Action("Write down what you need, and what will not happen without it.", "ask")
    return Action("Tell those who granted something what came of it.", "log")


def purpose(workspace: Workspace, today: date) -> Barrier:
    """Goals without a corporate aim, a measure, a reading or a leader who shares them."""
    seen = [found for found in goals_seen(workspace, today) if found.goal.closed_on is None]
    facts = []
    for flag in GoalFlag:
        flagged = tuple(found.goal.id for found in seen if flag in found.flags)
        if flagged:
            facts.append(Fact(f"{_count(len(flagged), 'goal')}: {flag}", flagged, is_bad=True))
    if seen:
        facts.append(Fact(f"{_count(len(seen), 'goal')} open", tuple(f.goal.id for f in seen)))
    shared = {person.id: person for found in seen for person in found.leaders}
    if shared:
        facts.append(_people("Shared by", shared.values()))
    sound = [found for found in seen if not found.flags]
    light = Light.FAILING if not sound else Light.WATCH if len(sound) < len(seen) else Light.HOLDING
    action = Action("Take the figures to those who share the goal.", "log")
    if not seen:
        light = Light.BLANK
        facts = [Fact("No goal is open")]
        action = Action("Write what the programme is for, and whose aim that serves.", "goal")
    for found in seen:
        if found.flags:
            words = _FOR_GOALS[found.flags[0]]
            action = Action(f"{words}: {found.goal.purpose}", "goal", found.goal.id)
            break
    readings = [r.on for goal in workspace.goals.values() for r in goal.readings]
    return Barrier(
        BarrierName.PURPOSE,
        light,
        _worst_first(facts),
        "readings taken",
        _trend(today, lambda q: sum(q.first <= on <= q.last for on in readings)),
        action,
    )


_FOR_GOALS = {
    GoalFlag.NO_AIM: "Say which corporate aim it serves",
    GoalFlag.NO_MEASURE: "Say what is to be counted",
    GoalFlag.NO_READING: "Measure it again",
    GoalFlag.NO_LEADER: "Find a leader whose priority it is",
}


def _trend(today: date, value: Callable[[Quarter], int]) -> tuple[Point, ...]:
    return tuple(Point(quarter.name, value(quarter)) for quarter in quarters(today))


def _worst_first(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: not fact.is_bad))


def _of(seen: Iterable[Champion]) -> Iterator[Person]:
    return (found.person for found in seen)


def _people(words: str, people: Iterable[Person], *, is_bad: bool = False) -> Fact:
    """A fact about people, who are named: all of a few, the first of many."""
    known = list(people)
    names = ", ".join(person.name for person in known[:4])
    shown = names + (f" and {len(known) - 4} more" if len(known) > 4 else "")
    text = f"{words}: {shown}" if known else words
    return Fact(text, tuple(person.id for person in known), is_bad)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
