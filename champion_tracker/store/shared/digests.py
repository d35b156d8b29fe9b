"""The stored digests, brought up to date by what was committed since."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select

from ...model import Digest, Edit
from ..view import View
from .log import read_edits
from .reading import read_history
from .tables import digests, folds

decode_digest = msgspec.json.Decoder(Digest).decode


def read_digests(connection: Connection, workspace: str, number: int) -> tuple[View, set[str]]:
    """The digests, up to commit ``number``, of what everybody may see; in a view of their own.

    Comes with whom the commits touched that are not in the stored ones. However many these are,
    few of them are in memory at a time.
    """
    rows = connection.execute(
        select(digests.c.person, digests.c.digest).where(digests.c.workspace == workspace)
    )
    view = View()
    view.digests.update((person, decode_digest(digest)) for person, digest in rows)
    touched: set[str] = set()

    def since() -> Iterator[Edit]:
        begun = folded(connection, workspace)
        for edit in read_edits(connection, workspace, begun, number):
            touched.update(edit.about)
            yield edit

    view.take_in(since(), lambda p: read_history(connection, workspace, p, public=True))
    return view, touched


def folded(connection: Connection, workspace: str) -> int:
    """The last commit that is in the digests as they are stored."""
    return (
        connection.execute(select(folds.c.number).where(folds.c.workspace == workspace)).scalar()
        or 0
    )
