"""Private entries of every kind, for trials of who gets to see them."""

from msgspec.structs import replace

from champion_tracker.model import Edit
from champion_tracker.store.shared import SharedStore
from champion_tracker.store.shared.folding import fold
from champion_tracker.store.shared.indexing import index
from tests.store.store_records import ANN, BEN, changed, commit_of, judged, made, touch
from tests.store.teams import Team

SECRET = "Xylophone"


def keep_secrets(team: Team) -> SharedStore:
    """A store in which ``ed`` keeps a secret in every way that there is."""
    store = team.open("ed")
    secret = replace(touch("p-ann", key="i-secret", note=SECRET), private=True)
    told = replace(touch("p-ann", key="i-told", note=f"{SECRET} in draft"), private=True)
    gone = replace(touch("p-ann", key="i-gone", note=f"{SECRET} no more"), private=True)
    store.commit(made(ANN, BEN))
    store.commit(replace(made(secret), summary=f"{SECRET}, alone"))
    store.commit(replace(made(told, judged("p-ben")), summary=f"{SECRET} and a judgement"))
    store.commit(changed(told, replace(told, note="what all may know", private=False)))
    store.commit(made(gone))
    store.commit(commit_of(Edit(before=gone)))
    fold(store._database, store._name)
    index(store._database, store._name)
    return store
