"""What every dialog has: a way through its fields, a way out, and a place for gentle errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, ProgressBar, Static

from ...model import Conflict, TrackerError
from ...tracker.together import may_change
from ..company import others_line
from ..enduring import sentence
from ..failures import write_down
from ..looks import MUTED, user
from ..widgets.choice import Checks, Choice
from ..widgets.day_input import DayInput
from ..widgets.key_bar import KeyBar
from ..widgets.known_words import KnownWords
from ..widgets.people_picker import PeoplePicker
from .drafting import Drafting
from .fields import styles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.types import CSSPathType
    from textual.widget import Widget

    from ...tracker import Tracker
    from ..drafts import State


READ_ONLY = "You may only read this workspace: nothing that is written here can be saved."


class Dialog(Drafting):
    """A dialog over the main screen.

    A subclass composes its `fields` and does its work in `save`. Escape keeps what was typed as
    a draft; the next time it is there again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="dialog.save"),
        Binding("escape", "close", "Back", id="dialog.close"),
        Binding(
            "ctrl+l",
            "discard",
            "Discard draft",
            show=False,
            tooltip="Discard what was typed; once more brings it back",
            id="dialog.discard",
        ),
        Binding("f1,f2", "show_keys", "Keys", id="dialog.keys"),
    ]
    CSS_PATH: ClassVar[CSSPathType | None] = styles()
    AUTO_FOCUS = ""
    HEADING: ClassVar[str] = ""

    def __init__(self, tracker: Tracker) -> None:
        super().__init__()
        self.tracker = tracker
        self.is_ready = False
        """Whether the first field has the focus."""
        self.doing = ""
        """What is being done aside and cannot be stopped half-way; empty where nothing is."""
        self._others: Sequence[str] = ()
        self._discarded: State = {}
        self.known_words = KnownWords(tracker)

    @property
    def heading(self) -> Content:
        """What the dialog is about."""
        return Content(self.HEADING)

    is_writing = True
    """It changes the workspace, and others see that the person is open for writing."""

    @property
    def attended(self) -> str:
        """Which person is written about; empty where it is not about one."""
        people = self.tracker.workspace.people
        return next((word for word in self.subject.split(",") if word in people), "")

    def show_others(self, others: Sequence[str]) -> None:
        """Say who else is writing about the same person."""
        if others != self._others and self.is_ready:
            self._others = others
            said = Content("\n").join([self.heading, others_line(others)])
            self.query_one("#heading", Static).update(said if others else self.heading)
            self._make_room()

    def fields(self) -> Iterator[Widget]:
        """The fields, from top to bottom."""
        raise NotImplementedError

    def save(self) -> None:
        """Do what the dialog is for.

        Raises:
            TrackerError: something that was given cannot be taken.
        """
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Heading, fields, a place for errors, keys."""
        with Vertical(id="dialog"):
            yield Static(self.heading, id="heading")
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.fields()
            yield Static(id="whole")
            yield Static(id="error")
            yield KeyBar()

    def on_mount(self) -> None:
        """Bring back the draft, and begin with the first field as soon as the fields stand."""
        self.app.clear_notifications()
        if self.bring_back_draft():
            self.say(f"What you typed before is here again; {self._discard_key} discards it.")
        if self.is_writing and not may_change(self.tracker):
            self.say(READ_ONLY)
        self.call_after_refresh(self._begin)
        self.remember()
        self.opened()

    def opened(self) -> None:
        """Begin what takes its time, now that the draft is back."""

    def _begin(self) -> None:
        # At once, for a focus that comes by and by loses what is typed until it is there.
        field = self.first_field()
        target = next((w for w in (field, *field.query("*")) if w.focusable), None)
        if target is None:
            # Its parts do not stand yet.
            self.call_after_refresh(self._begin)
            return
        self.set_focus(target)
        self.is_ready = True

    def on_descendant_focus(self) -> None:
        """Whoever comes to a line sees all that is in it."""
        self.call_after_refresh(self._show_whole)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A line that was left shows how it begins."""
        if isinstance(event.widget, Input) and self.is_current:
            event.widget.scroll_to(x=0, animate=False)

    @on(Input.Changed)
    def _show_whole(self) -> None:
        """Show below the fields what does not fit into the line that is being edited."""
        if not self.is_current:
            return
        line, focused = self.query_one("#whole", Static), self.focused
        is_long = (
            isinstance(focused, Input)
            and not focused.password
            and cell_len(focused.value) >= focused.content_size.width > 0
        )
        line.display = is_long
        self._make_room()
        if is_long:
            line.update(user(cast("Input", focused).value, MUTED))

    def first_field(self) -> Widget:
        """Where the typing begins."""
        return self.query(".field").first()

    def lacking(self, **values: object) -> Widget | None:
        """The first of the named fields whose value is still empty."""
        return next((self.query_one(f"#{name}") for name, v in values.items() if not v), None)

    def text(self, name: str) -> str:
        """What stands in a field of one line."""
        return self.query_one(f"#{name}", Input).value

    @property
    def is_private(self) -> bool:
        """Whether it was said to be `private`."""
        return "private" in self.query_one("#more", Checks).chosen

    def say(self, words: str) -> None:
        """Say something below the fields."""
        line = self.query_one("#error", Static)
        line.update(user(words))
        line.set_class(bool(words), "-shown")
        self._make_room()

    def _make_room(self) -> None:
        """The fields give way to what is said below them, so that the keys stay in sight."""
        said = (line.display for line in self.query("#whole, #error").results(Static))
        self.set_class(any(said) or bool(self._others), "-saying")

    def action_save(self) -> None:
        """Save and close; if something cannot be taken, say so and stay."""
        self.finish(self.save)

    def finish(self, work: Callable[[], object]) -> None:
        """Do the work of the dialog and close; if it is refused, say why and stay."""
        self._leave_if(self.attempt(work))

    def finish_aside(self, work: Callable[[], object], doing: str) -> None:
        """Do long work of the dialog in a thread, behind a bar that moves; then as `finish`."""
        if not self.doing:
            self.doing = doing
            self.say(f"{doing} …")
            bar = ProgressBar(show_percentage=False, show_eta=False, id="progress")
            self.query_one("#dialog").mount(bar, before="#error")
            self.run_worker(self._finish_aside(work))

    async def _finish_aside(self, work: Callable[[], object]) -> None:
        trouble: Exception | None = None
        try:
            await self.application.news.aside(work)
        except Exception as error:
            trouble = error
        self.doing = ""
        await self.query("#progress").remove()
        if trouble is not None:
            self.refuse(trouble)
        self._leave_if(trouble is None)

    def _leave_if(self, is_done: object) -> None:
        if is_done:
            self.drop_draft()
            self.dismiss(result=True)

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may be refused; return whether it was done."""
        try:
            work()
        except Exception as error:
            self.refuse(error)
            return False
        return True

    def refuse(self, error: Exception) -> None:
        """Say why something was not done, below the fields; what nobody foresaw is written down."""
        self.say(str(error) if isinstance(error, TrackerError) else sentence(write_down(error)))
        if isinstance(error, Conflict) and error.clash is not None:
            self._settle(error)
        self._go_to_fault()

    def _go_to_fault(self) -> None:
        """Go to the first day that is none, for one has to mend it."""
        for field in self.query(DayInput):
            if field.is_wrong:
                field.focus()
                return

    def _settle(self, conflict: Conflict) -> None:
        """Let one choose between somebody else's change and what was to be saved here."""
        from .conflict import ConflictDialog

        self.app.push_screen(ConflictDialog(self.tracker, conflict), self._leave_if)

    def action_close(self) -> None:
        """Go back; what was typed is kept as a draft."""
        if self.doing:
            self.say(f"{self.doing}: that cannot be stopped half-way.")
            return
        if self.is_touched:
            self.keep_draft()
            self.app.notify("Kept as a draft: it is there when you come back.", timeout=2)
        self.dismiss(result=False)

    def action_discard(self) -> None:
        """Put the fields back as they were; once more, and what was in them is back."""
        if self.is_touched:
            self._discarded = self.state()
            self.start_over()
            self.say(f"Discarded; {self._discard_key} brings it back.")
        elif self._discarded:
            self.restore(self._discarded)
            self.say("")
        self.first_field().focus()

    @property
    def _discard_key(self) -> str:
        active = self.active_bindings.values()
        bindings = [found.binding for found in active if found.binding.id == "dialog.discard"]
        return self.app.get_key_display(bindings[0]) if bindings else "a key"

    @work
    async def action_show_keys(self) -> None:
        """Show what the keys do here; what is chosen there is pressed here."""
        from .keys_here import KeysHereDialog

        key = await self.app.push_screen_wait(KeysHereDialog(self))
        if key:
            self.application.simulate_key(key)

    @on(Choice.Chosen)
    @on(PeoplePicker.Settled)
    @on(Input.Submitted)
    def _go_on(self, message: Choice.Chosen | PeoplePicker.Settled | Input.Submitted) -> None:
        message.stop()
        control = message.control
        if control is not None:
            self.settled(control)

    def settled(self, field: Widget) -> None:
        """A field has its value: go on to the next; after the last one, save."""
        if self._is_last(field):
            self.action_save()
        else:
            self.focus_next()

    def _is_last(self, field: Widget) -> bool:
        chain = self.focus_chain
        return bool(chain) and chain[-1] in (field, *field.query("*"))

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog goes back."""
        if not self.query_one("#dialog").region.contains_point(event.screen_offset):
            self.action_close()
