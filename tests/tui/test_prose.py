"""Notes are Markdown: drawn as such, and nothing that was written is lost."""

import pytest
from rich.cells import cell_len

from champion_tracker.tracker import Tracker
from champion_tracker.tracker.people import edit
from champion_tracker.tracker.touches import log
from champion_tracker.tui.prose import prose, prose_in_line, prose_lines
from champion_tracker.tui.text import visible

from .looking import app_on, press, sees, text_of

NOTE = """## Before the budget
Said **yes**, see the [draft](https://example.org/draft).

- wants *figures*
  - by Friday
3. third

> our own words

```
two  =  2
```"""
DRAWN = """Before the budget
Said yes, see the draft (https://example.org/draft).

• wants figures
  ◦ by Friday
3. third

▎ our own words

two  =  2"""
AS_TYPED = [
    "2*3*4 = 24, snake_case_name, a.__class__.b",
    r"\\server\share\*.doc",
    "Tom &amp; Jerry &copy; 2026",
    '[budget](https://example.org "the title")',
    "[note]: /url",
    "[x](javascript:alert(1))",
    "<b>bold</b> <script>alert(1)</script>",
    "Sums\n---------x\n===",
    "[/VP] [b]bold[/] [@click=app.quit]x[/]",
    "#tag +1 555 -5 >quoted",
    "* \n#\n>",
    "    indented\n  twice",
]


def text_in(lines: list[list[tuple[str, str]]]) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines).rstrip()


def test_markdown_is_drawn() -> None:
    lines = prose_lines(NOTE, 60)
    assert text_in(lines) == DRAWN
    inks = {text.strip(): ink for line in lines for text, ink in line}
    assert inks["yes"] == "bold"
    assert inks["figures"] == "italic"
    assert "underline" in inks["draft"]
    assert "bold" in inks["Before the budget"]
    assert prose(NOTE).plain == DRAWN
    assert prose_in_line(NOTE).plain.split() == DRAWN.split()


@pytest.mark.parametrize("text", AS_TYPED)
def test_what_would_lose_something_is_shown_as_typed(text: str) -> None:
    assert text_in(prose_lines(text, 80)) == text


def test_naughty_strings_are_shown_as_themselves(hostile: list[str]) -> None:
    for text in hostile:
        for drawn in (text_in(prose_lines(text, 5000)), prose(text).plain):
            # A span of code is the only Markdown among them.
            is_code = text.startswith("`") and text.endswith("`")
            assert drawn.strip() == visible(text).strip(" `" if is_code else None)


def test_each_line_keeps_to_its_width_and_its_margin(hostile: list[str]) -> None:
    for text in [NOTE, "> " * 30 + "deep", "- " * 30 + "deep", "\n\n- ".join(hostile)]:
        for width in (20, 33, 60):
            for line in prose_lines(text, width):
                assert sum(cell_len(piece) for piece, _ in line) <= width
    assert text_in(prose_lines("- one two three four", 10)) == "• one two\n  three\n  four"


async def test_notes_and_touches_are_drawn_where_one_reads_them(tracker: Tracker) -> None:
    person = next(iter(tracker.workspace.people.values()))
    person = edit(tracker, person, notes="Likes **trains**\n\n- and tea")
    log(tracker, [person], note="They said **yes**, all `of` it.\n\n1. budget")
    app = app_on(tracker)
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot)
        app.open_person(person.id)
        assert await sees(pilot, "They said yes, all of it.")
        assert "Likes trains" in text_of(app)
        assert "• and tea" in text_of(app)
        await press(pilot, "2", "slash", *person.name.split()[0].lower(), "enter")
        assert await sees(pilot, "They said yes")
