"""What may not be shown to whoever requests a record: other people's names, and contact details.

Private entries stay out already where notes are made (see `notes`). The rules are a TOML file that
one can read and edit:

```toml
names = "words"          # "whole", "words" (each word of a name, too) or "none"
ordinary = ["will"]      # a name only with a capital letter
keep = ["City", "May"]   # never removed

[patterns]               # regular expressions, and what is said to be removed
"e-mail address" = '[^\\s<>@]+@[^\\s<>@]+[\\w]'
```
"""

import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from msgspec import Struct, field

from ..model import BadInput, Person
from ..rules.folding import fold
from .markdown import signs
from .naming import Names

DEFAULT = r"""# What is removed from notes that leave on request.
# Edit it, and name it with --redact FILE.

# Names of the other people in the workspace: "whole", "words" (each word of a name, initials with
# dots and nicknames, too) or "none". Whoever else a note mentions is not known by name: read it.
names = "words"

# Words that are a name only with a capital letter.
ordinary = [
  "art", "bill", "brown", "chase", "drew", "faith", "field", "frank", "grace", "grant", "green",
  "hall", "hill", "hope", "hunt", "iris", "jack", "joy", "king", "lane", "long", "major", "mark",
  "may", "miles", "mills", "penny", "power", "price", "rich", "rob", "rose", "short", "small",
  "stone", "strong", "sue", "wall", "ward", "west", "white", "will", "wood", "young",
]

# Words and names that stay, whatever the rest of this file says.
keep = []

# What else is removed: what it is called in the log, and a regular expression for it.
[patterns]
"link" = '''(?x) \b (?: (?:https?|ftp):// | www\. | (?:[\w-]+\.)+[A-Za-z]{2,}/ )
  [^\s<>)\]]+ (?<![.,;:!?*_])'''
"e-mail address" = '''[^\s<>()\[\]"',;:@]+@[^\s<>()\[\]"',;:@]*[\w]'''
"handle" = '''(?<![\w.@/])@\w[\w.-]*\w'''
"extension" = '''(?i)\b(?:ext|extn|extension|durchwahl|poste)\b\.?\s?\d{2,6}\b'''
# Neither a date, nor two years, nor the number of a case (2026-001234), nor a figure parted by
# thousands or beside a sign of money.
"phone number" = '''(?x) (?<!\w) (?:
  \+ \(?
  | (?<!-) (?<!\d[./]) (?<![$€£¥]) (?<![$€£¥]\s)
    (?<! (?<![-\d./])\d\s ) (?<! (?<![-\d./])\d\d\s ) (?<! (?<![-\d./])\d{3}\s )
    (?! \(? \d{4}([-/.])\d\d?\1\d\d? (?![-/.]?\d) )
    (?! \(? \d\d?([-/.])\d\d?\2(?:\d{4}|\d\d) (?![-/.]?\d) )
    (?! \(? (?:19|20)\d\d \s?[-–/]\s? (?:19|20)\d\d (?![-/.]?\d) )
    (?! \(? (?:19|20)\d\d [-/] \d{3,8} (?!\s?[-/.]?\d) )
    (?! [1-9]\d{0,2}[\s.]\d{3} (?![\s./-]?\d) )
    (?! [1-9]\d?(?:[\s.]\d{3}){2,} (?![\s./-]?\d) )
    \(?
  ) \d [\d\s()/.‐‑–-]{5,} \d (?! \d | -\w | \s?[%$€£¥] )'''
"""


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """What is removed."""

    names: str = "words"
    ordinary: tuple[str, ...] = ()
    """Words that are a name only with a capital letter."""
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
            with warnings.catch_warnings():
                # What a later Python may read otherwise is taken for a slip of the pen.
                warnings.simplefilter("error")
                re.compile(pattern)
        except (re.error, OverflowError, RecursionError, Warning) as failure:
            raise BadInput(f"{where}: “{what}” is no regular expression ({failure}).") from None
    return rules


def redact(
    text: str, subject: Person, people: Iterable[Person], rules: Rules
) -> tuple[str, list[Removal]]:
    """Remove from ``text``, which is about ``subject``, what ``rules`` say; and say what it was.

    What belongs to the subject (their name, addresses, numbers, links) stays.
    """
    own = (subject.name, *subject.emails, *subject.phones, *subject.links, *rules.keep)
    kept = _Kept(
        {fold(word) for value in own for word in (value, *value.split())},
        [_digits(phone) for phone in subject.phones],
    )
    finders = [(what, _finder(pattern)) for what, pattern in rules.patterns.items()]
    if rules.names != "none":
        others = [person.name for person in people if person.id != subject.id]
        names = Names(others, kept.words, rules.names, rules.ordinary)
        finders.append(("name", names.find))
    removals: list[Removal] = []
    lines = [
        _without(line, number, finders, kept, removals)
        for number, line in enumerate(text.split("\n"), start=1)
    ]
    return "\n".join(lines), removals


_Finder: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]
"""Gives where in a line something begins and ends."""


def _finder(pattern: str) -> _Finder:
    expression = re.compile(pattern)
    return lambda text: [match.span() for match in expression.finditer(text)]


class _Kept(NamedTuple):
    """What belongs to whoever asks."""

    words: set[str]
    numbers: list[str]
    """The digits of their telephones, however these are written."""

    def has(self, found: str) -> bool:
        digits = _digits(found).lstrip("0")
        is_number = len(digits) > 5 and not any(sign.isalpha() for sign in found)
        return fold(found) in self.words or (
            is_number and any(number.endswith(digits) for number in self.numbers)
        )


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _without(
    line: str,
    number: int,
    finders: Sequence[tuple[str, _Finder]],
    kept: _Kept,
    removals: list[Removal],
) -> str:
    """A line without what is found in it, which is noted; what was found once is left alone."""
    parts = [(signs(line), True)]
    for what, find in finders:
        looked: list[tuple[list[str], bool]] = []
        for part, is_open in parts:
            # What is looked for is what a reader sees, however the page writes it.
            text, done = "".join(sign[-1] for sign in part), 0
            for start, end in find(text) if is_open else ():
                found, mark = text[start:end], part[start:end]
                if found.strip() and not kept.has(found):
                    removals.append(Removal(number, what, found))
                    mark = [f"[{what} removed]"]
                looked += [(part[done:start], True), (mark, False)]
                done = end
            looked.append((part[done:], is_open))
        parts = looked
    return "".join(sign for part, _ in parts for sign in part)
