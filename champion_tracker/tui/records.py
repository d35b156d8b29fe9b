"""Records of the programme as texts to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ..model import (
    Ask,
    Evidence,
    Goal,
    Interaction,
    Objection,
    Occasion,
    Promise,
    Seat,
    Story,
)
from ..rules.stories import tellings_of
from ..rules.timeline import SENTIMENTS, touch_headline
from ..tracker.people import names
from .looks import MUTED, STANDINGS, long_day, short_day, user, user_lines
from .prose import prose
from .widgets.ledger import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model import Telling
    from ..tracker import Tracker


SHOWN = {
    Evidence.ACCESS: "they lent us their power",
    Evidence.SPOKE: "they spoke for us when we were not in the room",
    Evidence.STAKE: "they have a stake of their own",
}
"""What an interaction proves of a champion, in words."""


def text_of(title: str, facts: Iterable[tuple[str, str | Content]]) -> Content:
    """A title, and what is known, each with its word; what is empty is left out."""
    lines = [user(title, "bold $text-primary")]
    lines += [
        Content.assemble(
            (f"\n{word}\n", MUTED), user_lines(text) if isinstance(text, str) else text
        )
        for word, text in facts
        if text
    ]
    return Content("\n").join(lines)


def story_text(tracker: Tracker, story: Story) -> Content:
    """A story in full, and who has heard it."""
    told = tellings_of(tracker.workspace, story.id)
    head = text_of(
        story.title,
        (
            ("WHAT HAPPENED", prose(story.what)),
            ("WHO IS BETTER OFF", story.benefit),
            ("THE FIGURE", story.figure),
            ("CONCERNS", ", ".join(story.areas) or "everybody"),
            ("SEE", "\n".join(story.links)),
            ("OF", f"{long_day(story.on)}{f', {story.stance}' if story.stance else ''}"),
        ),
    )
    lines = [user(telling_line(tracker, telling)) for telling in told[:12]]
    if len(told) > 12:
        lines.append(Content.styled(f"… and {len(told) - 12} more", MUTED))
    heard = Content("\n").join(lines) if lines else Content("nobody yet: T tells it")
    return Content.assemble(head, ("\n\nTOLD\n", MUTED), heard)


def telling_line(tracker: Tracker, telling: Telling) -> str:
    """A telling in one line: when, to whom, how it landed."""
    known = tracker.workspace.people
    people = [known[p] for p in telling.person_ids if p in known]
    whom = ", ".join(filter(None, (names(people) if people else "", telling.area)))
    landed = f": {SENTIMENTS[telling.landed]}" if telling.landed is not None else ""
    note = f". {telling.note}" if telling.note else ""
    return f"{short_day(telling.on, tracker.today)}  {whom or 'somebody'}{landed}{note}"


def record_row(tracker: Tracker, record_id: str) -> Row | None:
    """Somebody or something on record as a line; None where it is gone."""
    w = tracker.workspace
    person = w.people.get(record_id)
    if person is not None:
        seen = tracker.profile(person)
        look = STANDINGS[seen.standing]
        where = str(seen.position or "")
        said = f"{where} · {seen.reason}" if where else seen.reason
        return Row(person.name, look.glyph, look.style, look.word, look.style, said, person.id)
    tables: tuple[Mapping[str, object], ...] = (
        w.stories,
        w.occasions,
        w.asks,
        w.objections,
        w.goals,
        w.seats,
        w.promises,
    )
    found = next((table[record_id] for table in tables if record_id in table), None)
    if found is None:
        return None
    glyph, word, title = _named(found)
    return Row(title, glyph, "$text-accent", word, record=found)


def _named(record: object) -> tuple[str, str, str]:
    """Glyph, word and title of a record."""
    match record:
        case Story():
            return "❝", "story", record.title
        case Occasion():
            return "○", "occasion", record.what
        case Ask():
            return "?", f"ask, {record.status}", record.what
        case Objection():
            return "▼", f"objection, {record.status}", record.risk
        case Goal():
            return "◎", "goal", record.purpose
        case Promise():
            return "⇄", f"promise, due {record.due}", record.text
        case Interaction():
            return "●", str(record.on), touch_headline(record)
    return "◫", "seat", str(record)


def record_text(tracker: Tracker, record: object) -> Content | None:
    """A record of the programme in full."""
    if isinstance(record, Story):
        return story_text(tracker, record)
    facts = dict(_facts(tracker, record))
    return text_of(_named(record)[2], facts.items()) if facts else None


def _facts(tracker: Tracker, record: object) -> Iterator[tuple[str, str | Content]]:
    def who(*person_ids: str) -> str:
        known = tracker.workspace.people
        return ", ".join(known[p].name for p in person_ids if p in known)

    match record:
        case Interaction():
            yield "WITH", who(*record.person_ids)
            yield "ON", long_day(record.on)
            yield "WHAT WAS SAID", prose(record.note)
            shown = ", ".join(SHOWN[each] for each in record.shows)
            yield "WHAT IT SHOWS OF A CHAMPION", shown or "nothing"
        case Occasion():
            yield "OF", long_day(record.on)
            yield "CONCERNS", ", ".join(record.areas)
        case Ask():
            yield "OF WHOM", who(record.person_id)
            yield "WHY NOW", record.why_now
            yield "WILL NOT HAPPEN WITHOUT IT", record.without or "nobody has said"
            yield "WHO SUPPORTS IT", who(*record.supporter_ids) or "nobody"
            yield "STANDS", f"{record.status}. {record.answer}".rstrip(". ")
            yield "NEXT STEP", record.next_step
        case Objection():
            yield "WHOSE", who(record.person_id)
            gravity = (("likelihood", record.likelihood), ("impact", record.impact))
            yield "GRAVITY", ", ".join(f"{word} {n} of 5" for word, n in gravity if n)
            yield "WHAT WE DO ABOUT IT", record.mitigation or "nothing yet"
            yield "PROOF", "\n".join(map(str, record.proofs)) or "none yet"
            stories = tracker.workspace.stories
            told = (stories[key].title for key in record.story_ids if key in stories)
            yield "STORIES THAT ANSWER IT", "\n".join(told)
            yield "STANDS", record.status
        case Goal():
            yield "CORPORATE AIM SERVED", record.aim or "nobody has said"
            yield "MEASURE", record.measure or "none"
            yield "TARGET", f"{record.target:g}" if record.target is not None else ""
            readings = (f"{reading.on}  {reading.value:g}" for reading in record.readings[-8:])
            yield "READINGS", "\n".join(readings) or "none"
            yield "SHARED BY", who(*record.leader_ids) or "no leader yet"
        case Promise():
            yield "WHOSE", "ours" if record.ours else who(record.person_id)
            yield "DUE", f"{long_day(record.due)}, {record.outcome}"
        case Seat():
            yield "HELD BY", who(record.holder_id) or "nobody"
            yield "WHO MIGHT FOLLOW", who(*record.heir_ids) or "nobody is named"
