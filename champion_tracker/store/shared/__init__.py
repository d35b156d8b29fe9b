"""The shared database: one workspace of a team, in PostgreSQL or what speaks its protocol."""

from ...model import Settings
from .database import Database
from .location import Location
from .store import SharedStore

__all__ = ["Location", "SharedStore", "open_shared"]


def open_shared(address: str, *, settings: Settings | None = None) -> SharedStore:
    """Open the workspace at an address such as ``postgresql://user@host/db?workspace=press``.

    Raises:
        BadInput: it is no address.
        WorkspaceError: the database cannot be reached, or lets us read no such workspace.
    """
    return SharedStore(Database(Location.parse(address)), settings)
