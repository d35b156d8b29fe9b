"""A workspace that files are imported into, one after another."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from champion_tracker.exchange import ChangeKind, ImportChange, compare, edits_of, read
from champion_tracker.model import Card, Person, Record, Workspace

SAMPLE = Path(__file__).parents[3] / "shared" / "sample"

needs_sample = pytest.mark.skipif(
    not SAMPLE.is_dir(), reason="the sample directories (../shared/sample) are not here"
)

DAY = date(2026, 3, 2)
LATER = date(2026, 9, 1)


class Desk:
    """Imports texts and files into a workspace of its own, and applies what they change."""

    def __init__(self, folder: Path, *people: Person) -> None:
        self.folder = folder
        self.people = {person.id: person for person in people}
        self.cards: dict[str, Card] = {}

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.people)

    def history(self, person_id: str) -> list[Record]:
        """What is kept about a person beside themselves."""
        return [card for card in self.cards.values() if card.person_id == person_id]

    def look(
        self,
        source: str | bytes | Path,
        *,
        today: date = DAY,
        complete: bool = False,
        follow: bool = False,
        mapping: str = "",
    ) -> list[ImportChange]:
        """What importing ``source`` would change."""
        path = source if isinstance(source, Path) else self.folder / "staff.csv"
        if isinstance(source, str):
            path.write_text(source, encoding="utf-8", newline="")
        elif isinstance(source, bytes):
            path.write_bytes(source)
        fields = None
        if mapping:
            fields = self.folder / "map.toml"
            fields.write_text(mapping, encoding="utf-8")
        reading = read([path], mapping=fields)
        return compare(
            reading,
            self.workspace,
            today=today,
            complete=complete,
            follow=follow,
            history=self.history,
        )

    def take(self, source: str | bytes | Path, **options: object) -> list[ImportChange]:
        """Import ``source``, and return what it changed."""
        changes = self.look(source, **options)  # type: ignore[arg-type]
        self.apply(changes)
        return changes

    def apply(self, changes: list[ImportChange]) -> None:
        """Make the edits as a store would: each on the record that it was made for."""
        edits = edits_of(changes)
        assert len({edit.record.id for edit in edits}) == len(edits)
        for edit in edits:
            assert edit.after != edit.before
            if isinstance(edit.after, Card):
                assert self.cards.get(edit.after.id) == edit.before
                self.cards[edit.after.id] = edit.after
            else:
                assert isinstance(edit.after, Person)
                assert self.people.get(edit.after.id) == edit.before
                self.people[edit.after.id] = edit.after

    def named(self, name: str) -> Person:
        """The only person of a name."""
        (person,) = [p for p in self.people.values() if p.name == name]
        return person


def kinds(changes: list[ImportChange]) -> dict[str, int]:
    """How many entries there are of each kind."""
    return dict(Counter(change.kind.value for change in changes))


def only(changes: list[ImportChange], kind: ChangeKind) -> ImportChange:
    """The one entry of a kind."""
    (change,) = [change for change in changes if change.kind is kind]
    return change
