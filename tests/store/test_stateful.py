"""The workspace against the plainest store there is, through anything that may happen to it."""

import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from champion_tracker.model import Conflict, Digest, Edit, Interaction, Record
from champion_tracker.store import MemoryStore, WorkspaceStore, fold, open_workspace
from champion_tracker.store.folder import JOURNAL
from tests.store.store_records import ANN, BEN, LATER, WAIT, commit_of, count, judged, touch

PEOPLE = ("p-ann", "p-ben")


class Crash(BaseException):
    """The program dies here."""


class Workspace(RuleBasedStateMachine):
    """Two stores on one folder, and a dictionary."""

    @initialize()
    def open(self) -> None:
        # Small history files, so that there are several.
        self.usual, fold.FULL = fold.FULL, 700
        self.folder = Path(tempfile.mkdtemp(prefix="stateful-"))
        self.path = self.folder / "w"
        self.stores = [open_workspace(self.path), open_workspace(self.path)]
        self.model = MemoryStore()
        self.number = 0
        self.commit(0, Edit(after=ANN), Edit(after=BEN))

    def records(self) -> list[Record]:
        return sorted(self.model._records.values(), key=lambda record: record.id)

    def commit(self, which: int, *edits: Edit) -> None:
        commit = commit_of(*edits)
        try:
            self.model.commit(commit)
        except Conflict as conflict:
            with pytest.raises(Conflict, match=re.escape(conflict.sentence)):
                self.stores[which].commit(commit)
        else:
            self.stores[which].commit(commit)

    def die(self, which: int) -> None:
        """What is left of a process when it ends without another instruction."""
        self.stores[which]._end.close()
        self.stores[which]._folder.lock.close()
        self.stores[which] = open_workspace(self.path)

    @rule(
        which=st.sampled_from([0, 1]),
        who=st.sets(st.sampled_from(PEOPLE), min_size=1),
        day=st.integers(-400, 9),
    )
    def log(self, which: int, who: set[str], day: int) -> None:
        self.number += 1
        key = f"i-{self.number}"
        self.commit(which, Edit(after=touch(*sorted(who), day=day, key=key, note="n" * 120)))

    @rule(which=st.sampled_from([0, 1]), what=st.sampled_from([WAIT, LATER, judged("p-ben")]))
    def make(self, which: int, what: Record) -> None:
        self.commit(which, Edit(after=what))

    def has_records(self) -> bool:
        return bool(self.records())

    @precondition(has_records)
    @rule(which=st.sampled_from([0, 1]), data=st.data(), note=st.text(max_size=5))
    def change(self, which: int, data: Any, note: str) -> None:
        record = data.draw(st.sampled_from(self.records()))
        field = next(f for f in ("notes", "note", "why", "text", "reason") if hasattr(record, f))
        self.commit(which, Edit(before=record, after=replace(record, **{field: note})))

    @precondition(has_records)
    @rule(which=st.sampled_from([0, 1]), data=st.data())
    def reassign(self, which: int, data: Any) -> None:
        record = data.draw(st.sampled_from(self.records()))
        if isinstance(record, Interaction):
            who = tuple(data.draw(st.permutations(PEOPLE)))[: data.draw(st.integers(1, 2))]
            if who != record.person_ids:
                self.commit(which, Edit(before=record, after=replace(record, person_ids=who)))

    @precondition(has_records)
    @rule(which=st.sampled_from([0, 1]), data=st.data())
    def remove(self, which: int, data: Any) -> None:
        self.commit(which, Edit(before=data.draw(st.sampled_from(self.records()))))

    @rule(which=st.sampled_from([0, 1]), back=st.integers(0, 6))
    def undo(self, which: int, back: int) -> None:
        commits = list(self.model.commits())
        edits = commits[min(back, len(commits) - 1)].edits
        self.commit(which, *(edit.reversed() for edit in reversed(edits)))

    @rule(which=st.sampled_from([0, 1]))
    def fold(self, which: int) -> None:
        self.stores[which].fold()

    @rule(which=st.sampled_from([0, 1]))
    def reopen(self, which: int) -> None:
        self.stores[which].close()
        self.stores[which] = open_workspace(self.path)

    @rule(which=st.sampled_from([0, 1]), calls=st.integers(0, 14))
    def die_folding(self, which: int, calls: int) -> None:
        folder = self.stores[which]._folder
        whole, left = folder.files.rename, [calls]

        def rename(source: Path, target: Path) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise Crash
            whole(source, target)

        folder.files = type(folder.files)()
        folder.files.rename = rename  # type: ignore[method-assign]
        with suppress(Crash):
            self.stores[which].fold()
        self.die(which)

    @rule(which=st.sampled_from([0, 1]), torn=st.integers(1, 60))
    def die_writing(self, which: int, torn: int) -> None:
        with (self.path / JOURNAL).open("ab") as journal:
            journal.write(b'9 0123abcd {"id":"c-never-finished","edits":[{"after":{}}]'[:torn])
        self.die(which)
        assert len(self.stores[which].notices) == 1

    @invariant()
    def agrees(self) -> None:
        if not hasattr(self, "stores"):
            return
        for store in self.stores:
            store.refresh()
            self.compare(store)

    def compare(self, store: WorkspaceStore) -> None:
        ours, theirs = store.workspace, self.model.workspace
        assert dict(ours.people) == dict(theirs.people)
        assert dict(ours.answers) == dict(theirs.answers)
        assert dict(ours.follow_ups) == dict(theirs.follow_ups)
        for person in PEOPLE:
            assert list(store.history(person)) == list(self.model.history(person))
            assert ours.digest(person) == theirs.digests.get(person, Digest())
        assert list(store.commits()) == list(self.model.commits())

    def teardown(self) -> None:
        for store in getattr(self, "stores", ()):
            store.close()
        fold.FULL = self.usual
        shutil.rmtree(self.folder)


TestWorkspace = Workspace.TestCase
TestWorkspace.settings = settings(
    max_examples=count("STATEFUL", 25),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
