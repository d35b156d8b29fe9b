"""Where records are kept."""

from .care import check_workspace, repair_workspace, restore_workspace
from .memory import MemoryStore
from .protocol import Glanced, Rested, Store, Together
from .workspace import WorkspaceStore, open_workspace

__all__ = [
    "Glanced",
    "MemoryStore",
    "Rested",
    "Store",
    "Together",
    "WorkspaceStore",
    "check_workspace",
    "open_workspace",
    "repair_workspace",
    "restore_workspace",
]
