"""Workspaces of any size, the same at every call."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from champion_tracker.model import (
    Assessment,
    Channel,
    Commit,
    Edit,
    Engagement,
    Interaction,
    Person,
    Position,
)
from champion_tracker.store import open_workspace

TODAY = date(2026, 11, 23)
GIVEN = (
    "Ana",
    "Bo",
    "Chidi",
    "Dara",
    "Eun",
    "Femi",
    "Gita",
    "Hugo",
    "Ines",
    "Jun",
    "Kofi",
    "Lena",
    "Mira",
    "Nils",
    "Oya",
    "Per",
)
FAMILY = (
    "Abara",
    "Berg",
    "Costa",
    "Diaz",
    "Ekman",
    "Farah",
    "Gupta",
    "Haas",
    "Ito",
    "Juarez",
    "Khan",
    "Lund",
)
TITLES = ["Director", "Deputy Director", "Head", "Adviser", "Chief of Staff", "Commissioner"]
AREAS = ["Finance", "Public Works", "Water", "Transport", "Housing", "Digital", "Legal", "Press"]
CHUNK = 20_000
NEGLECTED = 0.03
"""The share of people whom a diligent user has let wait."""


def people(count: int, *, followed: bool = True) -> Iterator[Person]:
    """Invented people, each with a position."""
    rng = random.Random(count)
    for n in range(count):
        yield Person(
            id=f"p-{n:012d}",
            name=f"{rng.choice(GIVEN)} {rng.choice(FAMILY)} {n}",
            emails=(f"person{n}@agency.example",),
            positions=(
                Position(
                    id=f"r-{n:012d}",
                    title=rng.choice(TITLES),
                    organization="Regional Agency",
                    area=rng.choice(AREAS),
                ),
            ),
            followed_since=date(2024, 1, 1) if followed else None,
        )


def records(person: Person, touches: int) -> Iterator[Assessment | Interaction]:
    """A judgement of a person, and as many touches over two years."""
    rng = random.Random(person.id)
    is_neglected = rng.random() < NEGLECTED
    judged, touched = (200, 190) if is_neglected else (rng.randrange(80), rng.randrange(13))
    yield Assessment(
        id=f"a{person.id[1:]}",
        person_id=person.id,
        position_ids=(person.positions[0].id,),
        on=TODAY - timedelta(days=judged),
        influence=rng.randint(1, 5),
        openness=rng.randint(1, 5),
        engagement=rng.choice(list(Engagement)),
        why="Says what they mean and does what they say, most of the time.",
        recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    for n in range(touches):
        yield Interaction(
            id=f"i{person.id[1:]}-{n:05d}",
            person_ids=(person.id,),
            on=TODAY - timedelta(days=touched if n == 0 else rng.randrange(touched, 730)),
            channel=rng.choice(list(Channel)),
            note=f"Talked about the {rng.choice(AREAS)} portal and what it saves. Wants figures.",
            sentiment=rng.randint(-2, 2),
            recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
        )


def make(folder: Path, count: int, touches: int = 0, *, followed: bool = True) -> Path:
    """Make a workspace of ``count`` people with ``touches`` interactions each, and fold it."""
    store = open_workspace(folder)
    batch: list[Edit] = []
    number = 0

    def flush() -> None:
        nonlocal number
        number += 1
        store.commit(
            Commit(
                id=f"c-{number:012d}",
                at=datetime(2026, 1, 1, tzinfo=UTC),
                verb="add",
                summary=f"Made {len(batch)} records",
                edits=tuple(batch),
            )
        )
        batch.clear()

    for person in people(count, followed=followed):
        batch.append(Edit(after=person))
        if followed:
            batch += [Edit(after=record) for record in records(person, touches)]
        if len(batch) >= CHUNK:
            flush()
    if batch:
        flush()
    store.fold()
    store.rest(TODAY)
    store.close()
    return folder
