"""Identifiers of our own: short enough to type, too many to meet twice."""

import os

ALPHABET = "abcdefghjkmnpqrstvwxyz23456789"
"""Letters and digits that are not mistaken for one another when read aloud."""

LENGTH = 12


def new_id(prefix: str) -> str:
    """Return a fresh identifier such as ``p-7kq2m9xw4c3a``.

    Twelve signs of thirty are 58 bits: among two million records the chance that any two
    meet is under one in a hundred thousand, and the store refuses the second.
    """
    number = int.from_bytes(os.urandom(16))
    signs = []
    for _ in range(LENGTH):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return f"{prefix}-{''.join(signs)}"
