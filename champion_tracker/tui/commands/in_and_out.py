"""Actions that take people in, and let them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .action import Action

if TYPE_CHECKING:
    from ..screens.base import TrackerScreen


class ImportFile(Action):
    """Import a directory from a file: first see what would change, then take it in"""

    COMMAND = "Import people from a file"
    BINDING_KEY = "I"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.importing import import_people

        await import_people(screen)


class ImportServer(Action):
    """Import a directory from a server, or from a source that has a name: first see, then take"""

    COMMAND = "Import people from a server or named source"
    BINDING_KEY = "F"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.choosing_source import import_from_server

        await import_from_server(screen)


class Export(Action):
    """Export people: at hand, marked, filtered or all; in any form, after a look at it"""

    COMMAND = "Export people and notes"
    FOOTER_TEXT = "Export"
    BINDING_KEY = "E"

    @classmethod
    async def perform(cls, screen: TrackerScreen) -> None:
        """See `Action.perform`."""
        from ..dialogs.exporting import ExportDialog

        dialog = ExportDialog(screen.tracker, screen.people, screen.filtered)
        await screen.app.push_screen_wait(dialog)
