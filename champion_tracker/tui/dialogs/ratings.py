"""The scales that several dialogs ask with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Engagement
from ..looks import ENGAGEMENTS
from ..widgets.choice import Option

if TYPE_CHECKING:
    from ..widgets.choice import Choice

RATING = [Option(str(n), "●" * n + "○" * (5 - n), str(n)) for n in range(1, 6)]
LEVELS = [Option(level[0], level.value, level.value, ENGAGEMENTS[level]) for level in Engagement]


def number(choice: Choice) -> int | None:
    """The rating that was chosen, if one was."""
    return int(choice.value) if choice.value else None
