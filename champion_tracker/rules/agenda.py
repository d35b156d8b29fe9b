"""The agenda: whom to nurture today, and why. Every surface shows what this returns."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from ..model import Answer, FollowUp, Person, Promise, Prompt, PromptKind, Standing, Workspace
from .cadence import parse_cadence
from .coverage import Roster, coverage_prompts
from .days import ago, span
from .profile import Profile, profile
from .reassess import reassess_prompt
from .standing import POSTURES


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


def order(prompt: Prompt) -> tuple[bool, float, date, str, str]:
    """What prompts are sorted by: overdue first, then weight, then day and name."""
    return (prompt.overdue_days == 0, -prompt.weight, prompt.due, prompt.person, prompt.key)


class Agenda:
    """The reckoning of one day."""

    def __init__(self, workspace: Workspace, today: date, days: int = 0) -> None:
        self.workspace = workspace
        self.today = today
        self.horizon = today + timedelta(days=min(days, (date.max - today).days))
        """The last day that is looked at."""

    def prompts(self) -> list[Prompt]:
        """Every prompt that stands, in order."""
        roster = Roster()
        found: list[Prompt] = []
        for person in self.workspace.people.values():
            if person.is_followed:
                found += self._of_followed(person, roster)
        found += map(self._of_follow_up, self.workspace.follow_ups.values())
        found += map(self._of_promise, self.workspace.promises.values())
        found += coverage_prompts(roster, self.today)
        return sorted(filter(None, map(self._as_answered, found)), key=order)

    def of_person(self, person: Person) -> list[Prompt]:
        """The prompts about one person, but for those that depend on the others (coverage)."""
        found: list[Prompt] = []
        if person.is_followed:
            found += self._of_followed(person, Roster())
        for matter in self.workspace.matters_of.get(person.id, {}).values():
            if isinstance(matter, FollowUp):
                found.append(self._of_follow_up(matter))
            elif isinstance(matter, Promise):
                found.append(self._of_promise(matter))
        return sorted(filter(None, map(self._as_answered, found)), key=order)

    def _of_followed(self, person: Person, roster: Roster) -> Iterator[Prompt]:
        seen = profile(self.workspace, person, self.today)
        roster.count(seen)
        due = seen.next_touch
        if due is not None and due <= self.horizon:
            yield _touch(seen, due)
        doubt = reassess_prompt(seen, self.horizon)
        if doubt is not None:
            yield doubt

    def _of_follow_up(self, follow_up: FollowUp) -> Prompt:
        return self._of_matter(follow_up, PromptKind.FOLLOW_UP, follow_up.text)

    def _of_promise(self, promise: Promise) -> Prompt:
        when = ago(promise.made_on, self.today)
        if promise.ours:
            why = f"We promised {when}: {promise.text}"
        else:
            why = f"Was it kept? Promised {when}: {promise.text}"
        return self._of_matter(promise, PromptKind.PROMISE, why)

    def _of_matter(self, matter: FollowUp | Promise, kind: PromptKind, why: str) -> Prompt:
        late = max(0, (self.today - matter.due).days)
        person = self.workspace.people.get(matter.person_id)
        weight = POSTURES[Standing.UNASSESSED].weight
        if person is not None:
            weight = POSTURES[profile(self.workspace, person, self.today).standing].weight
        return Prompt(
            kind=kind,
            key=f"{kind}:{matter.id}",
            cause=str(matter.due),
            person_id=matter.person_id,
            person=person.name if person is not None else "",
            why=why,
            due=matter.due,
            overdue_days=late,
            weight=weight * (1.5 + late / 14),
        )

    def _as_answered(self, prompt: Prompt) -> Prompt | None:
        """The prompt as it stands after what was answered to it, or None while it rests."""
        answer = self.workspace.answers.get(prompt.key)
        if answer is not None and answer.cause == prompt.cause:
            answered = _put_off(prompt, answer, self.today)
            if answered is None:
                return None
            prompt = answered
        return prompt if prompt.due <= self.horizon else None


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
