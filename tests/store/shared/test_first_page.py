"""The first page of people tells what everything tells, whatever became of the past."""

import random
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from champion_tracker.model import Edit, Interaction, Person, Promise
from champion_tracker.store.shared import SharedStore
from champion_tracker.store.shared.database import SNAPSHOT
from champion_tracker.store.shared.folding import fold
from champion_tracker.store.shared.loading import read_first
from tests.store.store_records import START, commit_of, judged, made, touch
from tests.store.teams import Team

PEOPLE = [Person(id=f"p-{n}", name=f"Person {n}") for n in range(4)]
DAY = date(2026, 1, 1)
PROMISE = Promise(id="", person_id="", text="A yes", made_on=DAY, due=DAY, recorded_at=START)


@pytest.mark.parametrize("seed", range(8))
def test_it_tells_of_everybody_what_is_told_once_all_is_read(team: Team, seed: int) -> None:
    rng = random.Random(seed)
    writers = [team.open("ed"), team.open("eve")]
    writers[0].commit(made(*PEOPLE))
    for n in range(30):
        for writer in writers:
            writer.refresh()
        step(rng, rng.choice(writers), n)
        if rng.random() < 0.15:
            fold(writers[0]._database, team.workspace)
    for login in ("ed", "eve", "rita"):
        store = team.open(login)
        first = store._database.run(lambda c: read_first(c, team.workspace), SNAPSHOT)
        assert dict(first.view.people) == dict(store.workspace.people)
        assert first.number == store.number
        known = first.view.workspace(store.workspace.settings)
        for person in PEOPLE:
            assert known.digest(person.id) == store.workspace.digest(person.id), (login, person.id)
            matters = store.workspace.matters_of.get(person.id, {})
            assert known.matters_of.get(person.id, {}) == matters


def step(rng: random.Random, writer: SharedStore, number: int) -> None:
    """Add something about somebody, or change or remove what is there."""
    about = [person.id for person in rng.sample(PEOPLE, rng.choice((1, 2)))]
    known = [r for p in about for r in writer.history(p) if isinstance(r, Interaction | Promise)]
    if known and rng.random() < 0.6:
        record = rng.choice(known)
        after = rng.choice((changed_by(rng, record, about, writer.login), None))
        writer.commit(commit_of(Edit(before=record, after=after)))
        return
    day = DAY + timedelta(days=number)
    kind = rng.choice(("touch", "promise", "judgement"))
    if kind == "touch":
        new = touch(*about, key=f"i-{writer.login}-{number}")
        writer.commit(made(replace(new, on=day, private=rng.random() < 0.4)))
    elif kind == "promise":
        writer.commit(made(replace(PROMISE, id=f"m-{number}", person_id=about[0], due=day)))
    else:
        writer.commit(made(replace(judged(about[0]), id=f"a-{number}", on=day)))


def changed_by(
    rng: random.Random, record: Interaction | Promise, about: list[str], login: str
) -> Interaction | Promise:
    """A change that is allowed: only who wrote something makes it private."""
    if isinstance(record, Promise):
        return replace(record, person_id=about[0])
    if rng.random() < 0.5 or f"-{login}-" not in record.id:
        return replace(record, person_ids=tuple(about))
    return replace(record, private=not record.private)
