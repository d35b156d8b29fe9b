"""The settings that there are, each with its value, whence it is, and what may be put in its place.

Everything is read off the fields of `Preferences`, so that files, command line and screen know the
same settings and refuse the same values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from ..model import BadInput, Preferences, Standing
from ..model.settings import Every
from .settings import USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .settings import Held, Key, Origin


class Kind(NamedTuple):
    """What may be set under one name."""

    name: str
    label: str
    """How it is called where people read it."""
    purpose: str
    group: str
    wants: str
    """What a value has to be."""
    hint: Any
    """The type of a value; of an entry, where it is a table of them."""
    is_table: bool = False
    entries: tuple[str, ...] = ()
    """The entries that there are; none for a table of any."""

    @property
    def bare(self) -> Any:
        """The type of a value, without what is said of it."""
        return get_args(self.hint)[0]

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that a value has to be one of, or made of; none where it is free."""
        inner = get_args(self.bare)[0] if self.is_list else self.bare
        return get_args(inner) if get_origin(inner) is Literal else ()

    @property
    def is_list(self) -> bool:
        """Whether a value is made of several words."""
        return get_origin(self.bare) is tuple

    def check(self, value: object) -> Any:
        """A value, as it is kept.

        Raises:
            BadInput: it is none.
        """
        try:
            checked = msgspec.convert(value, self.hint)
        except msgspec.ValidationError:
            raise BadInput(f"'{self.name}' wants {self.wants}.") from None
        if get_args(Every)[1] in get_args(self.hint):
            from ..rules.cadence import parse_cadence

            checked = parse_cadence(str(checked)).text
        return checked

    def read(self, text: str) -> Any:
        """A value as it was typed.

        Raises:
            BadInput: it is none; says what is wanted.
        """
        plain = text.strip()
        value: object = plain
        if self.is_list:
            words = (word.strip() for word in plain.split(","))
            value = list(dict.fromkeys(word.lower() if self.choices else word for word in words))
            value = [word for word in value if word]
        elif self.choices:
            value = plain.lower()
        elif self.bare in (int, float):
            value = _number(plain)
        elif not plain:
            raise BadInput(f"'{self.name}' wants {self.wants}.")
        try:
            return self.check(value)
        except BadInput as error:
            raise BadInput(f"'{self.name}' wants {self.wants}.", error.hint) from None


def _number(plain: str) -> object:
    try:
        return int(plain) if plain.lstrip("-").isdecimal() else float(plain)
    except ValueError:
        return plain


def _kinds() -> Iterator[Kind]:
    for name, hint in get_type_hints(Preferences, include_extras=True).items():
        bare, *said = get_args(hint)
        purpose = next(meta for meta in said if meta.title)
        is_table = get_origin(bare) is dict
        of_entry, entry = get_args(bare) if is_table else (None, hint)
        wants = next(meta.description for meta in get_args(entry)[1:] if meta.description)
        entries = tuple(map(str, Standing)) if of_entry is Standing else ()
        group, label = purpose.extra["group"], purpose.extra["label"]
        yield Kind(name, label, purpose.title, group, wants, entry, is_table, entries)


KINDS = {kind.name: kind for kind in _kinds()}
"""Every setting by its name, in the order of the schema."""


class Setting(NamedTuple):
    """One setting as it holds."""

    key: Key
    kind: Kind
    value: object
    usual: object
    origin: Origin | None
    """Where it was set; None where it is as usual."""

    @property
    def name(self) -> str:
        """How it is called."""
        return ".".join(self.key)

    @property
    def label(self) -> str:
        """How it is called where people read it."""
        entry = f": {self.key[1]}" if self.kind.is_table else ""
        return f"{self.kind.label}{entry}"

    @property
    def text(self) -> str:
        """The value as one would type it."""
        return as_text(self.value)


def settings_in(held: Held) -> Iterator[Setting]:
    """Every setting, by heading and name."""
    for kind in KINDS.values():
        value, usual = (getattr(p, kind.name) for p in (held.preferences, USUAL.preferences))
        if not kind.is_table:
            yield Setting((kind.name,), kind, value, usual, held.origins.get((kind.name,)))
            continue
        for entry, its in value.items():
            key = (kind.name, str(entry))
            yield Setting(key, kind, its, usual.get(entry), held.origins.get(key))


def as_text(value: object) -> str:
    """A value as one would type it."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "0")


def kind_of(name: str) -> tuple[Key, Kind]:
    """The setting of a name, such as ``theme`` or ``cadences.champion``.

    Raises:
        BadInput: there is none; names the nearest.
    """
    from .settings import as_entry, nearest, shown

    table, dot, entry = name.strip().partition(".")
    kind = KINDS.get(table)
    if kind is None or kind.is_table is not bool(dot and entry):
        known = [n for n, k in KINDS.items() if not k.is_table]
        known += [f"{n}.{e}" for n, k in KINDS.items() for e in k.entries]
        raise BadInput(f"There is no setting '{shown(name)}'.", nearest(name, known))
    if not kind.is_table:
        return (table,), kind
    if kind.entries:
        entry = as_entry(entry)
        if entry not in kind.entries:
            sentence = f"There is no '{shown(entry)}' in [{table}]."
            raise BadInput(sentence, nearest(entry, kind.entries))
    return (table, entry), kind
