"""What one can do: a verb is one atomic change; the only door to the store.

The verbs stand in modules by what they are about (`people`, `positions`, `touches`,
`judging`, `answers`, `undoing`), each a function of a `Tracker`.
"""

from .clock import Clock, PinnedClock, SystemClock
from .finding import find
from .tracker import Tracker

__all__ = ["Clock", "PinnedClock", "SystemClock", "Tracker", "find"]
