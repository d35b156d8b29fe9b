"""Where the passphrase of an encrypted workspace comes from; asked once per process."""

import os
import sys
from functools import cache

from ..model import WorkspaceError

DESCRIPTOR = "CHAMPION_TRACKER_PASSPHRASE_FD"
"""The environment variable that names an open file descriptor to read the passphrase from."""

KEYRING_SERVICE = "champion-tracker"


@cache
def ask(path: str) -> str:
    """The passphrase of the workspace at ``path``: from a descriptor, the keyring, or the user.

    Raises:
        WorkspaceError: there is nobody to ask.
    """
    descriptor = os.environ.get(DESCRIPTOR, "")
    if descriptor.isdigit():
        with os.fdopen(os.dup(int(descriptor)), encoding="utf-8") as file:
            return file.readline().rstrip("\r\n")
    kept = _from_keyring(path)
    if kept is not None:
        return kept
    if not sys.stdin.isatty():
        raise WorkspaceError(
            f"{path} is encrypted, and there is nobody to ask for its passphrase.",
            f"Let {DESCRIPTOR} name a file descriptor that it can be read from.",
        )
    import getpass

    return getpass.getpass(f"Passphrase of {path}: ")


def _from_keyring(path: str) -> str | None:
    try:
        import keyring
    except ImportError:
        return None
    try:
        return keyring.get_password(KEYRING_SERVICE, path)
    except keyring.errors.KeyringError:
        return None
