"""What holds of any programme on any day: prompts, lights, what-if, and following changes."""

from copy import deepcopy
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from champion_tracker.model import (
    Answer,
    Commit,
    Edit,
    PromptKind,
    Record,
    Workspace,
)
from champion_tracker.rules.agenda import agenda
from champion_tracker.rules.barriers.light import Light
from champion_tracker.rules.live_agenda import LiveAgenda
from champion_tracker.rules.programme import programme
from champion_tracker.rules.seam import seam
from champion_tracker.rules.stories import to_tell, untold
from champion_tracker.rules.what_if import what_if
from champion_tracker.store import MemoryStore
from tests.programme_strategies import by_place, programme_records, programmes
from tests.strategies import (
    TODAY,
    any_days,
    judgements,
    keep,
    moment,
    near_days,
    people,
    promises,
    ties,
    touches,
)

KEYS = ["p-0", "p-1", "p-2"]


def known(workspace: Workspace) -> set[str]:
    """The identifier of everything that is at hand."""
    shelves = (
        workspace.people,
        workspace.stories,
        workspace.occasions,
        workspace.asks,
        workspace.objections,
        workspace.goals,
        workspace.seats,
    )
    return {key for shelf in shelves for key in shelf}


@given(programmes(any_days), any_days)
def test_every_view_of_a_programme_is_total(store: MemoryStore, today: date) -> None:
    workspace = store.workspace
    before = deepcopy(workspace)
    found = programme(workspace, today)
    assert [barrier.name.value for barrier in found.barriers] == [
        "champions",
        "selling it",
        "risk",
        "resources",
        "purpose",
    ]
    agenda(workspace, today)
    seam(workspace, today)
    untold(workspace, today)
    for person in workspace.people.values():
        what_if(workspace, person, today)
        to_tell(workspace, person, today)
    assert workspace == before, "looking changes nothing, what-if least of all"


@given(programmes(), near_days)
def test_every_light_rests_on_facts_that_can_be_opened(store: MemoryStore, today: date) -> None:
    ids = known(store.workspace) | {t.story_id for t in store.workspace.tellings.values()}
    for barrier in programme(store.workspace, today).barriers:
        assert barrier.facts
        assert all(fact.text for fact in barrier.facts)
        assert {key for fact in barrier.facts for key in fact.refers_to} <= ids
        assert barrier.action.text
        assert barrier.action.refers_to in ids | {""}
        assert len(barrier.trend) == 4
        if barrier.light is Light.WATCH:
            assert any(fact.is_bad for fact in barrier.facts)


@given(programmes(), any_days)
def test_each_thing_is_asked_once(store: MemoryStore, today: date) -> None:
    keys = [prompt.key for prompt in agenda(store.workspace, today, days=60)]
    assert len(keys) == len(set(keys))


@given(programmes(answered=False), st.data())
def test_dismissing_one_prompt_hides_no_other(store: MemoryStore, data: st.DataObject) -> None:
    prompts = agenda(store.workspace, TODAY)
    if not prompts:
        return
    chosen = data.draw(st.sampled_from(prompts))
    answer = Answer(
        id=chosen.key, cause=chosen.cause, person_id=chosen.person_id, reason="no", on=TODAY
    )
    keep(store, answer)
    left = agenda(store.workspace, TODAY)
    assert left == [prompt for prompt in prompts if prompt.key != chosen.key]


@given(programmes())
def test_nothing_is_said_of_stories_and_seats_while_there_are_none(store: MemoryStore) -> None:
    if not store.workspace.people:
        return
    bare = MemoryStore()
    keep(bare, *(p for p in store.workspace.people.values()))
    keys = [p.key for p in agenda(bare.workspace, TODAY) if p.kind is PromptKind.STORY]
    assert keys in ([], ["story:rhythm"])


def changes() -> st.SearchStrategy[Record]:
    """Anything that a user, an import or a colleague may do."""
    answered: st.SearchStrategy[Record] = st.builds(
        Answer,
        id=st.sampled_from(
            ["touch:p-0", "reassess:p-1", "story:rhythm", "coverage:none", "story:champion:p-2"]
        ),
        cause=st.sampled_from(["never/1 month", "none:", "told:never/2 weeks"]),
        person_id=st.just(""),
        on=near_days,
    )
    return st.one_of(
        programme_records(),
        *(people(key) for key in KEYS),
        touches(KEYS, near_days),
        judgements(KEYS, near_days),
        promises(KEYS, near_days),
        ties(KEYS, near_days),
        answered,
    )


def commits(batch: list[Record], held: dict[tuple[type[Record], str], Record]) -> Commit:
    """Records put over those held, as one commit."""
    edits = []
    for record in batch:
        place = (type(record), record.id)
        edits.append(Edit(held.get(place), record))
        held[place] = record
    return Commit(
        id=f"c-{len(held)}", at=moment(TODAY), verb="test", summary="test", edits=tuple(edits)
    )


@settings(max_examples=100)
@given(
    programmes(),
    st.lists(st.lists(changes(), min_size=1, max_size=2).map(by_place), min_size=1, max_size=6),
    st.data(),
)
def test_following_changes_gives_what_reckoning_anew_gives(
    store: MemoryStore, batches: list[list[Record]], data: st.DataObject
) -> None:
    live = LiveAgenda(store.workspace, TODAY)
    held: dict[tuple[type[Record], str], Record] = {}
    for commit in reversed(list(store.commits())):
        for edit in commit.edits:
            held[type(edit.record), edit.record.id] = edit.record
    for batch in batches:
        if not held or data.draw(st.booleans()):
            done = commits(batch, held)
        else:  # take one record back
            place = data.draw(st.sampled_from(sorted(held, key=str)))
            edits = (Edit(held.pop(place), None),)
            done = Commit(id="c", at=moment(TODAY), verb="undo", summary="undo", edits=edits)
        store.commit(done)
        live.follow([done])
        assert live.prompts() == agenda(store.workspace, TODAY)
        assert live.programme() == programme(store.workspace, TODAY)


@settings(max_examples=100)
@given(
    programmes(),
    st.lists(
        st.tuples(st.lists(changes(), min_size=1, max_size=2).map(by_place), st.integers(0, 2)),
        min_size=1,
        max_size=4,
    ),
)
def test_changes_while_people_are_looked_at_little_by_little_are_taken_in(
    store: MemoryStore, batches: list[tuple[list[Record], int]]
) -> None:
    live = LiveAgenda(store.workspace, TODAY, at_once=False)
    held: dict[tuple[type[Record], str], Record] = {}
    for commit in reversed(list(store.commits())):
        for edit in commit.edits:
            held[type(edit.record), edit.record.id] = edit.record
    for batch, few in batches:
        live.look_on(few)
        done = commits(batch, held)
        store.commit(done)
        live.follow([done])
    live.complete()
    assert live.prompts() == agenda(store.workspace, TODAY)
    assert live.programme() == programme(store.workspace, TODAY)


def test_an_empty_workspace_blames_nobody() -> None:
    found = programme(MemoryStore().workspace, TODAY)
    assert {barrier.light for barrier in found.barriers} == {Light.BLANK}
    assert agenda(MemoryStore().workspace, TODAY) == []
