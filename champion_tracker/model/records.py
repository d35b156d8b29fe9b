"""The record library, loaded without what it loads for types that are written nowhere here."""

import sys
from importlib import import_module

_SPARED = "typing_extensions"
"""Backports of what our Python has; loading them takes nearly as long as starting Python."""


def _load() -> None:
    """Load it; what is spared can still be loaded by whoever wants it later."""
    is_wanted = _SPARED in sys.modules
    if not is_wanted:
        # A module that is None cannot be imported.
        sys.modules[_SPARED] = None  # type: ignore[assignment]
    try:
        import_module("msgspec")
    finally:
        if not is_wanted:
            del sys.modules[_SPARED]


_load()
