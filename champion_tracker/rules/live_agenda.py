"""The agenda kept up to date: after a change, only what the change can have touched is reckoned.

What stands about one person follows from that person's records, from the judgements of those
whose ear they have, and from the stories; what stands about the programme follows from a roster
that one person enters and leaves in no time. `agenda` stays the measure: this gives the same.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import date
from itertools import islice

from ..model import (
    Commit,
    Edit,
    Occasion,
    Person,
    Prompt,
    Seat,
    Standing,
    Story,
    Telling,
    Workspace,
)
from .agenda import Agenda, order
from .areas import areas_served, key_of
from .programme import Programme, of_roster
from .repertoire import keys_of
from .roster import ProgrammeRoster
from .watch import touched_by, who_listen

FEW = 100
"""How many people are looked at in no time that anybody notices."""


class LiveAgenda:
    """The agenda of one day, following the changes of a workspace whose mappings are live.

    Args:
        workspace: What is at hand.
        today: The day that is asked about.
        days: How many days ahead to look.
        at_once: Whether to look at everybody now; else `look_on` does, little by little.
    """

    def __init__(
        self, workspace: Workspace, today: date, days: int = 0, *, at_once: bool = True
    ) -> None:
        self.workspace = workspace
        self.today = today
        self.days = days
        self._agenda = Agenda(workspace, today, days)
        self._roster = ProgrammeRoster()
        self._about: dict[str, list[Prompt]] = {}
        self._programme: list[Prompt] = []
        self._sorted: list[Prompt] = []
        self._missed: list[Edit] = []
        """What changed before everybody had been looked at."""
        everybody = list(self._agenda.people())
        self._waiting = iter(everybody)
        self._count, self._looked_at = len(everybody), 0
        self.is_whole = False
        """Whether everybody has been looked at."""
        if at_once:
            self.complete()

    def complete(self) -> None:
        """Look at everybody who is left."""
        while not self.is_whole:
            self.look_on(FEW)

    def look_on(self, most: int) -> None:
        """Look at so many more people; what changes meanwhile is taken in at the end."""
        people = list(islice(self._waiting, most))
        self._looked_at += len(people)
        for person_id in people:
            prompts = list(self._agenda.about(person_id, self._roster))
            if prompts:
                self._about[person_id] = prompts
        if len(people) < most and not self.is_whole:
            self._finish()

    def _finish(self) -> None:
        self.is_whole = True
        everything = (prompt for prompts in self._about.values() for prompt in prompts)
        self._sorted = sorted(everything, key=order)
        if self._missed:
            people = {person_id for edit in self._missed for person_id in touched_by(edit)}
            # Nobody knows which of the changes the stories show that were read meanwhile.
            self._agenda.forget_stories()
            for person_id in people | who_listen(self.workspace, people):
                self._reckon(person_id)
            for person_id in set(self._roster.champions) - people:
                self._retell(person_id)
            self._missed = []
        self._exchange([], programme := self._of_programme())
        self._programme = programme

    @property
    def share(self) -> float:
        """Which share of everybody has been looked at, from 0 to 1."""
        return self._looked_at / self._count if self._count else 1.0

    def prompts(self) -> list[Prompt]:
        """Every prompt that stands, in order: what `agenda` returns."""
        return list(self._sorted)

    def programme(self) -> Programme:
        """The programme on the same day: what `programme` returns."""
        return of_roster(self.workspace, self._roster, self._agenda.repertoire, self.today)

    def follow(self, commits: Iterable[Commit]) -> None:
        """Take in what the workspace already shows."""
        edits = [edit for commit in commits for edit in commit.edits]
        if not self.is_whole:
            self._missed += edits
            return
        people = {person_id for edit in edits for person_id in touched_by(edit)}
        concerned = self._read_stories(edits)
        for person_id in people | who_listen(self.workspace, people):
            self._reckon(person_id)
        for person_id in concerned - people:
            self._retell(person_id)
        self._exchange(self._programme, programme := self._of_programme())
        self._programme = programme

    def _of_programme(self) -> list[Prompt]:
        return list(self._agenda.of_programme(self._roster))

    def _reckon(self, person_id: str) -> None:
        self._roster.forget(person_id)
        before = self._about.pop(person_id, [])
        after = list(self._agenda.about(person_id, self._roster))
        if after:
            self._about[person_id] = after
        self._exchange(before, after)

    def _retell(self, person_id: str) -> None:
        champion = self._roster.champions.get(person_id)
        if champion is not None:
            before = self._about.pop(person_id, [])
            after = self._agenda.retold(champion.person, before)
            if after:
                self._about[person_id] = after
            self._exchange(before, after)

    def _exchange(self, before: list[Prompt], after: list[Prompt]) -> None:
        standing = {*before} & {*after}
        for prompt in before:
            if prompt not in standing:
                del self._sorted[bisect_left(self._sorted, order(prompt), key=order)]
        for prompt in after:
            if prompt not in standing:
                insort(self._sorted, prompt, key=order)

    def _read_stories(self, edits: list[Edit]) -> set[str]:
        """Bring the repertoire up to date; return those whose prompts that can have changed."""
        stories = [edit for edit in edits if isinstance(edit.record, Story | Telling)]
        if any(edit.before is not None for edit in stories) or any(map(self._has_moved, edits)):
            self._agenda.forget_stories()
            return set(self._roster.champions)
        repertoire, concerned = self._agenda.repertoire, set[str]()
        for edit in stories:
            match edit.after:
                case Story() as story:
                    repertoire.write(story)
                    concerned |= self._champions_in(keys_of(story)) | self._who_fear(story)
                case Telling(area=area) as telling:
                    repertoire.tell(telling)
                    concerned |= self._champions_in({key_of(area)}) if area else set()
        if any(isinstance(edit.record, Occasion | Seat) for edit in edits):
            repertoire.areas = areas_served(self.workspace)
        return concerned

    def _champions_in(self, areas: set[str]) -> set[str]:
        """The champions of these areas; all of them for the one that stands for everybody."""
        if "" in areas:
            return set(self._roster.champions)
        held = (self._roster.allies.get(key, {}) for key in areas)
        return {person_id for each in held for person_id in each.get(Standing.CHAMPION, ())}

    def _who_fear(self, story: Story) -> set[str]:
        """Those whose objections a story is said to answer."""
        objections = self.workspace.objections.values()
        return {found.person_id for found in objections if story.id in found.story_ids}

    def _has_moved(self, edit: Edit) -> bool:
        """Whether somebody moved whose tellings count for the areas in which they worked."""
        if not isinstance(edit.record, Person):
            return False
        before, after = (getattr(person, "positions", ()) for person in (edit.before, edit.after))
        matters = self.workspace.matters_of.get(edit.record.id, {}).values()
        return before != after and any(isinstance(matter, Telling) for matter in matters)
