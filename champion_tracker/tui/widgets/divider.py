"""The line between a list and the pane beside or below it, which can be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events

    from ..app import ChampionTracker

LEAST = {"width": 20, "height": 3}
"""How many cells either side keeps."""


class Divider(Widget):
    """Gives the pane after it more or less of the room that both have; it is remembered.

    Panes stand beside each other or one above the other, as the screen has room; each way has a
    size of its own, a share of the whole, so that it fits another terminal, too.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self._dragged = False
        self._given: int | None = None
        """How many cells the pane was given, which it may have before it is drawn again."""

    @property
    def _container(self) -> Widget:
        return cast("Widget", self.parent)

    @property
    def _pane(self) -> Widget:
        beside = self._container.children
        return beside[beside.index(self) + 1]

    @property
    def way(self) -> str:
        """Which of its sizes the pane changes."""
        layout = self._container.styles.layout
        return "width" if layout is not None and layout.name == "horizontal" else "height"

    @property
    def _remembered_as(self) -> str:
        return f"{type(self.screen).__name__} {self.way}"

    @property
    def _whole(self) -> int:
        return int(getattr(self._container.content_size, self.way))

    @property
    def is_of_use(self) -> bool:
        """Whether there is something to divide."""
        return bool(self.display and self._pane.display and self.region)

    def on_mount(self) -> None:
        """Stand where it was left."""
        self.call_after_refresh(self.restore)

    def on_resize(self) -> None:
        """Another way, another size."""
        self.restore()

    def restore(self) -> None:
        """Give the pane the size that is remembered for this way; else the usual one."""
        way, pane = self.way, self._pane
        self.set_class(way == "height", "-below")
        remembered = cast("ChampionTracker", self.app).remembered
        share = remembered.of(self._remembered_as, 0.0)
        other = "height" if way == "width" else "width"
        setattr(pane.styles, other, None)
        if 0 < share < 1:
            self._set(round(share * self._whole))
        else:
            setattr(pane.styles, way, None)
            self._given = None

    def _set(self, cells: int) -> int:
        """Give the pane so many cells, as far as both sides keep enough; return how many."""
        whole, least = self._whole, LEAST[self.way]
        least = min(least, whole // 3)
        cells = max(least, min(whole - 1 - least, cells))
        setattr(self._pane.styles, self.way, cells)
        self._given = cells
        return cells

    @property
    def _cells(self) -> int:
        """How many cells the pane has, or is about to have."""
        if self._given is not None:
            return self._given
        return int(getattr(self._pane.outer_size, self.way))

    def grow(self, by: int) -> None:
        """Give the pane some cells more, or less, and remember it."""
        self._keep(self._set(self._cells + by))

    def usual(self) -> None:
        """The usual size again."""
        cast("ChampionTracker", self.app).remembered.keep(self._remembered_as, 0.0)
        self.restore()

    def _keep(self, cells: int) -> None:
        if self._whole:
            share = round(cells / self._whole, 4)
            cast("ChampionTracker", self.app).remembered.keep(self._remembered_as, share)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold."""
        event.stop()
        self.capture_mouse()
        self._dragged = False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse."""
        if self.app.mouse_captured is not self:
            return
        region = self._container.content_region
        at, end = (
            (event.screen_x, region.right)
            if self.way == "width"
            else (event.screen_y, region.bottom)
        )
        self._set(end - 1 - int(at))
        self._dragged = True

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go, and remember where."""
        event.stop()
        self.release_mouse()
        if self._dragged:
            self._keep(self._cells)

    def on_click(self, event: events.Click) -> None:
        """A double click gives the usual size again."""
        if event.chain > 1:
            self.usual()
