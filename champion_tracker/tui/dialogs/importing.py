"""Import people: from a file or server, see what would change, take in what is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from ...model import BadInput, TrackerError
from ...tracker.importing import Group, Preview, apply, preview
from ...tracker.sides import sides_of
from ...tracker.sources import Source, kept_password, place
from ..looks import MUTED, user
from ..widgets.choice import Checks, Choice, Option
from ..widgets.hot import Hot, hot
from ..widgets.import_list import GROUPS, ImportList
from ..widgets.side_by_side import SideBySide
from .base import Dialog
from .comparing import ComparingDialog
from .doubting import ask_who
from .fields import row, styles
from .picking import pick_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import CSSPathType
    from textual.widget import Widget

    from ...tracker import Tracker
    from ...tracker.importing import Change
    from ..screens.base import TrackerScreen

CARDS = ".vcf"
READABLE = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", CARDS, ".vcard", ".json", ".jsonl")
OPTIONS = (
    Option("c", "complete: who is missing has left", "complete"),
    Option("f", "follow them", "follow"),
)
FOLDER = Option("d", "its whole folder of cards", "folder")
FORMATS = (
    Option("1", "told by the file", ""),
    Option("2", "table", "csv"),
    Option("3", "workbook", "xlsx"),
    Option("4", "cards", "vcard"),
    Option("5", "JSON", "json"),
)


async def import_people(screen: TrackerScreen) -> None:
    """Choose a file, see and decide; then see to those who took up a position."""
    path = await pick_file(screen.app, "Import people", Path.cwd(), "Tables and cards", READABLE)
    if path is not None:
        await import_from(screen, Source(str(path)))


async def import_from(screen: TrackerScreen, source: Source) -> None:
    """See what a source would change and decide; then see to those who took up a position."""
    from .taking_over import offer_take_overs

    dialog = ImportDialog(screen.tracker, source)
    if await screen.app.push_screen_wait(dialog):
        await offer_take_overs(screen, dialog.taken_over)


class ImportDialog(Dialog):
    """What a file or server would change, before anything is changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Take it in", id="dialog.save"),
        Binding("w", "who", "Who is who", id="import.who"),
        Binding("ctrl+o", "choose_map", "Mapping file", id="import.map"),
        Binding("c", "check('c')", "Lists everybody", show=False, id="import.complete"),
        Binding("f", "check('f')", "Follow", show=False, id="import.follow"),
        Binding("d", "check('d')", "Folder", show=False, id="import.folder"),
    ]
    CSS_PATH: ClassVar[CSSPathType | None] = styles("importing.tcss")

    def __init__(self, tracker: Tracker, source: Source) -> None:
        """``source`` names its files whole."""
        super().__init__(tracker)
        self.source = source
        self.shown: Preview | None = None
        self.taken_over: list[tuple[str, str]] = []
        """Who took up what whom held, by identifiers, when this is closed."""

    @property
    def heading(self) -> Content:
        """Which file or server."""
        return user(f"Import {place(self.source.url).name}")

    @property
    def subject(self) -> str:
        """See `Dialog.subject`."""
        return self.source.url

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        source = self.source
        said = {"complete": source.complete, "follow": source.follow}
        chosen = [option for option, holds in said.items() if holds]
        folder = [FOLDER] if source.url.lower().endswith(CARDS) and not source.is_server else []
        what = "The server" if source.is_server else "The file"
        yield row(what, Checks([*OPTIONS, *folder], chosen, id="options"))
        if source.is_server:
            hint = "where neither the keyring nor the environment has it"
            # No field with a draft: what is typed here is kept nowhere.
            yield row("Password", Input(placeholder=hint, compact=True, password=True, id="secret"))
        else:
            yield row("Format", Choice(FORMATS, "", id="format"))
        hint = "a TOML file that says which column is what, where that is not told; ctrl+o looks"
        yield row("Mapping", Input(source.map, hint, compact=True, id="map", classes="field"))
        yield Hot(id="summary")
        yield ImportList()
        yield SideBySide()

    def first_field(self) -> Widget:
        """What would change is what one came for, as soon as it is there."""
        listed = self.query_one(ImportList)
        return self.query_one(Checks) if listed.loading else listed

    def opened(self) -> None:
        """Look into the file at once."""
        self.look()

    @on(Checks.Changed)
    def look(self) -> None:
        """Say what would change, aside, so that the screen stays alive."""
        chosen = self.query_one(Checks).chosen
        form = "" if self.source.is_server else self.query_one("#format", Choice).value or ""
        typed = self.text("map").strip()
        secret = self.text("secret") if self.source.is_server else ""
        self.query_one(ImportList).loading = True
        mapping = Path(typed).expanduser() if typed else None
        self.run_worker(self._read(chosen, form, mapping, secret), group="looking", exclusive=True)

    async def _read(self, chosen: list[str], form: str, mapping: Path | None, secret: str) -> None:
        def password(account: str) -> str:
            if found := secret or kept_password(account):
                return found
            raise BadInput(f"{account} needs a password.", "Type it above, then enter.")

        def read() -> Preview:
            where = place(self.source.url, password)
            if "folder" in chosen and isinstance(where, Path):
                where = where.parent
            return preview(
                self.tracker,
                [where],
                format=form,
                mapping=mapping,
                complete="complete" in chosen,
                follow="follow" in chosen,
            )

        shown, trouble = None, ""
        try:
            shown = await self.application.news.aside(read)
        except TrackerError as error:
            trouble = str(error)
        self._show(shown, trouble)

    def _show(self, shown: Preview | None, trouble: str) -> None:
        self.shown = shown
        listed = self.query_one(ImportList)
        listed.loading = False
        listed.show_preview(shown)
        if trouble and self.source.is_server:
            self.query_one("#secret").focus()
        else:
            listed.focus()
            self.call_after_refresh(listed.scroll_visible, animate=False)
        self._count()
        if trouble:
            self.say(trouble)
        elif shown is not None and shown.is_empty:
            self.say("Nothing would change: all of it is known already.")
        else:
            self.say("")

    def _count(self) -> None:
        """Say how many there are of each kind, and what to know besides."""
        groups = [change.group for change in self.shown.changes] if self.shown else []
        counts = [
            Content.assemble(
                (f"{look.glyph} ", look.style),
                (f"{groups.count(group)} ", "bold"),
                (look.word, MUTED),
                hot(Content.styled(" (w asks)", MUTED), "who") if group is Group.DOUBTFUL else "",
            )
            for group, look in GROUPS.items()
            if group in groups
        ]
        notes = [user(note, "$text-warning") for note in (self.shown.notes if self.shown else ())]
        summary = Content("\n").join([Content("   ").join(counts), *notes])
        self.query_one("#summary", Static).update(summary)

    @on(ImportList.Moved)
    def _compare(self) -> None:
        change = self.query_one(ImportList).change
        sides = sides_of(self.tracker, change) if change is not None else None
        self.query_one(SideBySide).show(sides)

    @on(ImportList.Chosen)
    def _open(self) -> None:
        change = self.query_one(ImportList).change
        if change is None:
            return
        if change.group is Group.DOUBTFUL:
            self._ask([change])
        else:
            self.app.push_screen(ComparingDialog(change, sides_of(self.tracker, change)))

    def action_who(self) -> None:
        """Ask about everything that is doubtful, one after the other."""
        changes = self.shown.changes if self.shown else ()
        doubts = [change for change in changes if change.group is Group.DOUBTFUL]
        if doubts:
            self._ask(doubts)
        else:
            self.say("Nothing in this file is doubtful.")

    def _ask(self, doubts: list[Change]) -> None:
        self.run_worker(self._ask_and_look(doubts))

    async def _ask_and_look(self, doubts: list[Change]) -> None:
        if await ask_who(self.application, doubts):
            self.look()

    def action_check(self, key: str) -> None:
        """Set or clear an option of the file."""
        self.query_one(Checks).action_take(key)

    def action_choose_map(self) -> None:
        """Look for the mapping file."""
        self.run_worker(self._choose_map())

    async def _choose_map(self) -> None:
        path = await pick_file(self.app, "A mapping file", self._folder, "TOML", (".toml",))
        if path is not None:
            self.query_one("#map", Input).value = str(path)
            self.look()

    @property
    def _folder(self) -> Path:
        return Path.cwd() if self.source.is_server else Path(self.source.url).parent

    def settled(self, field: Widget) -> None:
        """Another format or mapping is another look; only Save takes it in."""
        if isinstance(field, Checks):
            self.query_one(ImportList).focus()
        else:
            self.look()

    def action_save(self) -> None:
        """Take it in, aside, so that the screen stays alive."""
        listed = self.query_one(ImportList)
        if self.shown is None or listed.loading:
            self.say("Nothing has been read yet.")
            return
        taken = self.shown.without(listed.left)
        self.taken_over = [(c.person_id, c.follows) for c in taken.changes if c.follows]
        self.finish_aside(lambda: apply(self.tracker, taken), "Taking it in")
