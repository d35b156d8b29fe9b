"""The safety net: undo, redo, history, backup, restore, check, forget, encrypt, decrypt."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import BadInput
from ..rules.counting import counted
from ..rules.folding import fold
from ..tracker.undoing import redo, undo
from .people import one_person
from .registry import Command
from .values import count

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser
    from .session import Session


def _no_arguments(_: Parser) -> None:
    """There are none."""


def _undo(session: Session, _: Namespace) -> None:
    """Take back the latest change that still stands, whoever made it; again for the one before."""
    undo(session.tracker)


def _redo(session: Session, _: Namespace) -> None:
    """Make again what was undone last; again for the one before. Nothing, once you go on."""
    redo(session.tracker)


def _history_arguments(parser: Parser) -> None:
    parser.add_argument("person", metavar="PERSON", nargs="*", help="only what is about them")
    parser.add_argument("--last", metavar="N", help="only so many, the newest")
    parser.add_argument("--json", action="store_true", help="as JSON, under 'changes'")


def _history(session: Session, given: Namespace) -> None:
    """Who changed what, and when, newest first: as far back as is remembered."""
    about = session.person(*given.person).id if given.person else ""
    last = count(given.last, "number of changes")
    commits = list(islice(session.tracker.store.commits(about), last))
    if given.json:
        from .shapes import commit

        session.write_json(changes=map(commit, commits))
    elif commits:
        rows = [
            (made.at.astimezone().strftime("%Y-%m-%d %H:%M"), made.who, made.verb, made.summary)
            for made in commits
        ]
        session.write(*session.layout.table(rows, shrinks=3))
    else:
        session.say("Nothing was changed yet.")


def _backup_arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help="where to")
    parser.add_argument("--force", action="store_true", help="over a file that is there already")


def _backup(session: Session, given: Namespace) -> None:
    """The whole workspace into one file that only you can read; see also 'restore'."""
    from ..tracker import care

    hidden = care.backup(session.tracker, Path(given.file).expanduser(), force=given.force)
    session.say(f"Wrote {given.file}.")
    if hidden:
        changes = counted(hidden, "change is", "changes are")
        session.say(f"{changes} in part or whole private to others, which is not in it.")


def _restore_arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help="a backup")


def _restore(session: Session, given: Namespace) -> None:
    """The workspace as it is in a backup; as it was, it is kept in another one.

    In a shared workspace it is one more change, so 'undo' takes it back; an empty one gets the
    past as well.
    """
    from ..tracker import care

    back = care.restore(Path(given.file).expanduser(), session.named)
    session.say(f"Restored {given.file}." + (f" To come back: {back}" if back else ""))


def _check_arguments(parser: Parser) -> None:
    parser.add_argument("--repair", action="store_true", help="mend what can be mended")


def _check(session: Session, given: Namespace) -> None:
    """Verify everything in the workspace; ends with 1 where something is not as it should be."""
    from ..tracker import care

    report = care.repair(session.named) if given.repair else care.check(session.named)
    session.write(*report.findings, *report.mended)
    found = "All is well" if report.is_sound else f"{len(report.findings)} things were found"
    session.say(
        f"{found}. People: {report.people}, entries: {report.records}, changes: {report.commits}."
    )
    session.exit_status = 0 if report.is_sound or given.repair else 1


def _forget_arguments(parser: Parser) -> None:
    one_person(parser)
    parser.add_argument("--confirm", metavar="NAME", help="the whole name; else it is asked for")


def _forget(session: Session, given: Namespace) -> None:
    """Remove somebody everywhere, for good: records, ties, journals, automatic backups.

    'export json --person' gives them what is kept about them, and is worth doing before.
    """
    from ..tracker import care

    person = session.person(*given.person)
    if fold(given.confirm or _asked(session, person.name)) != fold(person.name):
        raise BadInput(
            "Nobody was forgotten.", f"--confirm has to be the whole name, {person.name}."
        )
    gone = care.forget(session.tracker, person)
    session.say(f"Forgotten: in {gone.files} files and {gone.backups} automatic backups.")
    if gone.mentions:
        session.say(f"The name still stands in {len(gone.mentions)} entries about others:")
        session.write(*gone.mentions)
    for sentence in gone.out_of_reach:
        session.say(sentence)


def _asked(session: Session, name: str) -> str:
    if not session.is_interactive:
        raise BadInput("Nobody was forgotten.", "There is nobody to ask: give --confirm NAME.")
    session.say(f"This cannot be undone. 'export json --person' keeps a copy of {name}.")
    sys.stderr.write("Type the whole name to go on: ")
    sys.stderr.flush()
    return sys.stdin.readline()


def _encrypt(session: Session, _: Namespace) -> None:
    """Keep the workspace sealed with a passphrase; without it nobody reads it again, nor you.

    The passphrase is asked for, or read from the keyring or from the file descriptor that
    CHAMPION_TRACKER_PASSPHRASE_FD names.
    """
    from ..tracker import care

    passphrase = care.passphrase(session.tracker)
    if session.is_interactive:
        from getpass import getpass

        if getpass("Once more: ") != passphrase:
            raise BadInput("That was not the same; nothing was encrypted.")
    care.encrypt(session.tracker, passphrase)
    session.say("Encrypted. Exports, and backups that you made before, are as they were.")


def _decrypt(session: Session, _: Namespace) -> None:
    """Keep the workspace in clear again."""
    from ..tracker import care

    care.decrypt(session.tracker)
    session.say("Decrypted.")


COMMANDS = {
    "undo": Command(_no_arguments, _undo),
    "redo": Command(_no_arguments, _redo),
    "history": Command(_history_arguments, _history),
    "backup": Command(_backup_arguments, _backup),
    "restore": Command(_restore_arguments, _restore),
    "check": Command(_check_arguments, _check),
    "encrypt": Command(_no_arguments, _encrypt),
    "decrypt": Command(_no_arguments, _decrypt),
    "forget": Command(_forget_arguments, _forget),
}
