"""Stories: successes worth telling, to whom they were told, and what calls for the next one.

That a case is carried by stories of named people, told again to each audience in its own words,
follows S. Denning, *The Leader's Guide to Storytelling* (2005).
"""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from .touch import Channel


class Stance(StrEnum):
    """Whether we went ahead of events or answered them."""

    PROACTIVE = "proactive"
    REACTIVE = "reactive"


class Story(Struct, frozen=True, kw_only=True, omit_defaults=True, tag="story", tag_field="kind"):
    """A success, written once and told many times."""

    id: str
    title: str
    what: str = ""
    """Markdown: what happened."""
    benefit: str = ""
    """Who is better off and how, in their words."""
    figure: str = ""
    """The number that shows it, as one would say it: ``17 minutes instead of 3 weeks``."""
    stance: Stance | None = None
    areas: tuple[str, ...] = ()
    """The business areas that it concerns; none where it concerns everybody."""
    links: tuple[str, ...] = ()
    """Addresses and paths of what goes with it."""
    on: date
    """The day of what it tells; freshness counts from here."""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """A story belongs to the programme; its tellings belong to people."""
        return ()

    @property
    def is_open(self) -> bool:
        """Stories are always at hand."""
        return True


class Telling(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag="telling", tag_field="kind"
):
    """A story told: to people, to a business area, or to both."""

    id: str
    story_id: str
    person_ids: tuple[str, ...] = ()
    area: str = ""
    """The business area that was told as a whole."""
    on: date
    channel: Channel = Channel.MEETING
    landed: int | None = None
    """How it was taken: -2 (badly) to +2 (they told it on)."""
    note: str = ""
    """Markdown: what they made of it."""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return self.person_ids

    @property
    def is_open(self) -> bool:
        """Who has heard what is always at hand."""
        return True


class Occasion(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag="occasion", tag_field="kind"
):
    """Something that calls for a story while it is fresh: an incident, a campaign's end."""

    id: str
    what: str
    on: date
    areas: tuple[str, ...] = ()
    story_id: str = ""
    """The story that came of it."""
    dropped: str = ""
    """Why there will be none; empty otherwise."""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """An occasion belongs to the programme."""
        return ()

    @property
    def is_open(self) -> bool:
        """Occasions stay at hand, with or without their story."""
        return True

    @property
    def wants_story(self) -> bool:
        """Whether its story is still to be written."""
        return not self.story_id and not self.dropped
