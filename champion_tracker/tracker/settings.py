"""Settings files: what holds, and whence.

There are two, both called ``settings.toml``: one among the user's own files, which holds in each
of their workspaces, and one in the folder of a workspace, which comes before it. Everything that
they may say is a field of `Preferences`; what they say in part leaves the rest as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..model import BadInput, Preferences
from ..places import user_settings_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from .settings_schema import Kind

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
    files: tuple[Path, ...] = ()
    """The files that may say something, whether or not they are there; a later one comes first."""

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
    texts = {file: text for file in files if (text := text_of(file)) is not None}
    return held_by(files, texts)


def files_of(folder: Path | None) -> Iterator[Path]:
    """The files whose settings hold in a workspace; None for one that is no folder."""
    from ..places import SETTINGS

    yield user_settings_path()
    if folder is not None:
        yield folder / SETTINGS


def text_of(file: Path) -> str | None:
    """What a settings file says; None where there is none.

    Raises:
        BadInput: it cannot be read.
    """
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


def held_by(files: tuple[Path, ...], texts: Mapping[Path, str]) -> Held:
    """The settings that hold where the files say this.

    Raises:
        BadInput: one of them says what is no setting; names file, line and setting.
    """
    values: dict[str, Any] = {}
    origins: dict[Key, Origin] = {}
    for file in files:
        source = _Source(file, texts.get(file, ""))
        for key, value in source.settings():
            if len(key) == 1:
                values[key[0]] = value
            else:
                usual = getattr(USUAL.preferences, key[0])
                values.setdefault(key[0], dict(usual))[key[1]] = value
            origins[key] = source.origin(key)
    return Held(Preferences(**values) if values else USUAL.preferences, origins, files)


class _Source:
    """One file, as it was written."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.text = text.replace("\r\n", "\n")
        self.lines: dict[Key, int] = {}
        """Where the settings stand whose name was written otherwise than it is."""

    def settings(self) -> Iterator[tuple[Key, Any]]:
        # Late, because most have no file.
        if not self.text.strip():
            return
        from .settings_schema import KINDS

        for name, value in self._tables().items():
            kind = KINDS.get(name)
            if kind is None:
                raise self._refuse((name,), f"There is no setting '{shown(name)}'.", name, KINDS)
            if kind.is_table:
                yield from self._entries(name, value, kind)
            else:
                yield (name,), self._checked((name,), value, kind)

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

    def _entries(self, table: str, value: object, kind: Kind) -> Iterator[tuple[Key, Any]]:
        if not isinstance(value, dict):
            raise self._refuse((table,), f"'{table}' wants a table: [{table}].")
        for written, entry in value.items():
            name = written
            if kind.entries:
                name = as_entry(written)
                if name not in kind.entries:
                    sentence = f"There is no '{shown(written)}' in [{table}]."
                    raise self._refuse((table, written), sentence, name, kind.entries)
            self.lines[table, name] = _line_of(self.text, (table, written))
            checked = self._checked((table, written), entry, kind)
            yield (table, name), checked

    def _checked(self, key: Key, value: object, kind: Kind) -> object:
        try:
            return kind.check(value)
        except BadInput as error:
            sentence = f"{self.origin(key)}: '{shown(key[-1])}' wants {kind.wants}."
            raise BadInput(sentence, error.hint) from None

    def origin(self, key: Key) -> Origin:
        return Origin(self.file, self.lines.get(key) or _line_of(self.text, key))

    def _refuse(
        self, key: Key, sentence: str, name: str = "", known: Iterable[str] = ()
    ) -> BadInput:
        return BadInput(f"{self.origin(key)}: {sentence}", nearest(name, known))


def as_entry(written: str) -> str:
    """The name of an entry of a table, whichever way its words are divided."""
    return written.replace("_", " ").replace("-", " ")


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
