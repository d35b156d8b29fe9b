"""Names of files made from names of people: safe in any script, on any system."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from ..model import Person
from .cells import line

_LONGEST = 120
"""In bytes of UTF-8: half of what file systems take, so that a number and a suffix fit, too."""

_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.I)
"""What Windows takes for a device, whatever follows the first dot (Microsoft, *Naming Files*)."""


def file_name(person: Person, suffix: str = ".md") -> str:
    """A file's name from a person's name: no path in it, nothing that a system refuses."""
    text = re.sub(r'[<>:"/\\|?*#^\[\]]', " ", unicodedata.normalize("NFC", person.name))
    text = _short(line(text)).strip(". -~")
    if not text or _DEVICES.match(text):
        text = f"{text} {person.id}".strip()
    return text + suffix


def file_names(people: Iterable[Person], suffix: str = ".md") -> dict[str, str]:
    """A file's name for each person by identifier, no two alike where case does not count."""
    names = {person.id: file_name(person, suffix) for person in people}
    often = Counter(map(_on_disk, names.values()))
    return {
        person_id: name
        if often[_on_disk(name)] == 1
        else f"{name.removesuffix(suffix)} {person_id}{suffix}"
        for person_id, name in names.items()
    }


def _short(text: str) -> str:
    return text.encode()[:_LONGEST].decode(errors="ignore") if len(text) > _LONGEST // 4 else text


def _on_disk(name: str) -> str:
    return unicodedata.normalize("NFKD", name.casefold())
