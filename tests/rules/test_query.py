"""The query language: every field and operator, in any script, and what is refused."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from champion_tracker.model import (
    BadInput,
    Engagement,
    NurturePlan,
    Person,
    Pin,
    Position,
    Standing,
)
from champion_tracker.rules.folding import fold
from champion_tracker.rules.query import parse_query, select
from champion_tracker.rules.query_fields import FIELDS
from champion_tracker.rules.roll import Roll
from champion_tracker.store import MemoryStore
from tests.strategies import TODAY, any_days, judgement, store_of, stores, touch

NOW = date(2020, 1, 1)

ANN = Person(
    id="p-ann",
    name="Ann Lee",
    emails=("ann@water.example",),
    phones=("+44 1 23",),
    tags=("budget", "North East"),
    notes="Likes **trains**",
    source_ids=("hr:77",),
    positions=(
        Position(id="r-0", title="Clerk", organization="Rail", end=NOW),
        Position(id="r-1", title="Head", organization="Water", area="Public Works", start=NOW),
    ),
    followed_since=NOW,
)
ISI = Person(id="p-isi", name="Zeynep IŞIKLAR", tags=("left",), followed_since=TODAY)
MEI = Person(
    id="p-mei",
    name="陳美玲 (Mei-Ling)",
    followed_since=NOW,
    plan=NurturePlan(every="1 year", paused="leave"),
    pin=Pin(standing=Standing.SUPPORTER, reason="because", on=TODAY),
)
FAT = Person(
    id="p-fat",
    name="فاطمة الزهراء",
    positions=(Position(id="r-2", title="Straßenmeisterin", organization="Water", end=NOW),),
)
OLD = Person(id="p-old", name="Old Ann", followed_since=NOW, archived_on=TODAY)

STORE = store_of(
    ANN,
    ISI,
    MEI,
    FAT,
    OLD,
    replace(
        judgement(ANN, TODAY - timedelta(10), influence=4, openness=5),
        desired=Engagement.LEADING,
    ),
    touch("p-ann", on=TODAY - timedelta(20)),
    touch("p-mei", on=TODAY - timedelta(3)),
)


def names(query: str, store: MemoryStore = STORE, today: date = TODAY) -> set[str]:
    return {seen.person.id.removeprefix("p-") for seen in select(store.workspace, query, today)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "ann isi mei fat"),
        # Free words: name, titles, organisations, areas and tags of now.
        ("ann", "ann"),
        ("ANN lee", "ann"),
        ("lee ann", "ann"),
        ("ann smith", ""),
        ("head", "ann"),
        ("clerk", ""),
        ("rail", ""),
        ("works", "ann"),
        ("budget", "ann"),
        ('"public works"', "ann"),
        ('"works public"', ""),
        ("trains", ""),
        # Any script, with or without accents.
        ("isiklar", "isi"),
        ("ışıklar", "isi"),
        ("IŞIKLAR", "isi"),
        ("İŞİKLAR", "isi"),
        ("美玲", "mei"),
        ("فاطمة", "fat"),
        ("فَاطِمَة", "fat"),
        ("straße", ""),
        # Negation.
        ("-ann", "isi mei fat"),
        ("-tag:left", "ann mei fat"),
        ('-"public works"', "isi mei fat"),
        ("ann -head", ""),
        # Text fields.
        ("name:lee", "ann"),
        ('name:"ann lee"', "ann"),
        ("title:head", "ann"),
        ("title:clerk", ""),
        ("org:water", "ann"),
        ("organization:water", "ann"),
        ("organisation:water", "ann"),
        ('area:"Public Works"', "ann"),
        ("unit:public", "ann"),
        ("tag:budget", "ann"),
        ('tag:"north east"', "ann"),
        ("tag:budget,left", "ann isi"),
        ("email:WATER.example", "ann"),
        ("phone:44", "ann"),
        ("notes:trains", "ann"),
        ("id:p-ann", "ann"),
        ("id:hr:77", "ann"),
        ("NAME:lee", "ann"),
        # Choices, by a beginning too.
        ("standing:potential", "ann"),
        ('standing:"potential champion"', "ann"),
        ("standing:supporter,unassessed", "isi mei fat"),
        ("-standing:unassessed", "ann mei"),
        ("engagement:neutral", "ann"),
        ("desired:leading", "ann"),
        ("warmth:cold", "ann isi fat"),
        # Numbers.
        ("influence:4", "ann"),
        ("influence:=4", "ann"),
        ("influence:>3", "ann"),
        ("influence:>=4", "ann"),
        ("influence:<4", ""),
        ("influence:<=4", "ann"),
        ("influence:3..5", "ann"),
        ("influence:5..3", ""),
        ("influence:none", "isi mei fat"),
        ("openness:unknown", "isi mei fat"),
        ("reach:>=4", "ann"),
        ("-influence:>=4", "isi mei fat"),
        # Days.
        (f"touched:{TODAY - timedelta(20)}", "ann"),
        (f"touched:<{TODAY - timedelta(10)}", "ann"),
        (f"touched:>={TODAY - timedelta(20)}", "ann mei"),
        ("touched:never", "isi fat"),
        ('touched:"3 days ago"', "mei"),
        ("touched:<1w", "mei"),
        ("touched:>1w", "ann isi fat"),
        ("judged:none", "isi mei fat"),
        ("judged:<today", "ann"),
        # What is due, from the agenda itself.
        ("due:overdue", "ann"),
        ("due:today", "ann isi"),
        ("due:now", "ann isi"),
        ("due:<=2026-11-17", "ann"),
        ("due:none", "mei fat"),
        # States.
        ("is:followed", "ann isi mei"),
        ("is:known", "fat"),
        ("is:left", "fat"),
        ("is:pinned", "mei"),
        ("is:paused", "mei"),
        ("is:archived", "old"),
        ("archived:yes", "old"),
        ("archived:no", "ann isi mei fat"),
        ("-is:archived", "ann isi mei fat"),
        ("followed:yes", "ann isi mei"),
        ("followed:no", "fat"),
        ("pinned:true", "mei"),
        ("paused:false", "ann isi fat"),
        ("left:yes", "fat"),
        ("known:yes", "fat"),
        # Together.
        ("org:water influence:>=4 -tag:left is:followed", "ann"),
        ("tag:,", ""),
    ],
)
def test_who_answers(query: str, expected: str) -> None:
    assert names(query) == set(expected.split())


def test_a_word_in_a_title_of_now_is_found_by_its_ss() -> None:
    here = replace(FAT, positions=(replace(FAT.positions[0], end=None),))
    assert names("strassen", store_of(here)) == {"fat"}


def test_they_come_by_name_whatever_the_accents() -> None:
    people = [
        Person(id=f"p-{n}", name=name) for n, name in enumerate(["Žan", "émile", "Ada", "zoe"])
    ]
    found = [seen.person.name for seen in select(store_of(*people).workspace, "", TODAY)]
    assert found == ["Ada", "émile", "Žan", "zoe"]


@pytest.mark.parametrize(
    ("query", "says", "hint"),
    [
        ("influense:4", "no query field 'influense:'", "Did you mean 'influence:'?"),
        ("standng:champion", "no query field", "'standing:'"),
        ("http://x", "no query field 'http:'", "There are "),
        ("influence:", "has no value", ""),
        ("influence:high", "no number", "influence:>=4"),
        ("influence:>", "no number", ""),
        ("influence:1..b", "no number", ""),
        ("standing:champoin", "is no standing", "'champion'"),
        ("engagement:xyz", "is no engagement", "supportive"),
        ("touched:31/02/2026", "no day", "YYYY-MM-DD"),
        ("touched:03/04/2026", "two different days", "YYYY-MM-DD"),
        ("is:folowed", "Nobody is 'folowed'", "'followed'"),
        ("archived:maybe", "yes or no", ""),
        ('name:"ann', "not closed", ""),
    ],
)
def test_what_cannot_be_read_names_the_nearest(query: str, says: str, hint: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_query(query, TODAY)
    assert says in refused.value.sentence
    assert hint in refused.value.hint


scraps = st.lists(
    st.sampled_from(
        [*FIELDS, ":", ":", ":", " ", '"', "-", ",", "..", ">=", "<", "ann", "4", "none", "fri",
         "never", "week", "2w", "ı", "\n", "\0", "nan", "1e999", "２"]
    ),
    max_size=8,
).map("".join)  # fmt: skip


@given(stores(), st.text(max_size=20) | scraps, any_days)
def test_any_text_is_a_query_or_bad_input(store: MemoryStore, text: str, today: date) -> None:
    try:
        parse_query(text, today)
    except BadInput:
        return
    found = select(store.workspace, text, today)
    assert {seen.person.id for seen in found} <= store.workspace.people.keys()


@pytest.mark.parametrize("query", ["due:overdue", "due:week", "due:month"])
@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_like_others(query: str, today: date) -> None:
    assert bool(names(query, today=today)) is (today == date.max)


terms = st.one_of(
    st.sampled_from(["ann", "lee", "head", "p"]),
    st.builds("{}:{}{}".format, st.sampled_from(["influence", "openness", "reach"]),
              st.sampled_from([">=", "<=", ">", "<", ""]), st.integers(1, 5)),
    st.sampled_from(Standing).map(lambda standing: f'standing:"{standing}"'),
    st.sampled_from(["is:followed", "due:today", "due:overdue", "touched:never", "judged:<1w"]),
)  # fmt: skip


@given(stores(), terms, terms)
def test_terms_are_joined_by_and_and_a_dash_takes_the_rest(
    store: MemoryStore, one: str, two: str
) -> None:
    everybody = names("", store)
    assert names(f"{one} {two}", store) == names(one, store) & names(two, store)
    assert names(f"-{one}", store) == everybody - names(one, store)


@given(stores(), st.lists(st.sampled_from(["ann", "lee", "陳", "işik", "a b"]), max_size=3))
def test_a_quoted_word_means_what_the_bare_one_does(store: MemoryStore, words: list[str]) -> None:
    single = [word for word in words if " " not in word]
    quoted = " ".join(f'"{word}"' for word in single)
    assert names(" ".join(single), store) == names(quoted, store)


@given(
    st.lists(stores(), min_size=1, max_size=3),
    st.lists(
        st.tuples(st.sampled_from(["a", "lee", "e", "he", "head", "d l", "美", ""]), st.booleans())
    ),
    st.booleans(),
    st.integers(0, 52),
    st.lists(st.sampled_from(["", "e", "h", "H", "美", "he", " "]), max_size=3),
)
def test_a_roll_that_is_kept_finds_whom_looking_at_everybody_finds(
    states: list[MemoryStore],
    words: list[tuple[str, bool]],
    archived: bool,
    letters: int,
    typed: list[str],
) -> None:
    roll = Roll()
    for store in states:
        people = store.workspace.people
        roll.read(people)
        expected = [
            person
            for person in sorted(people.values(), key=lambda p: (fold(p.name), p.id))
            if (archived or person.archived_on is None)
            and all((word in haystack(person)) is wanted for word, wanted in words)
        ]
        for begun in typed:
            for _ in islice(roll.learn(begun), letters):
                pass
            assert list(roll.mentioning(words, archived=archived)) == expected
        assert list(roll.mentioning(words, archived=archived)) == expected


def haystack(person: Person) -> str:
    places = [p for p in person.positions if p.end is None]
    held = [text for p in places for text in (p.title, p.organization, p.area)]
    return fold("\n".join([person.name, *held, *person.tags]))
