"""In and out: reads and writes, decides who is who, and never commits anything."""

from .changes import ChangeKind, ImportChange, edits_of
from .comparing import compare, identify, remarks
from .incoming import Incoming, Reading
from .reading import read
from .remote import Remote, remote

__all__ = [
    "ChangeKind",
    "ImportChange",
    "Incoming",
    "Reading",
    "Remote",
    "compare",
    "edits_of",
    "identify",
    "read",
    "remarks",
    "remote",
]
