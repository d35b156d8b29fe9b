"""The page before a meeting, in Markdown and HTML."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest

from champion_tracker.exchange import briefing, site
from champion_tracker.exchange.page import html
from champion_tracker.model import (
    Ask,
    Objection,
    Person,
    Promise,
    Record,
    Relation,
    Story,
    Tie,
    Workspace,
)
from champion_tracker.rules.digest import digest_of
from tests.exchange.test_notes import BEN, HISTORY, NOW, ROSA, TODAY, headings, touch

PROMISE = Promise(
    id="m-1",
    person_id="p-rosa",
    text="Name a deputy",
    made_on=date(2026, 1, 1),
    due=date(2026, 2, 1),
    recorded_at=NOW,
)
OURS = Promise(
    id="m-2",
    person_id="p-rosa",
    ours=True,
    text="Send the plan",
    made_on=date(2026, 1, 1),
    due=date(2026, 4, 1),
    recorded_at=NOW,
)
STORY = Story(
    id="s-1",
    title="Permits in a day",
    what="It took *three weeks*.",
    figure="1 day instead of 21",
    on=date(2026, 2, 1),
    recorded_at=NOW,
)
SECRET = Objection(
    id="b-2",
    person_id="p-rosa",
    risk="Her own seat",
    story_ids=("s-1",),
    raised_on=date(2026, 1, 1),
    private=True,
    recorded_at=NOW,
)
OBJECTION = Objection(
    id="b-1",
    person_id="p-rosa",
    risk="The unions will not like it",
    mitigation="They sit on the board",
    raised_on=date(2026, 1, 1),
    recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
)
ASK = Ask(
    id="k-1",
    person_id="p-rosa",
    what="Two clerks",
    without="The desk closes in May",
    recorded_at=NOW,
)
TIE = Tie(id="t-1", person_id="p-ben", other_id="p-rosa", relation=Relation.EAR, recorded_at=NOW)


def page(*, include_private: bool = False) -> str:
    history: list[Record] = [
        *HISTORY,
        *(touch(f"Word {n}", on=date(2026, 1, n), n=n + 10) for n in range(1, 6)),
        PROMISE,
        OURS,
        OBJECTION,
        SECRET,
        ASK,
        TIE,
    ]
    matters = {r.id: r for r in (PROMISE, OURS, OBJECTION, SECRET, ASK, TIE)}
    workspace = Workspace(
        {"p-rosa": ROSA, "p-ben": BEN},
        digests={"p-rosa": digest_of(history)},
        promises={"m-1": PROMISE, "m-2": OURS},
        ties={"t-1": TIE},
        objections={"b-1": OBJECTION, "b-2": SECRET},
        stories={"s-1": STORY},
        asks={"k-1": ASK},
        matters_of={"p-rosa": matters},
    )
    return briefing.render(ROSA, workspace, history, TODAY, include_private=include_private)


def test_a_briefing_says_what_to_know_to_say_and_to_ask() -> None:
    text = page()
    assert headings(text) == [
        "Rosa Díaz",
        "Standing",
        "Last touches (8 in all)",
        "Open promises",
        "What they fear, and our answer",
        "The story to tell",
        "What to ask",
    ]
    for said in (
        "**Champion** (sustain)",
        "Ben Okri has the ear of Rosa Díaz.",
        "They, by 2026-02-01 (overdue): Name a deputy",
        "We, by 2026-04-01: Send the plan",
        "They sit on the board",
        "**Permits in a day** (1 day instead of 21)",
        "without it: The desk closes in May",
    ):
        assert said in text
    assert "Word 5" in text
    assert "Word 3" not in text  # three touches are enough


@pytest.mark.parametrize("secret", ["Between ourselves", "Her own seat"])
def test_private_entries_stay_out_of_a_briefing(secret: str) -> None:
    assert secret not in page()
    assert "left out" in page()
    assert secret in page(include_private=True)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    text = html(
        page() + "\n> <script>alert(1)</script> ![x](http://x.org/y.png) [z](javascript:x)\n",
        "</title><script>",
    )
    tags = _Tags()
    tags.feed(text)
    assert not {"script", "img", "link", "iframe"} & set(tags.found)
    assert "javascript:" not in text.replace("](javascript:x)", "")
    assert "&lt;script&gt;" in text


def test_everybody_on_one_page_with_map_and_search() -> None:
    evil = Person(id="p-evil", name="<script>alert(2)</script>", notes="<img src=x onerror=y>")
    workspace = Workspace(
        {"p-rosa": ROSA, "p-ben": BEN, "p-evil": evil}, digests={"p-rosa": digest_of(HISTORY)}
    )
    text = site.write(
        workspace.people.values(), workspace, lambda p: HISTORY if p == "p-rosa" else [], TODAY
    )
    tags = _Tags()
    tags.feed(text)
    assert tags.found.count("script") == 1  # the search
    assert tags.found.count("details") == 3
    assert tags.found.count("circle") == 1
    assert not {"img", "link", "iframe"} & set(tags.found)
    assert "for want of a judgement: 2" in text
    assert "Between ourselves" not in text
    assert 'href="#p-rosa"' in text
    assert 'id="p-rosa"' in text
