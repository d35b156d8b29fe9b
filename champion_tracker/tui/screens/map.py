"""Map: who stands where, as a chart or as the engagement matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive

from ...model import Assessment
from ...rules.seam import seam
from ..commands.everywhere import LogTouch
from ..commands.on_map import ON_MAP, ListPlace, OtherView
from ..commands.on_person import ABOUT_PERSON, Assess, ChangePosition, OpenPerson
from ..commands.panes import PANES
from ..looks import KEY, MUTED
from ..widgets.brief import Brief
from ..widgets.divider import Divider
from ..widgets.hot import Hot, hot
from ..widgets.map_chart import MapChart
from ..widgets.matrix import Matrix
from .base import TrackerScreen, styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from ...model import Person
    from ...rules.profile import Profile
    from ..commands.action import Action

OFFERED: tuple[type[Action], ...] = (OpenPerson, *ON_MAP, *ABOUT_PERSON, *PANES)


class MapScreen(TrackerScreen):
    """Everybody followed and judged; the arrow keys walk through the places."""

    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    FIRST: ClassVar[tuple[type[Action], ...]] = (
        OtherView,
        ListPlace,
        LogTouch,
        Assess,
        ChangePosition,
    )
    BINDINGS = OpenPerson.bindings(*OFFERED)
    CSS_PATH = styles("map", "brief", "divider")
    AUTO_FOCUS = "MapChart"

    _unjudged = 0
    as_matrix: reactive[bool] = reactive(bool, init=False, toggle_class="-matrix")

    def body(self) -> Iterator[Widget]:
        """See `TrackerScreen.body`."""
        yield Hot(id="line")
        with Horizontal(id="map"):
            yield MapChart()
            yield Matrix()
            yield Divider()
            yield Brief(self.tracker)

    @property
    def person(self) -> Person | None:
        """See `TrackerScreen.person`."""
        move = self.query_one(Matrix).at_hand
        seen = self.query_one(MapChart).at_hand
        if self.as_matrix:
            seen = move.seen if move is not None else None
        return self.tracker.current(seen.person) if seen is not None else None

    @property
    def here_now(self) -> list[Profile]:
        """Everybody in the place at hand."""
        return self.query_one(MapChart).here_now

    @property
    def where(self) -> str:
        """The place at hand in words."""
        chart = self.query_one(MapChart)
        influence, openness = chart.place
        return f"Influence {influence}, openness {openness}: {chart.quarter(chart.place)}"

    def reload(self) -> None:
        """See `TrackerScreen.reload`."""
        tracker = self.tracker
        people = tracker.select("is:followed")
        judged = [seen for seen in people if seen.assessment is not None]
        settings = tracker.workspace.settings
        self._unjudged = len(people) - len(judged)
        self.query_one(MapChart).show(
            judged, strong=settings.strong_reach, wide_open=settings.wide_open
        )
        self.query_one(Matrix).show(
            seam(tracker.workspace, tracker.today), self.query_one(Matrix).cursor
        )
        self._say_where()

    def _say_where(self) -> None:
        """How many stand in each quarter, the one at hand in bold; what one can do."""
        chart = self.query_one(MapChart)
        here = chart.quarter(chart.place)
        parts: list[Content | tuple[str, str]] = []
        for quarter, count in chart.quarters.items():
            mark, style = ("›", "bold $text-primary") if quarter == here else (" ", MUTED)
            parts += [(mark, KEY), (f"{quarter} {count} ", style)]
        if self._unjudged:
            parts.append((f" never judged {self._unjudged} ", MUTED))
        for key, action, words in (("v", OtherView, "matrix"), ("L", ListPlace, "list")):
            offer = Content.assemble((f"  {key}", KEY), (f" {words}", MUTED))
            parts.append(hot(offer, f"perform('{action.__name__}')"))
        self.query_one("#line", Hot).update(Content.assemble(*parts))

    def watch_as_matrix(self) -> None:
        """The other view has the focus, and its person is at hand."""
        self.query_one(Matrix if self.as_matrix else MapChart).focus()
        self._show_brief()

    @on(MapChart.Moved)
    @on(Matrix.Moved)
    def _show_brief(self) -> None:
        person = self.person
        self.query_one(Brief).show(person)
        self._say_where()
        history = self.tracker.history(person) if person is not None else ()
        past = [record for record in history if isinstance(record, Assessment)]
        self.query_one(MapChart).show_path(past[:-1])
        self.refresh_bindings()

    @on(MapChart.Crowded)
    def _list(self) -> None:
        self.action_perform(ListPlace.__name__)

    @on(MapChart.Chosen)
    @on(Matrix.Chosen)
    def _open(self) -> None:
        self.action_perform(OpenPerson.__name__)
