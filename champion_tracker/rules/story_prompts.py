"""Prompts about stories: which one is missing, and who has not heard it."""

from collections.abc import Iterator
from datetime import date

from ..model import Occasion, Person, Prompt, PromptKind, Story
from .cadence import parse_cadence
from .days import ago
from .repertoire import Hearing, Repertoire
from .roster import Roster
from .urgency import of_programme


def story_prompts(repertoire: Repertoire, roster: Roster) -> Iterator[Prompt]:
    """What the programme as a whole owes in stories."""
    for occasion in repertoire.workspace.occasions.values():
        if occasion.wants_story:
            yield _unwritten(occasion, repertoire.today)
    if roster.begun is not None:
        yield _rhythm(repertoire, roster.begun)
    if repertoire.workspace.stories:
        for key in repertoire.areas:
            yield _silence(key, repertoire.hearing(key), repertoire)


def champion_prompt(person: Person, repertoire: Repertoire) -> Prompt | None:
    """The newest story that concerns a champion who has not heard it.

    It is due one round of stories after the first that they missed, so that a story a week
    neither raises a prompt for everybody every week nor puts it off for ever.
    """
    found = repertoire.newest_unheard(person)
    if found is None:
        return None
    newest, first = found
    written = max(first.on, first.recorded_at.date(), person.followed_since or first.on)
    every = parse_cadence(repertoire.workspace.settings.story_every)
    return _prompt(
        f"story:champion:{person.id}",
        f"story:{newest.id}",
        f"A champion who has not heard the newest story for them: {_title(newest)}",
        every.next_after(written),
        repertoire.today,
        weight=3.0,
        person=person,
    )


def _title(story: Story) -> str:
    return "a private one" if story.private else story.title


def _unwritten(occasion: Occasion, today: date) -> Prompt:
    when = ago(occasion.on, today)
    return _prompt(
        f"story:occasion:{occasion.id}",
        f"occasion:{occasion.on}",
        f"Write its story while it is fresh ({when}): {occasion.what}",
        occasion.on,
        today,
        weight=5.0,
    )


def _rhythm(repertoire: Repertoire, begun: date) -> Prompt:
    last, today = repertoire.last_told, repertoire.today
    every = parse_cadence(repertoire.workspace.settings.story_every)
    if last is not None:
        why = f"The last story was told {ago(last, today)}"
    else:
        why = "No story has been told yet"
    freshest = repertoire.freshest
    if freshest is not None:
        why += f". The freshest: {freshest.title}"
    else:
        why += ": what went well lately, and for whom?"
    return _prompt(
        "story:rhythm",
        f"told:{last or 'never'}/{every}",
        why,
        every.next_after(last if last is not None else begun),
        today,
        weight=4.0,
    )


def _silence(key: str, hearing: Hearing, repertoire: Repertoire) -> Prompt:
    area, last = hearing.area, hearing.last
    heard = f"last heard one {ago(last, repertoire.today)}" if last else "has never heard one"
    story = next((story for story in hearing.untold if not story.private), None)
    fresh = f" Untold there: {story.title}" if story is not None else ""
    if not hearing.untold:
        fresh = " It has heard them all: write one for it."
    return _prompt(
        f"story:area:{key}",
        f"heard:{last or 'never'}",
        f"{area.name} {heard}.{fresh}",
        hearing.due,
        repertoire.today,
        weight=2.0,
    )


def _prompt(
    key: str,
    cause: str,
    why: str,
    due: date,
    today: date,
    *,
    weight: float,
    person: Person | None = None,
) -> Prompt:
    late = max(0, (today - due).days)
    return Prompt(
        kind=PromptKind.STORY,
        key=key,
        cause=cause,
        person_id=person.id if person is not None else "",
        person=person.name if person is not None else "",
        why=why,
        due=due,
        overdue_days=late,
        weight=of_programme(weight, late),
    )
