"""The command line, a module a noun; a command's module is loaded when it runs."""

from .running import run
from .session import Surfaces

__all__ = ["Surfaces", "run"]
