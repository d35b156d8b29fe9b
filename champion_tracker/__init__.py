"""Win and keep executive champions, from the terminal."""

__version__ = "0.1.0"
