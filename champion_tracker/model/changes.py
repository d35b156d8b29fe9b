"""Changes to records: what an edit and a commit are."""

from datetime import datetime
from typing import TypeAlias

from msgspec import Struct

from .ask import Ask
from .card import Card
from .goal import Goal
from .judgement import Assessment
from .matters import Answer, FollowUp
from .objection import Objection
from .person import Person
from .promise import Promise
from .seat import Seat
from .story import Occasion, Story, Telling
from .tie import Tie
from .touch import Interaction
from .verdict import Verdict

Record: TypeAlias = (
    Person
    | Interaction
    | Assessment
    | FollowUp
    | Promise
    | Tie
    | Answer
    | Story
    | Telling
    | Occasion
    | Ask
    | Objection
    | Goal
    | Seat
    | Verdict
    | Card
)
"""Whatever a workspace keeps."""


class Edit(Struct, frozen=True, omit_defaults=True):
    """One record made (no ``before``), changed, or removed (no ``after``).

    ``before`` is the record as its editor saw it. The store refuses the edit when what it holds
    is no longer that, so two people never overwrite each other unseen.
    """

    before: Record | None = None
    after: Record | None = None

    @property
    def record(self) -> Record:
        """The record after the edit, or the one that it removed."""
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("an edit needs a record before or after it")
        return record

    @property
    def about(self) -> tuple[str, ...]:
        """Whom the record was about before the edit or is after it, each person once."""
        before = () if self.before is None else self.before.about
        after = () if self.after is None else self.after.about
        return tuple(dict.fromkeys((*before, *after)))

    def reversed(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(before=self.after, after=self.before)


class Commit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Edits that happen together or not at all."""

    id: str
    at: datetime
    """When, with its offset from UTC."""
    who: str = ""
    verb: str
    """What was done, in the words of the command line: ``log``, ``role`` …"""
    summary: str
    """One line for people, with names but without the text of any note."""
    edits: tuple[Edit, ...]
    undoes: str = ""
    """The identifier of the commit that this one takes back."""

    @property
    def about(self) -> tuple[str, ...]:
        """Whom the commit touches, each person once."""
        return tuple(dict.fromkeys(p for edit in self.edits for p in edit.about))
