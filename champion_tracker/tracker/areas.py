"""Business areas by name: those that the programme serves, and those in which people work."""

from ..model import BadInput
from ..rules.areas import areas_served, key_of
from .tracker import Tracker


def areas_named(tracker: Tracker) -> list[str]:
    """The areas that the programme serves, by name."""
    return sorted(area.name for area in areas_served(tracker.workspace).values())


def known_area(tracker: Tracker, text: str) -> str:
    """An area as it is called, whatever the case; empty where none is meant.

    Raises:
        BadInput: neither the programme nor anybody who works there knows it.
    """
    if not text.strip():
        return ""
    served = areas_served(tracker.workspace)
    wanted = key_of(text)
    if wanted in served:
        return served[wanted].name
    for person in tracker.workspace.people.values():
        for position in person.positions:
            if key_of(position.area) == wanted:
                return position.area
    near = [area.name for key, area in served.items() if wanted in key] or areas_named(tracker)
    known = f"It may be {', '.join(near[:4])}." if near else "Stories and seats name areas."
    raise BadInput(f"Nobody works in an area called '{text.strip()}'.", known)
