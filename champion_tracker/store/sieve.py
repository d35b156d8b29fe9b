"""Passing over documents that cannot hold some words, without reading what they say."""

from collections.abc import Iterable

_ESCAPED = frozenset('"\\')
_SAYS_MORE = (b"\\u", b'"proofs"')
"""What marks a document that may say in words what does not stand in it letter by letter."""


class Sieve:
    """Lets every document through that may hold some folded words, and few others."""

    def __init__(self, words: Iterable[str]) -> None:
        self._plain = [
            word.encode() for word in words if word.isascii() and _ESCAPED.isdisjoint(word)
        ]

    def lets_through(self, document: bytes) -> bool:
        """Whether it may hold them all."""
        if not document.isascii():
            return True
        text = document.lower()
        return all(word in text for word in self._plain) or any(m in document for m in _SAYS_MORE)
