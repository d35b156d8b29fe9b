"""Where records are kept."""

from .memory import MemoryStore
from .protocol import Store

__all__ = ["MemoryStore", "Store"]
