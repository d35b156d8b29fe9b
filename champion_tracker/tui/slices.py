"""Long work in slices, between which whatever else there is to do has its turn."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

Step = TypeVar("Step")

SLICE = 0.01
"""Seconds of work that nobody notices."""


async def in_slices(work: Iterable[Step]) -> AsyncIterator[Step]:
    """Do the steps of ``work``; yields the last one of each slice, to say how far it is."""
    begun = monotonic()
    for step in work:
        if monotonic() - begun > SLICE:
            yield step
            await asyncio.sleep(0)
            begun = monotonic()
