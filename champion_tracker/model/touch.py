"""Interactions: the dated touches of which a relationship is made."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Channel(StrEnum):
    """How a touch came about."""

    MEETING = "meeting"
    CALL = "call"
    EMAIL = "e-mail"
    MESSAGE = "message"
    PRESENTATION = "presentation"
    EVENT = "event"
    HALLWAY = "hallway"


class Weighing(StrEnum):
    """Whether an interaction counts as something said or as something done."""

    WORDS = "words"
    ACTION = "action"


class Effect(StrEnum):
    """Which way words or an action went."""

    FOR = "for"
    AGAINST = "against"


class Evidence(StrEnum):
    """What an interaction proves of a champion.

    The three parts of the champion test of MEDDPICC (A. Whyte, *MEDDICC*, 2020).
    """

    ACCESS = "access"
    """They have power and influence, and gave us the use of it."""
    SPOKE = "spoke"
    """They spoke for us when we were not in the room."""
    STAKE = "stake"
    """They have something of their own to gain from our success."""


class Interaction(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag="interaction", tag_field="kind"
):
    """A dated touch with one or more people."""

    id: str
    person_ids: tuple[str, ...]
    on: date
    channel: Channel = Channel.MEETING
    note: str = ""
    """Markdown: what was said."""
    sentiment: int | None = None
    """-2 (hostile) to +2 (warm)."""
    weighing: Weighing | None = None
    effect: Effect | None = None
    shows: tuple[Evidence, ...] = ()
    """What it proves of a champion."""
    one_way: bool = False
    """Whether only one side spoke; such a touch weighs half."""
    private: bool = False
    recorded_at: datetime

    @property
    def about(self) -> tuple[str, ...]:
        """The persons whose history this belongs to."""
        return self.person_ids

    @property
    def is_open(self) -> bool:
        """Whether the agenda needs this record itself (it needs only the digest of it)."""
        return False

    @property
    def is_harm(self) -> bool:
        """Whether this is an action against the programme."""
        return self.weighing is Weighing.ACTION and self.effect is Effect.AGAINST
