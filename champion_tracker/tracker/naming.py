"""Finding what is meant among the records of the programme."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from ..model import Ambiguous, Ask, Goal, NotFound, Objection, Occasion, Promise, Seat, Story
from ..rules.folding import fold

Meant = TypeVar("Meant", Ask, Goal, Objection, Occasion, Promise, Seat, Story)


def meant(records: Mapping[str, Meant], text: str, what: str) -> Meant:
    """The one record that ``text`` means: its id, the whole of its line, or words of it.

    Raises:
        NotFound: none answers to it.
        Ambiguous: several do; lists them.
    """
    if text in records:
        return records[text]
    wanted = fold(text)
    if not wanted:
        raise NotFound(f"No {what} was named.")
    for found in (
        [r for r in records.values() if fold(caption(r)) == wanted],
        [r for r in records.values() if all(word in fold(caption(r)) for word in wanted.split())],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous(f"'{text}' could be any of {len(found)}:", _shown(found))
    raise NotFound(f"There is no {what} '{text}'.", "Name it by words of it, or by its id.")


def caption(record: Ask | Goal | Objection | Occasion | Promise | Seat | Story) -> str:
    """The line by which a record is known."""
    match record:
        case Story():
            return record.title
        case Ask() | Occasion():
            return record.what
        case Objection():
            return record.risk
        case Goal():
            return record.purpose
        case Promise():
            return record.text
        case Seat():
            return str(record)


def _shown(records: Iterable[Meant]) -> list[str]:
    lines = [f"{record.id}  {caption(record)}" for record in records]
    return lines[:20] + ([f"… and {len(lines) - 20} more"] if len(lines) > 20 else [])
