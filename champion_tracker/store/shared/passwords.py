"""Where a password comes from: never from a file of ours, and never into one."""

import getpass
import sys

from ...model import WorkspaceError
from .location import Location

SERVICE = "champion-tracker"
"""Under which the keyring keeps it; the user's name there is ``user@host:port/database``."""


def find_password(location: Location) -> str:
    """The password, once ``PGPASSWORD`` and ``PGPASSFILE`` (libpq's own) gave none.

    Raises:
        WorkspaceError: it is in no keyring, and nobody is there who could be asked.
    """
    return _from_keyring(location) or _from_user(location)


def keyring_name(location: Location) -> str:
    """What the keyring knows the database by."""
    port = f":{location.port}" if location.port else ""
    return f"{location.user}@{location.host}{port}/{location.database}"


def _from_keyring(location: Location) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, keyring_name(location)) or ""
    except KeyringError:
        return ""


def _from_user(location: Location) -> str:
    if not sys.stdin.isatty():
        raise WorkspaceError(
            f"{location} wants a password.",
            f"Give it by PGPASSWORD, PGPASSFILE or `keyring set {SERVICE} "
            f"{keyring_name(location)}`.",
        )
    return getpass.getpass(f"Password of {location.user or 'the user'} at {location.host}: ")
