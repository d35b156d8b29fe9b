"""A text area for words of any length."""

from textual.widgets import TextArea


class Note(TextArea):
    """Soft-wrapped text; Tab goes on to the next field."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            placeholder=placeholder,
            compact=True,
            id=id,
            classes="field",
        )

    @property
    def value(self) -> str:
        """The text."""
        return self.text

    @value.setter
    def value(self, value: str) -> None:
        self.text = value
