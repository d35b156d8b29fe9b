"""What stands where there is nothing to list: how to begin, and that all is well."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content

from ..looks import KEY, MUTED, STANDINGS, long_day, user
from .hot import Hot, hot

if TYPE_CHECKING:
    from ...tracker import Tracker
    from ..screens.base import TrackerScreen

OFFERS = (
    ("n", "AddPerson", "Add somebody", "the one person whose yes you need most"),
    ("I", "ImportFile", "Import a directory", "CSV; first shown, then taken in"),
    ("D", "OpenDemo", "Open the demo", "an invented agency, two years of history"),
)


def offer(key: str, action: str, name: str, hint: str) -> Content:
    """An action that can be pressed or clicked."""
    words = Content.assemble(
        (f" {key} ", f"{KEY} on $panel"), (f"  {name}", "bold"), (f"  {hint}", MUTED)
    )
    return hot(words, f"perform('{action}')")


class Welcome(Hot):
    """An empty workspace: three ways to begin."""

    def render(self) -> Content:
        """What the program is for, and what can be done."""
        screen = cast("TrackerScreen", self.screen)
        offers = [offer(*entry) for entry in OFFERS if screen.check_action("perform", (entry[1],))]
        return Content.assemble(
            ("◆ Champion Tracker\n", "bold $text-primary"),
            "Know who matters, who is open, and whose deeds match their words.\n",
            ("Each day it says whom to nurture, and why.\n\n", MUTED),
            Content("\n\n").join(offers),
            ("\n\n ? shows every key, ctrl+p finds everything", MUTED),
        )


class AllClear(Hot):
    """Nothing is due: what that means, and what to do with the time."""

    def __init__(self, tracker: Tracker, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tracker = tracker

    def reload(self) -> None:
        """Say what comes next, or why nothing does."""
        tracker = self.tracker
        followed = [p for p in tracker.workspace.people.values() if p.is_followed]
        days = tracker.workspace.settings.horizon_days
        parts: list[Content | str | tuple[str, str]] = [
            ("✓ Nothing wants you today.\n", "bold $text-primary"),
            (f"Nor in the next {days} days.\n\n", MUTED),
        ]
        if followed:
            seen = [profile for profile in map(tracker.profile, followed) if profile.next_touch]
            soonest = min(seen, key=lambda s: s.next_touch or tracker.today, default=None)
            if soonest is not None and soonest.next_touch is not None:
                parts += [
                    "Next is ",
                    user(soonest.person.name, "bold"),
                    f", on {long_day(soonest.next_touch)}: ",
                    STANDINGS[soonest.standing].content,
                    ".\n\n",
                ]
            parts.append(offer("l", "LogTouch", "Log a touch", "while it is fresh"))
        else:
            parts.append(
                "Nobody is followed yet, so nothing can become due. Open People,\n"
                "choose those who matter and press w: from then on they raise prompts.\n\n"
            )
        parts += ["\n\n", offer("2", "GoPeople", "People", "look somebody up, or follow them")]
        parts += ["\n\n", offer("n", "AddPerson", "Add somebody", "who else has a say?")]
        self.update(Content.assemble(*parts))
