"""How many, in words."""


def counted(number: int, one: str, many: str = "") -> str:
    """So many of something: ``1 ask``, ``3 asks``; ``many`` where an s does not make it."""
    return f"{number} {one if number == 1 else many or one + 's'}"
