"""One page before a meeting: who it is, where we stand, and what to say and ask."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..model import (
    Ask,
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
from ..rules.profile import Profile, profile
from ..rules.stories import Match, Suggestion, standing_objections, to_tell
from ..rules.timeline import touch_headline
from .notes import inline, quoted

_TOUCHES = 3
_STORIES = 2


def render(
    person: Person,
    workspace: Workspace,
    history: Sequence[Record],
    today: date,
    *,
    include_private: bool = False,
) -> str:
    """The briefing in Markdown.

    Args:
        person: Whom one is about to meet.
        workspace: Everybody else, and what is open.
        history: Everything dated about the person, as the store gives it.
        today: The day of the meeting.
        include_private: Whether private entries count; else their number is said.
    """
    briefing = _Briefing(person, workspace, history, today, include_private=include_private)
    return "\n\n".join(briefing.blocks()) + "\n"


class _Briefing:
    def __init__(
        self,
        person: Person,
        workspace: Workspace,
        history: Sequence[Record],
        today: date,
        *,
        include_private: bool,
    ) -> None:
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
        yield f"# {inline(self._person.name)}"
        yield self._who()
        yield from self._standing()
        yield from self._touches()
        yield from self._promises()
        yield from self._objections()
        yield from self._stories()
        yield from self._asks()
        if self._left_out:
            plural = "entry is" if self._left_out == 1 else "entries are"
            yield f"*{self._left_out} private {plural} left out.*"

    def _who(self) -> str:
        held = "; ".join(inline(str(position)) for position in self._seen.positions)
        nothing_held = "has left" if self._seen.has_left else "no position known"
        ways = ", ".join(map(inline, (*self._person.emails[:1], *self._person.phones[:1])))
        return " · ".join(filter(None, (held or nothing_held, ways, str(self._today))))

    def _standing(self) -> Iterator[str]:
        seen = self._seen
        yield "## Standing"
        yield f"**{str(seen.standing).capitalize()}** ({seen.posture}): {inline(seen.reason)}."
        facts = []
        if seen.desired and seen.desired is not seen.engagement:
            facts.append(f"- We want them {seen.desired}.")
        facts += [f"- {line}" for line in self._ties()]
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
                yield f"{inline(one.name)} {matter.relation} {inline(other.name)}."

    def _touches(self) -> Iterator[str]:
        touches = [record for record in self._history if isinstance(record, Interaction)]
        touches.sort(key=lambda touch: (touch.on, touch.recorded_at), reverse=True)
        yield f"## Last touches ({self._seen.digest.touches} in all)"
        if not touches:
            yield "None yet." if not self._left_out else "None to show."
        for touch in touches[:_TOUCHES]:
            yield f"**{touch.on}** {inline(touch_headline(touch))}"
            if touch.note.strip():
                yield quoted(touch.note)

    def _promises(self) -> Iterator[str]:
        promises = [r for r in self._history if isinstance(r, Promise) and r.is_open]
        if promises:
            yield "## Open promises"
            yield "\n".join(
                f"- {'We' if promise.ours else 'They'}, by {promise.due}"
                f"{' (overdue)' if promise.due < self._today else ''}: {inline(promise.text)}"
                for promise in sorted(promises, key=lambda promise: (promise.due, promise.id))
            )

    def _objections(self) -> Iterator[str]:
        standing = standing_objections(self._workspace, self._person.id)
        shown = [objection for objection in standing if self._is_public(objection)]
        if shown:
            yield "## What they fear, and our answer"
        for objection in shown:
            yield quoted(objection.risk)
            yield "\n".join(f"- {line}" for line in self._answers(objection))

    def _answers(self, objection: Objection) -> Iterator[str]:
        yield inline(objection.mitigation) or "**We have no answer yet.**"
        yield from (inline(str(proof)) for proof in objection.proofs)
        for story_id in objection.story_ids:
            story = self._workspace.stories.get(story_id)
            if story is not None and self._is_public(story):
                yield f"The story: {inline(story.title)}"

    def _stories(self) -> Iterator[str]:
        suggestions = to_tell(self._workspace, self._person, self._today)
        shown = [s for s in suggestions if self._is_public(s.story)][:_STORIES]
        if shown:
            yield "## The story to tell"
        for suggestion in shown:
            story = suggestion.story
            figure = f" ({inline(story.figure)})" if story.figure else ""
            yield f"**{inline(story.title)}**{figure}: {inline(self._why(suggestion))}."
            if story.what.strip():
                yield quoted(story.what)

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
            yield "\n".join(f"- {self._ask(ask)}" for ask in asks)

    def _ask(self, ask: Ask) -> str:
        without = f"; without it: {inline(ask.without)}" if ask.without else ""
        return f"{inline(ask.what)} ({ask.status}){without}"

    def _is_public(self, matter: Objection | Story | Ask) -> bool:
        """Whether it may stand here; what belongs to the person is counted with the history."""
        return self._include_private or not matter.private
