"""The clock: the only place that knows what day it is."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the user's day and the moment."""

    def today(self) -> date:
        """The local calendar day."""
        ...

    def now(self) -> datetime:
        """The moment, with its offset from UTC."""
        ...


class SystemClock:
    """The clock of the machine."""

    def today(self) -> date:
        """See `Clock.today`."""
        return self.now().date()

    def now(self) -> datetime:
        """See `Clock.now`."""
        return datetime.now().astimezone()


class PinnedClock:
    """A clock whose day stands still while its hours go on."""

    def __init__(self, today: date) -> None:
        self._today = today

    def today(self) -> date:
        """See `Clock.today`."""
        return self._today

    def now(self) -> datetime:
        """The pinned day at the real time of day."""
        return datetime.combine(self._today, datetime.now().astimezone().timetz())
