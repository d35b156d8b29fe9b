"""Verdicts: what the user said of who is who, where nothing else could tell."""

from datetime import datetime

from msgspec import Struct


class Verdict(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag="verdict", tag_field="kind"
):
    """Whether a row of some file, or another person, is this person."""

    id: str
    """The two that it is about, so that there is one verdict on them: see `verdict_id`."""
    person_id: str
    row: str = ""
    """What stands for the row in every import of it; empty where it is another person."""
    other_id: str = ""
    """The other person; empty where it is a row."""
    same: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return (self.person_id, self.other_id) if self.other_id else (self.person_id,)

    @property
    def is_open(self) -> bool:
        """Every import asks for every verdict."""
        return True


def verdict_id(one: str, other: str) -> str:
    """The identifier of the verdict on a person and a row, or on two persons."""
    return ":".join(("v", *sorted((one, other))))
