"""Stories: what to tell whom, and who has heard nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from ...model import Occasion, Story
from ...rules.days import ago
from ...rules.repertoire import Hearing, Repertoire, freshness
from ...rules.stories import Untold, tellings_by_story, to_tell, untold
from ...rules.timeline import SENTIMENTS
from ..commands.everywhere import LogTouch
from ..commands.of_programme import NoteOccasion
from ..commands.of_stories import TellStory, WriteStory
from ..commands.on_person import ABOUT_PERSON
from ..commands.on_row import ON_ROW, NextSection, OpenRow
from ..looks import KEY, LATE, MUTED, STANDINGS, short_day
from ..records import story_text, text_of
from ..widgets.ledger import Ledger, Row, Section
from .base import styles
from .ledger import LedgerScreen

if TYPE_CHECKING:
    from ...model import Person, Telling
    from ...rules.stories import Suggestion
    from ..commands.action import Action

OFFERED: tuple[type[Action], ...] = (*ON_ROW, *ABOUT_PERSON)


class StoriesScreen(LedgerScreen):
    """What to tell the person at hand, who has not heard what, which area waits; all stories."""

    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    FIRST: ClassVar[tuple[type[Action], ...]] = (
        NextSection,
        WriteStory,
        TellStory,
        NoteOccasion,
        LogTouch,
    )
    BINDINGS = OpenRow.bindings(*OFFERED)
    CSS_PATH = styles("ledger", "brief", "divider")

    def __init__(self) -> None:
        super().__init__()
        self._listener = ""
        self._told: dict[str, list[Telling]] = {}

    @property
    def listener(self) -> Person | None:
        """Whom one is about to meet."""
        return self.tracker.workspace.people.get(self._listener)

    @property
    def story(self) -> Story | None:
        """See `TrackerScreen.story`."""
        match self.row.record if self.row is not None else None:
            case Story() as story:
                return story
            case Untold(stories=stories) | Hearing(untold=stories):
                return stories[0] if stories else None
        return None

    @property
    def occasion(self) -> Occasion | None:
        """See `TrackerScreen.occasion`."""
        record = self.row.record if self.row is not None else None
        return record if isinstance(record, Occasion) else None

    @property
    def area(self) -> str:
        """See `TrackerScreen.area`."""
        record = self.row.record if self.row is not None else None
        return record.area.name if isinstance(record, Hearing) else ""

    def go_around(self, person: Person) -> None:
        """Say what to tell somebody."""
        self._listener = person.id
        self.reload()
        self.query_one(Ledger).cursor = 0

    def headline(self) -> Content:
        """See `LedgerScreen.headline`."""
        count = len(self.tracker.workspace.stories)
        return Content.assemble(
            (f" {count} {'story' if count == 1 else 'stories'}", MUTED),
            ("   S", KEY),
            (" write", MUTED),
            ("   T", KEY),
            (" tell", MUTED),
            ("   5", KEY),
            (" what to tell the one at hand", MUTED),
        )

    def sections(self) -> list[Section]:
        """See `LedgerScreen.sections`."""
        workspace, today = self.tracker.workspace, self.tracker.today
        person = self.listener
        self._told = tellings_by_story(workspace)
        sections = []
        if person is not None:
            told = [self._suggested(found, person) for found in to_tell(workspace, person, today)]
            nothing = "They have heard everything that there is: S writes the next one."
            sections.append(
                Section(f"TO TELL {person.name}", told, style="$text-primary bold", empty=nothing)
            )
        waiting = [o for o in workspace.occasions.values() if o.wants_story and o.on <= today]
        if waiting:
            rows = [self._occasion(occasion) for occasion in sorted(waiting, key=lambda o: o.on)]
            sections.append(Section("WAITING FOR THEIR STORY", rows, style=LATE))
        hearings = Repertoire(workspace, today).hearings()
        if hearings:
            sections.append(Section("WHICH AREA HAS HEARD WHAT", list(map(self._area, hearings))))
        owed = [self._untold(found) for found in untold(workspace, today)]
        if owed:
            sections.append(Section(f"NOT TOLD YET  {len(owed)}", owed))
        stories = sorted(workspace.stories.values(), key=freshness, reverse=True)
        hint = "None yet. S writes the first: what went well, for whom, by which figure."
        counts = f"ALL STORIES  {len(stories)}"
        return [*sections, Section(counts, list(map(self._row, stories)), empty=hint)]

    def _suggested(self, found: Suggestion, person: Person) -> Row:
        return self._row(found.story)._replace(
            glyph="❝", style="$text-success", detail=found.why, person_id=person.id
        )

    def _occasion(self, occasion: Occasion) -> Row:
        when = ago(occasion.on, self.tracker.today)
        areas = ", ".join(occasion.areas)
        return Row(occasion.what, "○", LATE, when, LATE, detail=areas, record=occasion)

    def _area(self, found: Hearing) -> Row:
        today = self.tracker.today
        waits = found.due <= today
        glyph, style = ("○", LATE) if waits else ("●", "$text-primary")
        heard = f"heard {ago(found.last, today)}" if found.last else "has heard nothing"
        first = f"tell them: {found.untold[0].title}" if found.untold else "nothing new for them"
        more = f", and {len(found.untold) - 1} more" if len(found.untold) > 1 else ""
        tail = f"waits, {heard}" if waits else heard
        text = found.area.name
        return Row(text, glyph, style, tail, style if waits else MUTED, first + more, "", found)

    def _untold(self, found: Untold) -> Row:
        look = STANDINGS[found.standing]
        count = len(found.stories)
        titles = " · ".join(story.title for story in found.stories[:3])
        more = f" · and {count - 3} more" if count > 3 else ""
        return Row(
            found.person.name,
            look.glyph,
            look.style,
            f"{count} {'story' if count == 1 else 'stories'}",
            detail=titles + more,
            person_id=found.person.id,
            record=found,
        )

    def _row(self, story: Story) -> Row:
        told = self._told.get(story.id, [])
        landed = next((t.landed for t in told if t.landed is not None), None)
        how = f", last {SENTIMENTS[landed]}" if landed is not None else ""
        tail = f"told {len(told)}×{how}" if told else "never told"
        detail = " · ".join(
            filter(None, (short_day(story.on, self.tracker.today), ", ".join(story.areas)))
        )
        style = "$text-success" if told else LATE
        return Row(story.title, "❝", style, tail, MUTED, detail, record=story)

    def card(self, row: Row) -> Content | None:
        """See `LedgerScreen.card`."""
        match row.record:
            case Story() as story:
                return story_text(self.tracker, story)
            case Hearing(area=area, untold=stories):
                return text_of(area.name, (("NOT HEARD THERE", _titles(stories)),))
            case Occasion() as occasion:
                day, where = short_day(occasion.on, self.tracker.today), ", ".join(occasion.areas)
                return text_of(occasion.what, (("OF", day), ("CONCERNS", where)))
        return None

    async def open_row(self, row: Row) -> None:
        """See `LedgerScreen.open_row`."""
        from ..dialogs.cards import OccasionCard, card_of
        from ..dialogs.reading import ReadingDialog

        card, text = card_of(self.tracker, row.record), self.card(row)
        if isinstance(card, OccasionCard):
            from ..dialogs.write_story import WriteStoryDialog

            await self.app.push_screen_wait(WriteStoryDialog(self.tracker, card.record))
        elif card is not None:
            await self.app.push_screen_wait(card)
        elif text is None:
            await super().open_row(row)
        else:
            await self.app.push_screen_wait(ReadingDialog(text))


def _titles(stories: tuple[Story, ...]) -> str:
    return "\n".join(f"❝ {story.title}" for story in stories) or "They have heard them all."
