"""Everybody on one page: the map of who can and would help, a search, and each person's notes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from html import escape
from math import ceil, sqrt

from ..model import Person, Record, Workspace
from ..rules.profile import Profile, profile
from . import notes
from .page import document, fragment

_SEARCH = """
const field = document.querySelector("input"), people = document.querySelectorAll("details");
const plain = text => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
const texts = Array.from(people, one => plain(one.textContent));
field.addEventListener("input", () => {
  const words = plain(field.value).split(/\\s+/).filter(Boolean);
  people.forEach((one, n) => { one.hidden = !words.every(word => texts[n].includes(word)); });
});
const show = () => {
  const one = location.hash && document.getElementById(location.hash.slice(1));
  if (one) { one.hidden = false; one.open = true; one.scrollIntoView(); }
};
addEventListener("hashchange", show);
addEventListener("beforeprint", () => { people.forEach(one => { one.open = true; }); });
show();
"""

_WIDE, _HIGH = 120, 84
"""Of one field of the map."""


def write(
    people: Iterable[Person],
    workspace: Workspace,
    history: Callable[[str], Sequence[Record]],
    today: date,
    *,
    include_private: bool = False,
) -> str:
    """The page. ``history`` gives everything dated about one person."""
    seen = [profile(workspace, person, today) for person in people]
    seen.sort(key=lambda one: one.person.name.casefold())
    pages = (
        _details(
            one,
            notes.render(
                one.person,
                workspace,
                history(one.person.id),
                today,
                include_private=include_private,
            ),
        )
        for one in seen
    )
    body = (
        f"<h1>Champions</h1>\n<p>As of {today}, {len(seen)} people.</p>\n"
        f"{_map(seen)}"
        '<input type="search" placeholder="Search names, titles and notes" '
        'aria-label="Search names, titles and notes">\n' + "".join(pages)
    )
    return document(body, f"Champions, {today}", _SEARCH)


def _details(seen: Profile, page: str) -> str:
    held = escape(str(seen.position)) if seen.position else ""
    return (
        f'<details id="{escape(seen.person.id)}"><summary><strong>{escape(seen.person.name)}'
        f"</strong> <span>{escape(str(seen.standing))}{' · ' if held else ''}{held}</span>"
        f"</summary>\n{fragment(page)}</details>\n"
    )


def _map(people: Iterable[Profile]) -> str:
    """Reach against openness as SVG: a circle for each person who has been judged."""
    fields: defaultdict[tuple[int, int], list[Profile]] = defaultdict(list)
    unjudged = 0
    for seen in people:
        if seen.openness and seen.reach:
            fields[seen.openness, seen.reach].append(seen)
        else:
            unjudged += 1
    marks = "".join(
        mark
        for openness in range(1, 6)
        for reach in range(1, 6)
        for mark in _field(openness, reach, fields[openness, reach])
    )
    return (
        f'<svg viewBox="-24 -4 {5 * _WIDE + 30} {5 * _HIGH + 28}" role="img" '
        'aria-label="Reach against openness">\n'
        f"{marks}"
        f'<text x="0" y="{5 * _HIGH + 18}">openness 1 (closed) to 5 (keen) →</text>\n'
        f'<text transform="rotate(-90)" x="{-5 * _HIGH}" y="-10">'
        "reach 1 (none) to 5 (decides) →</text>\n</svg>\n"
        "<p>Blue: champions and supporters; dashed: potential champions; orange and thick: "
        "detractors; grey: neutral, or not judged in their present position.</p>\n"
        f"<p>Not on the map, for want of a judgement: {unjudged}.</p>\n"
    )


def _field(openness: int, reach: int, people: Sequence[Profile]) -> Iterator[str]:
    """One field of the map and whoever is in it, smaller where they are many."""
    left, top = (openness - 1) * _WIDE, (5 - reach) * _HIGH
    yield f'<rect class="cell" x="{left}" y="{top}" width="{_WIDE}" height="{_HIGH}"/>\n'
    if not people:
        return
    across = min(len(people), ceil(sqrt(len(people) * _WIDE / _HIGH)))
    down = ceil(len(people) / across)
    radius = min(13.0, _WIDE / across / 2.3, _HIGH / down / 2.3)
    for n, seen in enumerate(people):
        x = left + (n % across + 0.5) * _WIDE / across
        y = top + (n // across + 0.5) * _HIGH / down
        words = seen.person.name.split()
        initials = "".join(word[0] for word in (words[:1] + words[1:][-1:]))
        yield (
            f'<a class="{seen.standing.split()[0]}" href="#{escape(seen.person.id)}">'
            f"<title>{escape(seen.person.name)}, {seen.standing}</title>"
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
            f'<text x="{x:.1f}" y="{y:.1f}" style="font-size:{radius * 0.8:.1f}px">'
            f"{escape(initials)}</text></a>\n"
        )
