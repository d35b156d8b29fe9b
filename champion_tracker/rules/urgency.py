"""What a prompt of the programme weighs while it waits: people come before programmes."""

LATEST = 60
"""From how many days on it weighs no more."""


def of_programme(weight: float, late: int) -> float:
    """The weight after so many days of waiting: at most twice what it was."""
    return weight * (1 + min(late, LATEST) / LATEST)
