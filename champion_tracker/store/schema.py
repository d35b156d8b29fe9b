"""The workspace's own description: which version wrote it, and whether this one may touch it."""

from collections.abc import Callable
from datetime import UTC, datetime
from zlib import crc32

import msgspec
from msgspec.structs import replace

from ..model import WorkspaceError, new_id
from ..places import SETTINGS
from . import files as disk
from . import log
from .damage import Damaged
from .folder import HISTORY, JOURNAL, LOCK, MANIFEST, PEOPLE, Folder

MAJOR, MINOR = 1, 0
"""A newer minor version adds fields and kinds; a newer major one changes what they mean."""


_CHECKSUM = b',"checksum":"'


class Manifest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What ``workspace.json`` says."""

    schema: str
    id: str
    """Another one whenever the past has been replaced."""
    created: datetime
    sealed: str = ""
    """How the key is made where the workspace is encrypted; empty where it is not."""
    checksum: str = ""
    """The CRC-32 of the text before it."""

    @property
    def major(self) -> int:
        """The part of the version that must agree."""
        return int(self.schema.partition(".")[0])


def open_folder(folder: Folder, passphrase: Callable[[], str]) -> Manifest:
    """Make the folder a workspace if there is nothing yet, and return what it says of itself.

    Where it is encrypted, the folder is unlocked.

    Raises:
        WorkspaceError: it is no workspace, a newer one, or cannot be read or made.
    """
    try:
        manifest = read_manifest(folder)
    except FileNotFoundError:
        manifest = _create(folder)
    except NotADirectoryError:
        raise _in_the_way(folder) from None
    except OSError as error:
        raise WorkspaceError(
            f"{folder.path} cannot be read ({error.strerror}).",
            "Check to whom the folder belongs, or name another one.",
        ) from error
    refuse_newer(folder, manifest)
    unlock_folder(folder, manifest, passphrase)
    if manifest.major < MAJOR:
        from .upgrade import upgrade

        with folder.explained("upgraded"):
            upgrade(folder)
            return read_manifest(folder)
    return manifest


def unlock_folder(folder: Folder, manifest: Manifest, passphrase: Callable[[], str]) -> None:
    """Let the folder be read and written as its description says.

    Raises:
        WorkspaceError: it is encrypted, and the passphrase is wrong or the library lacks.
    """
    if not manifest.sealed:
        return
    try:
        from .sealing import unlock

        folder.codec = unlock(manifest.sealed, passphrase)
    except ImportError as error:
        raise WorkspaceError(
            f"{folder.path} is encrypted, and what decrypts it is not installed.",
            "Install it with `pip install champion-tracker[encryption]`.",
        ) from error
    folder.sealed = manifest.sealed


def refuse_newer(folder: Folder, manifest: Manifest) -> None:
    """Raise if another version would know better.

    Raises:
        WorkspaceError: the workspace is of a newer major version.
    """
    if manifest.major > MAJOR:
        raise WorkspaceError(
            f"{folder.path} was written by a newer version of champion-tracker "
            f"(its format is {manifest.schema}, this one knows {MAJOR}.{MINOR}).",
            "Upgrade champion-tracker; nothing was changed.",
        )


def read_manifest(folder: Folder) -> Manifest:
    """What the workspace says of itself.

    Raises:
        OSError: it cannot be read.
        Damaged: it is not what was written.
    """
    try:
        text = folder.read(MANIFEST)
        manifest = msgspec.json.decode(text, type=Manifest)
        if manifest.major < 0 or _checksum(text) != (manifest.checksum or _checksum(text)):
            raise ValueError
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError):
        raise Damaged(MANIFEST) from None
    return manifest


def refuse_other_codec(folder: Folder) -> None:
    """Raise if the folder is no longer kept as it was when it was opened, as far as it says so.

    Raises:
        WorkspaceError: somebody has encrypted or decrypted it.
    """
    try:
        sealed = read_manifest(folder).sealed
    except (OSError, Damaged):
        return
    if sealed != folder.sealed:
        raise WorkspaceError(
            f"{folder.path} has been encrypted or decrypted meanwhile.", "Open it again."
        )


def sealing_of(folder: Folder) -> str:
    """How the workspace's key is made; empty where it has none, or does not say."""
    try:
        return read_manifest(folder).sealed
    except (OSError, Damaged):
        return ""


def new_manifest(sealed: str = "") -> bytes:
    """The description of a workspace with a past of its own."""
    version = f"{MAJOR}.{MINOR}"
    manifest = Manifest(schema=version, id=new_id("w"), created=datetime.now(UTC), sealed=sealed)
    return write_manifest(manifest)


def write_manifest(manifest: Manifest) -> bytes:
    """The text of a description, with its checksum."""
    text = msgspec.json.encode(replace(manifest, checksum=""))[:-1] + _CHECKSUM
    return text + f'{_checksum(text)}"}}\n'.encode()


def _checksum(text: bytes) -> str:
    return f"{crc32(text.partition(_CHECKSUM)[0]):08x}"


def _create(folder: Folder) -> Manifest:
    try:
        if folder.path.is_file():
            raise _in_the_way(folder)
        folder.files.make_folder(folder.path)
        _refuse_strangers(folder)
        folder.path.chmod(disk.PRIVATE_FOLDER)
        with folder.lock.held():
            # Somebody else may have been quicker; the description comes last.
            if folder.exists(MANIFEST):
                return read_manifest(folder)
            log.begin(folder, 0)
            folder.replace(MANIFEST, new_manifest())
            return read_manifest(folder)
    except (NotADirectoryError, FileExistsError):
        raise _in_the_way(folder) from None
    except OSError as error:
        raise WorkspaceError(
            f"No workspace can be made at {folder.path} ({error.strerror}).",
            "Name a folder that you may write to.",
        ) from error


def _refuse_strangers(folder: Folder) -> None:
    """Raise if there is anything in the folder that a first start would not have left."""
    names = {path.name for path in folder.path.iterdir()}
    if PEOPLE in names or HISTORY in names:
        raise Damaged(MANIFEST, "is missing")
    if names - {LOCK, JOURNAL, SETTINGS, f".{JOURNAL}.new", f".{MANIFEST}.new"}:
        if MANIFEST in names:
            return
        raise WorkspaceError(
            f"{folder.path} holds other files and no workspace.", "Name an empty or a new folder."
        )


def _in_the_way(folder: Folder) -> WorkspaceError:
    return WorkspaceError(
        f"{folder.path} lies where there is a file, and a workspace is a folder.",
        "Name another place.",
    )
