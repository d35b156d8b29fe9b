"""A whole workspace from one store to another, with its past, whatever the stores are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256

from msgspec import Struct

from ...model import BadInput, Commit, Edit, Record, WorkspaceError
from ..documents import encode
from ..protocol import Store
from .store import SharedStore
from .writing import Key, key_of

BATCH = 2_000
"""How many records that are older than the log go into one commit."""

BEGINNING = "begin"
"""The verb of the commits with which a copy begins; nobody undoes what came before."""

Listener = Callable[[int, int], None]


class Copied(Struct, frozen=True):
    """What a copy holds."""

    records: int
    commits: int
    checksum: str
    """Of every record, the same on both sides."""


def copy(source: Store, target: Store, tell: Listener = lambda done, of: None) -> Copied:
    """Copy what one may see of ``source`` into ``target``, which is empty or a copy begun before.

    Everything goes as the commits that made it, in their order; what the log does not reach any
    more goes first. A copy that was interrupted goes on after the last commit that arrived.

    Args:
        source: Whence. Nobody should change it meanwhile.
        target: Whither.
        tell: Hears how many of how many commits are there.

    Raises:
        BadInput: the target holds something else.
        WorkspaceError: one of them failed, or the copy is not the same in the end.
    """
    held, past = contents(source), list(source.commits())[::-1]
    coming = [*_beginning(before(held, past), past), *past]
    arrived = _arrived(target, [commit.id for commit in coming])
    for done, commit in enumerate(coming[arrived:], arrived):
        tell(done, len(coming))
        target.commit(commit)
    tell(len(coming), len(coming))
    copied, wanted = _sum(contents(target)), _sum(held)
    if copied != wanted:
        raise WorkspaceError(
            f"The copy is not the same: {copied[0]} of {wanted[0]} records arrived, or somebody "
            "changed one of the workspaces meanwhile.",
            "Copy again into an empty one while nobody works.",
        )
    if isinstance(target, SharedStore):
        target.index()
    return Copied(copied[0], len(coming), copied[1])


def contents(store: Store) -> dict[Key, Record]:
    """Every record, in the order in which they were made."""
    answers = store.workspace.answers.values()
    return {key_of(record): record for record in (*store.search(""), *answers)}


def before(held: dict[Key, Record], past: Sequence[Commit]) -> dict[Key, Record]:
    """What there was before the commits of ``past``."""
    found = dict(held)
    for commit in reversed(past):
        for edit in reversed(commit.edits):
            if edit.before is None:
                found.pop(key_of(edit.record), None)
            else:
                found[key_of(edit.before)] = edit.before
    return found


def _beginning(held: dict[Key, Record], past: Sequence[Commit]) -> Iterator[Commit]:
    """The commits that make what there was before the log; the same ones at every attempt."""
    records = list(held.values())
    at = past[0].at if past else datetime(1970, 1, 1, tzinfo=UTC)
    for start in range(0, len(records), BATCH):
        batch = records[start : start + BATCH]
        yield Commit(
            id=f"copy-{start}-{_digest(map(encode, batch))[:16]}",
            at=at,
            verb=BEGINNING,
            summary=f"Copied {len(batch)} records",
            edits=tuple(Edit(after=record) for record in batch),
        )


def _arrived(target: Store, coming: list[str]) -> int:
    """How many of the commits to come are there already."""
    last = next(iter(target.commits()), None)
    if last is None and not target.workspace.people:
        return 0
    if last is None or last.id not in coming:
        raise BadInput(
            "There is something else where the copy should go.", "Name an empty or a new workspace."
        )
    return coming.index(last.id) + 1


def _sum(held: dict[Key, Record]) -> tuple[int, str]:
    return len(held), _digest(encode(held[key]) for key in sorted(held))


def _digest(documents: Iterable[bytes]) -> str:
    digest = sha256()
    for document in documents:
        digest.update(document + b"\n")
    return digest.hexdigest()
