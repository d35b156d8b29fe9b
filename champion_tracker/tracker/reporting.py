"""The pages about the programme as a whole: the digest of a week, the report of a month."""

from typing import TYPE_CHECKING

from .exporting import Made

if TYPE_CHECKING:
    from ..rules.period import Period
    from .tracker import Tracker


def digest(
    tracker: "Tracker", period: "Period", *, include_private: bool = False, as_html: bool = False
) -> Made:
    """A draft of what one would tell everybody of a week."""
    from ..exchange import programme_report

    text = programme_report.digest(tracker.workspace, period, include_private=include_private)
    return _page(text, f"Digest of {period.name}", as_html=as_html)


def report(
    tracker: "Tracker", period: "Period", *, include_private: bool = False, as_html: bool = False
) -> Made:
    """The page of a month for one's own boss."""
    from ..exchange import programme_report

    workspace, today = tracker.workspace, tracker.today
    text = programme_report.report(workspace, period, today, include_private=include_private)
    return _page(text, f"Executive champions, {period.name}", as_html=as_html)


def _page(text: str, title: str, *, as_html: bool) -> Made:
    if not as_html:
        return Made(content=text)
    from ..exchange.page import html

    return Made(content=html(text, title))
