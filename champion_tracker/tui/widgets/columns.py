"""The columns of the table of people: what each shows, and what it is sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...rules.folding import fold
from ..looks import MUTED, STANDINGS, lateness, meter, short_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ...rules.profile import Profile

RANK = {standing: rank for rank, standing in enumerate(STANDINGS)}
CHOSEN_ONLY = 10_000
"""A width that no table has: the column is there for those who choose it."""


class Column(NamedTuple):
    """One column."""

    name: str
    title: str
    width: int
    """In cells; of those that share what is left, the least that they can do with."""
    cell: Callable[[Profile], tuple[str, str]]
    """The text of a person's cell and its style."""
    key: Callable[[Profile], object]
    """What is sorted by; missing values go last."""
    purpose: str
    """What it shows, in a few words."""
    wide_from: int = CHOSEN_ONLY
    """From which width of the table it is shown where nobody has chosen."""
    share: int = 0
    """How much it takes of what is left; nothing where its width is fixed."""
    falls: bool = False
    """Whether the first sort shows the greatest first."""


def _text(read: Callable[[Profile], str], style: str = "") -> Callable[[Profile], tuple[str, str]]:
    return lambda seen: (read(seen), style)


def _folded(read: Callable[[Profile], str]) -> Callable[[Profile], object]:
    return lambda seen: fold(read(seen)) or None


def _day(read: Callable[[Profile], date | None]) -> Callable[[Profile], tuple[str, str]]:
    return lambda seen: (short_day(day, seen.today) if (day := read(seen)) else "", MUTED)


def _dots(read: Callable[[Profile], int | None]) -> Callable[[Profile], tuple[str, str]]:
    return lambda seen: (meter(read(seen)), "$text-primary")


def _name(seen: Profile) -> tuple[str, str]:
    return (seen.person.name, "bold" if seen.person.is_followed else "")


def _title(seen: Profile) -> tuple[str, str]:
    place = seen.position
    if place is None:
        return ("has left" if seen.has_left else "", MUTED)
    return (place.title or place.organization, "")


def _organization(seen: Profile) -> str:
    return seen.position.organization if seen.position is not None else ""


def _area(seen: Profile) -> str:
    return seen.position.area if seen.position is not None else ""


def _standing(seen: Profile) -> tuple[str, str]:
    look = STANDINGS[seen.standing]
    pin = " (pinned)" if seen.person.pin else ""
    return (str(look) + pin, look.style)


def _engagement(seen: Profile) -> str:
    if seen.engagement is None:
        return ""
    more = f" → {seen.desired}" if seen.desired not in (None, seen.engagement) else ""
    return f"{seen.engagement}{more}"


def _warmth(seen: Profile) -> str:
    return seen.warmth_word if seen.last_touch else ""


def _promises(seen: Profile) -> str:
    deeds = seen.follow_through
    return f"{deeds.kept} of {deeds.settled}" if deeds.settled else ""


def _last(seen: Profile) -> tuple[str, str]:
    return (short_day(seen.last_touch, seen.today) if seen.last_touch else "never", MUTED)


def _next(seen: Profile) -> tuple[str, str]:
    due = seen.next_touch
    if due is None:
        return ("paused" if seen.person.plan.paused else "", MUTED)
    return lateness(due, max(0, (seen.today - due).days), seen.today)


def _cadence(seen: Profile) -> str:
    return seen.cadence if seen.person.is_followed else ""


def _judged(seen: Profile) -> date | None:
    return seen.assessment.on if seen.assessment is not None else None


def _tags(seen: Profile) -> str:
    return "  ".join(f"#{tag}" for tag in seen.person.tags)


def _email(seen: Profile) -> str:
    return next(iter(seen.person.emails), "")


def _phone(seen: Profile) -> str:
    return next(iter(seen.person.phones), "")


COLUMNS = (
    Column(
        "name", "Name", 18, _name, lambda s: fold(s.person.name), "who it is", wide_from=0, share=3
    ),
    Column(
        "title",
        "Title",
        14,
        _title,
        lambda s: fold(_title(s)[0]) or None,
        "what they are",
        wide_from=56,
        share=3,
    ),
    Column(
        "organisation",
        "Organisation",
        14,
        _text(_organization, MUTED),
        _folded(_organization),
        "where they work",
        wide_from=146,
        share=2,
    ),
    Column(
        "area",
        "Area",
        12,
        _text(_area, MUTED),
        _folded(_area),
        "the business area or unit",
        wide_from=124,
        share=2,
    ),
    Column(
        "standing",
        "Standing",
        21,
        _standing,
        lambda s: RANK[s.standing],
        "champion, detractor, and between",
        wide_from=0,
    ),
    Column(
        "influence",
        "Infl.",
        6,
        _dots(lambda s: s.influence),
        lambda s: s.influence,
        "influence, 1 to 5",
        wide_from=66,
        falls=True,
    ),
    Column(
        "openness",
        "Open.",
        6,
        _dots(lambda s: s.openness),
        lambda s: s.openness,
        "openness to us, 1 to 5",
        wide_from=66,
        falls=True,
    ),
    Column(
        "engagement",
        "Engagement",
        24,
        _text(_engagement),
        lambda s: list(type(s.engagement)).index(s.engagement) if s.engagement else None,
        "the level now, and the one we want",
        falls=True,
    ),
    Column(
        "reach",
        "Reach",
        6,
        _dots(lambda s: s.reach),
        lambda s: s.reach,
        "influence, their own or by an ear",
        wide_from=166,
        falls=True,
    ),
    Column(
        "warmth",
        "Warmth",
        8,
        _text(_warmth, MUTED),
        lambda s: s.warmth,
        "how alive the relation is",
        wide_from=132,
        falls=True,
    ),
    Column(
        "promises",
        "Promises",
        9,
        _text(_promises),
        lambda s: s.follow_through.mean if s.follow_through.settled else None,
        "follow-through: kept, of those settled",
        wide_from=176,
        falls=True,
    ),
    Column(
        "test",
        "Test",
        10,
        _text(lambda s: str(s.champion_test)),
        lambda s: str(s.champion_test),
        "the champion test",
    ),
    Column(
        "last",
        "Last touch",
        12,
        _last,
        lambda s: s.last_touch,
        "the day of the last touch",
        wide_from=84,
        falls=True,
    ),
    Column(
        "next",
        "Next touch",
        13,
        _next,
        lambda s: s.next_touch,
        "when the next one is due",
        wide_from=96,
    ),
    Column(
        "cadence",
        "Every",
        13,
        _text(_cadence, MUTED),
        _folded(_cadence),
        "how often they want a touch",
        wide_from=190,
    ),
    Column(
        "judged", "Judged", 12, _day(_judged), _judged, "the day of the last judgement", falls=True
    ),
    Column(
        "followed",
        "Followed",
        12,
        _day(lambda s: s.person.followed_since),
        lambda s: s.person.followed_since,
        "since when they are followed",
        falls=True,
    ),
    Column("tags", "Tags", 12, _text(_tags, "$text-accent"), _folded(_tags), "their tags", share=2),
    Column("email", "E-mail", 22, _text(_email), _folded(_email), "the first address", share=2),
    Column("phone", "Phone", 17, _text(_phone), _folded(_phone), "the first number"),
)
"""All columns, in order."""
BY_NAME = {column.name: column for column in COLUMNS}
