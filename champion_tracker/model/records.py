"""The record library, loaded without what it loads for types that are written nowhere here."""

import sys

_SPARED = "typing_extensions"
"""Backports of what our Python has; loading them takes nearly as long as starting Python."""

if _SPARED in sys.modules:
    pass
else:
    # A module that is None cannot be imported; whoever wants it later finds it as ever.
    sys.modules[_SPARED] = None  # type: ignore[assignment]
    try:
        pass
    finally:
        del sys.modules[_SPARED]
