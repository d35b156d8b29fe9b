"""Settings as the application takes them: its colours and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from ..tracker.settings import Held


def admit(app: App[Any], held: Held) -> dict[str, str]:
    """Look whether the application can take its colours and keys from here; return the keys.

    Raises:
        BadInput: there is no such theme, action or key; names file and line.
    """
    theme = held.preferences.theme
    if theme not in app.available_themes:
        from ..tracker.settings import nearest, shown

        sentence = f"There is no theme '{shown(theme)}'."
        raise held.refuse(("theme",), sentence, nearest(theme, app.available_themes))
    if held.preferences.keymap == "default" and not held.preferences.keys:
        return {}
    # Late, because most have the usual keys.
    from .keys import keymap_of

    return keymap_of(held)


def settle(app: App[Any], held: Held) -> None:
    """Give the application the colours and keys that are set.

    Raises:
        BadInput: there is no such theme, action or key; names file and line.
    """
    keys = admit(app, held)
    app.theme = held.preferences.theme
    app.set_keymap(keys)
