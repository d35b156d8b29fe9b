"""Looking only at those who are awake gives the same agenda as looking at everybody."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from champion_tracker.model import Record, Watch, Workspace
from champion_tracker.rules.agenda import Agenda, agenda
from champion_tracker.rules.resting import rests
from champion_tracker.rules.watch import watch
from champion_tracker.store import MemoryStore
from tests.programme_strategies import by_place, programmes
from tests.rules.test_programme_properties import changes, commits
from tests.strategies import TODAY, any_days, past_days, stores


def looked_at(workspace: Workspace) -> Workspace:
    """The same workspace, of which nobody knows who rests."""
    shown = {name: getattr(workspace, name) for name in Workspace.__struct_fields__}
    return Workspace(**{**shown, "watch": Watch()})


later = st.sampled_from([0, 0, 1, 7, 30, 400]) | st.integers(0, 900)


@settings(max_examples=150)
@given(programmes(), later, later)
def test_whoever_rests_has_nothing_due_on_any_later_day(
    store: MemoryStore, days: int, ahead: int
) -> None:
    workspace, day = store.workspace, TODAY + timedelta(days=days)
    workspace.watch.begin(rests(workspace, TODAY))
    assert agenda(workspace, day, days=ahead) == agenda(looked_at(workspace), day, days=ahead)


@given(programmes(any_days), any_days, any_days, st.integers(0, 4_000_000))
def test_it_holds_on_whatever_days(store: MemoryStore, one: date, other: date, ahead: int) -> None:
    workspace, day = store.workspace, max(one, other)
    workspace.watch.begin(rests(workspace, min(one, other)))
    assert agenda(workspace, day, days=ahead) == agenda(looked_at(workspace), day, days=ahead)


@given(
    programmes(),
    st.lists(st.lists(changes(), min_size=1, max_size=2).map(by_place), min_size=1, max_size=4),
    later,
)
def test_whoever_is_touched_by_a_change_is_looked_at(
    store: MemoryStore, batches: list[list[Record]], days: int
) -> None:
    workspace, day = store.workspace, TODAY + timedelta(days=days)
    workspace.watch.begin(rests(workspace, TODAY))
    held: dict[tuple[type[Record], str], Record] = {}
    for commit in reversed(list(store.commits())):
        for edit in commit.edits:
            held[type(edit.record), edit.record.id] = edit.record
    for batch in batches:
        store.commit(commits(batch, held))
        assert agenda(workspace, day) == agenda(looked_at(workspace), day)


@given(stores(), past_days)
def test_on_an_earlier_day_everybody_is_looked_at(store: MemoryStore, day: date) -> None:
    workspace = store.workspace
    workspace.watch.begin(rests(workspace, day + timedelta(days=1)))
    awake, _ = watch(workspace, day, day, ())
    assert set(awake) == set(Agenda(workspace, day).people())
