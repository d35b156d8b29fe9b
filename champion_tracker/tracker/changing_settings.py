"""Changing a setting: the file keeps its comments, and what cannot hold is refused before that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..exchange.files import write_atomically
from ..model import BadInput
from ..places import user_settings_path
from .settings import as_entry, held_by, text_of
from .settings_schema import kind_of

if TYPE_CHECKING:
    from pathlib import Path

    from tomlkit.items import AbstractTable

    from .settings import Held, Key

Admit = Callable[["Held"], object]
"""Looks whether the settings can hold; raises `BadInput` if not."""


def own_file(held: Held) -> Path:
    """The user's own file, which holds in each of their workspaces."""
    return held.files[0] if held.files else user_settings_path()


def workspace_file(held: Held) -> Path | None:
    """The file of the workspace, where it is a folder."""
    return held.files[1] if len(held.files) > 1 else None


def change(
    held: Held, name: str, text: str, *, file: Path | None = None, admit: Admit | None = None
) -> Held:
    """Set something, as it was typed; return the settings that hold from now on.

    Args:
        held: The settings that hold.
        name: Which, such as ``theme`` or ``cadences.champion``.
        text: The value; a list has its words divided by commas.
        file: Where it is written; by default where it was set last, else among the user's own.
        admit: Looks whether the settings can hold.

    Raises:
        BadInput: there is no such setting, it cannot have this value, or a file cannot be written.
    """
    key, kind = kind_of(name)
    value = kind.read(text)
    origin = held.origins.get(key)
    target = file or (origin.file if origin else own_file(held))
    return _write(held, target, key, list(value) if isinstance(value, tuple) else value, admit)


def forget(held: Held, name: str, *, admit: Admit | None = None) -> Held:
    """Take a setting out of the file that it was set in; return the settings that hold then.

    Raises:
        BadInput: there is no such setting, or it was not set; or the file cannot be written.
    """
    key, _ = kind_of(name)
    origin = held.origins.get(key)
    if origin is None:
        raise BadInput(f"'{name}' is as usual.")
    return _write(held, origin.file, key, None, admit)


def _write(held: Held, target: Path, key: Key, value: Any, admit: Admit | None) -> Held:
    """Put a value into a file, or take it out; nothing is written that could not be read again."""
    files = held.files or (user_settings_path(),)
    texts = {file: text for file in files if (text := text_of(file)) is not None}
    texts[target] = _edited(texts.get(target, ""), key, value)
    after = held_by(files, texts)
    if admit is not None:
        admit(after)
    # A file that is a link to where somebody keeps their settings stays one.
    place = target.resolve()
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{place.parent} cannot be made ({error.strerror}).") from None
    write_atomically(place, texts[target], force=True)
    return after


def _edited(text: str, key: Key, value: Any) -> str:
    """The text of a file with one setting changed, and everything else as it was."""
    import tomlkit
    from tomlkit.items import AbstractTable

    document = tomlkit.parse(text)
    place: Any = document
    if len(key) > 1:
        if key[0] not in document:
            if value is None:
                return text
            document.append(key[0], tomlkit.table())
        place = document[key[0]]
    usual = key[-1].replace(" ", "-") if key[0] == "cadences" else key[-1]
    written = next((name for name in place if _same(name, key)), usual)
    if value is not None:
        place[written] = value
    else:
        place.pop(written, None)
        if isinstance(place, AbstractTable) and not place and not _has_comment(place):
            document.pop(key[0])
    return tomlkit.dumps(document)


def _has_comment(table: AbstractTable) -> bool:
    return "#" in table.as_string() + table.trivia.comment


def _same(name: str, key: Key) -> bool:
    return name == key[-1] or (key[0] == "cadences" and as_entry(name) == key[-1])
