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

from msgspec import Struct
from msgspec.structs import fields, replace

from .. import exchange
from ..exchange import Remote
from ..model import BadInput
from ..store import WorkspaceStore
from . import importing
from .settings import nearest
from .tracker import Tracker

FILE = "sources.toml"
SERVICE = "champion-tracker"
"""Under which the keyring keeps passwords, by ``user@host``."""
VARIABLE = "CHAMPION_TRACKER_PASSWORD"


class Source(Struct, frozen=True):
    """Where people come from, and what it means not to be there."""

    url: str
    complete: bool = False
    map: str = ""
    follow: bool = False

    @property
    def is_server(self) -> bool:
        """Whether it is the address of a server, not the path of a file."""
        return "://" in self.url


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
    path = _folder(tracker) / FILE
    found = _read(path)
    if not found:
        raise BadInput(f"No sources are named yet in {path}.", _EXAMPLE)
    return found


def known(tracker: Tracker) -> dict[str, Source]:
    """As `load`; empty where none are named.

    Raises:
        BadInput: the file that names them cannot be read.
    """
    is_folder = isinstance(tracker.store, WorkspaceStore)
    return _read(_folder(tracker) / FILE) if is_folder else {}


def _read(path: Path) -> dict[str, Source]:
    import tomllib

    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as failure:
        raise BadInput(f"{path} cannot be read ({failure.strerror}).") from None
    except (ValueError, RecursionError) as failure:
        raise BadInput(f"{path} names no sources as it should ({failure}).") from None
    return {name: _source(path, name, given) for name, given in found.items()}


_EXAMPLE = (
    'Name one there: a line [staff], and below it url = "…", the path of a file or the address of '
    "a server."
)


def _source(path: Path, name: str, given: object) -> Source:
    """What a file says of one source.

    Raises:
        BadInput: it says nothing that can be understood; names what and where.
    """
    if not isinstance(given, dict):
        raise BadInput(f"{path}: '{name}' is no source.", _EXAMPLE)
    kinds = {field.name: field.type for field in fields(Source)}
    for key, value in given.items():
        if key not in kinds:
            raise BadInput(f"{path}: [{name}] has a '{key}'.", nearest(key, kinds))
        if not isinstance(value, kinds[key]):
            how = "true or false" if kinds[key] is bool else "a text in quotation marks"
            raise BadInput(f"{path}: '{key}' of [{name}] must be {how}.")
    if not given.get("url"):
        raise BadInput(f"{path}: [{name}] does not say where it is.", _EXAMPLE)
    return Source(**given)


def preview(
    tracker: Tracker, source: Source, password: Callable[[str], str] | None = None
) -> importing.Preview:
    """What reading a source again today would change.

    Raises:
        BadInput: it cannot be read.
    """
    whole = resolved(tracker, source)
    return importing.preview(
        tracker,
        [place(whole.url, password)],
        mapping=Path(whole.map) if whole.map else None,
        complete=whole.complete,
        follow=whole.follow,
    )


def resolved(tracker: Tracker, source: Source) -> Source:
    """A named source whose files can be found from anywhere: they lie beside what names them."""
    folder = _folder(tracker)
    return replace(
        source,
        url=source.url if source.is_server else str(folder / Path(source.url).expanduser()),
        map=str(folder / source.map) if source.map else "",
    )


def check_whole(shown: importing.Preview) -> None:
    """See that a list of everybody is no list cut short, where nobody looks at what it changes.

    Raises:
        BadInput: more of the people would have left than stay.
    """
    groups = [change.group for change in shown.changes]
    left = groups.count(importing.Group.LEFT)
    if left >= _MANY and left > len(groups) - left:
        raise BadInput(
            f"{left} people would have left, and {len(groups) - left} are listed: that looks like "
            "a list cut short, and nothing was taken from it.",
            "If it is right, take it with `import … --complete`, which asks.",
        )


_MANY = 10


def find_password(account: str) -> str:
    """The password of ``user@host``: from the environment, the keyring, or who sits there.

    Raises:
        BadInput: it is nowhere, and there is nobody to ask.
    """
    found = kept_password(account)
    if found:
        return found
    if not sys.stdin.isatty():
        raise BadInput(
            f"{account} needs a password.",
            f"Give it by {VARIABLE}, or keep it with `keyring set {SERVICE} {account}`.",
        )
    from getpass import getpass

    return getpass(f"Password of {account}: ")


def kept_password(account: str) -> str:
    """The password of ``user@host`` from the environment or the keyring; empty where it is not."""
    return os.environ.get(VARIABLE) or _from_keyring(account)


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
