"""What may not be shown to whoever requests a record: other people's names, and contact details.

Private entries stay out already where notes are made (see `notes`). The rules are a TOML file that
one can read and edit:

```toml
names = "words"          # "whole", "words" (each word of a name, too) or "none"
keep = ["City", "May"]   # never removed

[patterns]               # regular expressions, and what is said to be removed
"e-mail address" = '[^\\s<>@]+@[^\\s<>@]+[\\w]'
```
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from ..model import BadInput, Person
from ..rules.folding import fold

DEFAULT = """\
# What is removed from notes that leave on request. Edit it, and name it with --redact FILE.

# Names of other people: "whole", "words" (each word of a name, too) or "none".
names = "words"

# Words and names that stay, whatever the rest of this file says.
keep = []

# What else is removed: what it is called in the log, and a regular expression for it.
[patterns]
"e-mail address" = '''[^\\s<>()\\[\\]"',;:@]+@[^\\s<>()\\[\\]"',;:@]*[\\w]'''
"phone number" = '''(?<![\\w-])(?!\\(?\\d{4}(-\\d\\d){2}\\b)\\+?\\(?\\d[\\d ()/.-]{5,}\\d\\b(?!-)'''
"link" = '''\\b(?:https?://|www\\.)[^\\s<>)\\]]+'''
"""


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """What is removed."""

    names: str = "words"
    keep: tuple[str, ...] = ()
    patterns: dict[str, str] = field(default_factory=dict)


class Removal(NamedTuple):
    """One thing that was removed."""

    line: int
    """In the text that came out, from 1."""
    what: str
    text: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}: {self.text}"


def load(path: Path | None) -> Rules:
    """The rules in a file; the default ones for None.

    Raises:
        BadInput: it cannot be read, is no TOML, or a rule in it is none; names file and rule.
    """
    if path is None:
        return parse(DEFAULT, "the default rules")
    try:
        return parse(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as failure:
        raise BadInput(f"{path} cannot be read ({failure.strerror}).") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not UTF-8.", "Save it as UTF-8.") from None


def parse(text: str, where: str) -> Rules:
    """The rules that a text states.

    Raises:
        BadInput: it is no TOML, or a rule in it is none; names where and which.
    """
    import tomllib

    import msgspec

    try:
        rules = msgspec.convert(tomllib.loads(text), Rules)
    except (ValueError, RecursionError, msgspec.ValidationError) as failure:
        raise BadInput(f"{where}: these are no rules for removing ({failure}).") from None
    if rules.names not in ("whole", "words", "none"):
        raise BadInput(f"{where}: “names” must be whole, words or none, not “{rules.names}”.")
    for what, pattern in rules.patterns.items():
        try:
            re.compile(pattern)
        except re.error as failure:
            raise BadInput(f"{where}: “{what}” is no regular expression ({failure}).") from None
    return rules


def redact(
    text: str, subject: Person, people: Iterable[Person], rules: Rules
) -> tuple[str, list[Removal]]:
    """Remove from ``text``, which is about ``subject``, what ``rules`` say; and say what it was.

    What belongs to the subject (their name, addresses, numbers, links) stays.
    """
    own = (subject.name, *subject.emails, *subject.phones, *subject.links, *rules.keep)
    kept = {fold(word) for value in own for word in (value, *value.split())}
    patterns = [(what, re.compile(p)) for what, p in rules.patterns.items()]
    if names := _names(subject, people, rules):
        patterns.append(("name", _any_of(names)))
    removals: list[Removal] = []
    lines = []
    for number, line in enumerate(text.split("\n"), start=1):
        for what, pattern in patterns:
            line = pattern.sub(lambda found: _removed(found[0], what, number, kept, removals), line)  # noqa: B023
        lines.append(line)
    return "\n".join(lines), removals


def _removed(found: str, what: str, line: int, kept: set[str], removals: list[Removal]) -> str:
    """What stands in the place of something found, which is noted unless it is to stay."""
    if fold(found) in kept or not found.strip():
        return found
    removals.append(Removal(line, what, found))
    return f"[{what} removed]"


def _names(subject: Person, people: Iterable[Person], rules: Rules) -> list[str]:
    """The names to look for, the longest first, so that no part of one is left."""
    if rules.names == "none":
        return []
    found = {name for p in people if p.id != subject.id for name in _forms(p.name, rules.names)}
    return sorted((name for name in found if name), key=len, reverse=True)


def _forms(name: str, how: str) -> Iterator[str]:
    yield " ".join(name.split())
    if how == "words":
        yield from (word for word in re.findall(r"[\w'’-]+", name) if len(word) > 2)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of several names as words of their own, with their accents or without."""
    forms = dict.fromkeys(form for name in names for form in (name, fold(name)))
    choice = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)
