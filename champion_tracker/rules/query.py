"""The query language: one way to say whom one means, in every filter and on the command line.

``smith standing:champion influence:>=4 area:"Public Works" touched:<2026-01-01 -tag:left``:
words match names, titles, organisations, areas and tags without accents or case; terms are
joined by *and*; a leading ``-`` negates; commas inside a value mean *or*.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import BadInput, Person, Prompt, Settings, Workspace
from .agenda import agenda
from .days import spelled_out
from .folding import fold
from .profile import Profile, profile
from .query_fields import DATED, Dues, Test, read_field
from .roll import Roll

_TERM = re.compile(
    r'(?P<not>-)?(?:(?P<field>[^\W\d]\w*):)?(?P<value>(?:"[^"]*"|[^\s"])+|(?<=:)(?=\s|$))'
)


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
        if name in DATED:
            value = spelled_out(value, settings or Settings())
        test = read_field(name, value, today)
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
