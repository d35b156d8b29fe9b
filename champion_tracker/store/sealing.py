"""Encryption at rest: every file and every line sealed with a key made from a passphrase.

The key is made by scrypt (RFC 7914) and seals by ChaCha20-Poly1305 (RFC 8439), with a random nonce
for each file and each line. What stays in clear is how many changes there were, how long each is,
and when the files were written.
"""

import secrets
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from ..model import BadInput, WorkspaceError
from .backup import INVENTORY, UNREADABLE, members, write_archive
from .codec import CLEAR, Codec
from .damage import Damaged
from .folder import BACKUPS, DAMAGED, JOURNAL, MANIFEST, PREVIOUS, Folder
from .journal import Line, read_lines, write_line
from .schema import Manifest, write_manifest
from .switch import switch

Passphrase = Callable[[], str]
"""Asked only when a workspace turns out to be encrypted."""

NONCE = 12
LOG2_COST = 16
"""The cost of a guess: 64 MB of memory and some tenths of a second."""


class Recipe(msgspec.Struct, frozen=True):
    """How the key is made of the passphrase, as ``workspace.json`` holds it."""

    salt: bytes
    log2_cost: int
    proof: bytes
    """Something sealed, by which a wrong passphrase is known."""


class Sealed:
    """A `Codec` that keeps nothing readable."""

    def __init__(self, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        self._cipher = ChaCha20Poly1305(key)

    def seal_file(self, content: bytes) -> bytes:
        """See `Codec.seal_file`."""
        nonce = secrets.token_bytes(NONCE)
        return nonce + self._cipher.encrypt(nonce, content, None)

    def open_file(self, name: str, stored: bytes) -> bytes:
        """See `Codec.open_file`."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(stored[:NONCE], stored[NONCE:], None)
        except (InvalidTag, ValueError):
            raise Damaged(name) from None

    def seal_line(self, text: bytes) -> bytes:
        """See `Codec.seal_line`."""
        return b64encode(self.seal_file(text))

    def open_line(self, stored: bytes) -> bytes:
        """See `Codec.open_line`."""
        try:
            return self.open_file(JOURNAL, b64decode(stored, validate=True))
        except Damaged:
            raise ValueError("a sealed line is not what was written") from None


@cache
def _key(passphrase: str, salt: bytes, log2_cost: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=32, n=1 << log2_cost, r=8, p=1).derive(passphrase.encode())


def unlock(sealed: str, passphrase: Passphrase) -> Codec:
    """The codec of an encrypted workspace whose description says ``sealed``.

    Raises:
        WorkspaceError: the passphrase is wrong, or the library that it takes is not installed.
    """
    recipe = msgspec.json.decode(sealed, type=Recipe)
    codec = Sealed(_key(passphrase(), recipe.salt, recipe.log2_cost))
    try:
        codec.open_file(MANIFEST, recipe.proof)
    except Damaged:
        raise WorkspaceError("The passphrase is wrong.", "Nothing was opened or changed.") from None
    return codec


def encrypt(folder: Folder, passphrase: str) -> None:
    """Seal the workspace, its journals and its automatic backups. Needs the lock.

    Raises:
        BadInput: the passphrase is empty, or the workspace is encrypted already.
        OSError: a file cannot be read or written; the workspace itself is as it was.
    """
    if folder.codec is not CLEAR:
        raise BadInput("The workspace is encrypted already.")
    if not passphrase:
        raise BadInput("An empty passphrase protects nothing.", "Give one of several words.")
    salt = secrets.token_bytes(16)
    codec = Sealed(_key(passphrase, salt, LOG2_COST))
    recipe = Recipe(salt, LOG2_COST, codec.seal_file(b"champion-tracker"))
    _change(folder, codec, msgspec.json.encode(recipe).decode())


def decrypt(folder: Folder) -> None:
    """Keep the workspace in clear again. Needs the lock.

    Raises:
        BadInput: it is not encrypted.
        OSError: a file cannot be read or written; the workspace itself is as it was.
    """
    if folder.codec is CLEAR:
        raise BadInput("The workspace is not encrypted.")
    _change(folder, CLEAR, "")


def _change(folder: Folder, codec: Codec, sealed: str) -> None:
    """Write everything anew by another codec. Backups first: they may be done again."""
    target = Folder(folder.path, folder.files, codec, sealed)
    folder.sweep()
    for name in folder.names(BACKUPS, "*.zip"):
        _change_archive(folder, target, name)
    kept = (
        (name, _changed(folder, target, name, folder.files.read(folder.path / name)))
        for name in list(_own(folder))
    )
    switch(folder, kept, [PREVIOUS, *folder.names(DAMAGED)], sealed)
    folder.codec, folder.sealed = codec, sealed


def _change_archive(folder: Folder, target: Folder, name: str) -> None:
    """Write an automatic backup anew; one that cannot be read would stay as it is, so it goes."""
    try:
        with zipfile.ZipFile(folder.path / name) as archive:
            stored = {m: archive.read(m) for m in archive.namelist() if m != INVENTORY}
        contents = {
            member: content if member == MANIFEST else _changed(folder, target, member, content)
            for member, content in stored.items()
        }
    except (*UNREADABLE, Damaged):
        folder.remove(name)
        return
    description = msgspec.json.decode(contents[MANIFEST], type=Manifest)
    contents[MANIFEST] = write_manifest(replace(description, sealed=target.sealed))
    write_archive(folder.files, folder.path / name, contents.items())


def _own(folder: Folder) -> Iterator[str]:
    return (name for name in members(folder) if name != MANIFEST)


def _changed(folder: Folder, target: Folder, name: str, stored: bytes) -> bytes:
    if not name.endswith(".jsonl"):
        return target.stored(name, folder.opened(name, stored))
    return b"".join(
        write_line(line.number, line.text if line.is_head else _line(folder, target, line))
        for line in read_lines(stored)
        if isinstance(line, Line)
    )


def _line(folder: Folder, target: Folder, line: Line) -> bytes:
    return target.codec.seal_line(folder.codec.open_line(line.text))
