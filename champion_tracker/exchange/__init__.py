"""In and out: reads and writes, decides who is who, and never commits anything."""

from .changes import ChangeKind, Group, ImportChange, edits_of, leaders
from .comparing import compare, identify, remarks
from .incoming import Incoming, Reading
from .reading import read
from .remote import Remote, remote

__all__ = [
    "ChangeKind",
    "Group",
    "ImportChange",
    "Incoming",
    "Reading",
    "Remote",
    "compare",
    "edits_of",
    "identify",
    "leaders",
    "read",
    "remarks",
    "remote",
]
