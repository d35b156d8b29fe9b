"""What the application tells its screens."""

from textual.message import Message


class Changed(Message):
    """Records have changed, by ourselves or by another process."""

    def __init__(self, people: frozenset[str]) -> None:
        super().__init__()
        self.people = people
        """Whom the changes are about."""
