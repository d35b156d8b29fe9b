"""Settings files: what holds, and whence.

There are two, both called ``settings.toml``: one among the user's own files, which holds in each
of their workspaces, and one in the folder of a workspace, which comes before it. Everything that
they may say is a field of `Preferences`; what they say in part leaves the rest as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, get_type_hints

import msgspec

from ..model import BadInput, Preferences, Standing
from ..model.settings import Every
from ..places import user_settings_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Key = tuple[str, ...]
"""The name of a setting; two names where it is an entry of a table."""

LARGEST = 100_000
"""How many bytes a settings file may have."""


class Origin(NamedTuple):
    """Where a setting was set."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


class Held(NamedTuple):
    """The settings that hold; where each that is no default was set."""

    preferences: Preferences
    origins: Mapping[Key, Origin]

    def refuse(self, key: Key, sentence: str, hint: str = "") -> BadInput:
        """The error that says where a setting stands, and what is wrong with it."""
        origin = self.origins.get(key)
        return BadInput(f"{origin}: {sentence}" if origin else sentence, hint)


USUAL = Held(Preferences(), {})
"""Where there is no settings file."""


def settings_of(*files: Path) -> Held:
    """The settings that hold under the files that are there; a later one comes first.

    Raises:
        BadInput: a file cannot be read, or says what is no setting; names file, line and setting.
    """
    texts = [(file, text) for file in files if (text := _text_of(file)) is not None]
    return _read(texts) if texts else USUAL


def files_of(folder: Path | None) -> Iterator[Path]:
    """The files whose settings hold in a workspace; None for one that is no folder."""
    from ..places import SETTINGS

    yield user_settings_path()
    if folder is not None:
        yield folder / SETTINGS


def _text_of(file: Path) -> str | None:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise BadInput(f"{file} has more than {LARGEST} bytes, and holds no settings.")
        return data.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadInput(f"{file}, line {line}: this is not UTF-8.", "Save it as UTF-8.") from None
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror}).") from None


def _read(texts: Iterable[tuple[Path, str]]) -> Held:
    values: dict[str, Any] = {}
    origins: dict[Key, Origin] = {}
    for file, text in texts:
        source = _Source(file, text)
        for key, value in source.settings():
            if len(key) == 1:
                values[key[0]] = value
            else:
                usual = getattr(USUAL.preferences, key[0])
                values.setdefault(key[0], dict(usual))[key[1]] = value
            origins[key] = source.origin(key)
    return Held(Preferences(**values), origins)


class _Source:
    """One file, as it was written."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.text = text.replace("\r\n", "\n")
        self.lines: dict[Key, int] = {}
        """Where the settings stand whose name was written otherwise than it is."""

    def settings(self) -> Iterator[tuple[Key, Any]]:
        hints = get_type_hints(Preferences, include_extras=True)
        for name, value in self._tables().items():
            if name not in hints:
                raise self._refuse((name,), f"There is no setting '{shown(name)}'.", name, hints)
            if name == "cadences":
                yield from self._entries(name, value, Every, [str(s) for s in Standing])
            elif name == "keys":
                yield from self._entries(name, value, hints["theme"], None)
            else:
                yield (name,), self._checked((name,), value, hints[name])

    def _tables(self) -> dict[str, Any]:
        # Late, because most have no such file.
        import tomllib

        try:
            return tomllib.loads(self.text)
        except RecursionError:
            raise BadInput(f"{self.file}: This is no TOML: it is nested too deeply.") from None
        except ValueError as error:
            sentence = shown(str(error), 200).rstrip(".")
            raise BadInput(f"{self.file}: This is no TOML: {sentence}.") from None

    def _entries(
        self, table: str, value: object, hint: Any, known: list[str] | None
    ) -> Iterator[tuple[Key, Any]]:
        if not isinstance(value, dict):
            raise self._refuse((table,), f"'{table}' wants a table: [{table}].")
        for written, entry in value.items():
            name = written
            if known is not None:
                name = written.replace("_", " ").replace("-", " ")
                if name not in known:
                    sentence = f"There is no '{shown(written)}' in [{table}]."
                    raise self._refuse((table, written), sentence, name, known)
            self.lines[table, name] = _line_of(self.text, (table, written))
            checked = self._checked((table, written), entry, hint)
            yield (table, name), checked

    def _checked(self, key: Key, value: object, hint: Any) -> object:
        try:
            checked = msgspec.convert(value, hint)
            if hint == Every:
                from ..rules.cadence import parse_cadence

                checked = parse_cadence(str(checked)).text
        except (msgspec.ValidationError, BadInput) as error:
            wanted = next(meta.description for meta in hint.__metadata__ if meta.description)
            advice = error.hint if isinstance(error, BadInput) else ""
            raise BadInput(
                f"{self.origin(key)}: '{shown(key[-1])}' wants {wanted}.", advice
            ) from None
        return checked

    def origin(self, key: Key) -> Origin:
        return Origin(self.file, self.lines.get(key) or _line_of(self.text, key))

    def _refuse(
        self, key: Key, sentence: str, name: str = "", known: Iterable[str] = ()
    ) -> BadInput:
        return BadInput(f"{self.origin(key)}: {sentence}", nearest(name, known))


def shown(name: str, most: int = 60) -> str:
    """What was written in a file, on one line that is no longer than a sentence may be."""
    from ..rules.visible import on_one_line

    line = on_one_line(name)
    return line if len(line) <= most else f"{line[: most - 1]}…"


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names what might have been meant, else everything that there is."""
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(name, names, 1)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"There are {', '.join(names)}." if names else ""


def _line_of(text: str, key: Key) -> int:
    """The line on which a setting of a file begins; of its table, where that holds it inline."""
    import re

    name = r"""[ \t]*("[^"]*"|'[^']*'|[\w-]+)[ \t]*"""
    statement = re.compile(rf"({name}(?:\.{name})*)=")
    header = re.compile(rf"[ \t]*\[({name}(?:\.{name})*)\]")

    def parts(match: re.Match[str]) -> Key:
        return tuple(part.strip("\"'") for part in re.findall(name, match[1]))

    table: Key = ()
    nearly = 1
    for number, line in enumerate(text.split("\n"), 1):
        if match := header.match(line):
            here = table = parts(match)
        elif match := statement.match(line):
            here = table + parts(match)
        else:
            continue
        if here == key:
            return number
        if here == key[: len(here)]:
            nearly = number
    return nearly
