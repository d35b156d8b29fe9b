"""Another process on the same workspace: commits until it is done or dies.

Usage: ``python -m tests.store.store_child FOLDER NAME COUNT FOLD_EVERY``. Prints the
identifier of each interaction once its commit has been acknowledged.
"""

import sys
from pathlib import Path

from champion_tracker.model import Edit
from champion_tracker.store import open_workspace
from tests.store.store_records import ANN, commit_of, say, touch


def main() -> None:
    folder, name, total, fold_every = sys.argv[1:]
    store = open_workspace(Path(folder))
    for number in range(int(total)):
        pair = [touch("p-ann", key=f"i-{name}-{number}-{half}", note="x" * 99) for half in "ab"]
        store.commit(commit_of(*(Edit(after=record) for record in pair), who=name))
        say(f"{name}-{number}")
        if int(fold_every) and number % int(fold_every) == int(fold_every) - 1:
            store.fold()
        if number % 7 == 0:
            store.refresh()
            assert ANN.id in store.workspace.people
    store.close()


if __name__ == "__main__":
    main()
