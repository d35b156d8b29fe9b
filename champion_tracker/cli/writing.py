"""Words that do not fit on a command line: from standard input, or from the user's editor."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .session import Session

_COMMENT = "<!-- "


def given_text(text: str) -> str:
    """The text as it was given; all of standard input where it is ``-``.

    Raises:
        BadInput: what comes in is not UTF-8.
    """
    if text != "-":
        return text
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"Standard input is not UTF-8 text (byte {error.start}).") from None


@contextmanager
def note(session: Session, text: str | None, about: str) -> Iterator[str]:
    """The note of an entry: as given, else from the editor.

    Where the entry cannot be kept, what was written in the editor stays in its file.

    Args:
        session: Who is asked.
        text: What was given; None to open the editor.
        about: What the note is about, as a heading for who writes it.

    Raises:
        BadInput: nothing was given and nobody can be asked, or nothing was written.
    """
    if text is not None:
        yield given_text(text)
        return
    if not session.is_interactive:
        raise BadInput("There is no note.", "Give --note TEXT, or '--note -' and the text.")
    path = _new_file(about)
    _edit(path)
    written = _without_heading(path)
    if not written:
        path.unlink()
        raise BadInput("The note is empty; nothing was logged.")
    try:
        yield written
    except BaseException:
        session.say(f"What you wrote is in {path}")
        raise
    path.unlink()


def _new_file(about: str) -> Path:
    from tempfile import mkstemp

    handle, name = mkstemp(prefix="champion-tracker-", suffix=".md")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{_COMMENT}{about.replace('-->', '')} -->\n\n")
    return Path(name)


def _edit(path: Path) -> None:
    import shlex
    import subprocess

    usual = "notepad" if os.name == "nt" else "vi"
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    try:
        status = subprocess.call([*shlex.split(editor), str(path)])  # noqa: S603 - the user's own
    except (OSError, ValueError) as error:
        path.unlink()
        raise BadInput(f"The editor '{editor}' cannot be started.", "Set $EDITOR.") from error
    if status:
        raise BadInput(f"The editor ended with status {status}; nothing was logged.", str(path))


def _without_heading(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is not UTF-8 text (byte {error.start}).") from None
    if lines and lines[0].startswith(_COMMENT):
        del lines[0]
    return "".join(lines).strip()
