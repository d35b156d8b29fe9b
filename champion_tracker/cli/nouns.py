"""Commands about one word of the programme: ``story add``, ``ask set``, ``goal list`` …"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..rules.counting import counted
from ..rules.visible import on_one_line
from .parser import Usage, nearest
from .registry import Command

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from msgspec import Struct

    from .parser import Parser
    from .session import Session


class Action(NamedTuple):
    """One thing that can be done about a noun."""

    usage: str
    """What follows its name: ``PERSON WHAT``."""
    run: Callable[[Session, Namespace, Sequence[str]], None]
    """Does it, with the words that follow."""
    least: int = 0
    """How many words have to follow."""
    most: int = 1
    """How many may; the rest is joined to the last."""
    options: frozenset[str] = frozenset()
    """The options that it takes, without their hyphens."""


def noun(
    does: str,
    actions: Mapping[str, Action],
    options: Mapping[str, Mapping[str, Any]],
) -> Command:
    """A command that is a noun; its first word is what is done, ``list`` where there is none.

    Args:
        does: What the command is for, for its help.
        actions: By name.
        options: What every option is, by name, as argparse takes it.
    """

    def arguments(parser: Parser) -> None:
        lines = [f"  {name} {action.usage}".rstrip() for name, action in actions.items()]
        parser.epilog = "actions:\n" + "\n".join(lines)
        parser.add_argument("words", metavar="ACTION", nargs="*", help="what to do; else list")
        for name, how in options.items():
            takers = [action for action, known in actions.items() if name in known.options]
            help_text = f"{how['help']} ({', '.join(takers)})"
            parser.add_argument(f"--{name}", **{**how, "help": help_text})

    def run(session: Session, given: Namespace) -> None:
        name, *words = given.words or ["list"]
        if name not in actions:
            hint = nearest(name, actions) or f" There are {', '.join(actions)}."
            raise Usage(f"'{name}' is not something to do here.{hint}")
        action = actions[name]
        _check(name, action, words, given, options)
        if len(words) > action.most > 0:
            words[action.most - 1 :] = [" ".join(words[action.most - 1 :])]
        action.run(session, given, words)

    run.__doc__ = does
    return Command(arguments, run)


def _check(
    name: str,
    action: Action,
    words: Sequence[str],
    given: Namespace,
    options: Mapping[str, Mapping[str, Any]],
) -> None:
    if len(words) < action.least or (words and not action.most):
        raise Usage(f"Write: {name} {action.usage}".rstrip() + ".")
    for option, how in options.items():
        value = getattr(given, option.replace("-", "_"))
        is_given = value is not None and value is not False and value != how.get("default", None)
        if is_given and option not in action.options:
            raise Usage(f"--{option} does not go with '{name}'.")


TEXT: Mapping[str, Any] = {"metavar": "TEXT"}
DAY: Mapping[str, Any] = {"metavar": "DAY"}
NUMBER: Mapping[str, Any] = {"metavar": "N"}
FLAG: Mapping[str, Any] = {"action": "store_true"}


def many(what: str) -> Mapping[str, Any]:
    """An option that may be given several times."""
    return {"action": "append", "default": [], "metavar": what}


def unset(**values: Any) -> dict[str, Any]:
    """Those of the values that were given: neither None nor an empty list."""
    return {name: value for name, value in values.items() if value is not None and value != []}


def shape(record: Struct, **more: object) -> dict[str, object]:
    """A record as JSON shows it: every field of its own, then what follows from it."""
    from msgspec import to_builtins

    fields = {name: to_builtins(getattr(record, name)) for name in record.__struct_fields__}
    return {**fields, **more}


def write_rows(
    session: Session, rows: Sequence[Sequence[str]], one: str, many: str, *, shrinks: int
) -> None:
    """A table, and how many rows there are."""
    if rows:
        session.write(*session.layout.table(rows, shrinks=shrinks))
    session.say(counted(len(rows), one, many))


def page(session: Session, title: str, facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A title, and what there is to say under labels."""
    yield on_one_line(title)
    for label, text in facts:
        if text:
            first, *rest = session.layout.paragraphs(text, indent=12)
            yield f"{label:<12}{first.lstrip()}"
            yield from rest


def names(session: Session, ids: Iterable[str]) -> str:
    """The names of people who are still known."""
    people = session.tracker.workspace.people
    return ", ".join(people[key].name for key in ids if key in people)
