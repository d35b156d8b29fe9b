"""What is set and whence, and where things lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import BadInput
from ..rules.visible import on_one_line
from ..tracker.settings_schema import Setting, kind_of, settings_in
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from ..tracker.settings import Held
    from .parser import Parser
    from .session import Session


def _settings_arguments(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help="one setting; else all of them")
    parser.add_argument("value", metavar="VALUE", nargs="?", help="what it is from now on")
    parser.add_argument("--usual", action="store_true", help="as it was before anybody set it")
    parser.add_argument("--here", action="store_true", help="set it in this workspace only")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'settings'")


def _settings(session: Session, given: Namespace) -> None:
    """Every setting that holds in the workspace, and where it was set; or set one.

    The files are called settings.toml: one among your own, which holds in all your workspaces,
    and one in the folder of the workspace, which comes before it. 'locate' says where they lie.
    A change keeps the comments in them. Lists have commas: settings areas "Roads, Parks".
    """
    from ..tracker.opening import settings_for

    held = settings_for(session.named)
    if given.name and (given.usual or given.value is not None):
        held = _changed(session, held, given)
    elif given.value is None and (given.usual or given.here):
        raise BadInput("Which setting?", "Write: settings NAME VALUE, or settings NAME --usual.")
    rows = list(settings_in(held))
    if given.name:
        key, _ = kind_of(given.name)
        rows = [row for row in rows if row.key == key]
    if given.json:
        session.write_json(settings=[_shape(row) for row in rows])
        return
    lines = [
        (on_one_line(row.name), on_one_line(row.text), str(row.origin or "as usual"))
        for row in rows
    ]
    session.write(*session.layout.table(lines, shrinks=1))
    if given.name:
        for row in rows:
            session.say(f"It says {row.kind.purpose}. It wants {row.kind.wants}.")


def _changed(session: Session, held: Held, given: Namespace) -> Held:
    from ..tracker.changing_settings import change, forget, workspace_file

    if given.usual:
        return forget(held, given.name)
    file = workspace_file(held) if given.here else None
    if given.here and file is None:
        raise BadInput("A shared database has no settings of its own.", "Leave --here out.")
    return change(held, given.name, given.value, file=file)


def _shape(row: Setting) -> dict[str, object]:
    return {
        "name": row.name,
        "value": row.value,
        "file": str(row.origin.file) if row.origin else None,
        "line": row.origin.line if row.origin else None,
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
