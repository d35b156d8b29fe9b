"""Writing a commit: as it fits to what the database holds by now, and never twice."""

from collections.abc import Callable, Collection, Mapping

from msgspec.structs import replace
from psycopg import IntegrityError
from psycopg.errors import NotNullViolation
from sqlalchemy import Connection

from ...model import Commit, Conflict, Edit, Person, Record, WorkspaceError
from . import log
from .asking import Asker
from .database import IN_TURN, transaction
from .location import Location
from .merging import merged, names_of
from .privacy import holds_private, is_private
from .writing import Held, Key, key_of, read_held, wait_for_turn, write


class Committer:
    """Writes the commits of one store.

    Args:
        asker: Asks the database.
        location: Where that is, and which workspace.
        people: Those at hand, by identifier, to name whom a conflict is about.
    """

    def __init__(self, asker: Asker, location: Location, people: dict[str, Person]) -> None:
        self._asker = asker
        self._location = location
        self._name = location.workspace
        self._people = people

    def keep(
        self, commit: Commit, meanwhile: Callable[[Commit], None] = lambda _: None
    ) -> tuple[int, Commit]:
        """Write a commit; return its number (0 if it was there already) and what was written.

        Args:
            commit: What to write.
            meanwhile: Is told what is being written, and may use the time until that is done;
                whether it will be is not known then.

        Raises:
            Conflict: a field that it changes has been changed by somebody else.
            WorkspaceError: it may not be changed, or it is not known whether it was.
        """

        has_private = any(is_private(edit.after) for edit in commit.edits)

        def work(connection: Connection) -> tuple[int, Commit]:
            if has_private and not holds_private(connection):
                raise WorkspaceError(
                    f"{self._location.called} would show private entries to others: its row-level "
                    "security is off. Nothing was changed.",
                    "Write it without keeping it private, or ask whoever runs the database.",
                )
            try:
                return self._write(connection, commit, meanwhile)
            except (Conflict, IntegrityError) as error:
                # An attempt whose answer was lost stands in the way of the next one.
                if log.is_kept(connection, self._name, commit.id):
                    return 0, commit
                self._refuse_made(connection, commit)
                if not isinstance(error, NotNullViolation):
                    raise
            # Somebody was quicker by a moment, and might be again: the next look is in turn.
            with transaction(connection, IN_TURN):
                wait_for_turn(connection, self._name)
                return self._write(connection, commit, meanwhile)

        return self._asker.ask_to_change(work)

    def _write(
        self, connection: Connection, commit: Commit, meanwhile: Callable[[Commit], None]
    ) -> tuple[int, Commit]:
        held = read_held(connection, self._name, (edit.before for edit in commit.edits))
        fitted = self._fitted(connection, commit, held)
        number = write(connection, self._name, fitted, held, lambda: meanwhile(fitted))
        if not number:
            raise WorkspaceError(
                f"You may read {self._location.called}, and not change it.",
                "An owner can let you: `champion-tracker team role`.",
            )
        return number, fitted

    def _fitted(self, connection: Connection, commit: Commit, held: Mapping[Key, Held]) -> Commit:
        """The commit as it applies to what the database holds by now."""
        now: dict[Key, Record | None] = {key: found.record for key, found in held.items()}
        edits = []
        for edit in commit.edits:
            key = key_of(edit.record)
            is_new = edit.before is None and key not in now
            edits.append(edit if is_new else self._merged(connection, edit, now.get(key)))
            now[key] = edits[-1].after
        return replace(commit, edits=tuple(edits))

    def _merged(self, connection: Connection, edit: Edit, held: Record | None) -> Edit:
        def who(fields: Collection[str]) -> str:
            return log.read_who(connection, self._name, edit.record, fields)

        return merged(edit, held, names_of(edit.record, self._people), who)

    def _refuse_made(self, connection: Connection, commit: Commit) -> None:
        """Raise if something that a commit makes is there already."""
        made = [edit for edit in commit.edits if edit.before is None]
        there = read_held(connection, self._name, (edit.after for edit in made))
        for edit in made:
            if (found := there.get(key_of(edit.record))) is not None:
                self._merged(connection, edit, found.record)
