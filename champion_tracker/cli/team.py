"""Commands about workspaces that several people share: team, copy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..places import VARIABLE
from .nouns import Action, noun, write_rows
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..store.shared import Location
    from .parser import Parser
    from .session import Session


def _location(session: Session) -> Location:
    """The address that was named.

    Raises:
        BadInput: it is none.
    """
    from ..store.shared import Location

    return Location.parse(session.named or os.environ.get(VARIABLE, ""))


def _init(session: Session, _: Namespace, __: Sequence[str]) -> None:
    from ..store.shared.team import init_team

    location = _location(session)
    init_team(location)
    session.say(f"There is a workspace at {location}. Next: team role LOGIN editor.")


def _upgrade(session: Session, _: Namespace, __: Sequence[str]) -> None:
    from ..store.shared.team import upgrade_team

    location = _location(session)
    upgrade_team(location)
    session.say(f"{location} is up to date.")


def _role(session: Session, _: Namespace, words: Sequence[str]) -> None:
    from ..store.shared.team import give_role

    location = _location(session)
    login, role = words
    give_role(location, login, role)
    session.say(f"{login} is {role} of {location}.")


def _list(session: Session, given: Namespace, _: Sequence[str]) -> None:
    from ..store.shared.team import read_roles

    roles = read_roles(_location(session))
    if given.json:
        session.write_json(members=({"login": login, "role": role} for login, role in roles))
    else:
        write_rows(session, roles, "member", "members", shrinks=0)


def _copy_arguments(parser: Parser) -> None:
    parser.add_argument("source", metavar="FROM", help="a folder, or the address of a database")
    parser.add_argument("target", metavar="TO", help="where nothing is yet, or a copy begun before")


def _copy(session: Session, given: Namespace) -> None:
    """A whole workspace to another place, with its past; the same again goes on where it stopped.

    What others keep private in a shared workspace is theirs to copy.
    """
    from ..store.shared.copying import copy
    from ..tracker.opening import open_tracker

    source = open_tracker(given.source)
    try:
        target = open_tracker(given.target)
        try:
            copied = copy(source.store, target.store)
        finally:
            target.close()
    finally:
        source.close()
    session.say(
        f"{copied.records} records and {copied.commits} changes are there, and the same on both "
        f"sides (SHA-256 {copied.checksum[:16]})."
    )


COMMANDS = {
    "team": noun(
        "One workspace for several people, in a database that --workspace names by its address.",
        {
            "init": Action("", _init, 0, 0),
            "upgrade": Action("", _upgrade, 0, 0),
            "role": Action("LOGIN ROLE", _role, 2, 2),
            "list": Action("", _list, 0, 0, frozenset({"json"})),
        },
        {"json": {"action": "store_true", "help": "as JSON, under 'members'"}},
    ),
    "copy": Command(_copy_arguments, _copy),
}
