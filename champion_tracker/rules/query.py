"""The query language: one way to say whom one means, in every filter and on the command line.

``smith standing:champion influence:>=4 area:"Public Works" touched:<2026-01-01 -tag:left``:
words match names, titles, organisations, areas and tags without accents or case; terms are
joined by *and*; a leading ``-`` negates; commas inside a value mean *or*.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from ..model import BadInput, Engagement, Person, Prompt, Settings, Standing, Workspace
from .agenda import agenda
from .days import parse_day, spelled_out
from .folding import fold
from .profile import Profile, profile
from .roll import Roll

_TERM = re.compile(
    r'(?P<not>-)?(?:(?P<field>[^\W\d]\w*):)?(?P<value>(?:"[^"]*"|[^\s"])+|(?<=:)(?=\s|$))'
)
_COMPARISON = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)

Dues: TypeAlias = Mapping[str, date]
"""The day of each person's most urgent prompt, however far ahead."""
Test: TypeAlias = Callable[[Profile, Dues], bool]


@dataclass(frozen=True, slots=True)
class Query:
    """A query, read and ready to be put to people."""

    text: str
    tests: tuple[Test, ...]
    fields: frozenset[str]
    words: tuple[tuple[str, bool], ...] = ()
    """Free words, folded, and whether they are wanted or unwanted."""

    def matches(self, seen: Profile, dues: Dues) -> bool:
        """Whether a person answers to every term but the free words."""
        return all(test(seen, dues) for test in self.tests)


def parse_query(text: str, today: date, settings: Settings | None = None) -> Query:
    """Read a query; days stand in it as they may be written under the settings.

    Raises:
        BadInput: an unknown field, or a value that its field cannot have; names the nearest.
    """
    if text.count('"') % 2:
        raise BadInput(f"The query {text!r} has a quotation mark that is not closed.")
    tests: list[Test] = []
    words: list[tuple[str, bool]] = []
    fields: set[str] = set()
    for match in _TERM.finditer(text):
        value = match["value"].replace('"', "")
        if match["field"] is None:
            words.append((fold(value), not match["not"]))
            continue
        name = match["field"].lower()
        fields.add(name)
        if name == "is" and "archived" in fold(value).split(","):
            fields.add("archived")
        if name in _DATED:
            value = spelled_out(value, settings or Settings())
        test = _field(name, value, today)
        tests.append(_negated(test) if match["not"] else test)
    return Query(text, tuple(tests), frozenset(fields), tuple(words))


def select(workspace: Workspace, text: str, today: date, roll: Roll | None = None) -> list[Profile]:
    """Everybody who answers to a query, by name; archived people only when asked for.

    Args:
        workspace: What is at hand.
        text: The query.
        today: The day that is asked about.
        roll: The roll of its people, where somebody keeps one.

    Raises:
        BadInput: the query cannot be read.
    """
    query = parse_query(text, today, workspace.settings)
    return list(_seen(workspace, query, _mentioned(workspace, query, roll), today))


def select_people(
    workspace: Workspace, text: str, today: date, roll: Roll | None = None
) -> Sequence[Person]:
    """The same as `select`, without looking closer at those who are only listed.

    Raises:
        BadInput: the query cannot be read.
    """
    query = parse_query(text, today, workspace.settings)
    found = _mentioned(workspace, query, roll)
    if not query.tests:
        return found
    return [seen.person for seen in _seen(workspace, query, found, today)]


def _mentioned(workspace: Workspace, query: Query, roll: Roll | None) -> Sequence[Person]:
    """Those whom the free words alone let through, which is known at little cost."""
    known = roll or Roll(workspace.people)
    return known.mentioning(query.words, archived="archived" in query.fields)


def _seen(
    workspace: Workspace, query: Query, people: Iterable[Person], today: date
) -> Iterator[Profile]:
    """Those who answer to every other term, too."""
    dues = first_dues(workspace, today) if "due" in query.fields else {}
    for person in people:
        seen = profile(workspace, person, today)
        if query.matches(seen, dues):
            yield seen


def first_dues(workspace: Workspace, today: date) -> dict[str, date]:
    """The day of each person's most urgent prompt, as far ahead as anything is known."""
    dues: dict[str, date] = {}
    ahead: Iterable[Prompt] = agenda(workspace, today, days=(date.max - today).days)
    for prompt in ahead:
        if prompt.person_id and prompt.due < dues.get(prompt.person_id, date.max):
            dues[prompt.person_id] = prompt.due
    return dues


def _negated(test: Test) -> Test:
    return lambda seen, dues: not test(seen, dues)


def _field(name: str, value: str, today: date) -> Test:
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


def _text(*reads: Callable[[Profile], Iterable[str]]) -> Callable[[str, str, date], Test]:
    def make(_: str, value: str, __: date) -> Test:
        wanted = fold(value)
        return lambda seen, _: any(wanted in fold(text) for read in reads for text in read(seen))

    return make


def _choice(
    read: Callable[[Profile], str | None], choices: Iterable[str]
) -> Callable[[str, str, date], Test]:
    known = list(choices)

    def make(name: str, value: str, _: date) -> Test:
        wanted = fold(value)
        hits = {c for c in known if c == wanted} or {c for c in known if c.startswith(wanted)}
        if not hits:
            raise BadInput(f"'{value}' is no {name}.", _nearest(wanted, known))
        return lambda seen, _: read(seen) in hits

    return make


def _number(read: Callable[[Profile], float | None]) -> Callable[[str, str, date], Test]:
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
        return lambda seen, _: (found := read(seen)) is not None and _holds(found, sign, least)

    return make


def _comparison(value: str) -> tuple[str, str]:
    match = _COMPARISON.fullmatch(value)
    return (match[1] or "=", match[2].strip().lower()) if match else ("=", value)


def _holds(found: float | date, sign: str, wanted: float | date) -> bool:
    order = (found > wanted) - (found < wanted)  # type: ignore[operator]
    return {
        "=": order == 0,
        "<": order < 0,
        ">": order > 0,
        "<=": order <= 0,
        ">=": order >= 0,
    }[sign]


def _day(
    read: Callable[[Profile, Dues], date | None], *, ahead: bool
) -> Callable[[str, str, date], Test]:
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
            (found := read(seen, dues)) is not None and _holds(found, sign, day)
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
        return is_long if found is None else _holds(found, turned, day)

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


_DATED = frozenset({"touched", "judged", "due"})
_ONE_VALUED = _DATED | {"influence", "openness", "reach"}
FIELDS: dict[str, Callable[[str, str, date], Test]] = {
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
FIELDS["org"] = FIELDS["organisation"] = FIELDS["organization"]
FIELDS["unit"] = FIELDS["area"]
"""Every field, by name: what makes its test from a value and the day."""
