"""The verbs of the programme: what each changes, in one commit, undoable, and what it refuses."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeVar

import pytest

from champion_tracker.exchange import calendar
from champion_tracker.model import (
    Ambiguous,
    AskStatus,
    BadInput,
    Conflict,
    Engagement,
    FollowUp,
    Interaction,
    NotFound,
    ObjectionStatus,
    Person,
    PromptKind,
    Stance,
    Telling,
    Workspace,
)
from champion_tracker.rules.seats import Tenure, sitting
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.answers import dismiss, done, prompt_by_key, snooze
from champion_tracker.tracker.asks import ask, change_ask
from champion_tracker.tracker.goals import change_goal, goal, measure_goal
from champion_tracker.tracker.judging import assess, confirm
from champion_tracker.tracker.naming import meant
from champion_tracker.tracker.objections import change_objection, object_to, proof
from champion_tracker.tracker.people import add
from champion_tracker.tracker.positions import change_position
from champion_tracker.tracker.seats import change_seat, remove_seat, seat
from champion_tracker.tracker.stories import (
    answer_occasion,
    drop_occasion,
    occasion,
    rewrite,
    tell,
    write,
)
from champion_tracker.tracker.undoing import undo
from tests.strategies import TODAY

Kept = TypeVar("Kept")
TOMORROW, YESTERDAY = TODAY + timedelta(1), TODAY - timedelta(1)


@pytest.fixture
def ann(tracker: Tracker) -> Person:
    return add(tracker, "Ann Lee", title="CFO", organization="City", area="Finance")


def shelves(workspace: Workspace) -> dict[str, object]:
    names = ("stories", "tellings", "occasions", "asks", "objections", "goals", "seats")
    return {name: dict(getattr(workspace, name)) for name in names}


def commits(tracker: Tracker) -> int:
    return len(list(tracker.store.commits()))


VERBS: dict[str, Callable[[Tracker, Person], object]] = {
    "write": lambda t, p: write(t, "Forms in a day"),
    "write for an occasion": lambda t, p: write(t, "Told", occasion=first(t.workspace.occasions)),
    "rewrite": lambda t, p: rewrite(t, first(t.workspace.stories), figure="1 day", areas=["Law"]),
    "tell": lambda t, p: tell(t, first(t.workspace.stories), [p], landed=2),
    "tell an area": lambda t, p: tell(t, first(t.workspace.stories), area="Law"),
    "occasion": lambda t, p: occasion(t, "The campaign ended", areas=["Law"]),
    "drop": lambda t, p: drop_occasion(t, first(t.workspace.occasions), "nothing in it"),
    "ask": lambda t, p: ask(t, p, "An editor", next_step="send figures", by=TOMORROW),
    "answer": lambda t, p: change_ask(t, first(t.workspace.asks), status=AskStatus.GRANTED),
    "object": lambda t, p: object_to(t, p, "It leaks", likelihood=2, impact=4),
    "soften": lambda t, p: change_objection(
        t, first(t.workspace.objections), status=ObjectionStatus.SOFTENED, proofs=[proof("Peer")]
    ),
    "goal": lambda t, p: goal(t, "Be found", target=9, leaders=[p]),
    "measure": lambda t, p: measure_goal(t, first(t.workspace.goals), 4),
    "close": lambda t, p: change_goal(t, first(t.workspace.goals), closed=True),
    "seat": lambda t, p: seat(t, "Treasurer", holder=p, heirs=[p]),
    "empty a seat": lambda t, p: change_seat(t, first(t.workspace.seats), holder=None),
    "remove a seat": lambda t, p: remove_seat(t, first(t.workspace.seats)),
}


def first(shelf: Mapping[str, Kept]) -> Kept:
    return next(iter(shelf.values()))


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_one_change_that_undo_takes_back_whole(
    tracker: Tracker, ann: Person, verb: str
) -> None:
    write(tracker, "Old story")
    occasion(tracker, "An incident")
    ask(tracker, ann, "A post")
    object_to(tracker, ann, "It costs")
    goal(tracker, "Be trusted")
    seat(tracker, "CFO", holder=ann)
    before, count = shelves(tracker.workspace), commits(tracker)
    history = list(tracker.history(ann))
    VERBS[verb](tracker, ann)
    assert commits(tracker) == count + 1
    assert shelves(tracker.workspace) != before
    undo(tracker)
    assert shelves(tracker.workspace) == before
    assert list(tracker.history(ann)) == history


def test_telling_somebody_is_a_touch_unless_it_is_on_record_already(
    tracker: Tracker, ann: Person
) -> None:
    story = write(tracker, "Forms in a day", private=True)
    tell(tracker, story, [ann], landed=1, note="Wants the figure")
    touches = [r for r in tracker.history(ann) if isinstance(r, Interaction)]
    assert [t.note for t in touches] == ["Told: Forms in a day\n\nWants the figure"]
    assert touches[0].private, "what is told of a private story is private"
    tell(tracker, story, [ann], touch=False)
    history = tracker.history(ann)
    assert sum(isinstance(r, Interaction) for r in history) == 1
    assert sum(isinstance(r, Telling) for r in history) == 2


REFUSED: dict[str, Callable[[Tracker, Person], object]] = {
    "a story without a title": lambda t, p: write(t, "  "),
    "a story of tomorrow": lambda t, p: write(t, "Soon", on=TOMORROW),
    "a story told to nobody": lambda t, p: tell(t, write(t, "Told"), []),
    "a telling of tomorrow": lambda t, p: tell(t, write(t, "Told"), [p], on=TOMORROW),
    "a landing beyond the scale": lambda t, p: tell(t, write(t, "Told"), [p], landed=3),
    "an occasion of nothing": lambda t, p: occasion(t, ""),
    "an occasion dropped for no reason": lambda t, p: drop_occasion(t, occasion(t, "x"), " "),
    "an ask for nothing": lambda t, p: ask(t, p, ""),
    "a day without a next step": lambda t, p: ask(t, p, "A post", by=TOMORROW),
    "an objection without words": lambda t, p: object_to(t, p, ""),
    "an impact beyond the scale": lambda t, p: object_to(t, p, "x", impact=6),
    "a proof of nobody": lambda t, p: proof(""),
    "a proof in less than no days": lambda t, p: proof("Peer", days=-1),
    "a goal without a purpose": lambda t, p: goal(t, ""),
    "a target that is no number": lambda t, p: goal(t, "x", target=float("nan")),
    "a reading of tomorrow": lambda t, p: measure_goal(t, goal(t, "x"), 1, on=TOMORROW),
    "a reading without end": lambda t, p: measure_goal(t, goal(t, "x"), float("inf")),
    "a seat without a title": lambda t, p: seat(t, ""),
    "nobody acting": lambda t, p: seat(t, "CEO", acting=True),
    "the same seat twice": lambda t, p: (seat(t, "CEO"), seat(t, "ceo")),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    tracker: Tracker, ann: Person, what: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        REFUSED[what](tracker, ann)
    assert refusal.value.sentence.endswith((".", "?"))


def test_an_occasion_hands_its_day_and_areas_to_its_story(tracker: Tracker) -> None:
    made = occasion(tracker, "The flood", on=YESTERDAY, areas=["Water"])
    story = write(tracker, "412 answers", occasion=made, stance=Stance.REACTIVE)
    assert (story.on, story.areas) == (YESTERDAY, ("Water",))
    assert not tracker.workspace.occasions[made.id].wants_story
    other = occasion(tracker, "The exercise")
    assert answer_occasion(tracker, other, story).story_id == story.id


def test_a_next_step_with_a_day_is_a_follow_up_of_its_own(tracker: Tracker, ann: Person) -> None:
    made = ask(tracker, ann, "A post", next_step="Bring figures", by=TOMORROW)
    (reminder,) = [r for r in tracker.history(ann) if isinstance(r, FollowUp)]
    assert (reminder.due, reminder.text) == (TOMORROW, "Bring figures (A post)")
    granted = change_ask(tracker, made, status=AskStatus.PARTLY, answer="Half a post")
    assert (granted.made_on, granted.answered_on) == (TODAY, TODAY)
    again = change_ask(tracker, granted, status=AskStatus.MADE)
    assert again.answered_on is None
    with pytest.raises(Conflict):
        change_ask(tracker, made, what="Two posts")


def test_a_fear_that_nothing_is_done_about_asks_for_an_answer(
    tracker: Tracker, ann: Person
) -> None:
    feared = object_to(tracker, ann, "It leaks", on=TODAY - timedelta(14))
    key = f"follow_up:{feared.id}"
    prompt = prompt_by_key(tracker, key)
    assert (prompt.kind, prompt.due, prompt.person) == (PromptKind.FOLLOW_UP, TODAY, "Ann Lee")
    assert "It leaks" in prompt.why
    with pytest.raises(BadInput, match="what we do about it"):
        done(tracker, prompt)
    dismiss(tracker, prompt, "It is theirs to answer")
    assert key not in {p.key for p in tracker.agenda()}
    undo(tracker)
    assert key in {p.key for p in tracker.agenda()}
    change_objection(tracker, feared, mitigation="It is kept apart")
    assert key not in {p.key for p in tracker.agenda(400)}


def test_a_goal_that_nobody_measures_asks_for_a_reading(tracker: Tracker) -> None:
    aim = goal(tracker, "Be found", measure="visits")
    goal(tracker, "Be loved")
    key = f"follow_up:{aim.id}"
    assert key not in {p.key for p in tracker.agenda(80)}, "it was written down today"
    aim = measure_goal(tracker, aim, 3, on=TODAY - timedelta(120))
    prompt = prompt_by_key(tracker, key)
    assert (prompt.kind, prompt.person_id, prompt.person) == (PromptKind.FOLLOW_UP, "", "")
    assert "4 months ago: Be found (visits)" in prompt.why
    ics, _ = calendar.write([prompt], tracker.workspace, tracker.clock.now())
    assert "SUMMARY:Where does it stand?" in ics
    with pytest.raises(BadInput, match="measured where the goal stands"):
        done(tracker, prompt)
    snooze(tracker, [prompt], TOMORROW)
    assert key not in {p.key for p in tracker.agenda()}
    undo(tracker)
    dismiss(tracker, prompt, "Nobody counts visits any more")
    assert key not in {p.key for p in tracker.agenda(400)}
    aim = measure_goal(tracker, aim, 9, on=YESTERDAY)
    follow_ups = [p for p in tracker.agenda(400) if p.kind is PromptKind.FOLLOW_UP]
    assert [p.key for p in follow_ups] == [key], "a new reading, a new count of three months"
    change_goal(tracker, aim, closed=True)
    assert key not in {p.key for p in tracker.agenda(400)}


def test_a_day_measured_twice_holds_the_later_value(tracker: Tracker) -> None:
    made = measure_goal(tracker, goal(tracker, "Be found"), 3, on=TODAY)
    made = measure_goal(tracker, made, 9, on=YESTERDAY)
    made = measure_goal(tracker, made, 4, on=TODAY)
    assert [(r.on, r.value) for r in made.readings] == [(YESTERDAY, 9), (TODAY, 4)]


def test_a_seat_falls_vacant_when_its_holder_moves(tracker: Tracker, ann: Person) -> None:
    made = seat(tracker, "CFO", holder=ann)
    assert sitting(tracker.workspace, made, TODAY).tenure is Tenure.HELD
    change_position(tracker, ann, title="Adviser")
    found = sitting(tracker.workspace, made, TODAY)
    assert (found.tenure, found.since) == (Tenure.VACANT, TODAY)
    assert f"coverage:seat:{made.id}" in {p.key for p in tracker.agenda()}


def test_who_acts_in_a_seat_keeps_their_own_position(tracker: Tracker, ann: Person) -> None:
    made = seat(tracker, "CEO", holder=ann, acting=True)
    assert (made.position_id, made.since) == ("", TODAY)
    assert sitting(tracker.workspace, made, TODAY).tenure is Tenure.ACTING


def test_story_prompts_are_answered_by_doing_or_dropping(tracker: Tracker) -> None:
    champion = add(
        tracker, "Bo", area="Law", influence=5, openness=5, engagement=Engagement.LEADING
    )
    story = write(tracker, "Forms in a day", areas=["Law"], on=TODAY)
    prompt = prompt_by_key(tracker, f"story:champion:{champion.id}")
    assert done(tracker, prompt) == "Told 'Forms in a day' to Bo."
    assert [t.story_id for t in tracker.workspace.tellings.values()] == [story.id]
    made = occasion(tracker, "The audit")
    prompt = prompt_by_key(tracker, f"story:occasion:{made.id}")
    with pytest.raises(BadInput, match="Which story"):
        done(tracker, prompt)
    dismiss(tracker, prompt, "nothing found")
    assert tracker.workspace.occasions[made.id].dropped == "nothing found"
    assert made.id not in {p.key.rpartition(":")[2] for p in tracker.agenda()}
    rhythm = prompt_by_key(tracker, "story:rhythm")
    assert rhythm.kind is PromptKind.STORY
    dismiss(tracker, rhythm, "holidays")
    with pytest.raises(NotFound):
        prompt_by_key(tracker, "story:rhythm")


def test_a_planned_move_outlives_a_judgement_that_changes_nothing(
    tracker: Tracker, ann: Person
) -> None:
    assess(
        tracker,
        ann,
        influence=4,
        openness=3,
        desired=Engagement.LEADING,
        desired_by=TOMORROW,
        moves="Saturday figures",
        legitimacy=True,
        urgency=False,
    )
    assess(tracker, ann, openness=4)
    last = confirm(tracker, ann)
    assert (last.desired_by, last.moves) == (TOMORROW, "Saturday figures")
    assert (last.legitimacy, last.urgency) == (True, False)
    other = assess(tracker, ann, desired=Engagement.SUPPORTIVE)
    assert (other.desired_by, other.moves) == (None, ""), "another aim wants another plan"


def test_a_record_is_named_by_words_of_it(tracker: Tracker) -> None:
    story = write(tracker, "Forms in a day")
    write(tracker, "Forms in a week")
    stories = tracker.workspace.stories
    assert meant(stories, story.id, "story") == story
    assert meant(stories, "day FORMS", "story") == story
    with pytest.raises(Ambiguous):
        meant(stories, "forms", "story")
    with pytest.raises(NotFound):
        meant(stories, "year", "story")
