"""Sources: servers and files that are read again and again, so that who moved is found.

They stand in ``sources.toml`` in the workspace's folder:

```toml
[staff]
url = "ldaps://reader@ldap.city.example/ou=people,o=city"   # or a file
complete = true            # it lists everybody: who is missing has left
map = "staff.toml"         # beside this file; optional
follow = false             # whether everybody in it is nurtured
```
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from .. import exchange
from ..exchange import Remote
from ..model import BadInput
from ..store import WorkspaceStore
from . import importing
from .tracker import Tracker

FILE = "sources.toml"
SERVICE = "champion-tracker"
"""Under which the keyring keeps passwords, by ``user@host``."""
VARIABLE = "CHAMPION_TRACKER_PASSWORD"


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where people come from, and what it means not to be there."""

    url: str
    complete: bool = False
    map: str = ""
    follow: bool = False


def place(text: str, password: Callable[[str], str] | None = None) -> Path | Remote:
    """The file or server that is meant.

    Raises:
        BadInput: it is an address of no server that can be read.
    """
    if "://" in text:
        return exchange.remote(text, password or find_password)
    return Path(text).expanduser()


def load(tracker: Tracker) -> dict[str, Source]:
    """The sources of a workspace, by name.

    Raises:
        BadInput: there are none, or the file that names them cannot be read.
    """
    import tomllib

    path = _folder(tracker) / FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        sources = msgspec.convert(found, dict[str, Source])
    except FileNotFoundError:
        raise BadInput(f"No sources are named yet in {path}.", "See docs/importing.md.") from None
    except OSError as failure:
        raise BadInput(f"{path} cannot be read ({failure.strerror}).") from None
    except (ValueError, RecursionError, msgspec.ValidationError) as failure:
        raise BadInput(f"{path} names no sources as it should ({failure}).") from None
    return sources


def preview(
    tracker: Tracker, source: Source, password: Callable[[str], str] | None = None
) -> importing.Preview:
    """What reading a source again today would change.

    Raises:
        BadInput: it cannot be read.
    """
    folder = _folder(tracker)
    where = place(source.url, password)
    return importing.preview(
        tracker,
        [where if isinstance(where, Remote) else folder / where],
        mapping=folder / source.map if source.map else None,
        complete=source.complete,
        follow=source.follow,
    )


def find_password(account: str) -> str:
    """The password of ``user@host``: from the environment, the keyring, or who sits there.

    Raises:
        BadInput: it is nowhere, and there is nobody to ask.
    """
    found = os.environ.get(VARIABLE) or _from_keyring(account)
    if found:
        return found
    if not sys.stdin.isatty():
        raise BadInput(
            f"{account} needs a password.",
            f"Give it by {VARIABLE}, or keep it with `keyring set {SERVICE} {account}`.",
        )
    from getpass import getpass

    return getpass(f"Password of {account}: ")


def _from_keyring(account: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, account) or ""
    except KeyringError:
        return ""


def _folder(tracker: Tracker) -> Path:
    if not isinstance(tracker.store, WorkspaceStore):
        raise BadInput("Sources are named in a workspace's folder, and this one has none.")
    return tracker.store.path
