"""Finding the person who is meant."""

from heapq import nsmallest

from ..model import Ambiguous, NotFound, Person
from ..rules.folding import fold
from .tracker import Tracker


def find(tracker: Tracker, text: str) -> Person:
    """The one person whom ``text`` means: an id, an e-mail address, a name or part of one.

    A whole name goes before a part of one, and people who are not archived before those
    who are.

    Raises:
        NotFound: nobody answers to it.
        Ambiguous: several people do; lists them.
    """
    people = tracker.workspace.people
    if text in people:
        return people[text]
    wanted = fold(text)
    if not wanted:
        raise NotFound("No person was named.")
    everybody = sorted(people.values(), key=lambda person: person.archived_on is not None)
    for found in (
        [p for p in everybody if any(fold(email) == wanted for email in p.emails)],
        [p for p in everybody if fold(p.name) == wanted],
        [p for p in everybody if _has_words(p, wanted)],
        [p for p in everybody if wanted in fold(p.name)],
    ):
        active = [p for p in found if p.archived_on is None] or found
        if len(active) == 1:
            return active[0]
        if active:
            raise Ambiguous(
                f"'{text}' could be any of {len(active)} people:",
                [describe(tracker, person) for person in active[:20]]
                + ([f"… and {len(active) - 20} more"] if len(active) > 20 else []),
            )
    raise NotFound(f"Nobody is called '{text}'.", "Try a part of the name, or 'list'.")


def describe(tracker: Tracker, person: Person) -> str:
    """A person in one line that tells them from others."""
    positions = person.current_positions(tracker.today)
    parts = [person.name, *(str(p) for p in positions[-1:]), *person.emails[:1]]
    return f"{person.id}  {' · '.join(filter(None, parts))}"


def _has_words(person: Person, wanted: str) -> bool:
    """Whether every word wanted begins a word of the name."""
    words = fold(person.name).split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


def suggest(tracker: Tracker, text: str, most: int = 8) -> list[Person]:
    """Those whose name, title, organisation or tags hold every word, the likeliest first.

    A name that begins like ``text`` goes before one with such a word, before the rest; among
    equals those whom we follow come first.
    """
    wanted = fold(text).split()
    if not wanted:
        return []
    found = tracker.roll().mentioning((word, True) for word in wanted)
    return nsmallest(most, found, key=lambda person: _likeness(person, " ".join(wanted)))


def _likeness(person: Person, wanted: str) -> tuple[int, bool, str]:
    name = fold(person.name)
    rank = 0 if name.startswith(wanted) else 1 if _has_words(person, wanted) else 2
    return (rank, not person.is_followed, name)
