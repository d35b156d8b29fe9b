"""The agenda: whom to nurture today, and why. Every surface shows what this returns."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property

from msgspec.structs import replace

from ..model import (
    Answer,
    Ask,
    AskStatus,
    FollowUp,
    Matter,
    Objection,
    Person,
    Promise,
    Prompt,
    PromptKind,
    Standing,
    Workspace,
)
from .asks import PATIENCE_DAYS
from .cadence import parse_cadence
from .coverage import coverage_prompts
from .days import ago, days_after, span
from .goals import goal_prompts
from .objections import is_unmitigated
from .profile import Profile, profile
from .reassess import reassess_prompt
from .repertoire import Repertoire
from .roster import Roster
from .standing import POSTURES
from .story_prompts import champion_prompt, story_prompts
from .watch import watch


def agenda(workspace: Workspace, today: date, *, days: int = 0) -> list[Prompt]:
    """Everything that wants attention on ``today``, most urgent first.

    Args:
        workspace: What is at hand.
        today: The day that is asked about.
        days: How many days ahead to look.

    A prompt stands until it is answered; one that was put off or dismissed stays away until
    its day comes or its cause changes.
    """
    return Agenda(workspace, today, days).prompts()


def _put_to(person_id: str, ask: Ask) -> date | None:
    """Since when somebody owes an answer; None where they do not, but may stand behind the ask."""
    return ask.made_on if ask.status is AskStatus.MADE and ask.person_id == person_id else None


def order(prompt: Prompt) -> tuple[bool, float, date, str, str]:
    """What prompts are sorted by: overdue first, then weight, then day and name."""
    return (prompt.overdue_days == 0, -prompt.weight, prompt.due, prompt.person, prompt.key)


def horizon(today: date, days: int) -> date:
    """The last of the days that are looked at."""
    return today + timedelta(days=min(days, (date.max - today).days))


class Agenda:
    """The reckoning of one day."""

    def __init__(self, workspace: Workspace, today: date, days: int = 0) -> None:
        self.workspace = workspace
        self.today = today
        self.horizon = horizon(today, days)
        """The last day that is looked at."""
        self.standings: dict[str, Standing] = {}
        """Of everybody who has been looked at."""

    @cached_property
    def repertoire(self) -> Repertoire:
        """The stories, and who has heard them."""
        return Repertoire(self.workspace, self.today)

    def forget_stories(self) -> None:
        """Read the stories anew when they are next wanted."""
        self.__dict__.pop("repertoire", None)

    def prompts(self) -> list[Prompt]:
        """Every prompt that stands, in order."""
        awake, asleep = watch(self.workspace, self.today, self.horizon, self.repertoire.areas)
        roster = Roster(asleep)
        found: list[Prompt] = []
        for person_id in awake:
            found += self.about(person_id, roster)
        found += self.of_programme(roster)
        return sorted(found, key=order)

    def people(self) -> Iterable[str]:
        """Everybody whom anything could be about, known or forgotten."""
        return {**self.workspace.people, **self.workspace.matters_of}

    def of_person(self, person: Person) -> list[Prompt]:
        """The prompts about one person, in order; without what depends on others (coverage)."""
        return sorted(self.about(person.id, Roster()), key=order)

    def of_programme(self, roster: Roster) -> Iterator[Prompt]:
        """The prompts that depend on everybody: what is missing as a whole."""
        areas = self.repertoire.areas
        yield from self._as_answered(coverage_prompts(roster, self.workspace, areas, self.today))
        yield from self._as_answered(story_prompts(self.repertoire, roster))
        yield from self._as_answered(goal_prompts(self.workspace, self.today, self.horizon))

    def about(self, person_id: str, roster: Roster) -> list[Prompt]:
        """The prompts about one person, who is counted in ``roster`` if they are followed.

        They depend on that person's records, on their ties and whose ear these are, on the
        stories, and on nothing else.
        """
        person = self.workspace.people.get(person_id)
        matters = self.workspace.matters_of.get(person_id)
        is_followed = person is not None and person.is_followed
        if not (is_followed or matters):
            return []
        found: list[Prompt] = []
        seen = profile(self.workspace, person, self.today) if person is not None else None
        if seen is not None:
            self.standings[person_id] = seen.standing
        if seen is not None and is_followed:
            roster.count(seen)
            found += self._as_answered(self._of_followed(seen))
            found += self._of_doubts(seen)
        if matters:
            found += self._as_answered(self._of_matters(matters.values(), person_id, seen))
        return found

    def _of_followed(self, seen: Profile) -> list[Prompt]:
        due, found = seen.next_touch, []
        if due is not None and due <= self.horizon:
            found.append(_touch(seen, due))
        if seen.standing is Standing.CHAMPION and self.workspace.stories:
            found += self._of_champion(seen.person)
        return found

    def _of_champion(self, person: Person) -> Iterator[Prompt]:
        story = champion_prompt(person, self.repertoire)
        if story is not None:
            yield story

    def retold(self, person: Person, before: Iterable[Prompt]) -> list[Prompt]:
        """The prompts about a champion after a change of the stories, given those before it."""
        kept = [prompt for prompt in before if prompt.kind is not PromptKind.STORY]
        return [*kept, *self._as_answered(self._of_champion(person))]

    def _of_doubts(self, seen: Profile) -> list[Prompt]:
        doubt = reassess_prompt(seen, self.horizon, self.workspace.answers)
        return [doubt] if doubt is not None else []

    def _of_matters(
        self, matters: Iterable[Matter], person_id: str, seen: Profile | None
    ) -> Iterator[Prompt]:
        for matter in matters:
            if isinstance(matter, FollowUp):
                yield self._of_matter(matter, PromptKind.FOLLOW_UP, matter.text, matter.due, seen)
            elif isinstance(matter, Promise):
                yield self._of_promise(matter, seen)
            elif isinstance(matter, Ask) and (since := _put_to(person_id, matter)) is not None:
                due = days_after(since, PATIENCE_DAYS)
                why = f"No answer yet, asked {ago(since, self.today)}: {matter.what}"
                yield self._of_matter(matter, PromptKind.FOLLOW_UP, why, due, seen)
            elif isinstance(matter, Objection) and is_unmitigated(matter):
                due = days_after(matter.raised_on, PATIENCE_DAYS)
                why = f"What do we do about it? Feared {ago(matter.raised_on, self.today)}: "
                why += matter.risk
                yield self._of_matter(matter, PromptKind.FOLLOW_UP, why, due, seen)

    def _of_promise(self, promise: Promise, seen: Profile | None) -> Prompt:
        when = ago(promise.made_on, self.today)
        if promise.ours:
            why = f"We promised {when}: {promise.text}"
        else:
            why = f"Was it kept? Promised {when}: {promise.text}"
        return self._of_matter(promise, PromptKind.PROMISE, why, promise.due, seen)

    def _of_matter(
        self,
        matter: FollowUp | Promise | Ask | Objection,
        kind: PromptKind,
        why: str,
        due: date,
        seen: Profile | None,
    ) -> Prompt:
        late = max(0, (self.today - due).days)
        standing = seen.standing if seen is not None else Standing.UNASSESSED
        return Prompt(
            kind=kind,
            key=f"{kind}:{matter.id}",
            cause=str(due),
            person_id=matter.person_id,
            person=seen.person.name if seen is not None else "",
            why=why,
            due=due,
            overdue_days=late,
            weight=POSTURES[standing].weight * (1.5 + late / 14),
        )

    def _as_answered(self, prompts: Iterable[Prompt]) -> list[Prompt]:
        """The prompts as they stand after what was answered to them, without those that rest."""
        answers, standing = self.workspace.answers, []
        for prompt in prompts:
            answer = answers.get(prompt.key)
            stands: Prompt | None = prompt
            if answer is not None and answer.cause == prompt.cause:
                stands = _put_off(prompt, answer, self.today)
            if stands is not None and stands.due <= self.horizon:
                standing.append(stands)
        return standing


def _touch(seen: Profile, due: date) -> Prompt:
    person, last, every = seen.person, seen.last_touch, parse_cadence(seen.cadence)
    late = max(0, (seen.today - due).days)
    if last is None:
        why = f"Never touched since you began to follow them {ago(due, seen.today)}."
    else:
        why = f"Last touch {ago(last, seen.today)}; {seen.posture}: every {every}."
    return Prompt(
        kind=PromptKind.TOUCH,
        key=f"touch:{person.id}",
        cause=f"{last or 'never'}/{every}",
        person_id=person.id,
        person=person.name,
        why=why,
        due=due,
        overdue_days=late,
        weight=POSTURES[seen.standing].weight * (1 + late / every.days),
    )


def _put_off(prompt: Prompt, answer: Answer, today: date) -> Prompt | None:
    if answer.until is None:
        return None
    if answer.until <= prompt.due:
        return prompt
    return replace(
        prompt,
        due=answer.until,
        overdue_days=max(0, (today - answer.until).days),
        why=f"{prompt.why} Put off {span(max(0, (answer.until - answer.on).days))}.",
    )
