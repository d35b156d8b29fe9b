"""Settings: everything that can be set, what it is, whence it is, and changed in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content

from ...model import BadInput
from ...tracker.changing_settings import change, forget, own_file, workspace_file
from ...tracker.settings_schema import KINDS, Setting, as_text, settings_in
from ..commands.on_one import Back
from ..commands.on_settings import ON_SETTINGS
from ..keys import words_of_keys
from ..looks import KEY, MUTED
from ..widgets.hot import Hot, hot
from ..widgets.ledger import Ledger, Row, Section
from ..widgets.setting_editor import SettingEditor
from .base import TrackerScreen, styles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.widget import Widget

    from ...tracker.settings import Held
    from ..commands.action import Action

OFFERED: tuple[type[Action], ...] = (*ON_SETTINGS, Back)
KEYS = "keys"
"""The setting that has an entry for each action."""


class SettingsScreen(TrackerScreen):
    """Every setting with its value and where it was set; what is changed holds at once."""

    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    BINDINGS = Back.bindings(*OFFERED)
    CSS_PATH = styles("settings", "setting_editor", "choice")
    AUTO_FOCUS = "Ledger"

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._sought = name

    def body(self) -> Iterator[Widget]:
        """See `TrackerScreen.body`."""
        yield Hot(id="line")
        yield Ledger()
        yield SettingEditor()

    @property
    def held(self) -> Held:
        """The settings that hold."""
        return self.tracker.held

    @property
    def setting(self) -> Setting | None:
        """The setting at hand."""
        row = self.query_one(Ledger).at_hand
        return row.record if row is not None and isinstance(row.record, Setting) else None

    @property
    def is_editing(self) -> bool:
        """Whether a value is being typed."""
        return bool(self.query_one(SettingEditor).display)

    def choices(self, setting: Setting) -> Sequence[str]:
        """What a setting can be, where it is one of a few."""
        if setting.name == "theme":
            return sorted(self.app.available_themes)
        return () if setting.kind.is_list else setting.kind.choices

    def reload(self) -> None:
        """See `TrackerScreen.reload`."""
        offers = (
            ("enter", "EditSetting", "change"),
            ("← →", "NextValue", "next value"),
            ("del", "AsUsual", "as usual"),
            ("w", "OnlyHere", "only here"),
        )
        words = (
            hot(Content.assemble((f"   {key} ", KEY), (name, MUTED)), f"perform('{action}')")
            for key, action, name in offers
        )
        self.query_one("#line", Hot).update(Content.assemble((" Settings", MUTED), *words))
        self.query_one(Ledger).show_sections(list(self._sections()))
        sought, self._sought = self._sought, ""
        self.go_to(sought)

    def _sections(self) -> Iterator[Section]:
        groups: dict[str, list[Row]] = {}
        for setting in settings_in(self.held):
            if setting.key[0] != KEYS:
                groups.setdefault(setting.kind.group, []).append(self._row(setting))
        for group, rows in groups.items():
            yield Section(group.upper(), rows)
        rows = [self._row(setting, words, KINDS[KEYS].label) for setting, words in self._keys()]
        yield Section("KEYS OF SINGLE ACTIONS", rows)

    def _row(self, setting: Setting, label: str = "", purpose: str = "") -> Row:
        changed = setting.origin is not None
        said = (purpose or setting.kind.purpose, setting.name, self._whence(setting))
        return Row(
            label or setting.label,
            "●" if changed else "·",
            "$text-primary bold" if changed else MUTED,
            setting.text or "none",
            "$text-primary bold" if changed else "",
            " · ".join(filter(None, said)),
            record=setting,
            name=setting.name,
        )

    def _whence(self, setting: Setting) -> str:
        """Where it was set; nothing where it is as usual."""
        if setting.origin is None:
            return ""
        here = setting.origin.file == workspace_file(self.held)
        usual = as_text(setting.usual) if setting.usual is not None else ""
        return (
            f"{'this workspace' if here else 'yours'}, line {setting.origin.line}"
            f"{f'; usually {usual}' if usual else ''}"
        )

    def _keys(self) -> Iterator[tuple[Setting, str]]:
        own = {s.key[1]: s for s in settings_in(self.held) if s.key[0] == KEYS}
        for name, (keys, words) in sorted(words_of_keys(self.held).items()):
            unset = Setting((KEYS, name), KINDS[KEYS], keys, None, None)
            yield own.get(name, unset), words

    def go_to(self, name: str) -> None:
        """Bring the setting of a name to hand, if there is one."""
        ledger = self.query_one(Ledger)
        for at, row in enumerate(ledger.items):
            if isinstance(row.record, Setting) and row.record.name == name:
                ledger.cursor = at

    async def edit(self) -> None:
        """Take the next value, where there are a few; else let it be typed."""
        setting = self.setting
        if setting is None:
            return
        if self.choices(setting):
            await self.step(1)
        else:
            await self.query_one(SettingEditor).ask(setting)

    async def step(self, by: int) -> None:
        """Take the next or the previous value, where values have an order."""
        setting = self.setting
        if setting is None:
            return
        choices = self.choices(setting)
        if choices:
            at = choices.index(setting.text) + by if setting.text in choices else 0
            self.set_to(setting, choices[at % len(choices)])
        elif isinstance(setting.value, int | float):
            size = 1 if isinstance(setting.value, int) else 0.05
            self.set_to(setting, f"{round(setting.value + by * size, 2):g}")
        else:
            await self.query_one(SettingEditor).ask(setting)

    def set_to(self, setting: Setting, text: str) -> None:
        """Give a setting another value.

        Raises:
            BadInput: it cannot have this one.
        """
        admit = self.application.admit
        self._settle(lambda: change(self.held, setting.name, text, admit=admit))

    def as_usual(self) -> None:
        """Take the setting at hand out of its file.

        Raises:
            BadInput: it is in none.
        """
        setting = self.setting
        if setting is not None:
            admit = self.application.admit
            self._settle(lambda: forget(self.held, setting.name, admit=admit))

    def only_here(self) -> None:
        """Set what is at hand in the workspace's file; from there, in one's own again.

        Raises:
            BadInput: the workspace has no file.
        """
        setting, here = self.setting, workspace_file(self.held)
        if setting is None:
            return
        if here is None:
            raise BadInput("This workspace has no settings of its own.")
        is_here = setting.origin is not None and setting.origin.file == here
        file = own_file(self.held) if is_here else here
        admit, name, text = self.application.admit, setting.name, setting.text
        if is_here:
            self._settle(lambda: forget(self.held, name, admit=admit))
        self._settle(lambda: change(self.held, name, text, file=file, admit=admit))

    def _settle(self, work: Callable[[], Held]) -> None:
        self.application.settle(work())

    @on(Ledger.Chosen)
    def _choose(self) -> None:
        self.action_perform("EditSetting")

    @on(Ledger.Moved)
    def _leave_editor(self) -> None:
        self.query_one(SettingEditor).close()

    @on(SettingEditor.Typed)
    def _take(self, typed: SettingEditor.Typed) -> None:
        editor = self.query_one(SettingEditor)
        try:
            self.set_to(typed.setting, typed.text)
        except BadInput as error:
            editor.say(str(error))
        else:
            editor.close()
            self.query_one(Ledger).focus()

    @on(SettingEditor.Left)
    def _go_back(self) -> None:
        self.query_one(Ledger).focus()
