"""Verbs that answer prompts, and the reminders that users set themselves."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from ..model import (
    Answer,
    BadInput,
    Channel,
    Edit,
    FollowUp,
    Goal,
    NotFound,
    Objection,
    Outcome,
    Person,
    Promise,
    Prompt,
    PromptKind,
    new_id,
)
from ..rules.agenda import Agenda
from ..rules.asks import PATIENCE_DAYS
from ..rules.days import days_after
from .checks import line, required
from .judging import confirm
from .people import followed_edits
from .promises import settle
from .stories import drop_occasion, tell
from .subjects import matter_of, occasion_of, story_of
from .touches import log
from .tracker import Tracker

EVER = (date.max - date.min).days


def follow_up(
    tracker: Tracker, person: Person, due: date, text: str, *, private: bool = False
) -> FollowUp:
    """Set a reminder about somebody.

    Raises:
        BadInput: there is no text.
    """
    reminder = FollowUp(
        id=new_id("f"),
        person_id=person.id,
        due=due,
        text=required(text, "text of the follow-up"),
        private=private,
        recorded_at=tracker.clock.now(),
    )
    edits = [Edit(after=reminder), *followed_edits(tracker, [person])]
    tracker.commit("follow-up", f"Follow up with {person.name} on {due}", *edits)
    return reminder


def prompts_of(tracker: Tracker, person: Person, days: int = 0) -> list[Prompt]:
    """The prompts about one person that stand today or within ``days``."""
    return [prompt for prompt in tracker.agenda(days) if prompt.person_id == person.id]


def prompt_by_key(tracker: Tracker, key: str) -> Prompt:
    """The prompt that has this key, due or still ahead.

    Raises:
        NotFound: none has.
    """
    for days in (0, EVER):  # what stands today first: its cause holds nothing that is still ahead
        for prompt in tracker.agenda(days):
            if prompt.key == key:
                return prompt
    raise NotFound(f"No prompt has the key '{key}'.", "See 'due --json' for those that stand.")


def snooze(tracker: Tracker, prompts: Sequence[Prompt], until: date) -> None:
    """Put prompts off until a day, on which they stand again.

    Raises:
        BadInput: the day is not ahead.
    """
    if until <= tracker.today:
        raise BadInput(f"{until} is not ahead: nothing can be put off until then.")
    whom = list(dict.fromkeys(prompt.person or prompt.kind for prompt in prompts))
    names = ", ".join(whom) if len(whom) <= 3 else f"{whom[0]} and {len(whom) - 1} others"
    edits = [_answer(tracker, prompt, until=until) for prompt in prompts]
    tracker.commit("snooze", f"Put off {names} until {until}", *edits)


def snooze_person(tracker: Tracker, person: Person, until: date) -> list[Prompt]:
    """Put off whatever stands about somebody; if nothing does, their next touch.

    Raises:
        BadInput: the day is not ahead, or nothing about them ever comes.
    """
    prompts = standing_or_next(tracker, person)
    snooze(tracker, prompts, until)
    return prompts


def standing_or_next_of(
    tracker: Tracker, people: Sequence[Person]
) -> tuple[list[Prompt], list[Person]]:
    """The same for several people at once; and those about whom nothing ever comes."""
    today = Agenda(tracker.workspace, tracker.today)
    ever = Agenda(tracker.workspace, tracker.today, EVER)
    found: list[Prompt] = []
    quiet: list[Person] = []
    for person in people:
        prompts = today.of_person(person) or [
            prompt for prompt in ever.of_person(person) if prompt.kind is PromptKind.TOUCH
        ]
        found += prompts
        if not prompts:
            quiet.append(person)
    return found, quiet


def standing_or_next(tracker: Tracker, person: Person) -> list[Prompt]:
    """Whatever stands about somebody today; if nothing does, their next touch.

    Raises:
        BadInput: nothing about them ever comes.
    """
    prompts, quiet = standing_or_next_of(tracker, [person])
    if quiet:
        raise BadInput(f"Nothing about {person.name} is due, now or later.", "Follow them first.")
    return prompts


def dismiss(tracker: Tracker, prompt: Prompt, reason: str) -> None:
    """Settle a prompt without doing it. It comes back only when its cause changes.

    Raises:
        BadInput: there is no reason.
    """
    why = required(reason, "reason")
    who = prompt.person or "the programme"
    summary = f"Dismissed the {prompt.kind.replace('_', '-')} prompt about {who}"
    if prompt.kind is PromptKind.FOLLOW_UP and matter_of(tracker, prompt) is None:
        reminder = _follow_up_of(tracker, prompt)
        tracker.commit("dismiss", summary, Edit(reminder, replace(reminder, dropped=why)))
    elif prompt.kind is PromptKind.PROMISE:
        settle(tracker, _promise_of(tracker, prompt), Outcome.WITHDRAWN)
    elif prompt.key.startswith("story:occasion:"):
        occasion = occasion_of(tracker, prompt)
        if occasion is None:
            raise NotFound("This occasion has been removed meanwhile.")
        drop_occasion(tracker, occasion, why)
    else:
        tracker.commit("dismiss", summary, _answer(tracker, prompt, reason=why))


def done(tracker: Tracker, prompt: Prompt, channel: Channel = Channel.MESSAGE) -> str:
    """Settle a prompt by doing what it asks; return what was done, as a sentence.

    A touch is logged without words, a follow-up is ticked off, somebody was asked again for an
    answer, a promise was kept, a doubt is answered with "no change", a champion was told the
    story that they had not heard.

    Raises:
        BadInput: the prompt cannot be settled in one word (coverage, a story to be written, a goal
            to be measured, an objection to be mitigated).
    """
    person = tracker.workspace.people.get(prompt.person_id)
    waiting = matter_of(tracker, prompt)
    if isinstance(waiting, Objection):
        raise BadInput(
            "This prompt ends when somebody has written down what we do about it.",
            "Change the objection and say how it is mitigated; else put it off, or dismiss it.",
        )
    if isinstance(waiting, Goal):
        raise BadInput(
            "This prompt ends when somebody has measured where the goal stands.",
            "Write the value down with 'goal measure'; else put it off, or dismiss it.",
        )
    if waiting is not None:
        again = days_after(tracker.today, PATIENCE_DAYS)
        said = f"Asked {prompt.person} again"
        tracker.commit("done", said, _answer(tracker, prompt, until=again))
        return f"{said}."
    if prompt.kind is PromptKind.FOLLOW_UP:
        reminder = _follow_up_of(tracker, prompt)
        ticked = replace(reminder, done_on=tracker.today)
        tracker.commit("done", f"Followed up with {prompt.person}", Edit(reminder, ticked))
        return f"Followed up with {prompt.person}."
    if prompt.kind is PromptKind.PROMISE:
        settle(tracker, _promise_of(tracker, prompt), Outcome.KEPT)
        return f"Kept: the promise between {prompt.person} and us."
    if person is not None and prompt.kind is PromptKind.TOUCH:
        log(tracker, [person], channel=channel)
        return f"Logged a touch ({channel}) with {person.name}."
    if person is not None and prompt.kind is PromptKind.REASSESS:
        confirm(tracker, person)
        return f"Judged {person.name} again: no change."
    if prompt.kind is PromptKind.STORY:
        return _told(tracker, prompt, person, channel)
    raise BadInput(
        "Coverage cannot be ticked off: it ends when there is another champion.",
        "Dismiss it with a reason, or put it off.",
    )


def _told(tracker: Tracker, prompt: Prompt, person: Person | None, channel: Channel) -> str:
    """Tell a champion the story that they have not heard."""
    story = story_of(tracker, prompt)
    if person is None or story is None:
        raise BadInput(
            "Which story? This prompt ends when one is written or told.",
            "Write it with 'story add', or tell it with 'tell'; else dismiss the prompt.",
        )
    tell(tracker, story, [person], channel=channel)
    return f"Told '{story.title}' to {person.name}."


def _promise_of(tracker: Tracker, prompt: Prompt) -> Promise:
    found = tracker.workspace.promises.get(prompt.key.partition(":")[2])
    if found is None:
        raise NotFound("This promise has been settled meanwhile.")
    return found


def _follow_up_of(tracker: Tracker, prompt: Prompt) -> FollowUp:
    found = tracker.workspace.follow_ups.get(prompt.key.partition(":")[2])
    if found is None:
        raise NotFound("This follow-up has been settled meanwhile.")
    return found


def _answer(
    tracker: Tracker, prompt: Prompt, *, until: date | None = None, reason: str = ""
) -> Edit:
    answer = Answer(
        id=prompt.key,
        cause=prompt.cause,
        person_id=prompt.person_id,
        until=until,
        reason=line(reason, "reason"),
        on=tracker.today,
    )
    return Edit(tracker.workspace.answers.get(prompt.key), answer)
