"""Stories, their tellings, and what calls for them: story, tell, occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Channel, Stance, Story
from ..rules.days import ago
from ..rules.timeline import SENTIMENTS
from .nouns import (
    DAY,
    FLAG,
    TEXT,
    Action,
    many,
    names,
    noun,
    page,
    shape,
    unset,
    write_rows,
)
from .registry import Command
from .touches import feeling
from .values import choice
from .writing import given_text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from ..model import Occasion, Telling
    from .parser import Parser
    from .session import Session


def story_meant(session: Session, text: str) -> Story:
    """The story that is meant, by its id, its title or words of it."""
    from ..tracker.naming import meant

    return meant(session.tracker.workspace.stories, text, "story")


def _add(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import stories

    stories.write(
        session.tracker,
        words[0],
        what=given_text(given.what or ""),
        benefit=given.benefit or "",
        figure=given.figure or "",
        stance=choice(given.stance, "stance", Stance),
        areas=given.area,
        links=given.link,
        on=session.day(given.when) if given.when else None,
        occasion=_occasion_meant(session, given.occasion) if given.occasion else None,
        private=given.private,
    )


def _set(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import stories

    what = given_text(given.what) if given.what is not None else None
    changes = unset(
        title=given.title,
        what=what,
        benefit=given.benefit,
        figure=given.figure,
        areas=given.area,
        links=given.link,
        private=given.private or None,
    )
    stories.rewrite(session.tracker, story_meant(session, words[0]), **changes)


def _list(session: Session, given: Namespace, _: Sequence[str]) -> None:
    if given.to:
        _to_tell(session, given)
        return
    from ..rules.areas import key_of
    from ..rules.repertoire import freshness
    from ..rules.stories import tellings_of

    workspace = session.tracker.workspace
    found = sorted(workspace.stories.values(), key=freshness, reverse=True)
    wanted = {key_of(area) for area in given.area}
    if wanted:
        found = [s for s in found if wanted & {key_of(area) for area in s.areas}]
    told = {story.id: tellings_of(workspace, story.id) for story in found}
    if given.json:
        session.write_json(stories=[_shape(session, story, told[story.id]) for story in found])
        return
    rows = [
        (str(s.on), s.title, ", ".join(s.areas) or "everybody", _told(session, told[s.id]), s.id)
        for s in found
    ]
    write_rows(session, rows, "story", "stories", shrinks=1)


def _to_tell(session: Session, given: Namespace) -> None:
    from ..rules.stories import to_tell

    person = session.person(given.to)
    found = to_tell(session.tracker.workspace, person, session.today)
    if given.json:
        session.write_json(stories=[shape(s.story, why=s.why) for s in found])
        return
    for suggestion in found:
        story = suggestion.story
        figure = f" ({story.figure})" if story.figure else ""
        session.write(*session.layout.paragraphs(f"{story.title}{figure}"))
        session.write(*session.layout.paragraphs(f"{suggestion.why}; {story.on}", indent=4))
    session.say(f"{len(found)} that {person.name} has not heard")


def _told(session: Session, tellings: Sequence[Telling]) -> str:
    if not tellings:
        return "never told"
    return f"told {len(tellings)}×, last {ago(tellings[0].on, session.today)}"


def _shape(session: Session, story: Story, tellings: Sequence[Telling]) -> dict[str, object]:
    told = [shape(t, people=names(session, t.person_ids)) for t in tellings]
    return shape(story, tellings=told)


def _show(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..rules.stories import tellings_of

    story = story_meant(session, words[0])
    tellings = tellings_of(session.tracker.workspace, story.id)
    if given.json:
        session.write_json(stories=[_shape(session, story, tellings)])
        return
    facts = (
        ("On", f"{story.on}" + (f", {story.stance}" if story.stance else "")),
        ("Figure", story.figure),
        ("For whom", story.benefit),
        ("Areas", ", ".join(story.areas) or "everybody"),
        ("Links", ", ".join(story.links)),
        ("What", story.what),
    )
    session.write(*page(session, f"{story.title}  [{story.id}]", facts))
    session.write(*_tellings(session, tellings))


def _tellings(session: Session, tellings: Sequence[Telling]) -> Iterator[str]:
    yield "\nTold:" if tellings else "\nNever told."
    for telling in tellings:
        whom = ", ".join(filter(None, (names(session, telling.person_ids), telling.area)))
        landed = f": {SENTIMENTS[telling.landed]}" if telling.landed is not None else ""
        yield from session.layout.paragraphs(
            f"{telling.on}  {whom} ({telling.channel}){landed}", indent=2
        )
        if telling.note:
            yield from session.layout.paragraphs(telling.note, indent=6)


def _tell_arguments(parser: Parser) -> None:
    parser.add_argument("story", metavar="STORY", help="its id, its title or words of it")
    parser.add_argument("people", metavar="PERSON", nargs="*", help="whom, one by one")
    parser.add_argument("--area", default="", help="a whole business area that was told")
    parser.add_argument("--when", default="today", metavar="DAY", help="the day; else today")
    parser.add_argument("--channel", default="meeting", help=", ".join(Channel))
    feelings = ", ".join(f"{n} {word}" for n, word in SENTIMENTS.items())
    parser.add_argument("--landed", metavar="N", help=f"how it was taken: {feelings}")
    parser.add_argument("--note", metavar="TEXT", default="", help="what they made of it")
    parser.add_argument("--no-touch", action="store_true", help="the touch is logged already")
    parser.add_argument("--private", action="store_true", help="keep it out of exports")


def _tell(session: Session, given: Namespace) -> None:
    """Note that a story was told, to people or to an area; telling somebody is a touch, too."""
    from ..tracker import stories

    stories.tell(
        session.tracker,
        story_meant(session, given.story),
        session.people(given.people) if given.people else (),
        area=given.area,
        on=session.day(given.when),
        channel=choice(given.channel, "channel", Channel) or Channel.MEETING,
        landed=feeling(given.landed),
        note=given_text(given.note),
        touch=not given.no_touch,
        private=given.private,
    )


def _occasion_meant(session: Session, text: str) -> Occasion:
    from ..tracker.naming import meant

    return meant(session.tracker.workspace.occasions, text, "occasion")


def _add_occasion(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import stories

    stories.occasion(
        session.tracker,
        words[0],
        on=session.day(given.when) if given.when else None,
        areas=given.area,
        private=given.private,
    )


def _drop_occasion(session: Session, given: Namespace, words: Sequence[str]) -> None:
    from ..tracker import stories

    made = _occasion_meant(session, words[0])
    stories.drop_occasion(session.tracker, made, given.reason or "")


def _answer_occasion(session: Session, _: Namespace, words: Sequence[str]) -> None:
    from ..tracker import stories

    made = _occasion_meant(session, words[0])
    stories.answer_occasion(session.tracker, made, story_meant(session, words[1]))


def _list_occasions(session: Session, given: Namespace, _: Sequence[str]) -> None:
    workspace = session.tracker.workspace
    found = sorted(workspace.occasions.values(), key=lambda o: (o.on, o.id), reverse=True)
    if given.json:
        session.write_json(occasions=map(shape, found))
        return
    rows = []
    for made in found:
        story = workspace.stories.get(made.story_id)
        state = f"told as: {story.title}" if story is not None else made.dropped
        rows.append((str(made.on), made.what, state or "wants its story", made.id))
    write_rows(session, rows, "occasion", "occasions", shrinks=1)


_WRITTEN = frozenset({"what", "benefit", "figure", "area", "link", "private"})
COMMANDS = {
    "story": noun(
        "A success worth telling: write it once, tell it many times.",
        {
            "add": Action("TITLE", _add, 1, 1, _WRITTEN | {"stance", "when", "occasion"}),
            "set": Action("STORY", _set, 1, 1, _WRITTEN | {"title"}),
            "list": Action("", _list, 0, 0, frozenset({"area", "to", "json"})),
            "show": Action("STORY", _show, 1, 1, frozenset({"json"})),
        },
        {
            "title": {**TEXT, "help": "another title"},
            "what": {**TEXT, "help": "what happened; '-' reads it from input"},
            "benefit": {**TEXT, "help": "for whom it was good and how, in their words"},
            "figure": {**TEXT, "help": "the number that shows it"},
            "stance": {**TEXT, "help": ", ".join(Stance)},
            "area": {**many("AREA"), "help": "a business area that it concerns"},
            "link": {**many("PATH_OR_URL"), "help": "what goes with it"},
            "when": {**DAY, "help": "the day of it; else today"},
            "occasion": {**TEXT, "help": "the occasion that called for it"},
            "to": {"metavar": "PERSON", "help": "what somebody has not heard, best first"},
            "private": {**FLAG, "help": "keep it out of exports"},
            "json": {**FLAG, "help": "as JSON, under 'stories'"},
        },
    ),
    "tell": Command(_tell_arguments, _tell),
    "occasion": noun(
        "Something that calls for a story while it is fresh: an incident, a campaign's end.",
        {
            "add": Action("WHAT", _add_occasion, 1, 1, frozenset({"when", "area", "private"})),
            "list": Action("", _list_occasions, 0, 0, frozenset({"json"})),
            "told": Action("OCCASION STORY", _answer_occasion, 2, 2),
            "drop": Action("OCCASION --reason TEXT", _drop_occasion, 1, 1, frozenset({"reason"})),
        },
        {
            "when": {**DAY, "help": "the day of it; else today"},
            "area": {**many("AREA"), "help": "a business area that it concerns"},
            "reason": {**TEXT, "help": "why there will be no story"},
            "private": {**FLAG, "help": "keep it out of exports"},
            "json": {**FLAG, "help": "as JSON, under 'occasions'"},
        },
    ),
}
