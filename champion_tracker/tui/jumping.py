"""Jump: letters on everything that can be focused or clicked; pressing them goes there."""

from __future__ import annotations

from itertools import chain, islice, product
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, runtime_checkable

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import App, ComposeResult
    from textual.screen import Screen
    from textual.widget import Widget

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


@runtime_checkable
class HasPlaces(Protocol):
    """A widget that draws itself, and knows where in it a click leads somewhere."""

    def places(self) -> Iterable[Offset]:
        """Where, from its upper left corner."""
        ...


class Target(NamedTuple):
    """Where one can go."""

    at: Offset
    focus: Widget | None = None
    """What gets the focus; None where it is clicked."""


def targets(screen: Screen[Any]) -> list[Target]:
    """Everything on a screen that can be focused or clicked, from top to bottom."""
    found: dict[Offset, Target] = {}
    for widget in screen.query("*"):
        if not widget.visible or not widget.region or widget.is_disabled:
            continue
        visible = screen.find_widget(widget).visible_region if widget.is_on_screen else None
        if not visible:
            continue
        if isinstance(widget, HasPlaces):
            for place in widget.places():
                at = widget.content_region.offset + place
                if visible.contains_point(at):
                    found[at] = Target(at)
        elif widget.focusable:
            found[visible.offset] = Target(visible.offset, widget)
    for at in _hot_words(screen):
        found.setdefault(at, Target(at))
    return [found[at] for at in sorted(found, key=lambda at: (at.y, at.x))]


def _hot_words(screen: Screen[Any]) -> Iterator[Offset]:
    """Where words begin that do something when they are clicked."""
    for y, strip in enumerate(screen._compositor.render_strips()):
        x, before = 0, None
        for segment in strip:
            action = segment.style.meta.get("do") if segment.style else None
            if action and action != before:
                blank = len(segment.text) - len(segment.text.lstrip())
                yield Offset(x + (blank if segment.text.strip() else 0), y)
            x, before = x + segment.cell_length, action


def names(count: int) -> list[str]:
    """A name for each target: a letter, or two where one is not enough; none begins another."""
    first = max(0, -(-(count - len(LETTERS)) // (len(LETTERS) - 1)))
    doubles = ("".join(pair) for pair in product(LETTERS[:first], LETTERS))
    return list(islice(chain(LETTERS[first:], doubles), count))


class JumpScreen(ModalScreen[None]):
    """Shows the letters over what is there, and waits for them; anything else goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", id="jump.close"),
        Binding("backspace", "take_back", "One letter back", show=False, id="jump.back"),
    ]
    CSS = """
    JumpScreen { background: transparent; }
    JumpScreen Static {
        position: absolute;
        width: auto;
        height: 1;
        color: $background;
        background: $accent;
        text-style: bold;
    }
    JumpScreen .-typed { text-style: bold underline; }
    JumpScreen .-other { display: none; }
    """

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        found = targets(screen)
        # Of more than there are names for, those at the top.
        self._targets = dict(zip(names(len(found)), found, strict=False))
        self._size = screen.size
        self._typed = ""

    def compose(self) -> ComposeResult:
        """A label for each target."""
        for name, target in self._targets.items():
            label = Static(Content(name), name=name)
            label.styles.offset = (target.at.x, target.at.y)
            yield label

    def on_key(self, event: events.Key) -> None:
        """Take a letter; what begins no name goes back."""
        if event.key in ("escape", "backspace"):
            return
        event.stop()
        self._typed += (event.character or "?").lower()
        if self._typed in self._targets:
            self._go(self._targets[self._typed])
        elif not any(name.startswith(self._typed) for name in self._targets):
            self.dismiss()
        else:
            self._show_typed()

    def on_resize(self, event: events.Resize) -> None:
        """What was where is no longer there."""
        if event.size != self._size:
            self.dismiss()

    def on_click(self) -> None:
        """A click goes back."""
        self.dismiss()

    def action_take_back(self) -> None:
        """Forget the last letter; without one, go back."""
        if not self._typed:
            self.dismiss()
        self._typed = self._typed[:-1]
        self._show_typed()

    def _show_typed(self) -> None:
        for label in self.query(Static):
            goes_on = (label.name or "").startswith(self._typed)
            label.set_class(not goes_on, "-other")
            label.set_class(bool(self._typed) and goes_on, "-typed")

    def _go(self, target: Target) -> None:
        app = self.app
        self.dismiss()
        app.call_later(app.call_after_refresh, _reach, app, target)


def _reach(app: App[Any], target: Target) -> None:
    """Focus a target, or click it as a mouse would."""
    if target.focus is not None:
        app.screen.set_focus(target.focus)
        return
    x, y = target.at
    for kind in (events.MouseDown, events.MouseUp):
        app.post_message(
            kind(
                widget=None,
                x=x,
                y=y,
                delta_x=0,
                delta_y=0,
                button=1,
                shift=False,
                meta=False,
                ctrl=False,
                screen_x=x,
                screen_y=y,
            )
        )


def jump(app: App[Any]) -> None:
    """Show where one can go from here."""
    if isinstance(app.screen, JumpScreen):
        app.screen.dismiss()
    else:
        app.push_screen(JumpScreen(app.screen))
