"""Let people and notes out: whom, in which form, what that is, and where it goes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import WorkerError

from ...model import BadInput, TrackerError
from ...rules.counting import counted
from ...tracker.exporting import Made, already_there, save
from ...tracker.forms import FORMS, free_place, look, make, size
from ...tracker.people import names
from ..looks import MUTED, user, user_lines
from ..widgets.choice import Checks, Choice, Option
from .base import Dialog
from .fields import row, styles
from .picking import pick_folder, pick_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.types import CSSPathType
    from textual.widget import Widget
    from textual.worker import Worker

    from ...model import Person
    from ...tracker import Tracker
    from ..drafts import State

KEYS = {
    "notes": "n",
    "vault": "v",
    "redacted": "r",
    "briefing": "b",
    "briefing-html": "B",
    "xlsx": "x",
    "csv": "t",
    "vcard": "c",
    "vcard4": "C",
    "ics": "d",
    "events": "e",
    "html": "w",
    "json": "j",
    "digest": "g",
    "report": "m",
    "report-html": "M",
    "handover": "h",
}
"""A key a form."""
HAND, FILTERED, EVERYBODY = "hand", "filtered", "everybody"
LOG = ".removed.txt"
"""What the name of a log of removals ends in."""


class ExportDialog(Dialog):
    """Nothing leaves that was not to be seen here first, and nothing is written over unasked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Write it", id="dialog.save"),
        Binding("ctrl+o", "choose_place", "Where", id="export.place"),
        Binding("ctrl+r", "rules", "Rules of redaction", id="export.rules"),
    ]
    CSS_PATH: ClassVar[CSSPathType | None] = styles("exporting.tcss")
    HEADING = "Export"
    is_writing = False

    def __init__(
        self,
        tracker: Tracker,
        at_hand: Sequence[Person] = (),
        filtered: Sequence[Person] = (),
        form: str = "notes",
    ) -> None:
        super().__init__(tracker)
        self._usual = form
        self.at_hand = list(at_hand)
        self.filtered = list(filtered)
        self.made: Made | None = None
        """What would be written; None while it is being made, or cannot be."""
        self._making: Worker[None] | None = None

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        whom = []
        if self.at_hand:
            whom.append(Option("m", names(self.at_hand), HAND))
        if self.filtered:
            whom.append(Option("f", f"the {len(self.filtered)} of the filter", FILTERED))
        whom.append(Option("a", "everybody", EVERYBODY))
        forms = [Option(KEYS[name], form.word, name) for name, form in FORMS.items()]
        more = (
            Option("p", "private entries, too", "private"),
            Option("l", "log of removals beside it", "log"),
        )
        yield row("Whom", Choice(whom, whom[0].value, id="whom"))
        yield row("Form", Choice(forms, self._usual, id="form"))
        yield row("With", Checks(more, id="more"))
        usual = str(free_place(self.tracker, self._usual))
        yield row("Where", Input(usual, compact=True, id="place", classes="field"))
        yield Static(id="told")
        with VerticalScroll(id="look"):
            yield Static(id="text")

    def opened(self) -> None:
        """Make it at once, to be seen."""
        self._make()

    def state(self) -> State:
        """No draft: whom it is about is another one next time."""
        return {}

    @property
    def form(self) -> str:
        """The form that is chosen."""
        return self.query_one("#form", Choice).value or "notes"

    @property
    def people(self) -> list[Person] | None:
        """Who is chosen; None for everybody."""
        whom = self.query_one("#whom", Choice).value
        return {HAND: self.at_hand, FILTERED: self.filtered}.get(whom or "")

    @property
    def place(self) -> Path:
        """Where it is to go.

        Raises:
            BadInput: that was not said.
        """
        typed = self.text("place").strip()
        if not typed:
            raise BadInput("No place was named.")
        return Path(typed).expanduser()

    def settled(self, field: Widget) -> None:
        """Another form has another usual place; only Save writes."""
        if field.id == "form":
            self.query_one("#place", Input).value = str(free_place(self.tracker, self.form))
        if isinstance(field, Choice):
            self._make()
            self.focus_next()

    @on(Checks.Changed)
    def _make(self) -> None:
        """Make it aside, so that the screen stays alive."""
        self.made = None
        self.query_one("#look").loading = True
        form, people = self.form, self.people
        with_private = "private" in self.query_one("#more", Checks).chosen
        self._making = self.run_worker(
            self._make_aside(form, people, include_private=with_private),
            group="making",
            exclusive=True,
        )

    async def _make_aside(
        self, form: str, people: list[Person] | None, *, include_private: bool
    ) -> None:
        def work() -> tuple[Made, str]:
            made = make(self.tracker, form, people, include_private=include_private)
            return made, look(made)

        made, text, trouble = None, "", ""
        try:
            made, text = await self.application.news.aside(work)
        except TrackerError as error:
            trouble = str(error)
        self._show(made, text, trouble)

    def _show(self, made: Made | None, text: str, trouble: str) -> None:
        self.made = made
        self.query_one("#look").loading = False
        parts = [user_lines(text)]
        if made is not None and made.removed:
            parts.insert(0, _log(made))
        self.query_one("#text", Static).update(Content("\n\n").join(parts))
        self.query_one("#look").scroll_home(animate=False)
        self.query_one("#told", Static).update(self._told(made) if made is not None else "")
        self.say(trouble)

    def _told(self, made: Made) -> Content:
        """What leaves, and what stays."""
        people = self.people
        count = len(self.tracker.workspace.people) if people is None else len(people)
        whom = counted(count, "person", "people")
        files = f", {len(made.pages)} files" if made.pages else ""
        kept = f"private entries left out: {made.left_out}" if made.left_out else ""
        gone = f"removed: {len(made.removed)}" if made.removed else ""
        told = Content.styled(
            f"{FORMS[self.form].what}: {whom}{files}, {_bytes(size(made))}", MUTED
        )
        rest = Content.styled("   ".join(filter(None, (kept, gone))), "$text-warning")
        return Content("\n").join(part for part in (told, rest) if part)

    def action_choose_place(self) -> None:
        """Look for a place."""
        self.run_worker(self._choose_place())

    async def _choose_place(self) -> None:
        usual = Path(self.text("place").strip() or "~").expanduser()
        pick = pick_place if FORMS[self.form].suffix else pick_folder
        found = await pick(self.app, "Where to", usual)
        if found is not None:
            self.query_one("#place", Input).value = str(found)

    def action_rules(self) -> None:
        """See and edit what is removed from redacted notes."""
        self.run_worker(self._rules())

    async def _rules(self) -> None:
        from .redacting import RulesDialog

        if await self.app.push_screen_wait(RulesDialog(self.tracker)):
            self._make()

    def action_save(self) -> None:
        """Write it; over what is there already only where that is wanted."""
        self.run_worker(self._save())

    async def _save(self) -> None:
        from .confirm import ConfirmDialog

        if self._making is not None:
            with suppress(WorkerError):
                await self._making.wait()
        found: list[Path] = []
        if not self.attempt(lambda: found.extend(self._in_the_way())):
            return
        if found:
            more = f" and {len(found) - 1} more are" if len(found) > 1 else " is"
            question = f"{found[0]}{more} there already. Write over that?"
            if not await self.app.push_screen_wait(ConfirmDialog(question)):
                return
        made, place, log = self.made, self.place, self._log_place
        if made is not None:
            self.finish_aside(
                lambda: self._write(made, place, log, force=bool(found)), "Writing it"
            )

    def _in_the_way(self) -> list[Path]:
        if self.made is None:
            raise BadInput("There is nothing to write yet.")
        log = self._log_place
        return already_there(self.made, self.place) + (
            [log] if log is not None and log.exists() else []
        )

    @property
    def _log_place(self) -> Path | None:
        """Where the log of what was removed goes, if it is wanted."""
        wanted = "log" in self.query_one("#more", Checks).chosen
        if not wanted or self.made is None or not self.made.removed:
            return None
        return self.place.with_name(self.place.name + LOG)

    def _write(self, made: Made, place: Path, log: Path | None, *, force: bool) -> None:
        """Write it; from a thread, for a vault of thousands of pages takes its time."""
        save(made, place, force=force)
        if log is not None:
            save(Made(content="\n".join(made.removed) + "\n"), log, force=force)
        stays = f" Private entries left out: {made.left_out}." if made.left_out else ""
        self.app.notify(f"Wrote {place}.{stays}", markup=False)


def _log(made: Made) -> Content:
    return Content("\n").join(
        [Content.styled("REMOVED", MUTED), *(user(each, "$text-warning") for each in made.removed)]
    )


def _bytes(count: int) -> str:
    return f"{count} bytes" if count < 2000 else f"{count / 1000:.0f} kB"
