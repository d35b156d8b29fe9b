"""One page before a meeting: who it is, where we stand, and what to say and ask."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..model import (
    Ask,
    Goal,
    Interaction,
    Objection,
    Person,
    Promise,
    Record,
    Relation,
    Story,
    Tie,
    Workspace,
)
from ..rules.counting import counted
from ..rules.profile import Profile, profile
from ..rules.repertoire import standing_objections
from ..rules.stories import Match, Suggestion, to_tell
from ..rules.timeline import touch_headline
from .markdown import inline, quoted


class _Room(NamedTuple):
    """How much there may be of what has no end of its own."""

    signs: int
    """Of one text."""
    lines: int
    """Of one text."""
    entries: int
    """Of one list."""
    touches: int = 3
    stories: int = 2


_ROOMS = (
    _Room(900, 12, 12),
    _Room(450, 6, 9),
    _Room(250, 4, 6),
    _Room(140, 2, 4),
    _Room(80, 1, 3),
    _Room(60, 1, 2, touches=2, stories=1),
    _Room(36, 1, 1, touches=1, stories=1),
)
"""From what people seldom fill to what fits on a page whatever they wrote."""


def render(
    person: Person,
    workspace: Workspace,
    history: Sequence[Record],
    today: date,
    *,
    include_private: bool = False,
) -> str:
    """The briefing in Markdown, cut so that it prints on one page; what was cut is said.

    Args:
        person: Whom one is about to meet.
        workspace: Everybody else, and what is open.
        history: Everything dated about the person, as the store gives it.
        today: The day of the meeting.
        include_private: Whether private entries count; else their number is said.
    """
    for room in _ROOMS:
        briefing = _Briefing(
            person, workspace, history, today, room, include_private=include_private
        )
        blocks = list(briefing.blocks())
        if fits(blocks):
            break
    return "\n\n".join(blocks) + "\n"


class _Briefing:
    def __init__(
        self,
        person: Person,
        workspace: Workspace,
        history: Sequence[Record],
        today: date,
        room: _Room,
        *,
        include_private: bool,
    ) -> None:
        self._room = room
        self._person = person
        self._workspace = workspace
        self._today = today
        self._seen: Profile = profile(workspace, person, today)
        self._include_private = include_private
        self._left_out = 0
        self._history = [record for record in history if self._may_show(record)]

    def _may_show(self, record: Record) -> bool:
        shown = self._include_private or not getattr(record, "private", False)
        self._left_out += not shown
        return shown

    def blocks(self) -> Iterator[str]:
        """The page in blocks, to be parted by blank lines."""
        yield f"# {self._inline(self._person.name)}"
        yield self._who()
        yield from self._standing()
        yield from self._touches()
        yield from self._promises()
        yield from self._objections()
        yield from self._stories()
        yield from self._asks()
        yield from self._goals()
        if self._left_out:
            plural = "entry is" if self._left_out == 1 else "entries are"
            yield f"*{self._left_out} private {plural} left out.*"

    def _who(self) -> str:
        held = self._inline("; ".join(map(str, self._seen.positions)))
        nothing_held = "has left" if self._seen.has_left else "no position known"
        ways = ", ".join(map(self._inline, (*self._person.emails[:1], *self._person.phones[:1])))
        return " · ".join(filter(None, (held or nothing_held, ways, str(self._today))))

    def _standing(self) -> Iterator[str]:
        seen = self._seen
        yield "## Standing"
        reason = self._inline(seen.reason)
        yield f"**{str(seen.standing).capitalize()}** ({seen.posture}): {reason}."
        facts = []
        if seen.desired and seen.desired is not seen.engagement:
            judged = seen.assessment
            by = f" by {judged.desired_by}" if judged and judged.desired_by else ""
            how = f": {inline(judged.moves)}" if judged and judged.moves else ""
            facts.append(f"- We want them {seen.desired}{by}{how}.")
        facts += self._first([f"- {line}" for line in self._ties()])
        facts.append(f"- The relation is {seen.warmth_word}.")
        yield "\n".join(facts)

    def _ties(self) -> Iterator[str]:
        """Through whom they reach others, and who reaches them."""
        people = self._workspace.people
        for matter in self._workspace.matters_of.get(self._person.id, {}).values():
            if not isinstance(matter, Tie) or not self._may_show(matter):
                continue
            one, other = people.get(matter.person_id), people.get(matter.other_id)
            if one is None or other is None:
                continue
            if matter.relation is Relation.EAR or self._person.id == one.id:
                yield f"{self._inline(one.name)} {matter.relation} {self._inline(other.name)}."

    def _touches(self) -> Iterator[str]:
        touches = [record for record in self._history if isinstance(record, Interaction)]
        touches.sort(key=lambda touch: (touch.on, touch.recorded_at), reverse=True)
        yield f"## Last touches ({self._seen.digest.touches} in all)"
        if not touches:
            yield "None yet." if not self._left_out else "None to show."
        for touch in touches[: self._room.touches]:
            yield f"**{touch.on}** {inline(touch_headline(touch))}"
            if touch.note.strip():
                yield self._quoted(touch.note)

    def _promises(self) -> Iterator[str]:
        promises = [r for r in self._history if isinstance(r, Promise) and r.is_open]
        if promises:
            yield "## Open promises"
            lines = [
                f"- {'We' if promise.ours else 'They'}, by {promise.due}"
                f"{' (overdue)' if promise.due < self._today else ''}: {self._inline(promise.text)}"
                for promise in sorted(promises, key=lambda promise: (promise.due, promise.id))
            ]
            yield "\n".join(self._first(lines))

    def _objections(self) -> Iterator[str]:
        standing = standing_objections(self._workspace, self._person.id)
        shown = [objection for objection in standing if self._is_public(objection)]
        if shown:
            yield "## What they fear, and our answer"
        for objection in shown[: self._room.entries]:
            yield self._quoted(objection.risk)
            yield "\n".join(self._first([f"- {line}" for line in self._answers(objection)]))
        yield from self._more(shown)

    def _answers(self, objection: Objection) -> Iterator[str]:
        yield self._inline(objection.mitigation) or "**We have no answer yet.**"
        yield from (self._inline(str(proof)) for proof in objection.proofs)
        for story_id in objection.story_ids:
            story = self._workspace.stories.get(story_id)
            if story is not None and self._is_public(story):
                yield f"The story: {self._inline(story.title)}"

    def _stories(self) -> Iterator[str]:
        suggestions = to_tell(self._workspace, self._person, self._today)
        shown = [s for s in suggestions if self._is_public(s.story)][: self._room.stories]
        if shown:
            yield "## The story to tell"
        for suggestion in shown:
            story = suggestion.story
            figure = f" ({self._inline(story.figure)})" if story.figure else ""
            why = self._inline(self._why(suggestion))
            yield f"**{self._inline(story.title)}**{figure}: {why}."
            if story.what.strip():
                yield self._quoted(story.what)

    def _why(self, suggestion: Suggestion) -> str:
        """Why a story is to be told, without the words of a private objection."""
        story_id, objections = suggestion.story.id, self._workspace.objections.values()
        about = [o for o in objections if story_id in o.story_ids]
        if suggestion.match is Match.OBJECTION and not all(map(self._is_public, about)):
            return "answers what they fear"
        return suggestion.why

    def _asks(self) -> Iterator[str]:
        asks = [
            ask
            for ask in self._workspace.asks.values()
            if ask.person_id == self._person.id
            and not ask.status.is_answered
            and self._is_public(ask)
        ]
        if asks:
            yield "## What to ask"
            yield "\n".join(self._first([f"- {self._ask(ask)}" for ask in asks]))

    def _ask(self, ask: Ask) -> str:
        without = f"; without it: {self._inline(ask.without)}" if ask.without else ""
        return f"{self._inline(ask.what)} ({ask.status}){without}"

    def _goals(self) -> Iterator[str]:
        """What is their priority, too: the words to begin with."""
        goals = [
            f"- {self._inline(goal.purpose)}"
            + (f": {self._inline(aim)}" if (aim := goal.aim) else "")
            for goal in self._workspace.goals.values()
            if self._person.id in goal.leader_ids
            and goal.closed_on is None
            and self._is_public(goal)
        ]
        if goals:
            yield "## Goals they share"
            yield "\n".join(self._first(goals))

    def _inline(self, text: str) -> str:
        """A text on one line, or its beginning."""
        one_line = " ".join(text.split())
        cut = _beginning(one_line, self._room.signs)
        return inline(cut) if cut == one_line else f"{inline(cut)} …"

    def _quoted(self, text: str) -> str:
        """A text as it was typed, or its beginning, and how many words there are beyond it."""
        whole = text.strip()
        cut = _beginning("\n".join(whole.splitlines()[: self._room.lines]), self._room.signs)
        more = max(1, len(whole.split()) - len(cut.split()))
        words = counted(more, "word")
        return quoted(text) if cut == whole else f"{quoted(cut)} … *({words} more)*"

    def _first(self, lines: list[str]) -> list[str]:
        """The first lines of a list, and how many more there are."""
        return [*lines[: self._room.entries], *(f"- {more}" for more in self._more(lines))]

    def _more(self, entries: Sequence[object]) -> Iterator[str]:
        if (more := len(entries) - self._room.entries) > 0:
            yield f"*… and {more} more.*"

    def _is_public(self, matter: Objection | Story | Ask | Goal) -> bool:
        """Whether it may stand here; what belongs to the person is counted with the history."""
        return self._include_private or not matter.private


def _beginning(text: str, signs: int) -> str:
    """The text, or as many whole words of it as ``signs`` hold."""
    signs = len(text) if _width(text) <= signs else signs * len(text) // _width(text)
    cut = text[:signs]
    return cut if cut == text else text[: signs + 1].rpartition(" ")[0] or cut


_PAGE = 44
"""Lines on a page of US Letter, in the letters of the page's style."""
_WIDTH = 88
"""Signs on a line of it."""


def fits(blocks: Sequence[str]) -> bool:
    """Whether the blocks print on one page, reckoned on the safe side."""
    return sum(map(_height, blocks)) <= _PAGE


def _height(block: str) -> float:
    if block.startswith("#"):
        return 2.2
    return 0.4 + sum(max(1, -(-_width(line) // _WIDTH)) for line in block.split("\n"))


def _width(line: str) -> int:
    """How wide a line prints, in small letters; capitals are wider."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in line)
    return len(line) + wide + sum(map(str.isupper, line)) // 2
