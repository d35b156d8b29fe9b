"""The programme in Markdown: a draft of the weekly digest, and the monthly page for one's boss.

What is private stays out unless it is asked for, and so does all that would follow from it: the
lights are those of a workspace in which it had never been written.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ..model import Ask, Objection, ObjectionStatus, Person, Story, Telling, Workspace
from ..rules.counting import counted
from ..rules.objections import objections_seen
from ..rules.period import Happenings, Period, happenings, without_private
from ..rules.programme import Programme, programme
from ..rules.seats import Tenure
from ..rules.timeline import SENTIMENTS
from .markdown import inline, quoted


def digest(workspace: Workspace, period: Period, *, include_private: bool = False) -> str:
    """A draft of the digest of a week: what one would tell everybody, to be cut by hand."""
    shown = workspace if include_private else without_private(workspace)
    found = happenings(shown, period)
    return "\n\n".join(_Page(shown, found).digest()) + "\n"


def report(
    workspace: Workspace, period: Period, today: date, *, include_private: bool = False
) -> str:
    """The page of a month: movements, champions, stories, asks, risks, purpose.

    What happened is of the period; the lights are those of its last day, or of today if it is
    not over, reckoned from the records as they are now. What is next is so today.
    """
    shown = workspace if include_private else without_private(workspace)
    found = happenings(shown, period)
    now = programme(shown, today)
    then = programme(shown, period.last) if period.last < today else now
    return "\n\n".join(_Page(shown, found).report(then, now)) + "\n"


class _Page:
    def __init__(self, workspace: Workspace, found: Happenings) -> None:
        self._workspace = workspace
        self._found = found

    def digest(self) -> Iterator[str]:
        found = self._found
        yield f"# Digest of {found.period.name}"
        for story in found.written:
            yield from self._story(story)
        if not found.written:
            yield "*No story was written this week. What went well, for whom, by which figure?*"
        yield from _section("Told", map(self._telling, found.told))
        yield from _section("Answers", map(self._ask, found.answered))
        yield from _section("Figures", self._readings())
        yield from _section("New faces and farewells", self._positions())
        waiting = [o for o in found.occasions if o.wants_story]
        yield from _section("Stories still to write", (inline(o.what) for o in waiting))

    def report(self, seen: Programme, now: Programme) -> Iterator[str]:
        found = self._found
        yield f"# Executive champions, {found.period.name}"
        yield _list(
            f"{barrier.light.glyph} **{str(barrier.name).capitalize()}:** {barrier.light}"
            for barrier in seen.barriers
        )
        touches = counted(found.touches, "touch", "touches")
        yield f"{touches}; promises to us: {found.kept} kept, {found.broken} broken."
        yield from _section("Movements", (*self._movements(), *self._positions()))
        facts = (fact.text for fact in seen.barriers[0].facts)
        yield from _section("Champions", (*map(inline, facts), *_bare_seats(seen)))
        yield from _section("Stories told", map(self._telling, found.told), "None was told.")
        asks = [f"Asked {self._ask(ask)}" for ask in found.asked if ask not in found.answered]
        asks += [f"Still waiting: {self._ask(ask)}" for ask in self._waiting()]
        answers = [f"Answered {self._ask(ask)}" for ask in found.answered]
        yield from _section("Asks and answers", [*asks, *answers], "Nothing was asked.")
        yield from _section("Risks", self._risks(), "No objection is on record.")
        yield from _section("Purpose", self._readings(), "Nothing was measured.")
        actions = (barrier.action.text for barrier in now.barriers)
        yield from _section("Next", map(inline, actions))

    def _story(self, story: Story) -> Iterator[str]:
        yield f"## {inline(story.title)}"
        if story.figure:
            yield f"**{inline(story.figure)}**"
        for text in (story.what, story.benefit):
            if text:
                yield quoted(text)
        if story.areas:
            yield f"For {', '.join(map(inline, story.areas))}."

    def _telling(self, pair: tuple[Telling, Story]) -> str:
        telling, story = pair
        whom = ", ".join(filter(None, (self._names(telling.person_ids), inline(telling.area))))
        landed = f": {SENTIMENTS[telling.landed]}" if telling.landed is not None else ""
        return f"{telling.on}: *{inline(story.title)}* to {whom or 'somebody'}{landed}"

    def _ask(self, ask: Ask) -> str:
        tail = f", or else: {inline(ask.without)}" if ask.without else ""
        return f"{self._names((ask.person_id,))}: {inline(ask.what)}{tail} ({ask.status})"

    def _waiting(self) -> Iterator[Ask]:
        """What was asked before the period and has not been answered by its end."""
        period = self._found.period
        for ask in self._workspace.asks.values():
            is_before = ask.made_on is not None and ask.made_on < period.first
            is_open = not ask.status.is_answered or (ask.answered_on or period.first) > period.last
            if is_before and is_open:
                yield ask

    def _risks(self) -> Iterator[str]:
        for seen in objections_seen(self._workspace, self._found.period.last):
            objection = seen.objection
            if objection.status is not ObjectionStatus.GONE or objection in self._found.eased:
                yield self._risk(objection)

    def _risk(self, objection: Objection) -> str:
        answer = inline(objection.mitigation) or "not yet found"
        proofs = "; ".join(inline(str(proof)) for proof in objection.proofs)
        return (
            f"{self._names((objection.person_id,))}: {inline(objection.risk)} "
            f"({objection.status}). Our answer: {answer}" + (f". Proof: {proofs}" if proofs else "")
        )

    def _readings(self) -> Iterator[str]:
        for goal, reading in self._found.readings:
            target = f" (target {goal.target:g})" if goal.target is not None else ""
            measure = inline(goal.measure) or "value"
            yield f"{inline(goal.purpose)}: {measure} {reading.value:g} on {reading.on}{target}"

    def _movements(self) -> Iterator[str]:
        for person, before, after in self._found.movements:
            yield f"{inline(person.name)}: {before} → {after}"

    def _positions(self) -> Iterator[str]:
        for person, position in self._found.began:
            yield f"{inline(person.name)} is {inline(str(position))} since {position.start}"
        for person, position in self._found.ended:
            yield f"{inline(person.name)} is no longer {inline(str(position))}"

    def _names(self, ids: Iterable[str]) -> str:
        people: list[Person] = [
            self._workspace.people[key] for key in ids if key in self._workspace.people
        ]
        return ", ".join(inline(person.name) for person in people)


def _bare_seats(seen: Programme) -> Iterator[str]:
    """The seats at the table that nobody holds for good."""
    for found in seen.sittings:
        if found.tenure is Tenure.VACANT:
            yield f"Vacant: {inline(str(found.seat))}"
        elif found.tenure is Tenure.ACTING and found.holder is not None:
            yield f"{inline(found.holder.name)} only acts as {inline(str(found.seat))}"


def _section(title: str, lines: Iterable[str], nothing: str = "") -> Iterator[str]:
    found = list(lines)
    if found or nothing:
        yield f"## {title}"
        yield _list(found) if found else nothing


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
