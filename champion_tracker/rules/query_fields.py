"""The fields of the query language: what a person is asked for by each, and how values are read."""

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from ..model import BadInput, Engagement, Standing
from .days import parse_day
from .folding import fold
from .profile import Profile

Dues: TypeAlias = Mapping[str, date]
"""The day of each person's most urgent prompt, however far ahead."""
Test: TypeAlias = Callable[[Profile, Dues], bool]
Maker: TypeAlias = Callable[[str, str, date], Test]
"""Makes a test from the name of a field, a value of it, and the day that is asked about."""

_COMPARISON = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)
_HOLDS = {
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


def read_field(name: str, value: str, today: date) -> Test:
    """The test that a term of a query stands for.

    Raises:
        BadInput: there is no such field, or it cannot have this value; names the nearest.
    """
    if name not in FIELDS:
        raise BadInput(f"There is no query field '{name}:'.", _nearest(name, sorted(FIELDS), ":"))
    if not value:
        raise BadInput(f"The query field '{name}:' has no value.")
    make = FIELDS[name]
    if name in _ONE_VALUED:
        return make(name, value, today)
    tests = [make(name, part, today) for part in value.split(",") if part] or [_never]
    if len(tests) == 1:
        return tests[0]
    return lambda seen, dues: any(test(seen, dues) for test in tests)


def _nearest(word: str, known: list[str], after: str = "") -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"Did you mean '{near[0]}{after}'?" if near else f"There are {', '.join(known)}."


def _never(_: Profile, __: Dues) -> bool:
    return False


def _text(*reads: Callable[[Profile], Iterable[str]]) -> Maker:
    def make(_: str, value: str, __: date) -> Test:
        wanted = fold(value)
        return lambda seen, _: any(wanted in fold(text) for read in reads for text in read(seen))

    return make


def _choice(read: Callable[[Profile], str | None], choices: Iterable[str]) -> Maker:
    known = list(choices)

    def make(name: str, value: str, _: date) -> Test:
        wanted = fold(value)
        hits = {c for c in known if c == wanted} or {c for c in known if c.startswith(wanted)}
        if not hits:
            raise BadInput(f"'{value}' is no {name}.", _nearest(wanted, known))
        return lambda seen, _: read(seen) in hits

    return make


def _number(read: Callable[[Profile], float | None]) -> Maker:
    def make(name: str, value: str, _: date) -> Test:
        sign, wanted = _comparison(value)
        if wanted in ("none", "unknown"):
            return lambda seen, _: read(seen) is None
        low, dots, high = wanted.partition("..")
        try:
            least = float(low)
            most = float(high) if dots else least
        except ValueError:
            raise BadInput(
                f"'{value}' is no number for '{name}:'.", f"Write for example {name}:>=4."
            ) from None
        if dots:
            return lambda seen, _: (found := read(seen)) is not None and least <= found <= most
        return lambda seen, _: (found := read(seen)) is not None and _HOLDS[sign](found, least)

    return make


def _comparison(value: str) -> tuple[str, str]:
    match = _COMPARISON.fullmatch(value)
    return (match[1] or "=", match[2].strip().lower()) if match else ("=", value)


def _day(read: Callable[[Profile, Dues], date | None], *, ahead: bool) -> Maker:
    def make(_: str, value: str, today: date) -> Test:
        sign, wanted = _comparison(value)
        if wanted in ("never", "none"):
            return lambda seen, dues: read(seen, dues) is None
        named = _DUE_WITHIN.get(wanted) if ahead else None
        if named is not None:
            return lambda seen, dues: (
                (found := read(seen, dues)) is not None and (found - today).days <= named
            )
        day = parse_day(wanted, today, ahead=ahead)
        if not ahead and _AGE.fullmatch(wanted) and sign != "=":
            return _age(read, sign, day)
        return lambda seen, dues: (
            (found := read(seen, dues)) is not None and _HOLDS[sign](found, day)
        )

    return make


_AGE = re.compile(r"\d+ ?[a-z]+")
"""A length of time: how long ago something was, not a day."""


def _age(read: Callable[[Profile, Dues], date | None], sign: str, day: date) -> Test:
    """How long ago something was: ``<60d`` is less than that, ``>60d`` more, or never."""
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}[sign]
    is_long = sign.startswith(">")

    def test(seen: Profile, dues: Dues) -> bool:
        found = read(seen, dues)
        return is_long if found is None else _HOLDS[turned](found, day)

    return test


_DUE_WITHIN = {"overdue": -1, "today": 0, "now": 0, "week": 7, "month": 31}
"""How many days ahead a word of the due list means; everything past is due today too."""


_STATES: dict[str, Callable[[Profile], bool]] = {
    "followed": lambda seen: seen.person.is_followed,
    "known": lambda seen: not seen.person.is_followed,
    "left": lambda seen: seen.has_left,
    "pinned": lambda seen: seen.person.pin is not None,
    "paused": lambda seen: bool(seen.person.plan.paused),
    "archived": lambda seen: seen.person.archived_on is not None,
}


def _state(_: str, value: str, __: date) -> Test:
    wanted = fold(value)
    if wanted not in _STATES:
        raise BadInput(f"Nobody is '{value}'.", _nearest(wanted, list(_STATES)))
    return lambda seen, _: _STATES[wanted](seen)


def _yes_no(name: str, value: str, _: date) -> Test:
    wanted = fold(value)
    if wanted not in ("yes", "no", "true", "false"):
        raise BadInput(f"'{name}:' is yes or no, not '{value}'.")
    return lambda seen, _: _STATES[name](seen) is (wanted in ("yes", "true"))


DATED = frozenset({"touched", "judged", "due"})
"""The fields whose values are days."""
_ONE_VALUED = DATED | {"influence", "openness", "reach"}
FIELDS: dict[str, Maker] = {
    "name": _text(lambda seen: (seen.person.name,)),
    "title": _text(lambda seen: (p.title for p in seen.positions)),
    "organization": _text(lambda seen: (p.organization for p in seen.positions)),
    "area": _text(lambda seen: (p.area for p in seen.positions)),
    "tag": _text(lambda seen: seen.person.tags),
    "email": _text(lambda seen: seen.person.emails),
    "phone": _text(lambda seen: seen.person.phones),
    "notes": _text(lambda seen: (seen.person.notes,)),
    "id": _text(lambda seen: (seen.person.id, *seen.person.source_ids)),
    "standing": _choice(lambda seen: seen.standing, [s.value for s in Standing]),
    "engagement": _choice(lambda seen: seen.engagement, [e.value for e in Engagement]),
    "desired": _choice(lambda seen: seen.desired, [e.value for e in Engagement]),
    "warmth": _choice(lambda seen: seen.warmth_word, ["strong", "steady", "cooling", "cold"]),
    "influence": _number(lambda seen: seen.influence),
    "openness": _number(lambda seen: seen.openness),
    "reach": _number(lambda seen: seen.reach),
    "touched": _day(lambda seen, _: seen.last_touch, ahead=False),
    "judged": _day(lambda seen, _: seen.assessment.on if seen.assessment else None, ahead=False),
    "due": _day(lambda seen, dues: dues.get(seen.person.id), ahead=True),
    "is": _state,
    **dict.fromkeys(_STATES, _yes_no),
}
"""Every field, by name: what makes its test from a value and the day."""
FIELDS["org"] = FIELDS["organisation"] = FIELDS["organization"]
FIELDS["unit"] = FIELDS["area"]
