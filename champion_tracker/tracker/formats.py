"""The forms in which people and notes go out, each made of what was chosen."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..model import Person, Record, Workspace
from ..rules.period import without_private
from ..rules.profile import Profile, profile
from .tracker import Tracker

YEAR = 366
"""How many days ahead a calendar reaches."""


class Selection(NamedTuple):
    """What is to go out."""

    tracker: Tracker
    people: Sequence[Person]
    is_everybody: bool
    """Whether nobody was chosen, so that what belongs to no one goes out, too."""
    include_private: bool

    def records(self) -> Iterator[Record]:
        """The people and everything dated about them, each record once."""
        store, workspace = self.tracker.store, self.tracker.workspace
        chosen = {person.id for person in self.people}
        found: dict[tuple[type, str], Record] = {(Person, p.id): p for p in self.people}
        for person in self.people:
            found.update(((type(r), r.id), r) for r in store.history(person.id))
        for answer in workspace.answers.values():
            if self.is_everybody or answer.person_id in chosen:
                found[type(answer), answer.id] = answer
        if self.is_everybody:
            for shelf in (workspace.stories, workspace.occasions, workspace.goals, workspace.seats):
                found.update(((type(record), record.id), record) for record in shelf.values())
        yield from found.values()

    @property
    def workspace(self) -> Workspace:
        """What may be known, so that no standing gives away whose ear somebody has privately."""
        workspace = self.tracker.workspace
        return workspace if self.include_private else without_private(workspace)

    def profiles(self) -> Iterator[Profile]:
        """What the people are to the programme, from what may be known."""
        workspace, today = self.workspace, self.tracker.today
        return (profile(workspace, person, today) for person in self.people)

    def private(self) -> int:
        """How many records are private."""
        return sum(getattr(record, "private", False) for record in self.records())


class Export(NamedTuple):
    """What goes out."""

    content: str | bytes
    left_out: int = 0
    """How many private entries stayed in."""


class Format(NamedTuple):
    """A form in which people and notes go out."""

    what: str
    """In a few words."""
    make: Callable[[Selection], Export]
    pages: Callable[[Selection], Iterator[tuple[str, str]]] | None = None
    """A file's name and content for each person, where there can be several files."""


def _notes(chosen: Selection) -> Export:
    from ..exchange import notes

    tracker = chosen.tracker
    text = notes.render_all(
        chosen.people,
        chosen.workspace,
        tracker.store.history,
        tracker.today,
        include_private=chosen.include_private,
    )
    return Export(text, 0 if chosen.include_private else chosen.private())


def _note_pages(chosen: Selection) -> Iterator[tuple[str, str]]:
    from ..exchange import notes

    tracker = chosen.tracker
    return notes.split(
        chosen.people,
        chosen.workspace,
        tracker.store.history,
        tracker.today,
        include_private=chosen.include_private,
    )


def _briefing(chosen: Selection) -> Export:
    from ..exchange import briefing

    tracker, workspace = chosen.tracker, chosen.workspace
    pages = [
        briefing.render(
            person,
            workspace,
            tracker.history(person),
            tracker.today,
            include_private=chosen.include_private,
        )
        for person in chosen.people
    ]
    return Export("\n---\n\n".join(pages), 0 if chosen.include_private else chosen.private())


def _briefing_page(chosen: Selection) -> Export:
    from ..exchange import page

    briefing = _briefing(chosen)
    names = ", ".join(person.name for person in chosen.people[:3])
    return Export(page.html(str(briefing.content), f"Briefing: {names}"), briefing.left_out)


def _csv(chosen: Selection) -> Export:
    from ..exchange import people_csv

    return Export(people_csv.write(chosen.profiles()))


def _json(chosen: Selection) -> Export:
    from ..exchange import whole

    text = whole.write(chosen.records(), include_private=chosen.include_private)
    return Export(text, 0 if chosen.include_private else chosen.private())


def _vcard(chosen: Selection) -> Export:
    from ..exchange import cards

    tracker = chosen.tracker
    return Export(cards.write(chosen.people, tracker.today, history=tracker.store.history))


def _vcard4(chosen: Selection) -> Export:
    from ..exchange import cards

    tracker = chosen.tracker
    history = tracker.store.history
    return Export(cards.write(chosen.people, tracker.today, version="4.0", history=history))


def _xlsx(chosen: Selection) -> Export:
    from ..exchange import register

    return Export(register.write(chosen.profiles()))


def _ics(chosen: Selection) -> Export:
    return _calendar(chosen, as_events=False)


def _events(chosen: Selection) -> Export:
    return _calendar(chosen, as_events=True)


def _calendar(chosen: Selection, *, as_events: bool) -> Export:
    from ..exchange import calendar

    tracker, ids = chosen.tracker, {person.id for person in chosen.people}
    prompts = [
        prompt for prompt in tracker.agenda(YEAR) if chosen.is_everybody or prompt.person_id in ids
    ]
    return Export(
        *calendar.write(
            prompts,
            tracker.workspace,
            tracker.clock.now(),
            as_events=as_events,
            include_private=chosen.include_private,
        )
    )


def _html(chosen: Selection) -> Export:
    from ..exchange import site

    tracker = chosen.tracker
    page = site.write(
        chosen.people,
        chosen.workspace,
        tracker.store.history,
        tracker.today,
        include_private=chosen.include_private,
    )
    return Export(page, 0 if chosen.include_private else chosen.private())


FORMATS: dict[str, Format] = {
    "notes": Format("a page a person, in Markdown", _notes, _note_pages),
    "briefing": Format("what to know before a meeting, in Markdown", _briefing),
    "briefing-html": Format("the same as a page that prints", _briefing_page),
    "csv": Format("a table of people", _csv),
    "xlsx": Format("the stakeholder register, a workbook", _xlsx),
    "vcard": Format("cards for address books", _vcard),
    "vcard4": Format("the same in the newest version", _vcard4),
    "ics": Format("the agenda of a year as to-dos, for calendars", _ics),
    "events": Format("the same as events, where to-dos are not shown", _events),
    "html": Format("everybody on one page, with a map and a search", _html),
    "json": Format("everything, to come back without a difference", _json),
}
"""What can be written, by name."""
