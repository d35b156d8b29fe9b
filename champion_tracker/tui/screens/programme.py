"""Programme: what it could fail by, and the next best action against each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content
from textual.widgets import Static

from ...rules.barriers.light import Action as NextAction
from ...rules.barriers.light import Barrier, Fact, Light
from ...rules.goals import GoalFlag, goal_seen
from ...rules.programme import Cover
from ...rules.roster import ALLIES
from ...rules.seats import Sitting, Tenure
from ..commands.of_programme import NoteObjection, WriteAsk, WriteGoal, WriteReport
from ..commands.on_person import ABOUT_PERSON, WhatIf
from ..commands.on_row import ON_ROW, NextSection, OpenRow
from ..looks import KEY, LATE, MUTED, STANDINGS, bar, user
from ..records import record_row
from ..slices import in_slices
from ..widgets.ledger import Ledger, Row, Section
from .base import styles
from .ledger import LedgerScreen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Story
    from ...rules.programme import Programme
    from ..commands.action import Action
    from ..dialogs.base import Dialog

_NUMBER = re.compile(r"^\d+ ")
"""What a heading leaves out of a fact, for it changes while one answers."""
_COUNT = re.compile(r"^\d+ \w+")
"""The same with what is counted: the rest tells the facts of one barrier apart."""

OFFERED: tuple[type[Action], ...] = (*ON_ROW, WriteReport, *ABOUT_PERSON)
LIGHTS = {
    Light.HOLDING: "$text-primary bold",
    Light.WATCH: "$text-accent bold",
    Light.FAILING: LATE,
    Light.BLANK: MUTED,
}


class ProgrammeScreen(LedgerScreen):
    """The five barriers with their facts and next steps, coverage by area, seats, effort."""

    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    FIRST: ClassVar[tuple[type[Action], ...]] = (
        NextSection,
        WriteReport,
        WhatIf,
        WriteAsk,
        NoteObjection,
        WriteGoal,
    )
    BINDINGS = OpenRow.bindings(*OFFERED)
    CSS_PATH = styles("ledger", "brief", "divider")

    _lights: tuple[Barrier, ...] = ()
    _share = 1.0
    """Which share of everybody has been looked at."""

    @property
    def story(self) -> Story | None:
        """See `TrackerScreen.story`: the one that the next best action is about."""
        record = self.row.record if self.row is not None else None
        refers = record.refers_to if isinstance(record, NextAction) else ""
        return self.tracker.workspace.stories.get(refers)

    def headline(self) -> Content:
        """See `LedgerScreen.headline`: the lights at a glance."""
        parts: list[Content | tuple[str, str]] = []
        letters = 4 if self.size.width < 60 else 12
        for barrier in self._lights:
            parts += [
                (f" {barrier.light.glyph}", LIGHTS[barrier.light]),
                (f" {barrier.name[:letters].rstrip()}", MUTED),
            ]
        return Content.assemble(*parts, ("   W", KEY), (" what if they leave", MUTED))

    def on_resize(self) -> None:
        """The headline depends on the width."""
        self.query_one("#line", Static).update(self.headline())

    def reload(self) -> None:
        """See `LedgerScreen.reload`; where that takes its time, it shows at once and fills in."""
        self._share = 1.0 if self.tracker.has_looked_at_all() else 0.0
        super().reload()
        if self._share < 1:
            self._look_at_all()

    @work(group="look", exclusive=True)
    async def _look_at_all(self) -> None:
        days = self.tracker.workspace.settings.horizon_days
        async for share in in_slices(self.tracker.look_ahead(days)):
            self._share = share
            self.query_one(Ledger).show_sections(self.sections())
        self.reload()

    def sections(self) -> list[Section]:
        """See `LedgerScreen.sections`."""
        if self._share < 1:
            count = len(self.tracker.workspace.people)
            so_far = f"{bar(self._share, 20)}  looking at {count:,} people: {self._share:.0%}"
            return [Section("THE FIVE BARRIERS", empty=so_far)]
        found = self.tracker.live_programme()
        self._lights = found.barriers
        return [*map(self._barrier, found.barriers), *self._rest(found)]

    def _barrier(self, barrier: Barrier) -> Section:
        light = barrier.light
        trend = ", ".join(f"{point.quarter} {point.value}" for point in barrier.trend)
        rows = [
            Row(
                "Next: " + barrier.action.text,
                "→",
                KEY,
                record=barrier.action,
                person_id=self._who((barrier.action.refers_to,)),
                detail=f"{barrier.counts}: {trend}",
                name=f"next:{barrier.name}",
            ),
            *(
                Row(
                    fact.text,
                    "!" if fact.is_bad else "·",
                    LATE if fact.is_bad else MUTED,
                    f"{len(fact.refers_to)} to open" if len(fact.refers_to) > 1 else "",
                    person_id=self._who(fact.refers_to),
                    record=fact,
                    name=f"{barrier.name}:{_COUNT.sub('', fact.text)}",
                )
                for fact in barrier.facts
            ),
        ]
        return Section(f"{barrier.name.upper()}: {light}", rows, light.glyph, LIGHTS[light])

    def _who(self, record_ids: Sequence[str]) -> str:
        """The one person that records are about, if they are about one."""
        only = record_ids[0] if len(record_ids) == 1 else ""
        return only if only in self.tracker.workspace.people else ""

    def _rest(self, found: Programme) -> Iterator[Section]:
        hint = "No area is served yet: stories, seats and the setting 'areas' name them."
        yield Section("COVERAGE BY AREA", list(map(_cover, found.coverage)), empty=hint)
        if found.sittings:
            yield Section("SEATS", list(map(_seat, found.sittings)))
        total = found.effort.total
        if total:
            rows = [
                Row(
                    f"{bar(share.touches / total, 12)} {share.standing}",
                    STANDINGS[share.standing].glyph,
                    STANDINGS[share.standing].style,
                    f"{share.touches} with {share.people}, {share.touches / total:.0%}",
                )
                for share in found.effort.shares
                if share.touches
            ]
            yield Section(f"EFFORT: {total} TOUCHES SINCE {found.effort.since}", rows)

    def refers(self, row: Row) -> list[str]:
        """See `LedgerScreen.refers`."""
        match row.record:
            case Fact() as fact:
                return list(fact.refers_to)
            case NextAction(refers_to=record_id):
                return [record_id] if record_id else []
            case Cover() as cover:
                people = (*cover.champions, *cover.supporters, *cover.potential)
                return [person.id for person in people]
            case Sitting() as sitting:
                return [sitting.seat.id]
        return []

    def card(self, row: Row) -> Content | None:
        """See `LedgerScreen.card`: what says it."""
        if row.person_id:
            return None
        rows = [record_row(self.tracker, record_id) for record_id in self.refers(row)[:20]]
        lines = [user(row.text, "bold"), Content("")]
        for found in rows:
            if found is not None:
                mark = (f"{found.glyph} ", found.style)
                tail = (f"  {found.tail}", MUTED)
                lines.append(Content.assemble(mark, user(found.text, "bold"), tail))
                lines += [user(f"  {found.detail}", MUTED)] if found.detail else []
        return Content("\n").join(lines)

    async def open_row(self, row: Row) -> None:
        """See `LedgerScreen.open_row`: do the next action, or open what says it."""
        if isinstance(row.record, NextAction):
            await self._do(row.record)
            return
        from ..dialogs.choosing import open_records

        words = _NUMBER.sub("", row.text)
        await open_records(self, words[:1].upper() + words[1:], self.refers(row))

    async def _do(self, action: NextAction) -> None:
        from ..dialogs.choosing import show_what_if

        person = self.tracker.workspace.people.get(action.refers_to)
        dialog = self._dialog(action)
        if dialog is not None:
            await self.app.push_screen_wait(dialog)
        elif action.verb == "what-if" and person is not None:
            await show_what_if(self, person.id)
        else:
            self.application.go_around("people" if action.verb == "assess" else "today", None)

    def _dialog(self, action: NextAction) -> Dialog | None:
        """The dialog that does an action."""
        from ..dialogs import ask, goal, log_touch, objection, tell_story, write_story

        tracker, record_id = self.tracker, action.refers_to
        workspace = tracker.workspace
        match action.verb:
            case "log":
                person = workspace.people.get(record_id)
                return log_touch.LogTouchDialog(tracker, [person] if person is not None else [])
            case "tell" if record_id in workspace.stories:
                listener = workspace.people.get(action.to)
                return tell_story.TellStoryDialog(
                    tracker,
                    workspace.stories[record_id],
                    [listener] if listener is not None else [],
                    action.to if listener is None else "",
                )
            case "story":
                return write_story.WriteStoryDialog(tracker, workspace.occasions.get(record_id))
            case "ask":
                return ask.AskDialog(tracker, known=workspace.asks.get(record_id))
            case "objection":
                known = workspace.objections.get(record_id)
                return objection.ObjectionDialog(tracker, known=known)
            case "goal":
                aim = workspace.goals.get(record_id)
                flags = goal_seen(workspace, aim, tracker.today).flags if aim is not None else ()
                if aim is not None and flags[:1] == (GoalFlag.NO_READING,):
                    return goal.MeasureDialog(tracker, aim)
                return goal.GoalDialog(tracker, aim)
        return None


def _cover(cover: Cover) -> Row:
    held = [
        f"{STANDINGS[standing].glyph} {', '.join(person.name for person in people)}"
        for standing, people in zip(
            ALLIES, (cover.champions, cover.potential, cover.supporters), strict=True
        )
        if people
    ]
    detail = "   ".join(held) or "nobody"
    if cover.is_hole:
        return Row(cover.area, "○", LATE, "hole", LATE, detail, record=cover)
    if cover.hangs_on is not None:
        words = f"hangs on {cover.hangs_on.name}"
        style = LIGHTS[Light.WATCH]
        return Row(cover.area, "◐", style, words, style, detail, cover.hangs_on.id, cover)
    return Row(cover.area, "●", LIGHTS[Light.HOLDING], "covered", detail=detail, record=cover)


def _seat(sitting: Sitting) -> Row:
    holder = sitting.holder
    glyph = {Tenure.HELD: "●", Tenure.ACTING: "◐", Tenure.VACANT: "○"}[sitting.tenure]
    style = MUTED if sitting.tenure is Tenure.HELD else LATE
    name = holder.name if holder is not None else ""
    standing = f"{STANDINGS[sitting.standing]}" if sitting.standing is not None else ""
    detail = "   ".join(filter(None, (name, standing)))
    person_id = holder.id if holder is not None else ""
    tail = sitting.tenure
    return Row(
        str(sitting.seat), glyph, style, tail, style, detail, person_id, sitting, sitting.seat.id
    )
