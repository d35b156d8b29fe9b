"""What is taken as input, and what is refused with a sentence."""

from datetime import date

from ..model import BadInput


def line(text: str, what: str) -> str:
    """One line of text, blanks made single.

    Raises:
        BadInput: it holds bytes that are no text.
    """
    return " ".join(body(text, what).split())


def lines(texts: tuple[str, ...] | list[str], what: str) -> tuple[str, ...]:
    """Lines of text, without empty ones and doubles."""
    return tuple(dict.fromkeys(filter(None, (line(text, what) for text in texts))))


def body(text: str, what: str) -> str:
    """Text of any length, as it was typed but for its outer blanks.

    Raises:
        BadInput: it holds bytes that are no text.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadInput(f"The {what} holds bytes that are not UTF-8 text.") from None
    return text.strip()


def required(text: str, what: str) -> str:
    """One line of text that may not be empty.

    Raises:
        BadInput: it is empty.
    """
    found = line(text, what)
    if not found:
        raise BadInput(f"The {what} is empty.")
    return found


def rating(value: int, what: str, least: int = 1, most: int = 5) -> int:
    """A rating within its scale.

    Raises:
        BadInput: it lies outside.
    """
    if not least <= value <= most:
        raise BadInput(f"{what.capitalize()} goes from {least} to {most}, not {value}.")
    return value


def figure(text: str, what: str) -> float:
    """A number as somebody writes it, with a point or a comma.

    Raises:
        BadInput: it is none.
    """
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        raise BadInput(f"The {what} has to be a number, not '{text}'.") from None


def past(day: date, today: date, what: str) -> date:
    """A day that has come.

    Raises:
        BadInput: it lies ahead.
    """
    if day > today:
        raise BadInput(
            f"The {what} cannot be on {day}: that day is still to come.",
            "For something ahead, make a follow-up.",
        )
    return day
