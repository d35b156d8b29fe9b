"""Today: whom to nurture, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal

from ...tracker.subjects import area_of, occasion_of, story_of
from ..commands.everywhere import LogTouch
from ..commands.on_person import ABOUT_PERSON, Assess, ChangePosition, OpenPerson
from ..commands.on_prompt import ANSWERS, Done
from ..commands.panes import PANES
from ..slices import in_slices
from ..widgets.brief import Brief
from ..widgets.divider import Divider
from ..widgets.notices import Notices
from ..widgets.prompt_list import PromptList
from ..widgets.welcome import AllClear, Welcome
from .base import TrackerScreen, styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from ...model import Occasion, Person, Prompt, Story
    from ..commands.action import Action

OFFERED: tuple[type[Action], ...] = (*ANSWERS, *ABOUT_PERSON, OpenPerson, *PANES)


class TodayScreen(TrackerScreen):
    """The prompts, most urgent first, each with its answers; what a person is beside them."""

    ACTIONS: ClassVar[tuple[type[Action], ...]] = OFFERED
    FIRST: ClassVar[tuple[type[Action], ...]] = (*ANSWERS, LogTouch, Assess, ChangePosition)
    BINDINGS = OpenPerson.bindings(*OFFERED)
    CSS_PATH = styles("today", "brief", "divider", "notices", "welcome")

    _was_shown = False

    def body(self) -> Iterator[Widget]:
        """See `TrackerScreen.body`."""
        yield Notices(self.tracker)
        yield Welcome(id="welcome")
        yield AllClear(self.tracker, id="clear")
        with Horizontal(id="agenda") as agenda:
            yield PromptList(self.tracker)
            yield Divider()
            yield Brief(self.tracker)
        del agenda

    @property
    def prompt(self) -> Prompt | None:
        """See `TrackerScreen.prompt`."""
        return self.query_one(PromptList).at_hand

    @property
    def person(self) -> Person | None:
        """See `TrackerScreen.person`."""
        prompt = self.prompt
        return self.tracker.workspace.people.get(prompt.person_id) if prompt else None

    @property
    def occasion(self) -> Occasion | None:
        """See `TrackerScreen.occasion`."""
        return occasion_of(self.tracker, self.prompt) if self.prompt else None

    @property
    def story(self) -> Story | None:
        """See `TrackerScreen.story`."""
        return story_of(self.tracker, self.prompt) if self.prompt else None

    @property
    def area(self) -> str:
        """See `TrackerScreen.area`."""
        return area_of(self.tracker, self.prompt) if self.prompt else ""

    def reload(self) -> None:
        """See `TrackerScreen.reload`."""
        workspace = self.tracker.workspace
        prompts = self.tracker.live_agenda(workspace.settings.horizon_days)
        listed = self.query_one(PromptList)
        before = {prompt.key for prompt in listed.items}
        listed.show_prompts(prompts)
        if self.seeks_restored:
            # What an undo brings back is what one wants to answer otherwise.
            back = (at for at, prompt in enumerate(listed.items) if prompt.key not in before)
            listed.cursor = next(back, listed.cursor)
            self.seeks_restored = False
        self.query_one("#welcome").display = not workspace.people
        self.query_one("#clear").display = bool(workspace.people) and not prompts
        self.query_one("#agenda").display = bool(prompts)
        if prompts:
            listed.focus()
        else:
            self.query_one(AllClear).reload()
        self.query_one(Notices).reload()
        if self._was_shown:
            # Something has changed, and so will more.
            self._look_ahead()
        self._was_shown = True

    @work(group="ahead", exclusive=True)
    async def _look_ahead(self) -> None:
        days = self.tracker.workspace.settings.horizon_days
        async for _ in in_slices(self.tracker.look_ahead(days)):
            pass

    @on(PromptList.Moved)
    def _show_brief(self) -> None:
        self.query_one(Brief).show(self.person, self.prompt)
        self.refresh_bindings()

    @on(PromptList.Chosen)
    def _open(self) -> None:
        if self.person is not None:
            self.action_perform(OpenPerson.__name__)
        elif Done.applies(self):
            # What concerns nobody in particular has nobody to open: it is answered at once.
            self.action_perform(Done.__name__)
        else:
            self.application.go_around("programme", None)
