"""The keys that hold: the usual ones, those of a habit, and the user's own on top.

A key map is data: names of actions with their keys, several divided by commas. Whatever is left
out keeps its usual keys, which stand beside the actions. ``ctrl+q`` always leaves, whatever a key
map says.
"""

from __future__ import annotations

import inspect
from importlib import import_module, resources
from itertools import combinations
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, key_to_character

from ..tracker.settings import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..tracker.settings import Held

ALWAYS = "ctrl+q"
"""The key that leaves; it cannot be given to anything else."""
Bound = dict[str, frozenset[str]]
"""Which keys lead to what, in one place."""


def keymap_of(held: Held) -> dict[str, str]:
    """The keys by the names of their actions, where they are not the usual ones.

    Raises:
        BadInput: an override names no action or no key, or takes a key that is taken.
    """
    chosen = keymap_called(held.preferences.keymap)
    own = held.preferences.keys
    if own:
        places = list(bound_in_places())
        known = {name for place in places for name in place}
        for name, keys in own.items():
            _check(held, name, keys, known)
        _refuse_clashes(held, places, {**chosen, **own})
    return {**chosen, **{name: ",".join(_each(keys)) for name, keys in own.items()}}


def keymap_called(name: str) -> dict[str, str]:
    """What the key map of this name changes."""
    if name == "default":
        return {}
    # Late, because most have the usual keys.
    import tomllib

    file = resources.files(__package__) / "keymaps" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def bound_in_places() -> Iterator[Bound]:
    """For each screen and dialog, alone and with each list on it: its actions and their keys."""
    from .app import ChampionTracker

    for kind, module in _screens():
        own = {**_bound(kind), **_bound(ChampionTracker)}
        yield own
        for part in _nodes(vars(module).values()):
            if not issubclass(part, kind) and not issubclass(kind, part):
                yield {**own, **_bound(part)}


def words_of_keys(held: Held) -> dict[str, tuple[str, str]]:
    """Every action and movement by its name: the keys that hold, and what they do."""
    from .app import ChampionTracker

    holding = keymap_of(held)
    kinds: list[type[DOMNode]] = [ChampionTracker]
    for kind, module in _screens():
        kinds += [kind, *_nodes(vars(module).values())]
    found: dict[str, tuple[str, str]] = {}
    for base in (base for kind in kinds for base in kind.__mro__):
        for binding in vars(base).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                keys = holding.get(binding.id, binding.key)
                found.setdefault(binding.id, (keys, binding.tooltip or binding.description))
    return found


def clashes(places: Iterable[Bound], keymap: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Two actions and the key that they would share, unless they share one by the usual keys."""
    for place in places:
        changed = {
            name: frozenset(_each(keymap[name])) if name in keymap else keys
            for name, keys in place.items()
        }
        for one, other in combinations(sorted(place), 2):
            if not place[one] & place[other]:
                for key in sorted(changed[one] & changed[other]):
                    yield one, other, key


def _check(held: Held, name: str, keys: str, known: set[str]) -> None:
    if name not in known:
        sentence = f"There is no action '{shown(name)}'."
        raise held.refuse(("keys", name), sentence, nearest(name, known))
    for key in keys.split(","):
        if not _is_key(key.strip()):
            sentence = f"'{shown(key)}' is no key for '{name}'."
            hint = nearest(key.strip().lower(), [key.value for key in Keys])
            raise held.refuse(("keys", name), sentence, hint if "mean" in hint else "")
    if ALWAYS in _each(keys) and name != "Quit":
        raise held.refuse(("keys", name), f"{ALWAYS} always leaves, and cannot be '{name}'.")


def _refuse_clashes(held: Held, places: Iterable[Bound], keymap: Mapping[str, str]) -> None:
    own = held.preferences.keys
    for one, other, key in clashes(places, keymap):
        if one in own or other in own:
            mine, its = (one, other) if one in own else (other, one)
            raise held.refuse(
                ("keys", mine),
                f"'{mine}' cannot have {shown(key)}, for it is the key of '{its}'.",
                f"Give '{its}' another one, too.",
            )


def _is_key(key: str) -> bool:
    *held_down, last = key.split("+") if len(key) > 1 else [key]
    return (
        bool(last)
        and set(held_down) <= {"ctrl", "alt", "shift", "super", "meta", "hyper"}
        and (last in {key.value for key in Keys} or key_to_character(last) is not None)
    )


def _each(keys: str) -> list[str]:
    """The single keys, each by the name that Textual knows it by."""
    return [binding.key for binding in Binding.make_bindings([Binding(keys, "")])]


def _screens() -> Iterator[tuple[type[DOMNode], object]]:
    for package in ("screens", "dialogs"):
        path = resources.files(__package__) / package
        for found in walk_packages([str(path)], f"{__package__}.{package}."):
            module = import_module(found.name)
            for kind in _nodes(vars(module).values()):
                if kind.__module__ == module.__name__:
                    yield kind, module


def _nodes(values: Iterable[object]) -> list[type[DOMNode]]:
    return [
        value
        for value in values
        if inspect.isclass(value)
        and issubclass(value, DOMNode)
        and value.__module__.startswith(str(__package__))
    ]


def _bound(kind: type[DOMNode]) -> Bound:
    found: Bound = {}
    for base in kind.__mro__:
        for binding in Binding.make_bindings(vars(base).get("BINDINGS", ())):
            if binding.id:
                found[binding.id] = found.get(binding.id, frozenset()) | {binding.key}
    return found
