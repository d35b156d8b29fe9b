"""Copying: by a program of the system where one is at hand, else by the terminal (OSC 52).

A page in a browser understands OSC 52, too, and copies to where the browser is.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from shutil import which
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import App

PATIENCE = 2.0
"""Seconds that a program may take; longer, and the terminal is asked instead."""


async def copy(app: App[Any], text: str) -> str:
    """Copy a text; return by which way, in words.

    A terminal never answers whether it took it, which is why it is but asked.
    """
    if app.is_web:
        app.copy_to_clipboard(text)
        return "by the browser, if it allows that"
    for command in _programs():
        if which(command[0]) and await _hand_over(command, text):
            return f"by {command[0]}"
    app.copy_to_clipboard(text)
    return "by the terminal (OSC 52), if it allows that"


def _programs() -> Iterator[Sequence[str]]:
    """What could copy to the clipboard in front of the user: none from afar."""
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return
    if sys.platform == "darwin":
        yield ("pbcopy",)
    elif sys.platform == "win32":
        yield ("clip",)
    if os.environ.get("WAYLAND_DISPLAY"):
        yield ("wl-copy",)
    if os.environ.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard")
        yield ("xsel", "--clipboard", "--input")


async def _hand_over(command: Sequence[str], text: str) -> bool:
    nowhere = asyncio.subprocess.DEVNULL
    try:
        program = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, stdout=nowhere, stderr=nowhere
        )
    except OSError:
        return False
    encoding = "utf-16" if command[0] == "clip" else "utf-8"
    try:
        data = text.encode(encoding, errors="replace")
        await asyncio.wait_for(program.communicate(data), PATIENCE)
    except (TimeoutError, OSError):
        with suppress(ProcessLookupError):
            program.kill()
            await program.wait()
        return False
    return program.returncode == 0
