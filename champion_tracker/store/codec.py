"""How the content of files and lines is kept: in clear, or sealed."""

from typing import Protocol


class Codec(Protocol):
    """Turns content into what lies on the disk, and back."""

    def seal_file(self, content: bytes) -> bytes:
        """What a file holds that keeps ``content``."""
        ...

    def open_file(self, name: str, stored: bytes) -> bytes:
        """The content of the file ``name``.

        Raises:
            Damaged: it is not what was written.
        """
        ...

    def seal_line(self, text: bytes) -> bytes:
        """What a journal's line holds that keeps ``text``; never a line break."""
        ...

    def open_line(self, stored: bytes) -> bytes:
        """The text of a journal's line.

        Raises:
            ValueError: it is not what was written.
        """
        ...


class Clear:
    """Everything as it is, for any program to read."""

    def seal_file(self, content: bytes) -> bytes:
        """See `Codec.seal_file`."""
        return content

    def open_file(self, name: str, stored: bytes) -> bytes:
        """See `Codec.open_file`."""
        return stored

    def seal_line(self, text: bytes) -> bytes:
        """See `Codec.seal_line`."""
        return text

    def open_line(self, stored: bytes) -> bytes:
        """See `Codec.open_line`."""
        return stored


CLEAR = Clear()
