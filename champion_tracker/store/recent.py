"""What was committed since the last fold, as it covers what was folded before."""

from collections.abc import Iterable, Iterator

from ..model import Answer, Commit, Person, Record


class Recent:
    """The dated records that newer commits made, changed or removed, by identifier.

    Laid over any state of the history files between the last fold and now, it gives the same
    result, so a fold that dies half way through does no harm.
    """

    def __init__(self) -> None:
        self._made: dict[str, Record] = {}
        self._changed: dict[str, Record] = {}
        self._removed: set[str] = set()
        self._came_from: dict[str, set[str]] = {}

    def apply(self, commit: Commit) -> None:
        """Take in one more commit."""
        for edit in commit.edits:
            if not isinstance(edit.record, Person | Answer):
                self._keep(edit.record.id, edit.after, is_new=edit.before is None)
                if edit.before is not None and edit.after is not None:
                    for person_id in {*edit.after.about} - {*edit.before.about}:
                        self._came_from.setdefault(person_id, set()).update(edit.before.about)

    def _keep(self, key: str, after: Record | None, *, is_new: bool) -> None:
        if after is None:
            self._changed.pop(key, None)
            self._made.pop(key, None)
            self._removed.add(key)
        elif is_new or key in self._made:
            self._made[key] = after
        else:
            self._changed[key] = after

    @property
    def has_changed_any(self) -> bool:
        """Whether a newer commit changed what older files hold."""
        return bool(self._changed)

    def knows(self, key: str) -> bool:
        """Whether a newer commit says what became of this record."""
        return key in self._made or key in self._changed or key in self._removed

    def get(self, key: str) -> Record | None:
        """The record as newer commits left it."""
        return self._made.get(key) or self._changed.get(key)

    def sources(self, person_id: str) -> set[str]:
        """In whose older history that of a person lies: their own, and of whom records came."""
        return {person_id, *self._came_from.get(person_id, ())}

    def cover(self, older: Iterable[Record]) -> Iterator[Record]:
        """Yield ``older`` as newer commits left it, then what they made."""
        for record in older:
            if record.id in self._made or record.id in self._removed:
                continue
            yield self._changed.get(record.id, record)
        yield from tuple(self._made.values())

    def history(self, person_id: str, older: Iterable[Record]) -> list[Record]:
        """``older`` covered, and of both only what is about one person."""
        return [record for record in self.cover(older) if person_id in record.about]
