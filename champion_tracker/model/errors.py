"""The small tree of errors: a sentence, a hint, and the exit status that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .changes import Commit
    from .clash import Clash


class TrackerError(Exception):
    """Something that a user can understand and act upon.

    Attributes:
        sentence: What is wrong and where, as one sentence. Never holds the text of a note.
        hint: What to do about it, or an empty string.
        exit_status: What the command line ends with.
    """

    exit_status = 1

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()


class BadInput(TrackerError):
    """What was given cannot be taken as it is; nothing changed."""


class NotFound(BadInput):
    """Nothing answers to the name, address or identifier that was given."""


class Ambiguous(BadInput):
    """More than one person answers; ``candidates`` are their names with what tells them apart."""

    def __init__(self, sentence: str, candidates: Sequence[str], hint: str = "") -> None:
        super().__init__(sentence, hint)
        self.candidates = tuple(candidates)

    def __str__(self) -> str:
        return "\n  ".join([super().__str__(), *self.candidates])


class Conflict(TrackerError):
    """Somebody else changed the same record first; nothing of this change was kept.

    Attributes:
        clash: Where the two changes meet, if one may choose between them.
        refused: The change that was not kept.
    """

    def __init__(self, sentence: str, hint: str = "", clash: Clash | None = None) -> None:
        super().__init__(sentence, hint)
        self.clash = clash
        self.refused: Commit | None = None


class WorkspaceError(TrackerError):
    """The workspace cannot be opened or written."""

    exit_status = 3
