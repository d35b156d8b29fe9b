"""Passing over documents unread finds the same as reading every one."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from champion_tracker.model import Record
from champion_tracker.store import MemoryStore, open_workspace
from tests.programme_strategies import by_place, programme_records
from tests.store.store_records import ANN, BEN, made, touch

texts = st.lists(
    st.sampled_from(["Budget", "büdget", "ﬁgures", 'the "bud"', "b\\u", "b\x1fud", "\n", "Bud"]),
    max_size=4,
).map("".join)
words = st.sampled_from(["budget", "bud", "BÜD", "fig", '"bud"', "\\", "steps", "ud", "note", "id"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(texts, max_size=5),
    st.lists(programme_records(), max_size=4).map(by_place),
    st.lists(words, max_size=2).map(" ".join),
)
def test_it_finds_what_looking_at_everything_finds(
    notes: list[str],
    programme: list[Record],
    wanted: str,
) -> None:
    touches = [touch("p-ann", note=note, key=f"i-{n}") for n, note in enumerate(notes)]
    commit = made(ANN, BEN, *touches, *programme)
    memory = MemoryStore()
    memory.commit(commit)
    with TemporaryDirectory() as folder:
        store = open_workspace(Path(folder))
        store.commit(commit)
        store.fold()
        found = {record.id for record in store.search(wanted)}
        assert found == {record.id for record in memory.search(wanted)}
        store.close()
