"""The main screens, each made when one first goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen


def _today() -> Screen[None]:
    from .screens.today import TodayScreen

    return TodayScreen()


def _people() -> Screen[None]:
    from .screens.people import PeopleScreen

    return PeopleScreen()


def _map() -> Screen[None]:
    from .screens.map import MapScreen

    return MapScreen()


def _network() -> Screen[None]:
    from .screens.network import NetworkScreen

    return NetworkScreen()


def _stories() -> Screen[None]:
    from .screens.stories import StoriesScreen

    return StoriesScreen()


def _programme() -> Screen[None]:
    from .screens.programme import ProgrammeScreen

    return ProgrammeScreen()


MODES: dict[str, str | Callable[[], Screen[None]]] = {
    "today": _today,
    "people": _people,
    "map": _map,
    "network": _network,
    "stories": _stories,
    "programme": _programme,
}
"""By name, in the order of their number keys."""
