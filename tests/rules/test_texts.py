"""Looking through joined text finds what looking at each record finds, in the right order."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from champion_tracker.model import Interaction, Person, Record
from champion_tracker.rules import texts as module
from champion_tracker.rules.excerpt import excerpt
from champion_tracker.rules.folding import fold
from champion_tracker.rules.texts import PEOPLE, Texts, line_of

DAY = date(2026, 11, 23)
WORDS = ["Budget", "büd get", "Ærø", "get", "et\nbud", "", "ﬁgures", "Ж", "😀 bud"]
text = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
keys = st.integers(0, 9)


@st.composite
def records(draw: st.DrawFn) -> Record:
    key = draw(keys)
    if key < 3:
        name = draw(st.sampled_from(["Ana Bud", "Bo Getz", "Ærø"]))
        return Person(id=f"p-{key}", name=name, notes=draw(text))
    return Interaction(
        id=f"i-{key}",
        person_ids=("p-0",),
        on=DAY - timedelta(days=draw(st.integers(0, 3))),
        note=draw(text),
        recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


query = st.lists(
    st.sampled_from(["b", "bu", "BUD", "get", "aer", "fig", "ж", "x"]), max_size=2
).map(" ".join)
batch = st.lists(records(), max_size=12).map(lambda made: {record.id: record for record in made})


@given(batch, batch, st.sets(keys), st.lists(query, min_size=1, max_size=4), st.integers(1, 3))
def test_it_finds_all_and_only_what_holds_the_words(
    older: dict[str, Record],
    newer: dict[str, Record],
    gone: set[int],
    queries: list[str],
    block: int,
) -> None:
    usual, module.BLOCK = module.BLOCK, block
    try:
        texts = Texts()
        assert all(count <= len(older) for count in texts.read(older.values(), every=1))
        held = dict(older)
        for key in [key for key in older if int(key[2:]) in gone]:
            texts.put(key, None)
            del held[key]
        for key, record in newer.items():
            texts.put(key, record)
            held[key] = record
        before = None
        for words in queries:
            search = texts_search(texts, words, before)
            lines = {key: line for key, record in held.items() if (line := line_of(record))}
            wanted = fold(words).split()
            expected = {
                key
                for key, line in lines.items()
                if wanted and all(word in line.text for word in wanted)
            }
            found = [lines[search[n].id] for n in range(len(search))]
            assert {line.id for line in found} == expected
            assert len(found) == len(expected)
            order = [(-line.on, line.name) for line in found]
            assert order == sorted(order)
            assert all(line.on == PEOPLE for line in found if line.id.startswith("p"))
            before = search
    finally:
        module.BLOCK = usual


def texts_search(texts: Texts, words: str, before: module.Search | None) -> module.Search:
    search = module.Search(texts, words, before)
    while not search.is_over:
        search.go_on(len(search) + 1)
    return search


def test_another_search_looks_at_what_was_written_since() -> None:
    texts = Texts()
    list(texts.read([Person(id="p-1", name="Ana")]))
    before = texts_search(texts, "b", None)
    texts.put("p-2", Person(id="p-2", name="Bea"))
    after = texts_search(texts, "be", before)
    assert len(after) == 1
    assert after[0].id == "p-2"


@given(text, st.lists(st.sampled_from(["bud", "get", "aero", "fig", "ж", "x"])), st.integers(1, 60))
def test_an_excerpt_is_a_piece_of_the_text(whole: str, words: list[str], most: int) -> None:
    pieces = excerpt(whole, words, most)
    shown = "".join(piece for piece, _ in pieces)
    assert len(shown) <= most
    assert shown.removeprefix("… ") in whole or len(shown) <= len("… ")
    assert all(
        any(word in fold(piece) for word in words)
        for piece, marked in pieces
        if marked and len(shown) < most
    )


def test_what_was_looked_for_is_marked_with_its_accents() -> None:
    pieces = excerpt("Talked about the Büdget of Ærø and the budgets", ["budget", "aero"], 80)
    assert [piece for piece, is_marked in pieces if is_marked] == ["Büdget", "Ærø", "budget"]


def test_words_far_in_a_long_text_are_shown() -> None:
    pieces = excerpt("many words " * 50 + "then the portal and more", ["portal"], 60)
    assert ("portal", True) in pieces
    assert pieces[0][0].startswith("…")
