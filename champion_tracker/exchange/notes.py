"""Notes in Markdown: a person a page, from who they are to what was said, newest first.

Whatever a user wrote in Markdown stands as a quotation, letter by letter: its headings, lists
and fences end where the quotation ends, and cannot change the page around it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from ..model import (
    FollowUp,
    Goal,
    Interaction,
    Person,
    Position,
    Promise,
    Record,
    Seat,
    Tie,
    Workspace,
)
from ..rules.deeds import Deeds, deeds
from ..rules.grids import grids
from ..rules.neighbours import neighbours
from ..rules.profile import Profile, profile
from ..rules.seam import move_of
from ..rules.timeline import Entry, timeline
from .among_others import seat_lines, seats_of, tie_line
from .file_names import file_names
from .markdown import inline, quoted

Link = Callable[[Person], str]
"""How a person is named in another's page."""


def render(
    person: Person,
    workspace: Workspace,
    history: Sequence[Record],
    today: date,
    *,
    include_private: bool = False,
    front_matter: bool = False,
    link: Link | None = None,
) -> str:
    """One person's page.

    Args:
        person: Whom it is about.
        workspace: Everybody else, open matters, and what standing follows from.
        history: Everything dated about the person, as the store gives it.
        today: The day on which the page is true.
        include_private: Whether private entries stand in it; else their count does.
        front_matter: Whether facts stand before the page in YAML, for programs that sort by them.
        link: How others are named; by default by their names.
    """
    page = _Page(person, workspace, history, today, include_private, link or _by_name)
    head = [page.front_matter()] if front_matter else []
    return "\n\n".join([*head, *page.blocks()]) + "\n"


def render_all(
    people: Iterable[Person],
    workspace: Workspace,
    history: Callable[[str], Sequence[Record]],
    today: date,
    *,
    include_private: bool = False,
) -> str:
    """The pages of several people in one text, by name. ``history`` gives one person's."""
    return "\n---\n\n".join(
        render(person, workspace, history(person.id), today, include_private=include_private)
        for person in sorted(people, key=lambda person: person.name.casefold())
    )


def split(
    people: Iterable[Person],
    workspace: Workspace,
    history: Callable[[str], Sequence[Record]],
    today: date,
    *,
    include_private: bool = False,
) -> Iterator[tuple[str, str]]:
    """A file's name and page for each of several people; pages link to those that exist.

    A folder of them is a vault for Obsidian and its like.
    """
    chosen = list(people)
    names = file_names(chosen)

    def link(person: Person) -> str:
        name = names.get(person.id)
        return f"[{_by_name(person)}](<{name}>)" if name else _by_name(person)

    for person in chosen:
        page = render(
            person,
            workspace,
            history(person.id),
            today,
            include_private=include_private,
            front_matter=True,
            link=link,
        )
        yield names[person.id], page


class _Page:
    def __init__(
        self,
        person: Person,
        workspace: Workspace,
        history: Sequence[Record],
        today: date,
        include_private: bool,  # noqa: FBT001
        link: Link,
    ) -> None:
        self._person = person
        self._workspace = workspace
        self._today = today
        self._link = link
        self._profile: Profile = profile(workspace, person, today)
        entries = timeline(person, history, workspace.stories)
        shown = [entry for entry in entries if include_private or not entry.private]
        self._left_out = len(entries) - len(shown)
        self._deeds: Deeds = deeds(
            record for record in history if include_private or not getattr(record, "private", False)
        )
        goals = [r for r in history if isinstance(r, Goal) and r.closed_on is None]
        self._goals = [goal for goal in goals if include_private or not goal.private]
        ties, seats = neighbours(workspace, person, today), seats_of(workspace, person)
        self._ties = [found for found in ties if include_private or not found.tie.private]
        self._seats = [seat for seat in seats if include_private or not seat.private]
        self._left_out += len(goals) - len(self._goals)
        if not include_private:
            # By the history, for the workspace may be one in which they were never written.
            kept_back = (r for r in history if isinstance(r, Tie | Seat) and r.private)
            self._left_out += sum(record.is_open for record in kept_back)
        self._log = [entry for entry in shown if not _is_waiting(entry.record)]
        self._waiting = [
            entry.record
            for entry in shown
            if isinstance(entry.record, FollowUp | Promise) and entry.record.is_open
        ]

    def blocks(self) -> Iterator[str]:
        """The page in blocks, to be parted by blank lines."""
        yield f"# {inline(self._person.name)}"
        yield "\n".join(self._facts())
        if self._left_out:
            entries = "entry is" if self._left_out == 1 else "entries are"
            yield f"*{self._left_out} private {entries} left out.*"
        yield from self._standing()
        yield from self._positions()
        if self._person.notes.strip():
            yield "## Notes"
            yield quoted(self._person.notes)
        yield from self._among_others()
        yield from self._shared_goals()
        yield from self._follow_ups()
        yield from self._entries()

    def front_matter(self) -> str:
        """Facts in YAML; a text is quoted as in JSON, which YAML reads as well."""
        seen, person = self._profile, self._person
        held = seen.position
        facts = {
            "id": person.id,
            "name": person.name,
            "title": held.title if held else "",
            "organization": held.organization if held else "",
            "area": held.area if held else "",
            "standing": str(seen.standing),
            "tags": [re.sub(r"[^\w/-]+", "-", tag).strip("-") for tag in person.tags],
            "last_touch": seen.last_touch,
            "next_touch": seen.next_touch,
        }
        lines = (f"{key}: {msgspec.json.encode(value).decode()}" for key, value in facts.items())
        return "\n".join(["---", *lines, "---"])

    def _facts(self) -> Iterator[str]:
        person = self._person
        now = "; ".join(inline(str(position)) for position in self._profile.positions)
        nothing_now = "left" if self._profile.has_left else "no position known"
        yield f"- **Now:** {now or nothing_now}"
        for label, values in (
            ("E-mail", person.emails),
            ("Phone", person.phones),
            ("Links", person.links),
            ("Tags", person.tags),
        ):
            if values:
                yield f"- **{label}:** {', '.join(map(inline, values))}"
        if person.archived_on:
            yield f"- **Archived** on {person.archived_on}"
        elif person.followed_since:
            yield f"- **Followed** since {person.followed_since}"
        yield f"- **As of** {self._today}"

    def _standing(self) -> Iterator[str]:
        seen = self._profile
        yield "## Standing"
        yield f"**{str(seen.standing).capitalize()}:** {inline(seen.reason)}."
        facts = []
        if seen.assessment is not None:
            level = f"- **Engagement:** {seen.engagement}"
            facts.append(level + (f", wanted: {seen.desired}" if seen.desired else ""))
        facts += [f"- **{label}:** {inline(text)}" for label, text in self._borne_out() if text]
        if self._person.is_followed:
            facts.append(f"- **Touch:** {self._rhythm()}")
            facts.append(f"- **Warmth:** {seen.warmth_word}")
        if facts:
            yield "\n".join(facts)
        if seen.assessment is not None and seen.assessment.why.strip():
            yield f"The judgement of {seen.assessment.on}:"
            yield quoted(seen.assessment.why)

    def _borne_out(self) -> Iterator[tuple[str, str]]:
        """The move that is planned, where the grids put them, and what bears out their words."""
        seen = self._profile
        move, placed = move_of(seen), grids(seen)
        yield "Move", str(move) if move is not None and move.steps else ""
        yield "Grids", str(placed) if placed is not None else ""
        yield "Promises", seen.follow_through.in_full
        yield "Deeds", str(self._deeds) if any(self._deeds) else ""
        yield "Champion test", str(seen.champion_test) if seen.champion_test.seen else ""

    def _rhythm(self) -> str:
        seen, plan = self._profile, self._person.plan
        last = f"last on {seen.last_touch}" if seen.last_touch else "never yet"
        if plan.paused:
            return f"paused ({inline(plan.paused)}), {last}"
        return f"every {seen.cadence}, {last}, next due on {seen.next_touch}"

    def _positions(self) -> Iterator[str]:
        if self._person.positions:
            yield "## Positions"
            yield "\n".join(
                f"- {inline(str(position)) or 'unnamed'} ({_span(position)})"
                for position in reversed(self._person.positions)
            )

    def _among_others(self) -> Iterator[str]:
        lines = [
            *(tie_line(found, self._link) for found in self._ties),
            *(
                line
                for seat in self._seats
                for line in seat_lines(self._workspace, self._person, seat, self._today)
            ),
        ]
        if lines:
            yield "## Among others"
            yield "\n".join(f"- {line[0].upper()}{line[1:]}" for line in lines)

    def _shared_goals(self) -> Iterator[str]:
        if self._goals:
            yield "## Goals they share"
            yield "\n".join(f"- {inline(goal.purpose)}" for goal in self._goals)

    def _follow_ups(self) -> Iterator[str]:
        if self._waiting:
            yield "## To follow up"
        for matter in sorted(self._waiting, key=lambda matter: (matter.due, matter.id)):
            late = " (overdue)" if matter.due < self._today else ""
            whose = ""
            if isinstance(matter, Promise):
                whose = ", promised by us" if matter.ours else ", promised to us"
            yield f"**{matter.due}**{late}{whose}"
            yield quoted(matter.text)

    def _entries(self) -> Iterator[str]:
        yield "## Log"
        if not self._log:
            yield "Nothing yet."
        for entry in self._log:
            yield f"### {entry.on}: {inline(entry.headline)}"
            if others := self._others(entry):
                yield f"With {others}."
            if entry.text.strip():
                yield quoted(entry.text)
            basis = getattr(entry.record, "basis", "")
            if basis.strip():
                yield "It rests on:"
                yield quoted(basis)

    def _others(self, entry: Entry) -> str:
        if not isinstance(entry.record, Interaction):
            return ""
        people: Mapping[str, Person] = self._workspace.people
        others = [i for i in entry.record.person_ids if i != self._person.id]
        return ", ".join(self._link(people[i]) if i in people else "somebody else" for i in others)


def _is_waiting(record: Record | Position) -> bool:
    return isinstance(record, FollowUp | Promise) and record.is_open


def _span(position: Position) -> str:
    if position.start is None and position.end is None:
        return "since when is not known"
    if position.end is None:
        return f"since {position.start}"
    return f"{position.start or 'start not known'} to {position.end}"


def _by_name(person: Person) -> str:
    return inline(person.name)
