"""One run of the command line: the workspace, and where words come from and go to."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TextIO

from .text import Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from ..model import Commit, Person
    from ..tracker import Clock, Tracker


class Surfaces(NamedTuple):
    """What the command line can open, without knowing it."""

    terminal: Callable[[Tracker, Callable[[], Tracker] | None], int]
    """Runs the application on a tracker, given what makes a demo; returns the exit status."""
    browser: Callable[[Sequence[str], str, int], int]
    """Serves the program that a command starts, on a host and port; returns the exit status."""


class Session:
    """Opens the workspace when it is first asked for; standard output is data, error narration."""

    def __init__(self, surfaces: Surfaces, workspace: str = "", pinned: str = "") -> None:
        self.surfaces = surfaces
        self.named = workspace
        """The workspace as it was named with ``--workspace``; empty for the user's own."""
        self.pinned = pinned
        """The day as it was given with ``--today``; empty for the machine's."""
        self.exit_status = 0

    @cached_property
    def clock(self) -> Clock | None:
        """The clock that was pinned; None for the machine's.

        Raises:
            BadInput: what was given is no day.
        """
        if not self.pinned:
            return None
        from datetime import date

        from ..rules.days import parse_day
        from ..tracker import PinnedClock

        return PinnedClock(parse_day(self.pinned, date.today()))

    @cached_property
    def tracker(self) -> Tracker:
        """The open workspace. Whatever is committed is told in a sentence.

        Raises:
            WorkspaceError: it cannot be opened.
        """
        from ..tracker.opening import open_tracker

        return self.tell_of(open_tracker(self.named, self.clock))

    def tell_of(self, tracker: Tracker) -> Tracker:
        """Narrate what happens in a workspace; return it."""
        for notice in tracker.notices:
            self.say(notice)
        tracker.subscribe(self._committed)
        return tracker

    def close(self) -> None:
        """Let go of the workspace, if it was opened."""
        if "tracker" in self.__dict__:
            self.tracker.close()

    @property
    def today(self) -> date:
        """The user's day."""
        return self.tracker.today

    @cached_property
    def layout(self) -> Layout:
        """How wide text may be on standard output."""
        return Layout.of(sys.stdout)

    @property
    def is_interactive(self) -> bool:
        """Whether somebody sits there who can answer."""
        return is_terminal(sys.stdin) and is_terminal(sys.stdout)

    def person(self, *words: str) -> Person:
        """The one person whom the words mean together.

        Raises:
            NotFound: nobody answers to them.
            Ambiguous: several people do.
        """
        from ..tracker import find

        return find(self.tracker, " ".join(words))

    def people(self, names: Sequence[str], query: str | None = None) -> list[Person]:
        """The people who are named one by one, and those who answer to a query.

        Raises:
            BadInput: nobody was named, a name is not one person's, or the query cannot be read.
        """
        from ..model import BadInput

        found = [self.person(name) for name in names]
        if query is not None:
            found += [seen.person for seen in self.tracker.select(query)]
        if not found and query is None:
            raise BadInput("Nobody was named.", "Name people, or use --query.")
        if not found:
            raise BadInput(f"Nobody answers to the query {query!r}.", "See 'list' with it.")
        return list({person.id: person for person in found}.values())

    def day(self, text: str, *, ahead: bool = False) -> date:
        """A day as people write it.

        Args:
            text: What was written.
            ahead: Whether it is meant to come, where that is not said.

        Raises:
            BadInput: it is no day.
        """
        day = self.tracker.day(text, ahead=ahead)
        if "/" in text or "." in text:
            # Numbers alone say a day in an order; what was made of them is said.
            self.say(f"{text} is read as {day:%A}, {day.day} {day:%B %Y}.")
        return day

    def write(self, *lines: str) -> None:
        """Lines of data. They hold no control characters: see `rules.visible`."""
        for line in lines:
            sys.stdout.write(f"{line}\n")

    def write_json(self, **lists: Iterable[object]) -> None:
        """An object with its version and lists."""
        sys.stdout.write(self.as_json(**lists))

    def as_json(self, **lists: Iterable[object]) -> str:
        """An object with its version and lists, as text for standard output."""
        import json

        is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        content = {"version": 1, **{name: list(items) for name, items in lists.items()}}
        escaped = not is_utf8 or is_terminal(sys.stdout)
        return json.dumps(content, indent=1, ensure_ascii=escaped) + "\n"

    def say(self, sentence: str) -> None:
        """Tell the user something that is not data."""
        from ..rules.visible import visible

        # Whatever is data comes before what is said about it.
        sys.stdout.flush()
        sys.stderr.write(f"{visible(sentence)}\n")

    def _committed(self, commit: Commit) -> None:
        self.say(f"{commit.summary}.")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal."""
    return stream is not None and not stream.closed and stream.isatty()
