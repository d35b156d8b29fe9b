"""The same application in a browser on this machine."""

from collections.abc import Sequence


def serve(command: Sequence[str], *, host: str = "127.0.0.1", port: int = 0) -> int:
    """Serve the program that ``command`` starts until Ctrl+C; return the exit status.

    Args:
        command: Program and arguments, each session a process of its own.
        host: Where to listen; anything but loopback has to be asked for by name.
        port: Where to listen; 0 for the usual port, or a free one where that is taken.

    Raises:
        WorkspaceError: nothing can listen there.
    """
    from .server import listen

    return listen(command, host, port)
