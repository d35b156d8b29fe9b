"""Actions on the setting at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen
    from ..screens.settings import SettingsScreen


class OnSetting(Action):
    """An action on the setting at hand."""

    GROUP: ClassVar[str] = "The setting at hand"

    @staticmethod
    def of(screen: TrackerScreen) -> SettingsScreen | None:
        """The screen of the settings, unless a value is being typed there."""
        from ..screens.settings import SettingsScreen

        return screen if isinstance(screen, SettingsScreen) and not screen.is_editing else None

    @classmethod
    def applies(cls, screen: TrackerScreen) -> bool:
        """See `Action.applies`."""
        found = cls.of(screen)
        return found is not None and found.setting is not None

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        if found := cls.of(screen):
            await cls.act(found)

    @classmethod
    async def act(cls, found: SettingsScreen) -> None:
        """Do it on the screen of the settings."""
        raise NotImplementedError


class EditSetting(OnSetting):
    """Change it: to the next value where there are a few, else type one"""

    COMMAND = "Change the setting"
    FOOTER_TEXT = "Change"
    BINDING_KEY = "enter"
    SHOW_IN_FOOTER = True

    @classmethod
    async def act(cls, found: SettingsScreen) -> None:
        """See `OnSetting.act`."""
        await found.edit()


class NextValue(OnSetting):
    """The next value: of a few, or one more of a number"""

    COMMAND = "Next value"
    BINDING_KEY = "right,plus"

    @classmethod
    async def act(cls, found: SettingsScreen) -> None:
        """See `OnSetting.act`."""
        await found.step(1)


class PreviousValue(OnSetting):
    """The value before: of a few, or one less of a number"""

    COMMAND = "Previous value"
    BINDING_KEY = "left,minus"

    @classmethod
    async def act(cls, found: SettingsScreen) -> None:
        """See `OnSetting.act`."""
        await found.step(-1)


class AsUsual(OnSetting):
    """Back to what holds where nobody has set it; it goes out of the file"""

    COMMAND = "As usual"
    FOOTER_TEXT = "Usual"
    BINDING_KEY = "delete,backspace"
    SHOW_IN_FOOTER = True

    @classmethod
    async def act(cls, found: SettingsScreen) -> None:
        """See `OnSetting.act`."""
        found.as_usual()


class OnlyHere(OnSetting):
    """Let it hold in this workspace only; once more, in all of yours again"""

    COMMAND = "Only in this workspace"
    FOOTER_TEXT = "Here"
    BINDING_KEY = "w"
    SHOW_IN_FOOTER = True

    @classmethod
    async def act(cls, found: SettingsScreen) -> None:
        """See `OnSetting.act`."""
        found.only_here()


class NextHeading(OnSetting):
    """Go to the next heading, and from the last one to the first"""

    COMMAND = "Next heading"
    FOOTER_TEXT = "Heading"
    BINDING_KEY = "v"
    SHOW_IN_FOOTER = True

    @classmethod
    async def act(cls, found: SettingsScreen) -> None:
        """See `OnSetting.act`."""
        from ..widgets.ledger import Ledger

        found.query_one(Ledger).next_section()


ON_SETTINGS: tuple[type[Action], ...] = (
    EditSetting,
    NextValue,
    PreviousValue,
    AsUsual,
    OnlyHere,
    NextHeading,
)
