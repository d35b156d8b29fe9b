"""Where records are kept."""

from .care import check_workspace, repair_workspace, restore_workspace
from .memory import MemoryStore
from .protocol import Asked, Glanced, Page, Rested, Store, Together
from .workspace import WorkspaceStore, open_workspace

__all__ = [
    "Asked",
    "Glanced",
    "MemoryStore",
    "Page",
    "Rested",
    "Store",
    "Together",
    "WorkspaceStore",
    "check_workspace",
    "open_workspace",
    "repair_workspace",
    "restore_workspace",
]
