"""Every command: in which module it lies, and what it does in a line."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from .parser import Parser
    from .session import Session


class Command(NamedTuple):
    """What a module says of one of its commands."""

    arguments: Callable[[Parser], Any]
    """Tells a parser which arguments there are."""
    run: Callable[[Session, Namespace], None]
    """Does it; its docstring is the command's help."""
    takes_command: bool = False
    """Whether it runs another command, which begins with the first word that is no option."""


COMMANDS = {
    "due": ("due", "whom to nurture today, and why"),
    "done": ("answers", "answer a prompt by doing what it asks"),
    "snooze": ("answers", "put prompts off until a day"),
    "dismiss": ("answers", "settle a prompt without doing it, for a reason"),
    "list": ("looking", "the people who answer to a query"),
    "show": ("looking", "everything about one person"),
    "search": ("searching", "the people and notes that hold some words"),
    "log": ("touches", "log a touch with one or more people"),
    "follow-up": ("touches", "set a reminder about somebody"),
    "role": ("judging", "somebody changed position, or left"),
    "assess": ("judging", "judge somebody: influence, openness, engagement"),
    "pin": ("judging", "hold a standing against the rule"),
    "unpin": ("judging", "let the rule decide again"),
    "add": ("people", "add a person, and follow them"),
    "edit": ("people", "correct what is known about somebody"),
    "tag": ("people", "put tags on people, or take them off"),
    "follow": ("people", "nurture people"),
    "unfollow": ("people", "nurture people no longer"),
    "pause": ("people", "let somebody's cadence rest"),
    "resume": ("people", "let a cadence that rests go on"),
    "archive": ("people", "put people away"),
    "unarchive": ("people", "bring archived people back"),
    "promise": ("promises", "what was promised, by them or by us, and how it ended"),
    "tie": ("ties", "what one person is to another"),
    "untie": ("ties", "a tie no longer holds"),
    "reach": ("ties", "how far somebody's influence reaches, and through whom"),
    "path": ("ties", "who opens the door to somebody"),
    "story": ("stories", "a success worth telling"),
    "tell": ("stories", "a story was told, to people or to an area"),
    "occasion": ("stories", "something that calls for a story while it is fresh"),
    "ask": ("asks", "what we need, and what will not happen without it"),
    "objection": ("objections", "a risk that somebody holds against us, and our answer"),
    "goal": ("goals", "what the programme is for, and where its measure stands"),
    "seat": ("seats", "a place at the table: held, acting, vacant"),
    "what-if": ("seats", "what would be lost with somebody, and who could follow"),
    "programme": ("programme", "the five barriers, each with the facts behind it"),
    "import": ("importing", "people from files, after a look at what would change"),
    "refresh": ("sources", "who moved, by the directories that are named once"),
    "export": ("exporting", "people and notes to files"),
    "duplicates": ("importing", "people who may be one and the same"),
    "same": ("identifying", "a doubtful row of a file is this person"),
    "different": ("identifying", "a row or a person is not this person"),
    "merge": ("identifying", "make one of two records of one person"),
    "take-over": ("identifying", "ties and follow-ups to whoever took up a position"),
    "handover": ("exporting", "a folder for whoever takes over"),
    "remind": ("reminding", "today's prompts on the desktop or by mail"),
    "undo": ("safety", "take back the latest change"),
    "redo": ("safety", "make again what was undone"),
    "history": ("safety", "who changed what, and when"),
    "backup": ("safety", "the whole workspace into one file"),
    "restore": ("safety", "the workspace as it is in a backup"),
    "check": ("safety", "verify everything in the workspace, and mend it"),
    "encrypt": ("safety", "keep the workspace sealed with a passphrase"),
    "decrypt": ("safety", "keep the workspace in clear again"),
    "forget": ("safety", "remove somebody everywhere, for good"),
    "settings": ("settings", "what is set, and where"),
    "locate": ("settings", "where things lie on this machine"),
    "team": ("team", "one workspace for several people, in a database"),
    "copy": ("team", "a whole workspace to another place, with its past"),
    "demo": (
        "surfaces",
        "a throw-away workspace with an invented agency; or a command in it",
    ),
    "serve": ("surfaces", "the application in a browser on this machine"),
}
"""In the order of the help."""


def load(name: str) -> Command:
    """The command that is called ``name``."""
    module = import_module(f".{COMMANDS[name][0]}", __package__)
    command: Command = module.COMMANDS[name]
    return command
