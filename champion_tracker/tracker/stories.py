"""Verbs about stories: write one, tell it, note what calls for the next."""

from collections.abc import Sequence
from datetime import date

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from ..model import (
    BadInput,
    Channel,
    Edit,
    Interaction,
    Occasion,
    Person,
    Stance,
    Story,
    Telling,
    new_id,
)
from .checks import body, line, lines, past, rating, required
from .people import followed_edits, names
from .tracker import Tracker


def write(
    tracker: Tracker,
    title: str,
    *,
    what: str = "",
    benefit: str = "",
    figure: str = "",
    stance: Stance | None = None,
    areas: Sequence[str] = (),
    links: Sequence[str] = (),
    on: date | None = None,
    occasion: Occasion | None = None,
    private: bool = False,
) -> Story:
    """Write a story; one that an occasion called for answers it, and is told as of its day.

    Raises:
        BadInput: there is no title, or the day is still to come.
    """
    day = on or (min(occasion.on, tracker.today) if occasion is not None else tracker.today)
    story = Story(
        id=new_id("s"),
        title=required(title, "title of the story"),
        what=body(what, "story"),
        benefit=body(benefit, "benefit"),
        figure=line(figure, "figure"),
        stance=stance,
        areas=lines(list(areas), "area") or (occasion.areas if occasion is not None else ()),
        links=lines(list(links), "link"),
        on=past(day, tracker.today, "story"),
        private=private,
        recorded_at=tracker.clock.now(),
    )
    edits = [Edit(after=story)]
    if occasion is not None:
        edits.append(Edit(occasion, replace(occasion, story_id=story.id)))
    tracker.commit("story", f"Wrote the story '{story.title}'", *edits)
    return story


def rewrite(
    tracker: Tracker,
    story: Story,
    *,
    title: str | UnsetType = UNSET,
    what: str | UnsetType = UNSET,
    benefit: str | UnsetType = UNSET,
    figure: str | UnsetType = UNSET,
    stance: Stance | UnsetType | None = UNSET,
    areas: Sequence[str] | UnsetType = UNSET,
    links: Sequence[str] | UnsetType = UNSET,
    on: date | UnsetType = UNSET,
    private: bool | UnsetType = UNSET,
) -> Story:
    """Correct a story; what is not given stays.

    Raises:
        BadInput: the title is empty, or the day is still to come.
        Conflict: somebody else changed it since ``story`` was read.
    """
    changes: dict[str, object] = {}
    if title is not UNSET:
        changes["title"] = required(title, "title of the story")
    for field, text in (("what", what), ("benefit", benefit)):
        if text is not UNSET:
            changes[field] = body(text, field)
    if figure is not UNSET:
        changes["figure"] = line(figure, "figure")
    for field, values in (("areas", areas), ("links", links)):
        if values is not UNSET:
            changes[field] = lines(list(values), field.rstrip("s"))
    if on is not UNSET:
        changes["on"] = past(on, tracker.today, "story")
    for field, value in (("stance", stance), ("private", private)):
        if value is not UNSET:
            changes[field] = value
    changed = replace(story, **changes)
    tracker.commit("story", f"Rewrote the story '{changed.title}'", Edit(story, changed))
    return changed


def tell(
    tracker: Tracker,
    story: Story,
    people: Sequence[Person] = (),
    *,
    area: str = "",
    on: date | None = None,
    channel: Channel = Channel.MEETING,
    landed: int | None = None,
    note: str = "",
    touch: bool = True,
    private: bool = False,
) -> Telling:
    """Note that a story was told, to people or to a whole business area.

    Telling somebody a story is a touch, and is logged as one in the same change, so that
    nobody writes the same thing twice; ``touch=False`` where the meeting is on record already.

    Raises:
        BadInput: nobody was told, the day is still to come, or how it landed lies outside
            -2 to +2.
    """
    whole = line(area, "area")
    if not people and not whole:
        raise BadInput("To whom was it told?", "Name people, or a business area.")
    if landed is not None:
        rating(landed, "how it landed", -2, 2)
    told = Telling(
        id=new_id("l"),
        story_id=story.id,
        person_ids=tuple(dict.fromkeys(person.id for person in people)),
        area=whole,
        on=past(on or tracker.today, tracker.today, "telling"),
        channel=channel,
        landed=landed,
        note=body(note, "note"),
        private=private or story.private,
        recorded_at=tracker.clock.now(),
    )
    edits = [Edit(after=told), *followed_edits(tracker, people)]
    if touch and people:
        private = told.private or tracker.workspace.settings.is_private(channel)
        edits.append(Edit(after=_touch(told, story, private=private)))
    whom = " and ".join(filter(None, (names(people) if people else "", whole)))
    tracker.commit("tell", f"Told '{story.title}' to {whom}", *edits)
    return told


def _touch(told: Telling, story: Story, *, private: bool) -> Interaction:
    note = f"Told: {story.title}" + (f"\n\n{told.note}" if told.note else "")
    return Interaction(
        id=new_id("i"),
        person_ids=told.person_ids,
        on=told.on,
        channel=told.channel,
        note=note,
        sentiment=told.landed,
        private=private,
        recorded_at=told.recorded_at,
    )


def occasion(
    tracker: Tracker,
    what: str,
    *,
    on: date | None = None,
    areas: Sequence[str] = (),
    private: bool = False,
) -> Occasion:
    """Note something that calls for a story, past or still to come.

    Raises:
        BadInput: nothing says what it is.
    """
    made = Occasion(
        id=new_id("o"),
        what=required(what, "occasion"),
        on=on or tracker.today,
        areas=lines(list(areas), "area"),
        private=private,
        recorded_at=tracker.clock.now(),
    )
    tracker.commit("occasion", f"An occasion for a story on {made.on}", Edit(after=made))
    return made


def answer_occasion(tracker: Tracker, made: Occasion, story: Story) -> Occasion:
    """Say which story came of an occasion."""
    answered = replace(made, story_id=story.id, dropped="")
    tracker.commit(
        "occasion", f"'{story.title}' came of the occasion of {made.on}", Edit(made, answered)
    )
    return answered


def drop_occasion(tracker: Tracker, made: Occasion, reason: str) -> Occasion:
    """Say that no story will come of an occasion, and why.

    Raises:
        BadInput: there is no reason.
    """
    dropped = replace(made, dropped=required(reason, "reason"))
    tracker.commit("occasion", f"No story of the occasion of {made.on}", Edit(made, dropped))
    return dropped
