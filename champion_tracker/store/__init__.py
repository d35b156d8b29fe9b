"""Where records are kept."""

from .memory import MemoryStore
from .protocol import Store
from .workspace import WorkspaceStore, open_workspace

__all__ = ["MemoryStore", "Store", "WorkspaceStore", "open_workspace"]
