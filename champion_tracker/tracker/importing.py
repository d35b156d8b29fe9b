"""Importing: what files would change is said first, then done as one change."""

from collections.abc import Callable, Container, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from .. import exchange
from ..exchange import Group
from ..exchange import ImportChange as Change
from ..exchange import mapping as maps
from ..exchange.duplicates import Pair
from ..exchange.duplicates import duplicates as likely_pairs
from ..exchange.files import write_atomically
from ..model import BadInput, Commit, Person
from ..rules.counting import counted
from ..store.collecting import no_collection
from .care import backup_before
from .tracker import Tracker

__all__ = ["Change", "Group", "Pair", "Preview", "apply", "duplicates", "preview", "save_map"]


class Preview(Struct, frozen=True):
    """What an import would change, row by row, and what to tell the user besides."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    """Sentences."""
    files: tuple[str, ...]
    """What was read, by name."""
    columns: tuple[tuple[str, str], ...] = ()
    """The headers of tables, and the field that each was taken for; empty for none."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be different afterwards."""
        return not any(change.edits for change in self.changes)

    @property
    def leaders(self) -> list[int]:
        """For each entry the place of the one with which it is taken or left."""
        return exchange.leaders(self.changes)

    def places(self, is_meant: Callable[[Change], bool]) -> set[int]:
        """The places of entries by what they are; each goes with the one that leads it."""
        leaders = enumerate(self.leaders)
        return {place for place, leader in leaders if is_meant(self.changes[leader])}

    def without(self, places: Container[int]) -> "Preview":
        """The same, but for what is left as it is."""
        left = [change for place, change in enumerate(self.changes) if place in places]
        strangers = {
            edit.record.id
            for change in left
            for edit in change.edits
            if edit.before is None and isinstance(edit.after, Person)
        }
        kept = [change for place, change in enumerate(self.changes) if place not in places]
        if strangers:
            kept = [_not_about(change, strangers) for change in kept]
        return replace(self, changes=tuple(kept))


def _not_about(change: Change, strangers: set[str]) -> Change:
    """An entry without what is dated about somebody who stays out."""
    edits = tuple(edit for edit in change.edits if strangers.isdisjoint(edit.record.about))
    return replace(change, edits=edits) if edits != change.edits else change


@no_collection()
def preview(
    tracker: Tracker,
    paths: Sequence[Path | exchange.Remote],
    *,
    format: str = "",  # noqa: A002
    mapping: Path | None = None,
    sheet: str = "",
    complete: bool = False,
    follow: bool = False,
) -> Preview:
    """Say what importing files today would change; nothing is done.

    Args:
        tracker: The workspace.
        paths: The files, folders of cards, and servers.
        format: What the files are, where that cannot be told from them.
        mapping: A TOML file that says which column holds what.
        sheet: Which sheet of a workbook; else the mapping's, or the first.
        complete: The files list everybody in the organisations that they name.
        follow: Whoever is in the files is to be followed.

    Raises:
        BadInput: a file or the mapping cannot be read at all.
    """
    reading = exchange.read(paths, format=format, mapping=mapping, sheet=sheet)
    matched = exchange.identify(reading, tracker.workspace)
    changes = exchange.compare(
        reading,
        tracker.workspace,
        today=tracker.today,
        complete=complete,
        follow=follow,
        history=tracker.store.history,
        matched=matched,
    )
    return Preview(
        changes=tuple(changes),
        notes=exchange.remarks(reading, tracker.workspace, matched),
        files=tuple(path.name for path in paths),
        columns=reading.columns,
    )


def apply(tracker: Tracker, shown: Preview) -> Commit | None:
    """Make what a preview has shown, as one change, after a backup; None where nothing changes.

    Raises:
        WorkspaceError: the backup cannot be written; nothing was changed.
        Conflict: somebody changed one of the people since; nothing of the import was kept.
    """
    edits = exchange.edits_of(shown.changes)
    if edits and tracker.workspace.people:
        backup_before(tracker, "import")
    people = len({person_id for edit in edits for person_id in edit.record.about})
    count = counted(people, "person", "people")
    files = ", ".join(shown.files) if len(shown.files) < 4 else f"{len(shown.files)} files"
    return tracker.commit("import", f"Imported {files}: {count}", *edits)


def save_map(shown: Preview, path: Path, *, force: bool = False) -> None:
    """Write the mapping file that reads the same columns in the same way.

    Raises:
        BadInput: no table was read, the file is there already, or it cannot be written.
    """
    if not shown.columns:
        raise BadInput("There are no columns to keep: no table was read.")
    write_atomically(path, maps.write(shown.columns), force=force)


def duplicates(tracker: Tracker) -> list[Pair]:
    """Pairs of people who may be one and the same, likeliest first."""
    workspace = tracker.workspace
    return likely_pairs(workspace.people.values(), workspace.verdicts.values())
