"""What holds of the agenda of any workspace on any day."""

from copy import deepcopy
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from champion_tracker.model import Answer, Prompt, PromptKind, Workspace
from champion_tracker.rules.agenda import agenda, order
from champion_tracker.rules.profile import profile
from champion_tracker.store import MemoryStore
from tests.strategies import TODAY, any_days, keep, near_days, past_days, stores, touch

COMING = {PromptKind.TOUCH, PromptKind.FOLLOW_UP, PromptKind.PROMISE}


def by_key(workspace: Workspace, today: date = TODAY, days: int = 0) -> dict[str, Prompt]:
    prompts = agenda(workspace, today, days=days)
    found = {prompt.key: prompt for prompt in prompts}
    assert len(found) == len(prompts)
    return found


@given(stores(any_days), any_days, st.integers(0, 4_000_000))
def test_it_is_total_sorted_and_about_nothing_beyond_its_horizon(
    store: MemoryStore, today: date, days: int
) -> None:
    prompts = agenda(store.workspace, today, days=days)
    assert prompts == sorted(prompts, key=order)
    for prompt in prompts:
        assert (prompt.due - today).days <= days
        assert prompt.overdue_days == max(0, (today - prompt.due).days)
        assert prompt.why
        assert prompt.cause


@given(stores(), near_days)
def test_asking_again_changes_nothing(store: MemoryStore, today: date) -> None:
    before = deepcopy(store.workspace)
    assert agenda(store.workspace, today) == agenda(store.workspace, today)
    assert store.workspace == before


@given(stores(), st.integers(0, 90))
def test_looking_further_ahead_shows_no_less(store: MemoryStore, days: int) -> None:
    now, ahead = by_key(store.workspace), by_key(store.workspace, days=days)
    assert now.keys() <= ahead.keys()
    for key, prompt in now.items():
        assert ahead[key].due <= prompt.due


@given(stores(answered=False), st.integers(0, 90))
def test_what_will_stand_is_seen_coming(store: MemoryStore, days: int) -> None:
    ahead = by_key(store.workspace, days=days)
    for key, prompt in by_key(store.workspace, TODAY + timedelta(days=days)).items():
        if prompt.kind in COMING or prompt.cause.startswith(("stale:", "lapsed:")):
            assert key in ahead


@given(stores())
def test_only_followed_people_raise_prompts(store: MemoryStore) -> None:
    for prompt in agenda(store.workspace, TODAY, days=365):
        if prompt.kind in (PromptKind.TOUCH, PromptKind.REASSESS):
            assert store.workspace.people[prompt.person_id].is_followed


@given(stores(answered=False, tied=False), past_days)
def test_a_touch_never_makes_anybody_more_overdue(store: MemoryStore, on: date) -> None:
    person = store.workspace.people["p-0"]
    before = profile(store.workspace, person, TODAY).next_touch
    late = by_key(store.workspace).get("touch:p-0")
    keep(store, touch("p-0", on=on))
    after = profile(store.workspace, person, TODAY).next_touch
    if before is None or after is None:
        assert before == after
        return
    assert after >= before
    still = by_key(store.workspace).get("touch:p-0")
    assert (still.overdue_days if still else 0) <= (late.overdue_days if late else 0)


@given(stores(answered=False), st.integers(1, 400), st.data())
def test_a_prompt_put_off_stands_again_on_its_day(
    store: MemoryStore, days: int, data: st.DataObject
) -> None:
    standing = by_key(store.workspace)
    if not standing:
        return
    prompt = data.draw(st.sampled_from(sorted(standing.values(), key=order)))
    until = TODAY + timedelta(days=days)
    answer = Answer(
        id=prompt.key, cause=prompt.cause, person_id=prompt.person_id, until=until, on=TODAY
    )
    keep(store, answer)
    others = {key: found for key, found in standing.items() if key != prompt.key}
    assert by_key(store.workspace) == others
    again = by_key(store.workspace, until)
    without = by_key(replace_answers(store.workspace), until)
    if prompt.key in without:
        assert again[prompt.key].due <= until


@given(stores(answered=False), st.integers(0, 60), st.data())
def test_a_dismissed_prompt_comes_back_only_when_its_cause_changes_and_hides_no_other(
    store: MemoryStore, days: int, data: st.DataObject
) -> None:
    standing = by_key(store.workspace)
    if not standing:
        return
    prompt = data.draw(st.sampled_from(sorted(standing.values(), key=order)))
    keep(store, Answer(id=prompt.key, cause=prompt.cause, person_id=prompt.person_id, on=TODAY))
    later = TODAY + timedelta(days=days)
    expected = by_key(replace_answers(store.workspace), later)
    found = by_key(store.workspace, later)
    assert {k: v for k, v in found.items() if k != prompt.key} == {
        k: v for k, v in expected.items() if k != prompt.key
    }
    if prompt.key in found:
        new = set(expected[prompt.key].cause.split()) - set(prompt.cause.split())
        assert new
    elif prompt.key in expected:
        assert set(expected[prompt.key].cause.split()) <= set(prompt.cause.split())


def replace_answers(workspace: Workspace) -> Workspace:
    """The same workspace, had nobody ever answered anything."""
    fields = {name: getattr(workspace, name) for name in workspace.__struct_fields__}
    return Workspace(**{**fields, "answers": {}})


@given(stores())
def test_archived_people_are_left_in_peace(store: MemoryStore) -> None:
    person = replace(store.workspace.people["p-0"], archived_on=TODAY)
    keep(store, person)
    kinds = {p.kind for p in agenda(store.workspace, TODAY, days=99) if p.person_id == "p-0"}
    assert not kinds & {PromptKind.TOUCH, PromptKind.REASSESS}
