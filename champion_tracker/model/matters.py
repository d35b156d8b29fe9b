"""Open matters: what waits for a day, and the answers given to prompts."""

from datetime import date, datetime

from msgspec import Struct


class FollowUp(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag="follow_up", tag_field="kind"
):
    """A one-off reminder."""

    id: str
    person_id: str
    due: date
    text: str
    done_on: date | None = None
    dropped: str = ""
    """Why it was dismissed undone; empty otherwise."""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.person_id,)

    @property
    def is_open(self) -> bool:
        """Whether it still waits."""
        return self.done_on is None and not self.dropped


class Answer(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="answer", tag_field="kind"):
    """What was answered to a prompt that could not be settled: later, or not at all.

    It holds for one ``cause`` only. When the cause of the prompt changes, the answer is spent
    and the prompt stands again.
    """

    id: str
    """The key of the prompt."""
    cause: str
    person_id: str = ""
    until: date | None = None
    """When to ask again; None for a prompt that was dismissed."""
    reason: str = ""
    on: date

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.person_id,) if self.person_id else ()

    @property
    def is_open(self) -> bool:
        """The agenda needs every answer."""
        return True
