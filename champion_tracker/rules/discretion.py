"""What of the agenda may be told to others: nothing that is known from private entries only."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from ..model import Prompt, Workspace
from .agenda import agenda
from .period import without_private

_FAR = 3660
"""Days ahead within which everything that is due one day is found."""


class Discreet(NamedTuple):
    """A prompt, and what others may know of it."""

    prompt: Prompt
    told: Prompt | None
    """With the sentence that stands without private entries; None where it would not be there."""


def discreet(prompts: Iterable[Prompt], workspace: Workspace, today: date) -> Iterator[Discreet]:
    """What others may know of each prompt.

    Told is what would be said if nothing private had ever been written, for a sentence can give
    away more than the record that it is about: a seat's name, an area, whose ear somebody has.
    """
    said = {found.key: found for found in agenda(without_private(workspace), today, days=_FAR)}
    for prompt in prompts:
        open_to_all = said.get(prompt.key)
        told = replace(prompt, why=open_to_all.why) if open_to_all is not None else None
        yield Discreet(prompt, told)
