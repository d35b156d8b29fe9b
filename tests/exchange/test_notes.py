"""Notes that leave: complete, private entries kept back, and nothing in them breaks a page."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from champion_tracker.exchange import notes
from champion_tracker.exchange.file_names import file_name, file_names
from champion_tracker.model import (
    Assessment,
    Effect,
    Engagement,
    FollowUp,
    Interaction,
    Person,
    Position,
    Record,
    Weighing,
    Workspace,
)
from champion_tracker.rules.digest import digest_of

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

ROSA = Person(
    id="p-rosa",
    name="Rosa Díaz",
    emails=("rosa@city.org",),
    tags=("budget",),
    notes="# Not a heading of ours",
    positions=(
        Position(id="o-1", title="COO", organization="City", end=date(2026, 1, 1)),
        Position(id="o-2", title="CFO", organization="City", start=date(2026, 1, 1)),
    ),
    followed_since=date(2025, 1, 1),
)
BEN = Person(id="p-ben", name="Ben Okri")


def touch(note: str, *, on: date = TODAY, private: bool = False, n: int = 1) -> Interaction:
    return Interaction(
        id=f"i-{n}",
        person_ids=("p-rosa", "p-ben"),
        on=on,
        note=note,
        sentiment=2,
        weighing=Weighing.ACTION,
        effect=Effect.FOR,
        private=private,
        recorded_at=NOW,
    )


HISTORY: list[Record] = [
    touch("An early word", on=date(2025, 5, 1)),
    touch("Spoke for us at the board", on=date(2026, 2, 1), n=2),
    touch("Between ourselves", on=date(2026, 2, 2), private=True, n=3),
    Assessment(
        id="a-1",
        person_id="p-rosa",
        position_ids=("o-2",),
        on=date(2026, 2, 10),
        influence=5,
        openness=5,
        engagement=Engagement.LEADING,
        why="She pays for it herself",
        basis="The budget",
        recorded_at=NOW,
    ),
    FollowUp(
        id="f-1", person_id="p-rosa", due=date(2026, 4, 1), text="Send the figures", recorded_at=NOW
    ),
    FollowUp(
        id="f-2",
        person_id="p-rosa",
        due=date(2026, 4, 1),
        text="Ask about her plans",
        private=True,
        recorded_at=NOW,
    ),
]


def page(history: list[Record], *, include_private: bool = False) -> str:
    workspace = Workspace({"p-rosa": ROSA, "p-ben": BEN}, digests={"p-rosa": digest_of(history)})
    return notes.render(ROSA, workspace, history, TODAY, include_private=include_private)


def headings(text: str) -> list[str]:
    """The headings of a page's own level, as a Markdown reader sees them."""
    tokens = MarkdownIt().parse(text)
    return [
        tokens[i + 1].content
        for i, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0
    ]


def test_a_page_tells_one_story_newest_first() -> None:
    text = page(HISTORY)
    assert headings(text) == [
        "Rosa Díaz",
        "Standing",
        "Positions",
        "Notes",
        "To follow up",
        "Log",
        "2026-02-10: Judged influence 5, openness 5, leading",
        "2026-02-01: Meeting · warm · action for us",
        "2026-01-01: Became CFO, City",
        "2026-01-01: No longer COO, City",
        "2025-05-01: Meeting · warm · action for us",
    ]
    for said in ("Champion", "rosa@city.org", "budget", "With Ben Okri", "> Send the figures"):
        assert said in text


def test_private_entries_stay_out_and_are_counted() -> None:
    text = page(HISTORY)
    assert "Between ourselves" not in text
    assert "her plans" not in text
    assert "2 private entries are left out" in text
    everything = page(HISTORY, include_private=True)
    assert "Between ourselves" in everything
    assert "her plans" in everything
    assert "left out" not in everything


@given(st.text(alphabet=st.sampled_from("#=-`~<>!*_[]()|+1. \n\tab\\&;'\""), max_size=60))
def test_no_note_changes_the_page_around_it(note: str) -> None:
    frame = headings(page([touch("plain")]))
    assert headings(page([touch(note)])) == frame


def test_a_note_stands_as_it_was_typed() -> None:
    note = "# Minutes\n\n- [ ] call\n  * <b>x</b>\n\n```\nopen fence"
    text = page([touch(note)])
    assert "\n".join(f"> {line}".rstrip() for line in note.split("\n")) in text


def test_pages_of_a_folder_link_to_each_other() -> None:
    workspace = Workspace({"p-rosa": ROSA, "p-ben": BEN})
    files = dict(notes.split([ROSA, BEN], workspace, lambda _: [touch("x")], TODAY))
    assert set(files) == {"Rosa Díaz.md", "Ben Okri.md"}
    assert "With [Ben Okri](<Ben Okri.md>)." in files["Rosa Díaz.md"]
    head = files["Rosa Díaz.md"].split("---\n")[1]
    assert '\nname: "Rosa Díaz"\n' in head
    assert '\ntags: ["budget"]\n' in head


def test_everybody_on_one_page_by_name() -> None:
    workspace = Workspace({"p-rosa": ROSA, "p-ben": BEN})
    text = notes.render_all([ROSA, BEN], workspace, lambda _: [], TODAY)
    assert [h for h in headings(text) if h in ("Ben Okri", "Rosa Díaz")] == [
        "Ben Okri",
        "Rosa Díaz",
    ]


@given(st.text(max_size=300))
def test_file_names_are_safe_anywhere(name: str) -> None:
    made = file_name(Person(id="p-1", name=name))
    assert made.endswith(".md")
    assert 3 < len(made.encode()) <= 140
    assert not set(made) & set('<>:"/\\|?*\0\n')
    assert made[0] not in ". -"
    assert made.removesuffix(".md")[-1] not in ". "


def test_file_names_avoid_devices_and_each_other() -> None:
    people = [
        Person(id=f"p-{n}", name=name)
        for n, name in enumerate(["CON", "con.txt", "..", "../x", "Rosa", "ROSA", "Żółw", "山田"])
    ]
    made = file_names(people)
    assert made["p-0"] == "CON p-0.md"
    assert made["p-1"] == "con.txt p-1.md"
    assert made["p-2"] == "p-2.md"
    assert made["p-3"] == "x.md"
    assert made["p-4"] == "Rosa p-4.md"
    assert len({name.casefold() for name in made.values()}) == len(people)
    assert made["p-7"] == "山田.md"
