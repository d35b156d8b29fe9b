"""What the user has said of who is who: asked once, and known at every later import."""

import re
from collections.abc import Iterable

from ..model import Person, Verdict
from .grouping import Group
from .incoming import Incoming
from .names import words
from .spelling import email_key, organization_key

ROW_KEY = re.compile(r"row-[0-9a-f]{12}")
"""How the key of a row is written."""


def row_key(row: Incoming) -> str:
    """What stands for a row in every import of it, whatever title it gives somebody by then."""
    from hashlib import blake2b

    evidence = (
        row.source_id,
        " ".join(words(row.name)),
        " ".join(sorted(map(email_key, row.emails))),
        organization_key(row.organization),
    )
    text = "\0".join(evidence).encode(errors="replace")
    return f"row-{blake2b(text, digest_size=6).hexdigest()}"


class Answers:
    """Which rows are whose, and whose they are not, as far as it was said."""

    def __init__(self, verdicts: Iterable[Verdict], people: Iterable[Person]) -> None:
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
        return next((self._same[key] for key in _keys(group) if key in self._same), None)

    def deny(self, group: Group, person: Person) -> bool:
        """Whether it was said that the rows are not this person."""
        return bool(self._denied) and any((key, person.id) in self._denied for key in _keys(group))


def _keys(group: Group) -> list[str]:
    return [row_key(row) for row in group.rows]
