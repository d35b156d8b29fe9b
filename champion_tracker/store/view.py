"""What a store holds in memory, and how a commit changes it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field

from ..model import (
    Answer,
    Ask,
    Assessment,
    Commit,
    Conflict,
    Digest,
    Edit,
    FollowUp,
    Goal,
    Interaction,
    Matter,
    Objection,
    Occasion,
    Person,
    Promise,
    Record,
    Seat,
    Settings,
    Story,
    Telling,
    Tie,
    Verdict,
    Watch,
    Workspace,
)
from ..rules.digest import add, digest_of
from ..rules.watch import touched_by
from .shelf import Shelf

SHELVES: dict[type, str] = {
    Person: "people",
    Answer: "answers",
    FollowUp: "follow_ups",
    Promise: "promises",
    Tie: "ties",
    Story: "stories",
    Telling: "tellings",
    Occasion: "occasions",
    Ask: "asks",
    Objection: "objections",
    Goal: "goals",
    Seat: "seats",
    Verdict: "verdicts",
}
"""Where records of each kind are at hand, as long as they are open."""


COUNTED = (Interaction, Assessment, Promise)
"""What digests are made of."""


class View(Struct):
    """Everything that is at hand: people, digests and open matters, by identifier."""

    people: Shelf[Person] = field(default_factory=Shelf)
    digests: Shelf[Digest] = field(default_factory=Shelf)
    answers: dict[str, Answer] = {}
    follow_ups: dict[str, FollowUp] = {}
    promises: dict[str, Promise] = {}
    ties: dict[str, Tie] = {}
    stories: dict[str, Story] = {}
    tellings: dict[str, Telling] = {}
    occasions: dict[str, Occasion] = {}
    asks: dict[str, Ask] = {}
    objections: dict[str, Objection] = {}
    goals: dict[str, Goal] = {}
    seats: dict[str, Seat] = {}
    verdicts: dict[str, Verdict] = {}
    matters_of: dict[str, dict[str, Matter]] = {}
    watch: Watch = field(default_factory=Watch)

    def workspace(self, settings: Settings) -> Workspace:
        """These mappings as the rules want them; they stay live."""
        return Workspace(
            **{name: getattr(self, name) for name in self.__struct_fields__}, settings=settings
        )

    def clear(self) -> None:
        """Show nothing; the mappings stay the same ones."""
        for name in self.__struct_fields__:
            getattr(self, name).clear()

    def become(self, other: "View") -> None:
        """Show what another view shows; the mappings stay the same ones, and nobody rests."""
        self.clear()
        for name in self.__struct_fields__:
            if name != "watch":
                getattr(self, name).update(getattr(other, name))

    def add(self, other: "View") -> None:
        """Show people, digests and matters that another view shows, too."""
        for shelf in SHELVES.values():
            for record in getattr(other, shelf).values():
                self.place(record)
        self.digests.update(other.digests)

    def apply(self, commits: Iterable[Commit], history: Callable[[str], Iterable[Record]]) -> None:
        """Show commits that are already kept; ``history`` is as in `take_in`."""
        self.take_in((edit for commit in commits for edit in commit.edits), history)

    def take_in(self, edits: Iterable[Edit], history: Callable[[str], Iterable[Record]]) -> None:
        """Show edits that are already kept, looking at each once.

        ``history`` gives a person's history *after* all of them; it is asked for only when a
        digest must be made anew, which is when something in the past was changed or removed.
        """
        stale: set[str] = set()
        for edit in edits:
            if edit.before is not None:
                self._take_away(edit.before)
            if edit.after is not None:
                self.place(edit.after)
            stale |= self._digest(edit)
            self._wake(edit)
        for person_id in stale:
            self.digests[person_id] = digest_of(history(person_id))

    def reckoned(self, edits: Iterable[Edit]) -> dict[str, Digest]:
        """The digests of whom new records are about as they become by them."""
        found: dict[str, Digest] = {}
        for record in (edit.record for edit in edits):
            if isinstance(record, COUNTED):
                for person_id in record.about:
                    held = found.get(person_id) or self.digests.get(person_id, Digest())
                    found[person_id] = add(held, record)
        return found

    def show_new(self, edits: Iterable[Edit], digests: Mapping[str, Digest]) -> None:
        """Show new records; ``digests`` are those that are `reckoned` from them."""
        for edit in edits:
            self.place(edit.record)
            self._wake(edit)
        self.digests.update(digests)

    def wake(self, commit: Commit) -> None:
        """Let nobody rest whom a commit may concern."""
        for edit in commit.edits:
            self._wake(edit)

    def _wake(self, edit: Edit) -> None:
        self.watch.wake(touched_by(edit), is_story=isinstance(edit.record, Story | Telling))

    def place(self, record: Record) -> None:
        """Put a record where it is at hand, if it belongs there."""
        shelf = SHELVES.get(type(record))
        if shelf is None or not record.is_open:
            return
        getattr(self, shelf)[record.id] = record
        if isinstance(record, Matter):
            for person_id in record.about:
                self.matters_of.setdefault(person_id, {})[record.id] = record

    def _take_away(self, record: Record) -> None:
        shelf = SHELVES.get(type(record))
        if shelf is not None:
            getattr(self, shelf).pop(record.id, None)
        for person_id in record.about:
            self.matters_of.get(person_id, {}).pop(record.id, None)

    def _digest(self, edit: Edit) -> set[str]:
        """Bring digests up to date; return whose could not be, for want of the history."""
        if not isinstance(edit.record, COUNTED):
            return set()
        if edit.before is not None:
            return {*edit.before.about, *(edit.after.about if edit.after is not None else ())}
        for person_id in edit.record.about:
            self.digests[person_id] = add(self.digests.get(person_id, Digest()), edit.record)
        return set()


def digests_of(records: Iterable[Record]) -> dict[str, Digest]:
    """The digests of everybody whom these records are about."""
    digests: dict[str, Digest] = {}
    for record in records:
        for person_id in record.about:
            digests[person_id] = add(digests.get(person_id, Digest()), record)
    return digests


def check(edit: Edit, held: Record | None, people: dict[str, Person]) -> None:
    """Refuse an edit whose ``before`` is not what the store holds.

    Raises:
        Conflict: names the person and both values.
    """
    if held == edit.before:
        return
    names = ", ".join(people[p].name if p in people else p for p in edit.record.about) or "this"
    raise Conflict(
        f"{names}: {_difference(edit.before, held)}.",
        "Nothing was changed; look at it as it is now and do it again if it still holds.",
    )


def _difference(expected: Record | None, held: Record | None) -> str:
    if held is None:
        return "it has been removed by somebody else meanwhile"
    if expected is None:
        return "it is already there"
    changed: Sequence[str] = [
        f"{name} was {_shown(getattr(expected, name))} and is now {_shown(getattr(held, name))}"
        for name in held.__struct_fields__
        if hasattr(expected, name) and getattr(expected, name) != getattr(held, name)
    ]
    return "somebody else changed it meanwhile (" + "; ".join(changed) + ")"


def _shown(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return repr(text) if len(text) <= 60 else f"a text of {len(text)} characters"
