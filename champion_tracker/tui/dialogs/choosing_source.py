"""Choose whence people come: a source that has a name, or the address of a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from ...model import BadInput
from ...tracker.sources import FILE, Source, known, place, resolved
from ..widgets.choice import Choice, Option
from .base import Dialog
from .fields import line, row
from .importing import import_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from ...tracker import Tracker
    from ..screens.base import TrackerScreen

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


async def import_from_server(screen: TrackerScreen) -> None:
    """Choose a source, see what it would change, and decide.

    Raises:
        BadInput: the file that names sources cannot be read.
    """
    dialog = SourceDialog(screen.tracker)
    if await screen.app.push_screen_wait(dialog) and dialog.source is not None:
        await import_from(screen, dialog.source)


class SourceDialog(Dialog):
    """Which source, by its name or its address."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Look", id="dialog.save"),
    ]
    HEADING: ClassVar[str] = "Import people from a server"
    is_writing = False

    def __init__(self, tracker: Tracker) -> None:
        super().__init__(tracker)
        self.named = known(tracker)
        self.source: Source | None = None
        """The one that was chosen, when this is closed."""

    def fields(self) -> Iterator[Widget]:
        """See `Dialog.fields`."""
        if self.named:
            options = [
                Option(key, name, name, source.url)
                for key, (name, source) in zip(KEYS, self.named.items(), strict=False)
            ]
            yield row("By name", Choice(options, column=True, optional=True, id="name"))
        hint = "carddav+https://user@host/… or ldaps://user@host/base"
        yield row("Address", line("address", hint, ""))

    def settled(self, field: Widget) -> None:
        """One answer is enough."""
        self.action_save()

    def save(self) -> None:
        """See `Dialog.save`."""
        address = self.text("address").strip()
        name = self.query_one("#name", Choice).value if self.named else None
        if not address and not name:
            raise BadInput(
                "Which server?", f"Type its address, or give it a name in {FILE} of the workspace."
            )
        if not address:
            self.source = resolved(self.tracker, self.named[name or ""])
            return
        if "://" not in address:
            raise BadInput(
                "This is no address of a server.", "It begins with carddav+https:// or ldaps://."
            )
        place(address)
        self.source = Source(address)
