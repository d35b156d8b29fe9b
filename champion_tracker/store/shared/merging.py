"""Two people changed the same record: what becomes of it, field by field."""

from collections.abc import Callable, Collection
from typing import Any, TypeAlias, TypeVar

from msgspec.structs import replace

from ...model import Clash, Conflict, Edit, Person, Record

R = TypeVar("R", bound=Record)

PROSE = (
    *("notes", "note", "why", "basis", "text", "what", "benefit", "why_now", "without", "answer"),
    *("next_step", "risk", "mitigation", "moves", "proofs", "reason", "dropped", "summary"),
)
"""Fields whose text is nobody's business in a message."""

SHOWN = 60
"""Longer values are described instead of shown."""

ADVICE = "Nothing was changed; look at it as it is now and do it again if it still holds."


Teller: TypeAlias = Callable[[Collection[str]], str]
"""Says who last changed any of some fields."""


def merged(edit: Edit, held: Record | None, names: str, who: Teller) -> Edit:
    """The edit as it applies to what is held, with the changes of both where they do not clash.

    Args:
        edit: What one wants to do to the record that one saw.
        held: What the database holds in its place.
        names: Whom the record is about.
        who: Says who changed it; asked only where there is a conflict.

    Raises:
        Conflict: both changed the same field, or one removed what the other changed.
    """
    if edit.before == held:
        return edit
    if held is None:
        raise Conflict(f"{names}: somebody else has removed it meanwhile.", ADVICE)
    if edit.before is None:
        raise Conflict(f"{names}: it is already there.", ADVICE)
    if edit.after is None or type(edit.after) is not type(held):
        changed = {n: _saying(n, edit.before, held) for n in _changed(edit.before, held)}
        raise _conflict(names, changed, who)
    return Edit(before=held, after=_merge(edit.before, held, edit.after, names, who))


def _merge(base: Record, theirs: R, ours: Record, names: str, who: Teller) -> R:
    clashes: dict[str, str] = {}
    values, disputed = {}, {}
    for name in _changed(base, ours):
        was, now, wanted = getattr(base, name), getattr(theirs, name), getattr(ours, name)
        if now in (was, wanted):
            values[name] = wanted
        elif _are_words(was, now, wanted):
            values[name] = _united(was, now, wanted)
        else:
            disputed[name] = wanted
            clashes[name] = f"{_saying(name, base, theirs)}, not {_shown(name, wanted)}"
    if clashes:
        raise _conflict(names, clashes, who, theirs, replace(theirs, **values, **disputed))
    return replace(theirs, **values)


def _conflict(
    names: str,
    clashes: dict[str, str],
    who: Teller,
    theirs: Record | None = None,
    ours: Record | None = None,
) -> Conflict:
    said, first = "; ".join(clashes.values()), who(clashes)
    sentence = f"{names}: {first} changed it meanwhile ({said})."
    if theirs is None or ours is None:
        return Conflict(sentence, ADVICE)
    return Conflict(sentence, ADVICE, Clash(names, first, theirs, ours, tuple(clashes)))


def _changed(base: Record, other: Record) -> list[str]:
    fields = other.__struct_fields__
    return [name for name in fields if getattr(base, name, None) != getattr(other, name)]


def _are_words(*values: Any) -> bool:
    """Whether they are tags, addresses and the like, of which each stands for itself."""
    return all(isinstance(v, tuple) and all(isinstance(w, str) for w in v) for v in values)


def _united(was: tuple[str, ...], now: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    left = [word for word in now if word in wanted or word not in was]
    return (*left, *(word for word in wanted if word not in was and word not in left))


def _saying(name: str, was: Record, now: Record) -> str:
    before, after = getattr(was, name, None), getattr(now, name, None)
    return f"{name} was {_shown(name, before)} and is now {_shown(name, after)}"


def _shown(name: str, value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    if name in PROSE or len(text) > SHOWN:
        return f"a text of {len(text)} characters"
    return repr(text)


def names_of(record: Record, people: dict[str, Person]) -> str:
    """Whom a record is about, by name where they are known."""
    return ", ".join(people[p].name if p in people else p for p in record.about) or "this"
