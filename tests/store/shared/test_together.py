"""Several people on one workspace: what they see of each other, and what they do not overwrite."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread
from time import sleep

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection

from champion_tracker.model import Commit, Conflict, Edit, WorkspaceError
from champion_tracker.rules.digest import digest_of
from champion_tracker.store.shared import Location, SharedStore
from champion_tracker.store.shared.asking import Asker
from champion_tracker.store.shared.database import Absent, Database
from champion_tracker.store.shared.folding import FOLD_AT
from champion_tracker.store.shared.presence import announce
from champion_tracker.store.shared.writing import write
from tests.store.store_records import ANN, BEN, WAIT, changed, commit_of, judged, made, touch
from tests.store.teams import Team


def test_others_see_a_commit_at_their_next_look_and_only_once(team: Team) -> None:
    ed, rita = team.open("ed"), team.open("rita")
    commits = [made(ANN), made(touch("p-ann")), changed(ANN, replace(ANN, tags=("budget",)))]
    for commit in commits:
        ed.commit(commit)
    assert list(rita.refresh()) == commits
    assert list(rita.refresh()) == []
    assert list(ed.refresh()) == []
    assert rita.workspace.people == ed.workspace.people
    assert rita.workspace.digests == ed.workspace.digests


def test_what_others_did_is_told_even_where_a_commit_of_ones_own_learned_of_it(team: Team) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    theirs = made(ANN)
    ed.commit(theirs)
    eve.commit(made(BEN))
    assert list(eve.refresh()) == [theirs]
    assert set(eve.workspace.people) == {"p-ann", "p-ben"}


def test_ones_own_commits_are_shown_once_whatever_others_committed_before_and_after(
    team: Team,
) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    ed.commit(made(ANN, BEN))
    eve.refresh()
    first = touch("p-ann", "p-ben")
    ed.commit(made(first))
    eve.commit(latest := made(touch("p-ann")))
    assert next(eve.commits()) == latest
    ed.commit(changed(first, replace(first, person_ids=("p-ben",))))
    eve.commit(made(touch("p-ann"), touch("p-ben")))
    eve.commit(changed(ANN, replace(ANN, name="Ann Fox")))
    eve.commit(made(touch("p-ben")))
    assert len(eve.refresh()) == 2
    ed.refresh()
    for store in (ed, eve):
        for person_id in ("p-ann", "p-ben"):
            digest = store.workspace.digest(person_id)
            assert digest == digest_of(team.open("rita").history(person_id))
            assert digest.touches == (2 if person_id == "p-ann" else 3)
        assert list(store.refresh()) == []


def test_changes_of_different_fields_merge(team: Team) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    ed.commit(made(ANN))
    eve.refresh()
    ed.commit(changed(ANN, replace(ANN, name="Ann Lee-Fox", tags=("budget", "board"))))
    eve.commit(changed(ANN, replace(ANN, notes="Likes ships", tags=("press",))))
    together = replace(
        ANN, name="Ann Lee-Fox", notes="Likes ships", tags=("budget", "board", "press")
    )
    assert eve.workspace.people["p-ann"] == together
    ed.refresh()
    assert ed.workspace.people["p-ann"] == together
    (last, *_) = ed.commits()
    assert last.edits == (
        Edit(before=replace(together, notes=ANN.notes, tags=("budget", "board")), after=together),
    )


def test_tags_that_one_took_off_and_another_put_on_both_hold(team: Team) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    tagged = replace(ANN, tags=("a", "b", "c"))
    ed.commit(made(tagged))
    eve.refresh()
    ed.commit(changed(tagged, replace(tagged, tags=("b", "c", "d"))))
    eve.commit(changed(tagged, replace(tagged, tags=("a", "c", "e"))))
    assert eve.workspace.people["p-ann"].tags == ("c", "d", "e")


def test_a_conflict_names_field_and_values_and_who(team: Team) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    ed.commit(made(ANN))
    eve.refresh()
    theirs = changed(ANN, replace(ANN, emails=("lee@example.org",), notes="n" * 10))
    ed.commit(replace(theirs, who="Edgar"))
    eve.commit(changed(ANN, replace(ANN, name="Anna Lee")))
    with pytest.raises(Conflict) as refusal:
        eve.commit(changed(ANN, replace(ANN, notes="mine")))
    said = str(refusal.value)
    assert "Edgar" in said
    assert "Anna Lee" in said
    assert "notes was a text of" in said
    assert "nnnn" not in said
    assert eve.workspace.people["p-ann"].name == "Anna Lee"


def test_what_was_reckoned_of_a_commit_that_is_refused_shows_nowhere(team: Team) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    ed.commit(made(ANN))
    assert eve.refresh()
    ed.commit(made(touch("p-ann", key="i-1", note="theirs")))
    before = dict(eve.workspace.digests)
    with pytest.raises(Conflict):
        eve.commit(made(touch("p-ann", key="i-1", note="ours"), touch("p-ann", key="i-2")))
    assert dict(eve.workspace.digests) == before
    eve.commit(made(touch("p-ann", key="i-3"), touch("p-ann", day=1, key="i-4")))
    assert eve.refresh()
    assert dict(eve.workspace.digests) == dict(team.open("rita").workspace.digests)


def test_removing_what_another_changed_is_a_conflict(team: Team) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    ed.commit(made(ANN, WAIT))
    eve.refresh()
    ed.commit(changed(WAIT, replace(WAIT, due=date(2026, 5, 1))))
    with pytest.raises(Conflict, match="due was '2026-04-01' and is now '2026-05-01'"):
        eve.commit(commit_of(Edit(before=WAIT)))
    ed.commit(commit_of(Edit(before=replace(WAIT, due=date(2026, 5, 1)))))
    with pytest.raises(Conflict, match="removed"):
        eve.commit(changed(WAIT, replace(WAIT, done_on=date(2026, 4, 2))))


def test_a_record_that_becomes_private_leaves_the_others_and_comes_back(team: Team) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    met = touch("p-ann", note="what was said")
    hidden = replace(met, private=True)
    ed.commit(made(ANN, met))
    eve.refresh()
    ed.commit(changed(met, hidden))
    (seen,) = eve.refresh()
    assert seen.edits == (Edit(before=met),)
    assert eve.workspace.digest("p-ann") == digest_of([])
    assert eve.history("p-ann") == []
    assert ed.workspace.digest("p-ann") == digest_of([hidden])
    ed.commit(changed(hidden, met))
    (seen,) = eve.refresh()
    assert seen.edits == (Edit(after=met),)
    assert eve.workspace.digest("p-ann") == digest_of([met])


def test_a_commit_that_is_given_twice_is_kept_once(team: Team) -> None:
    store = team.open("ed")
    making, changing = made(ANN, touch("p-ann")), changed(ANN, replace(ANN, name="Ann Fox"))
    for commit in (making, making, changing, changing):
        store.commit(commit)
    assert len(list(store.commits())) == 2
    assert store.workspace.digest("p-ann").touches == 1
    assert len(team.open("ed").history("p-ann")) == 1


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_connection_lost_during_a_commit_is_resolved_by_looking(
    team: Team, monkeypatch: pytest.MonkeyPatch, *, is_kept: bool
) -> None:
    """The connection breaks right after, or right before, the database has kept a change."""
    store = team.open("ed")
    store.commit(made(ANN))
    broken: list[bool] = []

    def breaking(connection: Connection, *rest: object) -> int:
        if broken:
            return write(connection, *rest)  # type: ignore[arg-type]
        broken.append(True)
        if is_kept:
            write(connection, *rest)  # type: ignore[arg-type]
        cut(team, connection)
        return write(connection, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("champion_tracker.store.shared.committing.write", breaking)
    renamed = replace(ANN, name="Ann Fox")
    store.commit(commit_of(Edit(before=ANN, after=renamed), Edit(after=touch("p-ann"))))
    assert broken
    assert store.workspace.people["p-ann"] == renamed
    assert store.workspace.digest("p-ann").touches == 1
    assert len(list(team.open("rita").commits())) == 2


def cut(team: Team, connection: Connection) -> None:
    process = connection.connection.dbapi_connection.info.backend_pid  # type: ignore[union-attr]
    with team.cluster.connect() as administrator:
        administrator.execute("SELECT pg_terminate_backend(%s, 5000)", [process])


def test_many_who_change_the_same_person_at_once_lose_nothing(team: Team) -> None:
    """Nor does anybody have to try again: who was too late once is let look in turn."""
    writers, rounds = 6, 10
    team.open("lead").commit(made(ANN))
    begun = Barrier(writers)

    def tag(number: int) -> None:
        database = Database(Location.parse(team.address("ed" if number % 2 else "eve")), patience=0)
        store = SharedStore(database)
        begun.wait()
        for n in range(rounds):
            person = store.workspace.people["p-ann"]
            store.commit(changed(person, replace(person, tags=(*person.tags, f"{number}.{n}"))))
        store.close()

    threads = [Thread(target=tag, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = team.open("rita")
    assert len(set(store.workspace.people["p-ann"].tags)) == writers * rounds
    assert len(list(store.commits())) == 1 + writers * rounds


def test_the_digests_of_a_long_past_are_the_same_for_whoever_opens_it(team: Team) -> None:
    store = team.open("ed")
    store.commit(made(ANN, BEN))
    for day in range(FOLD_AT):
        met = touch("p-ann", "p-ben", day=day % 50)
        store.commit(made(met, replace(touch("p-ann", day=day % 30), private=day % 3 == 0)))
        if day % 40 == 0:
            store.commit(changed(met, replace(met, person_ids=("p-ben",))))
    store.commit(made(judged("p-ben")))
    store.close()
    for login in ("ed", "rita"):
        opened = team.open(login)
        for person_id in ("p-ann", "p-ben"):
            assert opened.workspace.digest(person_id) == digest_of(opened.history(person_id))
        assert opened._shown.folded >= FOLD_AT
    assert store.workspace.digests == team.open("ed").workspace.digests


def test_while_the_database_is_away_what_was_seen_stays(team: Team) -> None:
    ed = team.open("ed")
    ed.commit(made(ANN, met := touch("p-ann")))
    assert ed.history("p-ann") == [met]
    ed._database.patience = 0.2
    team.cluster.kill()
    try:
        assert list(ed.refresh()) == []
        assert "cannot be reached" in ed.notices[0]
        assert ed.history("p-ann") == [met]
        with pytest.raises(WorkspaceError, match="cannot be reached"):
            ed.history("p-ben")
        with pytest.raises(WorkspaceError, match="not confirmed"):
            ed.commit(made(BEN))
    finally:
        team.cluster.start()
    ed.commit(made(BEN))
    assert not ed.notices
    assert set(team.open("rita").workspace.people) == {"p-ann", "p-ben"}


def test_a_commit_does_not_wait_for_its_look_to_be_acknowledged(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    eve.commit(made(ANN))

    def fail(_: SharedStore) -> list[Commit]:
        raise WorkspaceError("away")

    with monkeypatch.context() as patched:
        patched.setattr(SharedStore, "_catch_up", fail)
        ed.commit(made(BEN))
    assert [commit.edits[0].record for commit in ed.refresh()] == [ANN]
    assert set(ed.workspace.people) == {"p-ann", "p-ben"}


def test_who_has_a_person_open_says_it_again_where_nobody_heard_it(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bool] = []

    def deaf_at_first(*said: object) -> None:
        heard.append(True)
        if len(heard) < 2:
            raise Absent("away")
        announce(*said)  # type: ignore[arg-type]

    monkeypatch.setattr("champion_tracker.store.shared.watching.announce", deaf_at_first)
    ed, rita = team.open("ed"), team.open("rita")
    ed.watch()
    rita.watch()
    ed.attend("p-ann", writing=True)
    rita.attend("p-ann", writing=False)
    until(lambda: rita.others == ("ed",))


def test_who_else_has_a_person_open_is_told(team: Team) -> None:
    ed, eve, rita = (team.open(login) for login in ("ed", "eve", "rita"))
    for store in (ed, eve, rita):
        store.watch()
    ed.attend("p-ann", writing=True)
    eve.attend("p-ann", writing=True)
    rita.attend("p-ann", writing=False)
    until(lambda: (ed.others, eve.others, rita.others) == (("eve",), ("ed",), ("ed", "eve")))
    ed.attend("p-ann", writing=False)
    eve.attend("p-ben", writing=True)
    until(lambda: (ed.others, eve.others, rita.others) == ((), (), ()))
    rita.attend("p-ben", writing=False)
    until(lambda: rita.others == ("eve",))
    eve.close()
    until(lambda: rita.others == ())


def test_who_watches_sees_what_others_do_and_no_look_asks_the_database(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    ed, eve = team.open("ed"), team.open("eve")
    eve.watch()
    ed.commit(theirs := made(ANN))
    seen: list[Commit] = []

    def look() -> bool:
        seen.extend(eve.refresh())
        return bool(seen)

    with monkeypatch.context() as patched:
        patched.setattr(Asker, "ask", None)
        until(look)
    assert seen == [theirs]
    eve.commit(made(BEN))
    assert list(eve.refresh()) == []
    assert eve.workspace.people == {"p-ann": ANN, "p-ben": BEN}


def test_a_server_that_hangs_holds_nobody_up_for_long(team: Team) -> None:
    eve = team.open("eve")
    eve.commit(made(ANN))
    eve.watch()
    team.cluster.freeze()
    try:
        with pytest.raises(WorkspaceError, match="not confirmed"):
            eve.commit(made(touch("p-ann")))
        with pytest.raises(WorkspaceError, match="Nothing was changed"):
            eve.commit(made(touch("p-ann")))
        assert eve.is_away
        assert "does not answer" in eve.notices[0]
        assert list(eve.refresh()) == []
    finally:
        team.cluster.thaw()
    until(lambda: not eve.is_away)
    eve.commit(made(BEN))
    assert set(team.open("rita").workspace.people) == {"p-ann", "p-ben"}


def until(holds: Callable[[], bool]) -> None:
    """Wait for something that comes about by and by."""
    for _ in range(300):
        if holds():
            return
        sleep(0.05)
    pytest.fail("it did not come about")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_whoever_waits_for_others_in_vain_can_interrupt_it_and_nothing_is_kept(team: Team) -> None:
    team.open("ed").commit(made(ANN))
    words = ["--workspace", team.address("ed"), "log", "Ann", "--note", "Met"]
    lock = "SELECT 1 FROM champion_tracker.workspaces WHERE name = %s FOR UPDATE"
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    with team.cluster.connect("admin", team.database) as administrator, administrator.transaction():
        administrator.execute(lock, [team.workspace])
        program = subprocess.Popen(
            [sys.executable, "-m", "champion_tracker", *words], stderr=subprocess.PIPE, text=True
        )
        with team.cluster.connect("admin", team.database) as looking:
            while looking.execute(waiting).fetchone() == (0,):
                assert program.poll() is None
                sleep(0.02)
        program.send_signal(signal.SIGINT)
        assert program.communicate(timeout=30)[1] == ""
        assert program.returncode == 130
    assert not team.open("rita").history("p-ann")
