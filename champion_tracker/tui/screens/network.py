"""Network: who is what to one person, and who opens the door to them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from ...model import Tie
from ...rules.neighbours import Bond, Neighbour, closeness, most_tied, neighbours
from ...rules.network import Path, Step, paths_to
from ..commands.everywhere import LogTouch
from ..commands.on_network import ON_NETWORK, Untie
from ..commands.on_person import ABOUT_PERSON, EnterTie, WhatIf
from ..commands.on_row import ON_ROW, NextSection, OpenRow
from ..looks import KEY, MUTED, STANDINGS, short_day, user
from ..widgets.ledger import Ledger, Row, Section
from .base import styles
from .ledger import LedgerScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Person
    from ..commands.action import Action

OFFERED: tuple[type[Action], ...] = (*ON_ROW, *ON_NETWORK, *ABOUT_PERSON)
HEADINGS = {
    Bond.LENDS_EAR: "HAS THE EAR OF",
    Bond.HAS_EAR: "WHO HAS THEIR EAR",
    Bond.CHIEF: "REPORTS TO",
    Bond.REPORT: "WHO REPORTS TO THEM",
    Bond.ALLY: "ALLIES",
    Bond.ODDS: "AT ODDS WITH",
    Bond.ASSISTED: "ASSISTS",
    Bond.ASSISTANT: "WHO ASSISTS THEM",
}
LINES = {1: "─", 2: "═", 3: "≡"}


class NetworkScreen(LedgerScreen):
    """Who is what to one person, and the strongest ways to them."""

    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    FIRST: ClassVar[tuple[type[Action], ...]] = (NextSection, EnterTie, Untie, WhatIf, LogTouch)
    BINDINGS = OpenRow.bindings(*OFFERED)
    CSS_PATH = styles("ledger", "brief", "divider")

    def __init__(self) -> None:
        super().__init__()
        self.trail: list[str] = []
        """In the middle: the last one; before them, those whom one came from."""

    @property
    def centre(self) -> Person | None:
        """See `TrackerScreen.centre`: the person in the middle."""
        people = self.tracker.workspace.people
        self.trail = [person_id for person_id in self.trail if person_id in people]
        return people[self.trail[-1]] if self.trail else most_tied(self.tracker.workspace)

    @property
    def person(self) -> Person | None:
        """See `TrackerScreen.person`: where nobody is tied, the one in the middle."""
        return super().person if self.row is not None else self.centre

    @property
    def tie(self) -> Tie | None:
        """The tie at hand."""
        record = self.row.record if self.row is not None else None
        return self.tracker.workspace.ties.get(record.id) if isinstance(record, Tie) else None

    def go_around(self, person: Person) -> None:
        """Put somebody in the middle."""
        if not self.trail or self.trail[-1] != person.id:
            self.trail.append(person.id)
        self.reload()
        self.query_one(Ledger).cursor = 0

    def go_back(self) -> None:
        """Put the one before in the middle again, with the one just left at hand."""
        left = self.trail.pop()
        self.reload()
        ledger = self.query_one(Ledger)
        rows = enumerate(ledger.items)
        ledger.cursor = next((at for at, row in rows if row.person_id == left), 0)

    def headline(self) -> Content:
        """See `LedgerScreen.headline`."""
        person = self.centre
        if person is None:
            return Content.styled(" Nobody is tied to anybody yet", MUTED)
        seen = self.tracker.profile(person)
        look = STANDINGS[seen.standing]
        reached = str(seen.reached) if seen.reach is not None else "reach unknown"
        gone = ", has left" if seen.has_left else ""
        return Content.assemble(
            (f" {look.glyph} ", look.style),
            user(person.name, "bold $text-primary"),
            user(f"   {reached}{gone}", MUTED),
            ("   t", KEY),
            (" tie", MUTED),
            ("   4", KEY),
            (" around the one at hand", MUTED),
        )

    def sections(self) -> list[Section]:
        """See `LedgerScreen.sections`."""
        person = self.centre
        if person is None:
            hint = "Find somebody in People and press t: who has whose ear?"
            return [Section("NETWORK", empty=hint)]
        found = neighbours(self.tracker.workspace, person, self.tracker.today)
        sections = [
            Section(f"{HEADINGS[bond]}  {len(rows)}", rows)
            for bond, some in groupby(found, lambda neighbour: neighbour.bond)
            for rows in (list(map(self._neighbour, some)),)
        ]
        if not found:
            sections = [Section("TIES", empty="None on record: t enters one.")]
        return [*sections, *self._ways(person)]

    def _neighbour(self, found: Neighbour) -> Row:
        row = self._person(found.person)
        since = f"since {short_day(found.tie.since, self.tracker.today)}" if found.tie.since else ""
        said = " · ".join(filter(None, (row.detail, found.tie.why, since, *found.caveats)))
        tail = f"{LINES.get(found.tie.strength, '')} {closeness(found.tie)}".strip()
        return row._replace(tail=tail, detail=said, record=found.tie)

    def _person(self, person: Person) -> Row:
        seen = self.tracker.profile(person)
        look = STANDINGS[seen.standing]
        return Row(
            person.name,
            look.glyph,
            look.style,
            detail=str(seen.position or ""),
            person_id=person.id,
        )

    def _ways(self, goal: Person) -> Iterator[Section]:
        found = paths_to(self.tracker.workspace, goal, self.tracker.today)
        if not found:
            openness = self.tracker.profile(goal).openness or 0
            hint = "Nobody who is open to us opens this door; ties and judgements may show one."
            if openness > self.tracker.workspace.settings.closed:
                hint = f"Ask them: openness {openness} of 5. No tie shows another way."
            yield Section(f"HOW DO I REACH {goal.name}?", empty=hint)
        for number, way in enumerate(found, 1):
            names = " → ".join(person.name for person in way.people)
            title = f"WAY {number}, {way.ease:.0%}: {names}"
            yield Section(title, list(self._steps(way)), style="$text-primary bold")

    def _steps(self, way: Path) -> Iterator[Row]:
        first = self.tracker.profile(way.start)
        yield self._person(way.start)._replace(
            tail="we ask them", detail=f"open to us: openness {first.openness} of 5"
        )
        for before, step in zip(way.people, way.steps, strict=False):
            yield self._person(step.person)._replace(
                tail=f"{step.ease:.0%}", detail=self._why(before, step)
            )

    def _why(self, before: Person, step: Step) -> str:
        people = self.tracker.workspace.people
        best = step.ties[0]
        first, second = (people[p].name for p in best.about)
        more = f" ({best.why})" if best.why else ""
        also = "".join(f", also {tie.relation}" for tie in step.ties[1:])
        return f"by {before.name}: {first} {best.relation} {second}{more}{also}"
