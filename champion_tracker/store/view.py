"""What a store holds in memory, and how a commit changes it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ..model import (
    Answer,
    Assessment,
    Commit,
    Conflict,
    Digest,
    Edit,
    FollowUp,
    Interaction,
    Person,
    Record,
    Settings,
    Workspace,
)
from ..rules.digest import add, digest_of


@dataclass(slots=True)
class View:
    """Everything that is at hand: people, digests, open follow-ups and answers, by identifier."""

    people: dict[str, Person] = field(default_factory=dict)
    digests: dict[str, Digest] = field(default_factory=dict)
    follow_ups: dict[str, FollowUp] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)

    def workspace(self, settings: Settings) -> Workspace:
        """These mappings as the rules want them; they stay live."""
        return Workspace(self.people, self.digests, self.follow_ups, self.answers, settings)

    def apply(self, commit: Commit, history: Callable[[str], Iterable[Record]]) -> None:
        """Show a commit that is already kept.

        ``history`` gives a person's history *after* the commit; it is asked for only when a
        digest must be made anew, which is when something in the past was changed or removed.
        """
        stale: set[str] = set()
        for edit in commit.edits:
            self._place(edit)
            stale |= self._digest(edit)
        for person_id in stale:
            self.digests[person_id] = digest_of(history(person_id))

    def _place(self, edit: Edit) -> None:
        record, kept = edit.record, edit.after is not None and edit.after.is_open
        shelf: dict[str, Person] | dict[str, FollowUp] | dict[str, Answer]
        match record:
            case Person():
                shelf = self.people
            case FollowUp():
                shelf = self.follow_ups
            case Answer():
                shelf = self.answers
            case _:
                return
        if kept:
            shelf[record.id] = record  # type: ignore[assignment]
        else:
            shelf.pop(record.id, None)

    def _digest(self, edit: Edit) -> set[str]:
        """Bring digests up to date; return whose could not be, for want of the history."""
        if not isinstance(edit.record, Interaction | Assessment):
            return set()
        if edit.before is not None:
            return {*edit.before.about, *(edit.after.about if edit.after is not None else ())}
        for person_id in edit.record.about:
            self.digests[person_id] = add(self.digests.get(person_id, Digest()), edit.record)
        return set()


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
