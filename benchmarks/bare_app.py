"""The floor of the first frame: a Textual application with a header, 200 rows and a footer."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable, Footer, Header


class Bare(App[None]):
    """As little as an application with a table can be."""

    TITLE = "bare"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable[str]()
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("name", "position", "standing")
        for row in range(200):
            table.add_row(f"Row number {row}", "Director", "supporter")


if __name__ == "__main__":
    Bare().run()
