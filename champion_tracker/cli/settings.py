"""What is set and whence, and where things lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rules.visible import on_one_line
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from ..tracker.settings import Held, Key, Origin
    from .parser import Parser
    from .session import Session


def _settings_arguments(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON, under 'settings'")


def _settings(session: Session, given: Namespace) -> None:
    """Every setting that holds in the workspace, and where it was set.

    The files are called settings.toml: one among your own, which holds in all your workspaces,
    and one in the folder of the workspace, which comes before it. 'locate' says where they lie.
    """
    from ..tracker.opening import settings_for

    held = settings_for(session.named)
    rows = list(_rows(held))
    if given.json:
        session.write_json(settings=[_shape(*row) for row in rows])
        return
    lines = [
        (on_one_line(".".join(key)), on_one_line(_text(value)), str(origin or "as usual"))
        for key, value, origin in rows
    ]
    session.write(*session.layout.table(lines, shrinks=1))


def _rows(held: Held) -> Iterator[tuple[Key, object, Origin | None]]:
    for name in held.preferences.__struct_fields__:
        value = getattr(held.preferences, name)
        entries = value.items() if isinstance(value, dict) else ()
        for entry, its in entries:
            key = (name, str(entry))
            yield key, its, held.origins.get(key)
        if not isinstance(value, dict):
            yield (name,), value, held.origins.get((name,))


def _text(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _shape(key: Key, value: object, origin: Origin | None) -> dict[str, object]:
    return {
        "name": ".".join(key),
        "value": value,
        "file": str(origin.file) if origin else None,
        "line": origin.line if origin else None,
    }


def _locate_arguments(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON, under 'places'")


def _locate(session: Session, given: Namespace) -> None:
    """Where workspace, settings and logs lie, and whether they are there yet."""
    places = list(_places(session))
    if given.json:
        session.write_json(
            places=[
                {"name": name, "path": str(path), "exists": path.exists()} for name, path in places
            ]
        )
        return
    for name, path in places:
        missing = "" if path.exists() else "   (not there yet)"
        session.write(f"{name:<22}{on_one_line(str(path))}{missing}")


def _places(session: Session) -> Iterator[tuple[str, Path]]:
    from ..places import SETTINGS, log_path, user_settings_path, workspace_path
    from ..tracker.opening import is_shared

    if is_shared(session.named):
        # Its address is not shown, for it may hold a password.
        session.say("The workspace lies in a shared database.")
    else:
        folder = workspace_path(session.named).absolute()
        yield "workspace", folder
        yield "workspace's settings", folder / SETTINGS
    yield "your settings", user_settings_path()
    yield "logs", log_path()


COMMANDS = {
    "settings": Command(_settings_arguments, _settings),
    "locate": Command(_locate_arguments, _locate),
}
