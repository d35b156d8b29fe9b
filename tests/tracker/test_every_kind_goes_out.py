"""Whatever kind of record there is stands in every outlet where one would look for it."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from champion_tracker.model import Engagement, Relation
from champion_tracker.rules.period import month
from champion_tracker.store import MemoryStore
from champion_tracker.tracker import PinnedClock, Tracker
from champion_tracker.tracker.answers import follow_up
from champion_tracker.tracker.asks import ask
from champion_tracker.tracker.exporting import Made, export, handover
from champion_tracker.tracker.goals import goal
from champion_tracker.tracker.judging import assess
from champion_tracker.tracker.objections import object_to
from champion_tracker.tracker.people import add
from champion_tracker.tracker.promises import promise
from champion_tracker.tracker.reporting import digest, report
from champion_tracker.tracker.seats import seat
from champion_tracker.tracker.stories import occasion, tell, write
from champion_tracker.tracker.ties import tie
from champion_tracker.tracker.touches import log
from tests.strategies import TODAY

BEFORE = TODAY - timedelta(20)
EXPECTED = {
    "due": "Reminder Promise Story Occasion Ask Risk",
    "notes": "Touch Judgement Reminder Promise Tie Story Telling Ask Risk Goal Seat",
    "briefing": "Touch Promise Story Telling Ask Risk Goal",
    "xlsx": "Judgement",  # the columns of a stakeholder register are about people
    "ics": "Reminder Promise Story Occasion Ask Risk",
    "events": "Reminder Promise Story Occasion Ask Risk",
    "html": "Touch Judgement Reminder Promise Tie Story Telling Ask Risk Goal Seat",
    "json": "Touch Judgement Reminder Promise Tie Story Telling Occasion Ask Risk Goal Seat",
    "handover": "Touch Judgement Reminder Promise Tie Story Telling Occasion Ask Risk Goal Seat",
    "report": "Story Occasion Ask Risk Goal Table",
    "digest": "Story Occasion",
}


@pytest.fixture(scope="module")
def tracker() -> Tracker:
    tracker = Tracker(MemoryStore(), PinnedClock(TODAY))
    rosa = add(tracker, "Rosa Díaz", title="CFO", organization="City", area="Finance")
    bo = add(tracker, "Bo Berg", influence=5, openness=4, engagement=Engagement.SUPPORTIVE)
    log(tracker, [rosa], note="Touchword", on=BEFORE)
    assess(
        tracker, rosa, influence=4, openness=4, engagement=Engagement.NEUTRAL, why="Judgementword"
    )
    follow_up(tracker, rosa, TODAY, "Reminderword")
    promise(tracker, rosa, "Promiseword", TODAY, made_on=BEFORE)
    tie(tracker, rosa, Relation.EAR, bo, why="Tieword")
    story = write(tracker, "Storyword", what="It took a day.", areas=["Finance"], on=BEFORE)
    tell(tracker, story, [rosa], landed=1, note="Tellingword", on=BEFORE)
    occasion(tracker, "Occasionword", on=BEFORE)
    ask(tracker, rosa, "Askword", made=True, on=BEFORE)
    object_to(tracker, rosa, "Riskword", on=BEFORE)
    goal(tracker, "Goalword", leaders=[rosa])
    seat(tracker, "Seatword", holder=rosa, heirs=[bo])
    seat(tracker, "Tableword")
    return tracker


def text_of(tracker: Tracker, outlet: str) -> str:
    people = list(tracker.workspace.people.values())
    period = month(f"{BEFORE:%Y-%m}")
    if outlet == "due":
        return "\n".join(prompt.why for prompt in tracker.agenda(7))
    if outlet == "report":
        return whole(report(tracker, period))
    if outlet == "digest":
        return whole(digest(tracker, period))
    if outlet == "handover":
        return whole(handover(tracker))
    return whole(export(tracker, outlet, people[:1] if outlet == "briefing" else None))


def whole(made: Made) -> str:
    contents = [made.content, *(content for _, content in made.pages)]
    return "\n".join(map(plain, contents)).replace("\r\n ", "")


def plain(content: str | bytes) -> str:
    if isinstance(content, str):
        return content
    if not content.startswith(b"PK"):
        return content.decode()
    sheets = load_workbook(BytesIO(content)).worksheets
    return "\n".join(
        str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row
    )


@pytest.mark.parametrize("outlet", EXPECTED)
def test_it_is_there(tracker: Tracker, outlet: str) -> None:
    text = text_of(tracker, outlet)
    assert [kind for kind in EXPECTED[outlet].split() if f"{kind}word" not in text] == []
