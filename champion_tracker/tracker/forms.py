"""Every form in which something leaves, as one chooses it, and a look at it before it does."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ..model import BadInput, Person
from ..rules.period import last_month, last_week
from . import exporting, reporting
from .exporting import Made
from .tracker import Tracker

LOOK = 400
"""How many lines of a text are looked at."""


class Form(NamedTuple):
    """A form to choose."""

    word: str
    what: str
    suffix: str
    """What the file's name ends in; empty where it is a folder."""
    format: str = ""
    """Its name among `formats.FORMATS`; empty where it is more than a format."""
    is_split: bool = False


FORMS = {
    "notes": Form("notes", "a page a person, in one file", ".md", "notes"),
    "vault": Form("vault", "notes, a file a person, with links", "", "notes", is_split=True),
    "redacted": Form("redacted notes", "what is kept about one who asks", ".md"),
    "briefing": Form("briefing", "what to know before a meeting", ".md", "briefing"),
    "briefing-html": Form("briefing to print", "the same as a page", ".html", "briefing-html"),
    "xlsx": Form("register", "the stakeholder register, a workbook", ".xlsx", "xlsx"),
    "csv": Form("table", "people, a row a position", ".csv", "csv"),
    "vcard": Form("cards", "for address books", ".vcf", "vcard"),
    "vcard4": Form("cards 4.0", "for the newest address books", ".vcf", "vcard4"),
    "ics": Form("to-dos", "the agenda of a year for a calendar", ".ics", "ics"),
    "events": Form("events", "the same for calendars without to-dos", ".ics", "events"),
    "html": Form("web page", "people, map and search on one page", ".html", "html"),
    "json": Form("JSON", "everything, to come back as it was", ".json", "json"),
    "digest": Form("weekly digest", "a draft of what to tell everybody", ".md"),
    "report": Form("monthly report", "the last whole month on a page, for your boss", ".md"),
    "report-html": Form("monthly report to print", "the same as a page", ".html"),
    "handover": Form("handover", "a folder for whoever takes over", ""),
}
"""By name; the names of formats are those of the command line."""
OF_ALL = ("digest", "report", "report-html", "handover")
"""What is about everybody, and cannot be of some."""


def make(
    tracker: Tracker,
    name: str,
    people: Sequence[Person] | None,
    *,
    include_private: bool = False,
) -> Made:
    """Make what would leave; None for everybody.

    Raises:
        BadInput: it is nothing for these people.
    """
    form = FORMS[name]
    if form.format:
        return exporting.export(
            tracker, form.format, people, include_private=include_private, split=form.is_split
        )
    if name in OF_ALL:
        if people is not None:
            raise BadInput(f"A {form.word} is of everybody.")
        return _of_all(tracker, name, include_private=include_private)
    if people is None or len(people) != 1:
        raise BadInput("Only the notes of one person can be redacted.")
    if include_private:
        raise BadInput("What is redacted goes without private entries.")
    return exporting.redacted(tracker, people[0])


def _of_all(tracker: Tracker, name: str, *, include_private: bool) -> Made:
    if name == "handover":
        return exporting.handover(tracker, include_private=include_private)
    if name == "digest":
        week = last_week(tracker.today)
        return reporting.digest(tracker, week, include_private=include_private)
    return reporting.report(
        tracker,
        last_month(tracker.today),
        include_private=include_private,
        as_html=name == "report-html",
    )


def free_place(tracker: Tracker, name: str) -> Path:
    """Where nothing lies yet, for a file or folder of this form."""
    stem = f"{FORMS[name].word.lower().replace(' ', '-')}-{tracker.today}"
    tries = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    places = (Path("~") / f"{each}{FORMS[name].suffix}" for each in tries)
    return next(place for place in places if not place.expanduser().exists())


def look(made: Made) -> str:
    """What would leave, as a text; of something long its beginning."""
    lines = list(islice(_lines(made), LOOK + 1))
    if len(lines) > LOOK:
        lines[LOOK] = "…"
    return "\n".join(lines)


def size(made: Made) -> int:
    """How many bytes would leave."""
    contents = [content for _, content in made.pages] if made.pages else [made.content]
    return sum(len(c) if isinstance(c, bytes) else len(c.encode()) for c in contents)


def _lines(made: Made) -> Iterator[str]:
    if not made.pages:
        yield from _text(made.content)
        return
    yield from (name for name, _ in made.pages)
    name, content = made.pages[0]
    yield from ("", f"── {name} ──", "")
    yield from _text(content)


def _text(content: str | bytes) -> Iterator[str]:
    if isinstance(content, bytes):
        from ..exchange import workbook

        yield from workbook.lines(content)
    else:
        yield from content.splitlines()
