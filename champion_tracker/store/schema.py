"""The workspace's own description: which version wrote it, and whether this one may touch it."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from ..model import WorkspaceError, new_id
from . import files as disk
from .files import Files

MAJOR, MINOR = 1, 0
"""A newer minor version adds fields and kinds; a newer major one changes what they mean."""

NAME = "workspace.json"
"""The file that makes a folder a workspace."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What ``workspace.json`` says."""

    schema: str
    id: str
    created: datetime

    @property
    def major(self) -> int:
        """The part of the version that must agree."""
        return int(self.schema.partition(".")[0])


def open_folder(folder: Path, files: Files) -> Manifest:
    """Make ``folder`` a workspace if there is nothing yet, and return what it says of itself.

    Raises:
        WorkspaceError: it is no workspace, a newer one, or cannot be read or made.
    """
    try:
        manifest = _read(folder, files)
    except FileNotFoundError:
        return _create(folder, files)
    except NotADirectoryError:
        raise WorkspaceError(
            f"{folder} is a file, and a workspace is a folder.", "Name another place."
        ) from None
    except OSError as error:
        raise WorkspaceError(
            f"{folder} cannot be read ({error.strerror}).",
            "Check to whom the folder belongs, or name another one.",
        ) from error
    if manifest.major > MAJOR:
        raise WorkspaceError(
            f"{folder} was written by a newer version of champion-tracker "
            f"(its format is {manifest.schema}, this one knows {MAJOR}.{MINOR}).",
            "Upgrade champion-tracker; nothing was changed.",
        )
    return manifest


def _read(folder: Path, files: Files) -> Manifest:
    try:
        manifest = msgspec.json.decode(files.read(folder / NAME), type=Manifest)
        manifest.major  # noqa: B018 - it must be a number
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise WorkspaceError(
            f"{folder / NAME} is damaged.",
            "Repair it with `champion-tracker check --repair`.",
        ) from error
    return manifest


def _create(folder: Path, files: Files) -> Manifest:
    try:
        if folder.is_file():
            raise NotADirectoryError
        if folder.exists() and not all(_is_ours(p.name) for p in folder.iterdir()):
            raise WorkspaceError(
                f"{folder} holds other files and no workspace.",
                "Name an empty or a new folder.",
            )
        files.make_folder(folder)
        folder.chmod(disk.PRIVATE_FOLDER)
        manifest = Manifest(schema=f"{MAJOR}.{MINOR}", id=new_id("w"), created=datetime.now(UTC))
        disk.replace(files, folder / NAME, msgspec.json.encode(manifest) + b"\n")
    except (NotADirectoryError, FileExistsError):
        raise WorkspaceError(
            f"{folder} lies where there is a file already.", "Name another place."
        ) from None
    except OSError as error:
        raise WorkspaceError(
            f"No workspace can be made at {folder} ({error.strerror}).",
            "Name a folder that you may write to.",
        ) from error
    return manifest


def _is_ours(name: str) -> bool:
    """Whether a file may be what a first start left that died before it was done."""
    return name in ("lock", f".{NAME}.new")
