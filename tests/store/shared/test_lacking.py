"""What a distributed database may do otherwise or lack, acted out on PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from msgspec.structs import replace

from champion_tracker.model import WorkspaceError
from champion_tracker.store.shared.folding import fold
from champion_tracker.store.shared.indexing import index
from tests.store.store_records import ANN, BEN, WAIT, changed, made, touch
from tests.store.teams import Team


@contextmanager
def altered(team: Team, before: str, after: str) -> Iterator[None]:
    """The database as an administrator made it, for a while."""
    with team.cluster.connect("admin", team.database) as administrator:
        administrator.execute(before)
        try:
            yield
        finally:
            administrator.execute(after)


CLASHING = """
CREATE SEQUENCE public.attempts;
GRANT USAGE ON public.attempts TO PUBLIC;
CREATE FUNCTION public.clash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF nextval('public.attempts') % {every} <> 0 THEN
    RAISE 'restart transaction' USING ERRCODE = '40001';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER clash AFTER INSERT ON champion_tracker.log
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.id IS NOT NULL)
  EXECUTE FUNCTION public.clash();
CREATE TRIGGER clash AFTER INSERT ON champion_tracker.digests
  FOR EACH STATEMENT EXECUTE FUNCTION public.clash();
CREATE TRIGGER clash AFTER INSERT ON champion_tracker.postings
  FOR EACH STATEMENT EXECUTE FUNCTION public.clash();
"""
NO_MORE = "DROP FUNCTION public.clash CASCADE; DROP SEQUENCE public.attempts"


def test_what_must_be_done_again_is_done_again_and_kept_once(team: Team) -> None:
    """As where transactions are refused at their very end, two times of three."""
    ed = team.open("ed")
    with altered(team, CLASHING.format(every=3), NO_MORE):
        ed.commit(made(ANN, BEN))
        for n in range(6):
            ed.commit(made(touch("p-ann", key=f"i-{n}")))
        ed.commit(changed(ANN, replace(ANN, tags=("budget",))))
        # These give up at the first clash, and leave everything as it was.
        for work in (fold, index, fold, index, fold, index):
            try:
                work(ed._database, team.workspace)
            except WorkspaceError:
                continue
    for store in (ed, team.open("rita")):
        assert [r.id for r in store.history("p-ann")] == [f"i-{n}" for n in range(6)]
        assert store.workspace.digest("p-ann").touches == 6
        assert store.workspace.people["p-ann"].tags == ("budget",)
        assert len(list(store.commits())) == 8
        assert [r.id for r in store.search("trains")] == ["p-ann"]


def test_where_every_attempt_clashes_it_ends_with_a_sentence_and_nothing_is_kept(
    team: Team,
) -> None:
    ed = team.open("ed")
    ed._database.patience = 0.3
    with altered(team, CLASHING.format(every=1_000_000), NO_MORE):
        with pytest.raises(WorkspaceError, match=r"not confirmed.*too busy") as refused:
            ed.commit(made(ANN))
        assert "network" not in str(refused.value)
    assert list(team.open("rita").commits()) == []


@pytest.mark.parametrize(
    ("off", "on"),
    [
        ("DISABLE ROW LEVEL SECURITY", "ENABLE ROW LEVEL SECURITY"),
        ("NO FORCE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY"),
    ],
)
def test_nothing_private_is_given_to_a_database_that_would_show_it(
    team: Team, off: str, on: str
) -> None:
    ed = team.open("ed")
    ed.commit(made(ANN))
    secret = replace(touch("p-ann", note="between us"), private=True)
    table = "ALTER TABLE champion_tracker.log"
    with altered(team, f"{table} {off}", f"{table} {on}"):
        with pytest.raises(WorkspaceError, match="row-level security is off"):
            ed.commit(made(secret))
        ed.commit(made(WAIT))
    assert "between us" not in str([*team.open("ed").commits()])
    ed.commit(made(secret))
    assert ed.history("p-ann")[-1] == secret
