"""Where a champion is missing, is the only one, or has left."""

from datetime import date

from hypothesis import given
from msgspec.structs import replace

from champion_tracker.model import (
    Answer,
    Engagement,
    Person,
    Position,
    Prompt,
    PromptKind,
    Record,
    Standing,
)
from champion_tracker.rules.agenda import agenda
from champion_tracker.rules.profile import profile
from champion_tracker.store import MemoryStore
from tests.strategies import TODAY, judgement, keep, near_days, store_of, stores


def somebody(key: str, *, followed: bool = True) -> Person:
    return Person(
        id=key,
        name=key.title(),
        positions=(Position(id=f"r-{key}", title="Head", start=date(2020, 1, 1)),),
        followed_since=date(2026, 1, 1) if followed else None,
    )


def champion(key: str, *, followed: bool = True) -> list[Record]:
    person = somebody(key, followed=followed)
    judged = judgement(person, influence=5, openness=5, engagement=Engagement.LEADING)
    return [person, judged]


def potential(key: str) -> list[Record]:
    person = somebody(key)
    return [person, judgement(person, influence=4, openness=4)]


def coverage(store: MemoryStore, today: date = TODAY) -> dict[str, Prompt]:
    found = agenda(store.workspace, today)
    return {p.key: p for p in found if p.kind is PromptKind.COVERAGE}


def test_an_empty_workspace_and_a_mere_directory_are_left_in_peace() -> None:
    assert coverage(store_of()) == {}
    assert coverage(store_of(somebody("ann", followed=False))) == {}


def test_no_champion_at_all_names_who_might_become_one() -> None:
    store = store_of(somebody("ann"), *potential("bo"))
    assert set(coverage(store)) == {"coverage:none"}
    assert "Might become one: Bo." in coverage(store)["coverage:none"].why
    many = store_of(*(r for key in ("ed", "bo", "cy", "di", "al") for r in potential(key)))
    assert "Al, Bo, Cy and 2 more." in coverage(many)["coverage:none"].why


def test_only_one_champion_asks_what_if_they_leave() -> None:
    store = store_of(*champion("ann"), *potential("bo"))
    (prompt,) = coverage(store).values()
    assert (prompt.key, prompt.person) == ("coverage:single", "Ann")
    keep(store, *champion("cy"))
    assert coverage(store) == {}


def test_a_champion_who_is_not_followed_does_not_count() -> None:
    store = store_of(*champion("ann", followed=False), somebody("bo"))
    assert set(coverage(store)) == {"coverage:none"}


def test_a_champion_who_left_is_missed() -> None:
    ann, judged = champion("ann")
    assert isinstance(ann, Person)
    gone = replace(ann, positions=(replace(ann.positions[0], end=date(2026, 11, 20)),))
    store = store_of(gone, judged, *champion("bo"), *champion("cy"))
    (prompt,) = coverage(store).values()
    assert (prompt.key, prompt.overdue_days) == ("coverage:left:ann", 3)
    assert coverage(store, date(2026, 11, 19)) == {}
    assert set(coverage(store_of(gone, judged))) == {"coverage:left:ann", "coverage:none"}


def test_dismissed_it_stays_away_until_the_only_champion_is_another() -> None:
    store = store_of(*champion("ann"))
    (prompt,) = coverage(store).values()
    keep(store, Answer(id=prompt.key, cause=prompt.cause, reason="Known", on=TODAY))
    assert coverage(store) == {}
    ann = store.workspace.people["ann"]
    keep(store, replace(ann, archived_on=TODAY), *champion("bo"))
    assert set(coverage(store)) == {"coverage:single"}


@given(stores(answered=False), near_days)
def test_it_agrees_with_the_standings(store: MemoryStore, today: date) -> None:
    followed = [p for p in store.workspace.people.values() if p.is_followed]
    standings = [profile(store.workspace, person, today).standing for person in followed]
    found = coverage(store, today)
    champions = standings.count(Standing.CHAMPION)
    assert ("coverage:none" in found) == (champions == 0 and bool(followed))
    if "coverage:single" in found:
        assert champions == 1
