"""Reading what may be long by pages, so that whoever sits in front of a screen waits for none long.

No transaction is left open between two pages, and each is asked for when it is wanted.
"""

from collections.abc import Iterator

from ...model import Commit, Record
from . import log, reading
from .asking import Asker
from .database import SINGLE, SNAPSHOT


def all_records(asker: Asker, workspace: str) -> Iterator[Record]:
    """Every record, in the order in which they came to be."""
    end = reading.NOWHERE
    while True:
        end, page = asker.ask(
            lambda c, at=end: reading.read_records(c, workspace, at),  # type: ignore[misc]
            SINGLE,
        )
        yield from page
        if end == reading.NOWHERE:
            return


def newest_first(asker: Asker, workspace: str, newest: int, person_id: str) -> Iterator[Commit]:
    """The log down from commit ``newest``; that of one person if one is named."""
    below = newest + 1
    while below:
        below, page = asker.ask(
            lambda c, at=below: log.read_page(c, workspace, at, person_id),  # type: ignore[misc]
            SNAPSHOT,
        )
        yield from page


def oldest_first(asker: Asker, workspace: str, last: int) -> Iterator[Commit]:
    """The log up to commit ``last``."""
    for above in range(0, last, log.PAGE):
        up_to = min(above + log.PAGE, last)
        yield from asker.ask(
            lambda c, a=above, b=up_to: log.read_commits(c, workspace, above=a, up_to=b),  # type: ignore[misc]
            SNAPSHOT,
        )
