"""What a store that is open is told while another process commits and folds."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from champion_tracker.model import Edit
from champion_tracker.store import open_workspace
from champion_tracker.store.files import Files
from tests.store.store_records import ANN, commit_of, made, touch

if TYPE_CHECKING:
    from collections.abc import Callable


class Interrupted(Files):
    """A disk at which somebody else comes in before the ``wait``-th read from now on."""

    def __init__(self) -> None:
        self.wait = 0
        self.others: Callable[[], None] | None = None

    def read(self, path: Path, start: int = 0) -> bytes:
        if self.others is not None:
            if self.wait == 0:
                others, self.others = self.others, None
                others()
            self.wait -= 1
        return super().read(path, start)


@pytest.mark.parametrize("wait", range(3))
def test_whoever_folds_while_we_look_hides_no_commit_from_us(tmp_path: Path, wait: int) -> None:
    files = Interrupted()
    writer = open_workspace(tmp_path / "w")
    writer.commit(made(ANN))
    reader = open_workspace(tmp_path / "w", files=files)
    made_so_far: list[str] = []

    def write(count: int) -> None:
        for _ in range(count):
            key = f"i-{len(made_so_far)}"
            made_so_far.append(key)
            writer.commit(commit_of(Edit(after=touch("p-ann", key=key))))

    def write_and_fold() -> None:
        write(2)
        writer.fold()

    # The reader finds a folded journal, and while it reads that the next one is folded too.
    write_and_fold()
    write(3)
    files.wait, files.others = wait, write_and_fold
    told = [edit.record.id for commit in reader.refresh() for edit in commit.edits]
    assert files.others is None, "the fold was to come in between, and did not"
    told += [edit.record.id for commit in reader.refresh() for edit in commit.edits]
    assert told == made_so_far
    assert [record.id for record in reader.history("p-ann")] == made_so_far
