"""Each verb: what it changes, in one commit, and what it refuses."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from champion_tracker.model import (
    Ambiguous,
    Assessment,
    BadInput,
    Channel,
    Conflict,
    Edit,
    Effect,
    Engagement,
    FollowUp,
    Interaction,
    Outcome,
    Person,
    PromptKind,
    Relation,
    Standing,
    Weighing,
)
from champion_tracker.tracker import Tracker
from champion_tracker.tracker.answers import (
    dismiss,
    done,
    follow_up,
    prompt_by_key,
    prompts_of,
    snooze,
    snooze_person,
)
from champion_tracker.tracker.judging import assess, confirm
from champion_tracker.tracker.people import (
    add,
    archive,
    edit,
    follow,
    pause,
    pin,
    tag,
    unarchive,
    unfollow,
    unpin,
)
from champion_tracker.tracker.positions import change_position, leave, named_position
from champion_tracker.tracker.promises import promise, put_back, settle
from champion_tracker.tracker.ties import tie, ties_of, untie
from champion_tracker.tracker.touches import log, remove, rewrite
from champion_tracker.tracker.undoing import undo
from tests.strategies import TODAY

TOMORROW, YESTERDAY = TODAY + timedelta(1), TODAY - timedelta(1)


def commits(tracker: Tracker) -> int:
    return len(list(tracker.store.commits()))


def known(tracker: Tracker, name: str = "Bo Ek") -> Person:
    """Somebody from a directory, whom nobody follows."""
    person = Person(id=f"p-{name.lower().replace(' ', '')}", name=name)
    tracker.commit("import", "directory", Edit(after=person))
    return person


def ann(tracker: Tracker) -> Person:
    return add(tracker, "Ann Lee", title="Head", organization="Water", area="Care")


class TestPeople:
    def test_add_follows_and_judges_at_once(self, tracker: Tracker) -> None:
        person = add(
            tracker,
            "  Ann   Lee ",
            title="Head",
            organization="Water",
            emails=["a@w.example", "a@w.example", ""],
            tags=["x"],
            influence=4,
            openness=5,
            every="monthly",
        )
        assert commits(tracker) == 1
        held = tracker.workspace.people[person.id]
        assert (held.name, held.emails, held.followed_since) == ("Ann Lee", ("a@w.example",), TODAY)
        assert held.plan.every == "1 month"
        seen = tracker.profile(held)
        assert seen.standing is Standing.POTENTIAL
        assert seen.assessment is not None
        assert seen.assessment.position_ids == (held.positions[0].id,)

    def test_a_person_without_position_has_none(self, tracker: Tracker) -> None:
        assert add(tracker, "Ann").positions == ()

    def test_edit_keeps_what_is_not_given(self, tracker: Tracker) -> None:
        person = add(tracker, "Ann", emails=["a@w.example"], notes="x")
        changed = edit(tracker, person, name="Anne")
        assert (changed.name, changed.emails, changed.notes) == ("Anne", ("a@w.example",), "x")
        assert edit(tracker, changed, emails=[]).emails == ()
        count = commits(tracker)
        edit(tracker, tracker.current(changed), name="Anne")
        assert commits(tracker) == count, "what changes nothing is no change"

    def test_two_editors_do_not_overwrite_each_other_unseen(self, tracker: Tracker) -> None:
        person = add(tracker, "Ann")
        edit(tracker, person, notes="mine")
        with pytest.raises(Conflict, match="Ann"):
            edit(tracker, person, notes="yours")
        assert tracker.current(person).notes == "mine"

    def test_follow_unfollow_pause_pin_tag_archive(self, tracker: Tracker) -> None:
        (bo,) = follow(tracker, [known(tracker)], every="2 weeks")
        assert (bo.followed_since, bo.plan.every) == (TODAY, "2 weeks")
        bo = pause(tracker, bo, "leave")
        assert tracker.profile(bo).next_touch is None
        bo = pause(tracker, bo, "")
        assert tracker.profile(bo).next_touch == TODAY
        bo = pin(tracker, bo, Standing.SUPPORTER, "I know better")
        assert tracker.profile(bo).standing is Standing.SUPPORTER
        bo = unpin(tracker, bo)
        assert tracker.profile(bo).standing is Standing.UNASSESSED
        (bo,) = tag(tracker, [bo], ["x", "y"])
        (bo,) = tag(tracker, [bo], ["-x", "z"])
        assert bo.tags == ("y", "z")
        (bo,) = archive(tracker, [bo])
        assert tracker.agenda(365) == []
        (bo,) = unarchive(tracker, [bo])
        assert bo.is_followed
        (bo,) = unfollow(tracker, [bo])
        assert not bo.is_followed
        assert tracker.agenda(365) == []


class TestWhoIsFollowed:
    """Who is added by hand, touched, judged or given a cadence is followed."""

    @pytest.mark.parametrize(
        "verb",
        [
            lambda t, p: log(t, [p]),
            lambda t, p: assess(t, p, influence=3, openness=3),
            lambda t, p: follow(t, [p], every="weekly"),
            lambda t, p: follow_up(t, p, TOMORROW, "Ring"),
            lambda t, p: promise(t, p, "Will come", TOMORROW),
            lambda t, p: pin(t, p, Standing.CHAMPION, "because"),
        ],
        ids=["log", "assess", "cadence", "follow-up", "promise", "pin"],
    )
    def test_from_the_day_of_the_verb(
        self, tracker: Tracker, verb: Callable[[Tracker, Person], object]
    ) -> None:
        person = known(tracker)
        assert not person.is_followed
        verb(tracker, person)
        assert tracker.current(person).followed_since == TODAY
        assert commits(tracker) == 2
        undo(tracker)
        assert tracker.current(person) == person

    @pytest.mark.parametrize(
        "verb",
        [
            lambda t, p: change_position(t, p, title="Head"),
            lambda t, p: edit(t, p, notes="x"),
            lambda t, p: tag(t, [p], ["x"]),
            lambda t, p: tie(t, p, Relation.ALLY, known(t, "Cy Do")),
        ],
        ids=["role", "edit", "tag", "tie"],
    )
    def test_what_only_records_facts_follows_nobody(
        self, tracker: Tracker, verb: Callable[[Tracker, Person], object]
    ) -> None:
        person = known(tracker)
        verb(tracker, person)
        assert not tracker.current(person).is_followed


class TestTouches:
    def test_one_touch_with_several_people_is_in_everybodys_history(self, tracker: Tracker) -> None:
        one, two = ann(tracker), known(tracker)
        made = log(tracker, [one, two, one], note=" **Hi** ", on=YESTERDAY, sentiment=1)
        assert made.person_ids == (one.id, two.id)
        assert made.note == "**Hi**"
        assert made in tracker.history(one)
        assert made in tracker.history(two)
        assert tracker.profile(two).last_touch == YESTERDAY

    @pytest.mark.parametrize(
        ("sentiment", "given", "effect"),
        [
            (2, None, Effect.FOR),
            (-1, None, Effect.AGAINST),
            (0, None, None),
            (None, None, None),
            (2, Effect.AGAINST, Effect.AGAINST),
        ],
    )
    def test_an_action_goes_the_way_of_the_sentiment_unless_said(
        self, tracker: Tracker, sentiment: int, given: Effect | None, effect: Effect | None
    ) -> None:
        made = log(
            tracker, [ann(tracker)], sentiment=sentiment, weighing=Weighing.ACTION, effect=given
        )
        assert made.effect is effect

    def test_correct_and_remove(self, tracker: Tracker) -> None:
        person = ann(tracker)
        made = log(tracker, [person], channel=Channel.EMAIL)
        better = Interaction(
            id=made.id, person_ids=made.person_ids, on=YESTERDAY, recorded_at=made.recorded_at
        )
        rewrite(tracker, made, better)
        assert tracker.profile(person).last_touch == YESTERDAY
        remove(tracker, better)
        assert tracker.profile(person).last_touch is None
        undo(tracker)
        assert tracker.profile(person).last_touch == YESTERDAY


class TestPositions:
    def test_a_new_position_closes_the_old_one(self, tracker: Tracker) -> None:
        person = change_position(tracker, ann(tracker), title="Director", since=YESTERDAY)
        old, new = person.positions
        assert (old.title, old.end) == ("Head", YESTERDAY)
        assert (new.title, new.organization, new.area) == ("Director", "Water", "Care")
        assert (new.start, new.end) == (YESTERDAY, None)
        assert person.current_positions(TODAY) == (new,)

    def test_another_organisation_is_another_area(self, tracker: Tracker) -> None:
        person = change_position(tracker, ann(tracker), organization="Rail")
        assert str(person.positions[-1]) == "Head, Rail"

    def test_a_second_one_on_top(self, tracker: Tracker) -> None:
        person = change_position(tracker, ann(tracker), organization="Board", also=True)
        assert len(person.current_positions(TODAY)) == 2
        with pytest.raises(Ambiguous) as refused:
            change_position(tracker, person, title="Chief")
        assert len(refused.value.candidates) == 2
        board = named_position(person, "board", person.positions)
        person = change_position(tracker, person, title="Chair", replaces=board)
        assert [str(p) for p in person.current_positions(TODAY)] == [
            "Head, Care, Water",
            "Chair, Board",
        ]
        person = change_position(tracker, person, organization="Water", title="Chief")
        assert "Chief, Care, Water" in [str(p) for p in person.current_positions(TODAY)]

    def test_leaving_closes_every_position_or_those_in_one_place(self, tracker: Tracker) -> None:
        person = change_position(tracker, ann(tracker), organization="Board", also=True)
        person = leave(tracker, person, organization="board")
        assert not person.has_left(TODAY)
        person = leave(tracker, person, since=YESTERDAY)
        assert person.has_left(TODAY)
        with pytest.raises(BadInput, match="holds no position"):
            leave(tracker, person)

    def test_it_asks_for_a_judgement_until_there_is_one(self, tracker: Tracker) -> None:
        person = ann(tracker)
        assess(tracker, person, influence=3, openness=3)
        person = change_position(tracker, person, title="Director")
        (prompt,) = [p for p in prompts_of(tracker, person) if p.kind is PromptKind.REASSESS]
        assert "Now Director" in prompt.why
        confirm(tracker, person, "As before")
        kinds = {p.kind for p in prompts_of(tracker, person)}
        assert PromptKind.REASSESS not in kinds
        judged = tracker.profile(person).assessment
        assert judged is not None
        assert judged.unchanged
        assert judged.why == "As before"


class TestJudging:
    def test_what_is_not_given_is_as_before(self, tracker: Tracker) -> None:
        person = ann(tracker)
        assess(
            tracker,
            person,
            influence=4,
            openness=5,
            engagement=Engagement.SUPPORTIVE,
            desired=Engagement.LEADING,
        )
        judged = assess(tracker, person, openness=2, why="Said no")
        assert (judged.influence, judged.openness, judged.engagement, judged.desired) == (
            4,
            2,
            Engagement.SUPPORTIVE,
            Engagement.LEADING,
        )
        history = [r for r in tracker.history(person) if isinstance(r, Assessment)]
        assert len(history) == 2, "the old judgement stays as history"


class TestAnswers:
    def test_a_follow_up_stands_from_its_day_until_it_is_done(self, tracker: Tracker) -> None:
        person = ann(tracker)
        made = follow_up(tracker, person, TOMORROW, "Ring")
        assert PromptKind.FOLLOW_UP not in {p.kind for p in tracker.agenda()}
        prompt = prompt_by_key(tracker, f"follow_up:{made.id}")
        assert done(tracker, prompt) == "Followed up with Ann Lee."
        (kept,) = [r for r in tracker.history(person) if isinstance(r, FollowUp)]
        assert kept.done_on == TODAY
        assert tracker.workspace.follow_ups == {}

    def test_done_does_what_each_prompt_asks(self, tracker: Tracker) -> None:
        person = ann(tracker)
        assess(tracker, person, influence=3, openness=3)
        person = change_position(tracker, person, title="Director")
        promise(tracker, person, "Will come", TODAY)
        for prompt in prompts_of(tracker, person):
            assert done(tracker, prompt)
        assert prompts_of(tracker, person) == []
        assert tracker.profile(person).follow_through.kept == 1
        (coverage,) = tracker.agenda()
        with pytest.raises(BadInput, match="cannot be ticked off"):
            done(tracker, coverage)

    def test_snoozed_it_stands_again_on_the_day(self, tracker: Tracker) -> None:
        person = ann(tracker)
        (prompt,) = snooze_person(tracker, person, TOMORROW)
        assert prompt.key not in {p.key for p in tracker.agenda()}
        (again,) = [p for p in tracker.agenda(1) if p.key == prompt.key]
        assert again.due == TOMORROW
        assert "Put off 1 day." in again.why

    def test_snoozing_somebody_with_nothing_due_puts_off_their_next_touch(
        self, tracker: Tracker
    ) -> None:
        person = ann(tracker)
        log(tracker, [person])
        until = TODAY + timedelta(90)
        (prompt,) = snooze_person(tracker, person, until)
        assert prompt.kind is PromptKind.TOUCH
        assert prompts_of(tracker, person, 89) == []
        assert prompts_of(tracker, person, 90)
        with pytest.raises(BadInput, match="due, now or later"):
            snooze_person(tracker, known(tracker), until)

    def test_dismissed_it_comes_back_when_its_cause_changes(self, tracker: Tracker) -> None:
        person = ann(tracker)
        (touch,) = prompts_of(tracker, person)
        dismiss(tracker, touch, "Not now")
        assert prompts_of(tracker, person, 3650) == []
        log(tracker, [person])
        assert prompts_of(tracker, person, 3650)

    def test_a_dismissed_follow_up_is_dropped_with_its_reason(self, tracker: Tracker) -> None:
        person = ann(tracker)
        made = follow_up(tracker, person, TODAY, "Ring")
        dismiss(tracker, prompt_by_key(tracker, f"follow_up:{made.id}"), "Moot")
        (kept,) = [r for r in tracker.history(person) if isinstance(r, FollowUp)]
        assert kept.dropped == "Moot"

    def test_a_doubt_dismissed_by_its_key_says_nothing_of_what_is_still_ahead(
        self, tracker: Tracker
    ) -> None:
        person = ann(tracker)
        assess(tracker, person, influence=3, openness=3)
        person = change_position(tracker, person, title="Director")
        dismiss(tracker, prompt_by_key(tracker, f"reassess:{person.id}"), "Same desk")
        kinds = {p.kind for p in prompts_of(tracker, person, 3650)}
        assert PromptKind.REASSESS in kinds, "the judgement still grows old"


class TestPromises:
    def test_kept_not_yet_and_opened_again(self, tracker: Tracker) -> None:
        person = ann(tracker)
        made = promise(tracker, person, "Will come", TODAY)
        later = put_back(tracker, made, TOMORROW)
        assert PromptKind.PROMISE not in {p.kind for p in tracker.agenda()}
        kept = settle(tracker, later, Outcome.KEPT)
        assert tracker.profile(person).follow_through.kept == 1
        settle(tracker, kept, Outcome.OPEN)
        assert tracker.profile(person).follow_through.settled == 0
        with pytest.raises(Conflict):
            settle(tracker, made, Outcome.BROKEN)


class TestTies:
    def test_a_tie_said_again_is_changed_not_doubled(self, tracker: Tracker) -> None:
        one, two = ann(tracker), known(tracker)
        first = tie(tracker, one, Relation.EAR, two)
        again = tie(tracker, one, Relation.EAR, two, strength=3)
        assert again.id == first.id
        assert ties_of(tracker, two) == [again]
        untie(tracker, again)
        assert ties_of(tracker, one) == []


def snoozed_yesterday(tracker: Tracker, person: Person) -> None:
    snooze(tracker, tracker.agenda(), TODAY)


def dismissed_without_reason(tracker: Tracker, person: Person) -> None:
    dismiss(tracker, tracker.agenda()[0], "  ")


@pytest.mark.parametrize(
    ("verb", "says"),
    [
        (lambda t, p: add(t, "  "), "name is empty"),
        (lambda t, p: add(t, "X", influence=7, openness=3), "from 1 to 5, not 7"),
        (lambda t, p: add(t, "X", influence=3), "openness is needed too"),
        (lambda t, p: add(t, "X", every="soon"), "not a cadence"),
        (lambda t, p: add(t, "\udcff"), "not UTF-8"),
        (lambda t, p: edit(t, p, name=""), "name is empty"),
        (lambda t, p: follow(t, [p], every="FREQ=HOURLY"), "not a cadence"),
        (lambda t, p: pin(t, p, Standing.CHAMPION, " "), "reason for the pin is empty"),
        (lambda t, p: log(t, []), "at least one person"),
        (lambda t, p: log(t, [p], sentiment=3), "from -2 to 2, not 3"),
        (lambda t, p: log(t, [p], on=TOMORROW), "still to come"),
        (lambda t, p: log(t, [p], note="\udcff"), "not UTF-8"),
        (lambda t, p: assess(t, p, influence=7, openness=3), "from 1 to 5, not 7"),
        (lambda t, p: assess(t, p, influence=3, openness=0), "from 1 to 5, not 0"),
        (lambda t, p: assess(t, p, influence=3), "openness is needed too"),
        (lambda t, p: confirm(t, p), "nothing to confirm"),
        (lambda t, p: change_position(t, p, title="Head"), "already is Head"),
        (lambda t, p: change_position(t, p), "already is Head"),
        (lambda t, p: change_position(t, p, also=True), "What is Ann Lee now"),
        (lambda t, p: leave(t, p, organization="Rail"), "holds no position at Rail"),
        (lambda t, p: follow_up(t, p, TOMORROW, " "), "follow-up is empty"),
        (lambda t, p: promise(t, p, "", TOMORROW), "promise is empty"),
        (lambda t, p: promise(t, p, "x", TOMORROW, made_on=TOMORROW), "still to come"),
        (lambda t, p: tie(t, p, Relation.ALLY, p), "tied to themselves"),
        (lambda t, p: tie(t, p, Relation.ALLY, p, strength=4), "tied to themselves"),
        (lambda t, p: prompt_by_key(t, "touch:nobody"), "No prompt has the key"),
        (snoozed_yesterday, "is not ahead"),
        (dismissed_without_reason, "reason is empty"),
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_changes_nothing(
    tracker: Tracker, verb: Callable[[Tracker, Person], object], says: str
) -> None:
    person = ann(tracker)
    before, count = dict(tracker.workspace.people), commits(tracker)
    with pytest.raises(BadInput, match=says):
        verb(tracker, person)
    assert dict(tracker.workspace.people) == before
    assert list(tracker.history(person)) == []
    assert dict(tracker.workspace.answers) == {}
    assert commits(tracker) == count


def test_a_position_cannot_end_before_it_began(tracker: Tracker) -> None:
    person = change_position(tracker, ann(tracker), title="Director", since=YESTERDAY)
    count = commits(tracker)
    with pytest.raises(BadInput, match="that began on"):
        change_position(tracker, person, title="Chief", since=date(2020, 1, 1))
    with pytest.raises(BadInput, match="that began on"):
        leave(tracker, person, since=date(2020, 1, 1))
    assert commits(tracker) == count
    assert tracker.current(person) == person


def test_one_hears_of_every_commit_and_can_stop_listening(tracker: Tracker) -> None:
    heard: list[str] = []
    stop = tracker.subscribe(lambda commit: heard.append(commit.verb))
    person = ann(tracker)
    undo(tracker)
    stop()
    log(tracker, [person])
    assert heard == ["add", "undo"]


def test_summaries_never_hold_the_text_of_a_note(tracker: Tracker) -> None:
    person = ann(tracker)
    log(tracker, [person], note="SECRET")
    follow_up(tracker, person, TOMORROW, "SECRET")
    promise(tracker, person, "SECRET", TOMORROW)
    assess(tracker, person, influence=3, openness=3, why="SECRET")
    assert not any("SECRET" in commit.summary for commit in tracker.store.commits())
    assert {commit.who for commit in tracker.store.commits()} == {"Kim"}
