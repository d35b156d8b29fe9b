"""Judge somebody: what was, what has happened since, and what is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ...model import Engagement, Standing
from ...rules.days import ago
from ...tracker.judging import assess, confirm
from ..looks import MUTED, STANDINGS, long_day, meter, user, user_lines
from ..widgets.brief import entry_lines
from ..widgets.choice import Choice, Option
from ..widgets.day_input import DayInput
from ..widgets.note import Note
from .base import Dialog
from .fields import line, row, styles
from .loosening import ask_about_ties
from .ratings import LEVELS, RATING, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import CSSPathType
    from textual.widget import Widget

    from ...model import Person
    from ...tracker import Tracker
    from ..screens.base import TrackerScreen


YES_OR_NO = (Option("y", "yes", "yes"), Option("n", "no", "no"))


async def judge(screen: TrackerScreen, dialog: AssessDialog) -> bool:
    """Let somebody be judged, and ask about the ties that went with the post they moved from.

    Return what the dialog closed with.
    """
    tracker, person = screen.tracker, dialog.person
    has_moved = dialog.seen.standing is Standing.UNASSESSED
    goes_on = await screen.app.push_screen_wait(dialog)
    if has_moved and tracker.profile(person).standing is not Standing.UNASSESSED:
        await ask_about_ties(screen, person.id, only_of_office=True)
    return bool(goes_on)


class AssessDialog(Dialog):
    """Old and new side by side; one key a rating, one key for "no change"."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("equals_sign", "confirm", "No change", key_display="=", id="assess.no_change"),
        Binding("pagedown", "read(1)", "Read on", show=False, id="assess.read_on"),
        Binding("pageup", "read(-1)", "Read back", show=False, id="assess.read_back"),
    ]
    CSS_PATH: ClassVar[CSSPathType] = styles("assess.tcss")

    def __init__(self, tracker: Tracker, person: Person) -> None:
        super().__init__(tracker)
        self.person = person
        self.seen = tracker.profile(person)

    @property
    def heading(self) -> Content:
        """Who is judged, as what."""
        place = f" · {self.seen.position}" if self.seen.position else ""
        return Content.assemble(user(self.person.name), user(place, MUTED))

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.person.id

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        last = self.seen.assessment
        with_past = last is not None
        if with_past:
            yield Horizontal(
                VerticalScroll(Static(self._then()), classes="then", can_focus=False),
                VerticalScroll(Static(self._since()), classes="since", can_focus=False),
                id="past",
            )
        rated = {"influence": last and last.influence, "openness": last and last.openness}
        for name, value in rated.items():
            yield row(name.capitalize(), Choice(RATING, str(value) if value else None, id=name))
        engagement = last.engagement if last else None
        desired = last.desired if last else None
        yield row("Engagement", Choice(LEVELS, engagement, id="engagement"))
        yield row("Desired", Choice(LEVELS, desired, optional=True, id="desired"))
        yield row("Why", Note(placeholder="the reason, in words", id="why"))
        by = str(last.desired_by) if last and last.desired_by else ""
        yield row("By when", DayInput(self.tracker.today, by, ahead=True, needed=False, id="by"))
        hint = "what we do to get them there"
        yield row("By what", line("moves", hint, last.moves if last else ""))
        claims = (
            ("legitimacy", "Proper claim", last and last.legitimacy),
            ("urgency", "Urgent", last and last.urgency),
        )
        for name, label, holds in claims:
            said = None if holds is None else "yes" if holds else "no"
            yield row(label, Choice(YES_OR_NO, said, optional=True, id=name))

    def first_field(self) -> Widget:
        """The first rating."""
        return self.query_one("#influence")

    def _then(self) -> Content:
        last = self.seen.assessment
        if last is None:
            return Content("")
        was = "; ".join(str(p) for p in self.person.positions if p.id in last.position_ids)
        now = "; ".join(map(str, self.seen.positions)) or "holds no position"
        judged = STANDINGS[self.seen.judged] if self.seen.judged else None
        parts: list[Content | str | tuple[str, str]] = [
            (f"LAST JUDGED {long_day(last.on)}\n", MUTED),
            *_places(was or "no position", now),
            ("\ninfluence ", MUTED),
            (meter(last.influence), "$text-primary"),
            ("  openness ", MUTED),
            (meter(last.openness), "$text-primary"),
            (f"\n{last.engagement}", ""),
            (f" → {last.desired}" if last.desired else "", ""),
            ("   ", ""),
            judged.content if judged else "",
        ]
        if last.moves or last.desired_by:
            by = f"by {long_day(last.desired_by)} " if last.desired_by else ""
            parts += [("\nplan ", MUTED), by, user(last.moves)]
        if last.why:
            parts += [("\n“", MUTED), user_lines(last.why), ("”", MUTED)]
        return Content.assemble(*parts)

    def action_read(self, by: int) -> None:
        """Read on in what was and what has happened since."""
        for column in self.query("#past > VerticalScroll").results(VerticalScroll):
            column.scroll_relative(y=by * max(1, column.size.height - 1), animate=False)

    def _since(self) -> Content:
        last = self.seen.assessment
        if last is None:
            return Content("")
        today = self.tracker.today
        story = self.tracker.timeline(self.person)
        since = [entry for entry in story if last.on <= entry.on <= today and entry.record != last]
        head = Content.styled(f"SINCE THEN, {ago(last.on, today).upper()}\n", MUTED)
        if not since:
            return Content.assemble(head, ("Nothing has happened.", MUTED))
        lines = [entry_lines(entry, today) for entry in since]
        return Content.assemble(head, Content("\n").join(lines))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing was judged before, so nothing can be unchanged."""
        if action == "confirm":
            return self.seen.assessment is not None
        return super().check_action(action, parameters)

    def action_confirm(self) -> None:
        """Record that nothing has changed: a judgement too."""
        why = self.query_one("#why", Note).value
        self.finish(lambda: confirm(self.tracker, self.person, why))

    def save(self) -> None:
        """See `Dialog.save`."""
        engagement = self.query_one("#engagement", Choice).value
        desired = self.query_one("#desired", Choice).value
        by = self.query_one("#by", DayInput)
        assess(
            self.tracker,
            self.person,
            influence=number(self.query_one("#influence", Choice)),
            openness=number(self.query_one("#openness", Choice)),
            engagement=Engagement(engagement) if engagement else None,
            desired=Engagement(desired) if desired else None,
            desired_by=by.day if by.value.strip() else None,
            moves=self.text("moves"),
            legitimacy=self._holds("legitimacy"),
            urgency=self._holds("urgency"),
            why=self.query_one("#why", Note).value,
        )

    def _holds(self, name: str) -> bool | None:
        said = self.query_one(f"#{name}", Choice).value
        return None if said is None else said == "yes"


def _places(was: str, now: str) -> list[Content | tuple[str, str]]:
    """The position then and now; one that is the same is said once."""
    if was == now:
        return [("as   ", MUTED), user(now)]
    moved = user(now, "bold $text-accent")
    return [("was  ", MUTED), user(was), ("\nnow  ", MUTED), moved]
