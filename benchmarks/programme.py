"""Agenda and programme in full and after one change, against decoding the same records.

Run with ``python -m benchmarks.programme``; prints a Markdown table. Everything happens in one
process and in memory; the times are processor seconds, the least of several rounds.
"""

import gc
import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle

import msgspec

from champion_tracker.model import (
    Ask,
    Assessment,
    Commit,
    Edit,
    Engagement,
    Goal,
    Interaction,
    Objection,
    Occasion,
    Outcome,
    Promise,
    Record,
    Relation,
    Seat,
    Story,
    Telling,
    Tie,
)
from champion_tracker.rules.agenda import agenda
from champion_tracker.rules.live_agenda import LiveAgenda
from champion_tracker.rules.programme import programme
from champion_tracker.store import MemoryStore

from .workspaces import AREAS, TODAY, people, records

PEOPLE, TOUCHES, PROMISES, TIES, STORIES, TELLINGS = 10_000, 20, 10_000, 10_000, 2_000, 10_000
ROUNDS = 5
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    everything = list(_everything())
    documents = [msgspec.json.encode(record) for record in everything]
    store = MemoryStore()
    _commit(store, [Edit(after=record) for record in everything])
    workspace = store.workspace
    decode = msgspec.json.Decoder(Record).decode
    decoding = _least(lambda: [decode(document) for document in documents])
    full = _least(lambda: _in_full(store))
    live = LiveAgenda(workspace, TODAY)
    print(f"| what ({len(everything):,} records) | time | against | ratio |")
    print("| --- | --- | --- | --- |")
    print(
        f"| agenda and programme in full | {full * 1000:.0f} ms | decoding the same records, ",
        end="",
    )
    print(f"{decoding * 1000:.0f} ms | {full / decoding:.2f} |")
    for what, changes in (
        ("a touch", _touches()),
        ("a judgement", _judgements()),
        ("a telling", _tellings()),
        ("a story", _stories()),
    ):
        one = _least(lambda changes=changes: _follow(store, live, changes), 40)  # type: ignore[misc]
        row = f"| the same after {what} | {one * 1000:.2f} ms | in full | "
        print(row + f"1/{full / one:.0f} |")
    assert live.prompts() == agenda(workspace, TODAY)
    assert live.programme() == programme(workspace, TODAY)


def _in_full(store: MemoryStore) -> None:
    live = LiveAgenda(store.workspace, TODAY)
    live.prompts()
    live.programme()


def _follow(store: MemoryStore, live: LiveAgenda, changes: Iterator[Record]) -> float:
    """How long the agenda and the programme take after one change, the change left out."""
    made = _commit(store, [Edit(after=next(changes))])
    begun = time.process_time()
    live.follow([made])
    live.prompts()
    live.programme()
    return time.process_time() - begun


def _least(task: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least time of several rounds; a task that returns a time has taken it itself."""
    times = []
    for _ in range(rounds):
        gc.collect()
        begun = time.process_time()
        found = task()
        taken = time.process_time() - begun
        times.append(found if isinstance(found, float) else taken)
    return min(times)


def _commit(store: MemoryStore, edits: list[Edit]) -> Commit:
    number = sum(1 for _ in store.commits())
    made = Commit(
        id=f"c-{number}", at=MOMENT, verb="benchmark", summary="benchmark", edits=tuple(edits)
    )
    store.commit(made)
    return made


def _everything() -> Iterator[Record]:
    rng = random.Random(6)
    everybody = list(people(PEOPLE))
    yield from everybody
    for person in everybody:
        yield from records(person, TOUCHES)
    ids = [person.id for person in everybody]
    for n in range(PROMISES):
        due = TODAY + timedelta(days=rng.randint(-400, 30))
        outcome = rng.choice(list(Outcome)) if due < TODAY else Outcome.OPEN
        yield Promise(
            id=f"m-{n}",
            person_id=rng.choice(ids),
            text="Send the figures of the portal",
            made_on=due - timedelta(days=20),
            due=due,
            outcome=outcome,
            settled_on=due if outcome is not Outcome.OPEN else None,
            recorded_at=MOMENT,
        )
    for n in range(TIES):
        first, second = rng.sample(ids, 2)
        yield Tie(
            id=f"t-{n}",
            person_id=first,
            other_id=second,
            relation=rng.choice(list(Relation)),
            strength=rng.randint(1, 3),
            recorded_at=MOMENT,
        )
    yield from _method(rng, ids)


def _method(rng: random.Random, ids: list[str]) -> Iterator[Record]:
    for n in range(STORIES):
        yield _story(f"s-{n}", rng.choice(AREAS), TODAY - timedelta(days=rng.randrange(700)))
    for n in range(TELLINGS):
        yield _telling(f"l-{n}", f"s-{rng.randrange(STORIES)}", rng.choice(ids), rng)
    for n in range(100):
        person, day = rng.choice(ids), TODAY - timedelta(days=rng.randrange(700))
        yield Occasion(id=f"o-{n}", what="A flood", on=day, story_id="s-1", recorded_at=MOMENT)
        yield Ask(id=f"k-{n}", person_id=person, what="A post", made_on=day, recorded_at=MOMENT)
        yield Objection(
            id=f"j-{n}", person_id=person, risk="A leak", raised_on=day, recorded_at=MOMENT
        )
    for n in range(20):
        yield Goal(
            id=f"g-{n}", purpose="Answers", leader_ids=(rng.choice(ids),), recorded_at=MOMENT
        )
        yield Seat(id=f"e-{n}", title=f"Seat {n}", holder_id=rng.choice(ids), recorded_at=MOMENT)


def _story(key: str, area: str, on: date) -> Story:
    return Story(
        id=key,
        title=f"What the portal saved in {area}",
        what="It took a morning, where it took three weeks.",
        figure="1 day instead of 3 weeks",
        areas=(area,),
        on=on,
        recorded_at=MOMENT,
    )


def _telling(key: str, story: str, person: str, rng: random.Random) -> Telling:
    return Telling(
        id=key,
        story_id=story,
        person_ids=(person,),
        on=TODAY - timedelta(days=rng.randrange(700)),
        landed=rng.randint(-2, 2),
        recorded_at=MOMENT,
    )


def _some() -> Iterator[str]:
    return cycle(f"p-{n * 37 % PEOPLE:012d}" for n in range(PEOPLE))


def _touches() -> Iterator[Record]:
    for n, person in enumerate(_some()):
        yield Interaction(id=f"i-x{n}", person_ids=(person,), on=TODAY, recorded_at=MOMENT)


def _judgements() -> Iterator[Record]:
    for n, person in enumerate(_some()):
        yield Assessment(
            id=f"a-x{n}",
            person_id=person,
            on=TODAY,
            influence=1 + n % 5,
            openness=1 + n % 4,
            engagement=list(Engagement)[n % 5],
            recorded_at=MOMENT,
        )


def _tellings() -> Iterator[Record]:
    rng = random.Random(7)
    for n, person in enumerate(_some()):
        yield _telling(f"l-x{n}", "s-1", person, rng)


def _stories() -> Iterator[Record]:
    for n, area in enumerate(cycle(AREAS)):
        yield _story(f"s-x{n}", area, TODAY)


if __name__ == "__main__":
    main()
