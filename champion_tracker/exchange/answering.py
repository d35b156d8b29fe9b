"""What the user has said of who is who: asked once, and known at every later import."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from ..model import Person, Verdict
from .grouping import Group
from .incoming import Incoming
from .names import words
from .spelling import email_key, organization_key

ROW_KEY = re.compile(r"row-[0-9a-f]{12}")
"""How the key of a row is written."""


class RowKeys:
    """What stands for each row of a file in every import of it.

    That is who it names and where, whatever their title is by then; only of several rows that
    name the same one in the same place it is the title, too.
    """

    def __init__(self, rows: Sequence[Incoming]) -> None:
        self._rows = rows

    @cached_property
    def _namesakes(self) -> set[tuple[str, ...]]:
        counts = Counter(map(_evidence, self._rows))
        return {evidence for evidence, count in counts.items() if count > 1}

    def of(self, row: Incoming) -> str:
        """The key of one of the rows."""
        from hashlib import blake2b

        evidence = _evidence(row)
        if evidence in self._namesakes:
            evidence = (*evidence, row.title, row.area, *row.phones, row.rest)
        text = "\0".join(evidence).encode(errors="replace")
        return f"row-{blake2b(text, digest_size=6).hexdigest()}"


def _evidence(row: Incoming) -> tuple[str, ...]:
    return (
        row.source_id,
        " ".join(words(row.name)),
        " ".join(sorted(map(email_key, row.emails))),
        organization_key(row.organization),
    )


class Answers:
    """Which rows are whose, and whose they are not, as far as it was said."""

    def __init__(
        self, verdicts: Iterable[Verdict], people: Iterable[Person], rows: Sequence[Incoming]
    ) -> None:
        self._keys = RowKeys(rows)
        known = {person.id: person for person in people}
        self._same: dict[str, Person] = {}
        self._denied: set[tuple[str, str]] = set()
        for verdict in verdicts:
            if not verdict.same:
                self._denied.add((verdict.row, verdict.person_id))
            elif verdict.row and verdict.person_id in known:
                self._same[verdict.row] = known[verdict.person_id]

    def person(self, group: Group) -> Person | None:
        """Who the rows were said to be."""
        if not self._same:
            return None
        return next((self._same[key] for key in self.keys(group) if key in self._same), None)

    def deny(self, group: Group, person: Person) -> bool:
        """Whether it was said that the rows are not this person."""
        return bool(self._denied) and any(
            (key, person.id) in self._denied for key in self.keys(group)
        )

    def keys(self, group: Group) -> list[str]:
        """What stands for each of the rows."""
        return [self._keys.of(row) for row in group.rows]
