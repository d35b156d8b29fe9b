"""One of the processes of the long proof: a writer of changes, or a follower of others'.

``python -m tests.store.shared.chaos_child write|follow ADDRESS NAME``, until a line comes in.
"""

import random
import select
import sys
import time
from collections.abc import Callable

from msgspec.structs import replace

from champion_tracker.model import Conflict, Edit, WorkspaceError, new_id
from champion_tracker.store.shared import SharedStore, open_shared
from tests.store.store_records import START, WAIT, commit_of, say, touch

PEOPLE = tuple(f"p-{number}" for number in range(5))


def is_over() -> bool:
    return bool(select.select([sys.stdin], [], [], 0)[0])


def opened(address: str) -> SharedStore:
    while True:
        try:
            return open_shared(address)
        except WorkspaceError:
            time.sleep(0.2)


def write(store: SharedStore, name: str) -> None:
    """Keep committing: a touch and a reminder together, and a tag on somebody all share."""
    rng = random.Random(name)
    number = 0
    while not is_over():
        number += 1
        person_id = rng.choice(PEOPLE)
        person = store.workspace.people[person_id]
        waits = replace(WAIT, id=new_id("f"), person_id=person_id)
        edits = [Edit(after=touch(person_id, note=name)), Edit(after=waits)]
        if rng.random() < 0.3:
            tagged = replace(person, tags=(*person.tags, f"{name}.{number}"))
            edits.append(Edit(before=person, after=tagged))
        commit = replace(commit_of(*edits), id=f"c-{name}-{number}", at=START)
        say(f"begun {commit.id}")
        if insisted(lambda c=commit: store.commit(c), patient=rng.random() < 0.7):  # type: ignore[misc]
            say(f"kept {commit.id}")


def insisted(task: Callable[[], None], *, patient: bool) -> bool:
    """Whether it was done; who is not patient gives up as soon as the network is away."""
    while True:
        try:
            task()
        except Conflict:
            return False
        except WorkspaceError:
            if not patient or is_over():
                return False
            time.sleep(0.1)
        else:
            return True


def follow(store: SharedStore, name: str) -> None:
    """Keep looking, and say what there is to see; in the end until nothing more comes."""
    quiet = late = 0
    while quiet < 5 and late < 300:
        late += is_over()
        seen = store.refresh()
        for commit in seen:
            say(f"seen {commit.id}")
        quiet = quiet + 1 if is_over() and not seen and not store.notices else 0
        time.sleep(0.1)
    total = sum(digest.touches for digest in store.workspace.digests.values())
    say(f"shows {total} {len(store.workspace.follow_ups)}")


def main() -> None:
    what, address, name = sys.argv[1:]
    store = opened(address)
    say("ready")
    (write if what == "write" else follow)(store, name)
    store.close()


if __name__ == "__main__":
    main()
