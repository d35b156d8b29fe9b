"""Records and commits for trials of the store."""

import os
import sys
from datetime import UTC, date, datetime, timedelta

from champion_tracker.model import (
    Answer,
    Assessment,
    Commit,
    Edit,
    Engagement,
    FollowUp,
    Interaction,
    Person,
    Record,
    new_id,
)

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def commit_of(*edits: Edit, verb: str = "log", who: str = "Ann") -> Commit:
    return Commit(id=new_id("c"), at=START, who=who, verb=verb, summary="something", edits=edits)


def made(*records: Record) -> Commit:
    return commit_of(*(Edit(after=record) for record in records))


def changed(before: Record, after: Record) -> Commit:
    return commit_of(Edit(before=before, after=after))


def touch(*people: str, day: int = 0, note: str = "", key: str = "") -> Interaction:
    return Interaction(
        id=key or new_id("i"),
        person_ids=people,
        on=date(2026, 3, 2) + timedelta(days=day),
        note=note,
        recorded_at=START + timedelta(days=day),
    )


ANN = Person(id="p-ann", name="Ann Lee", notes="Likes **trains**", emails=("ann@example.org",))
BEN = Person(id="p-ben", name="Ben Óg", followed_since=date(2026, 1, 1))
WAIT = FollowUp(id="f-1", person_id="p-ann", due=date(2026, 4, 1), text="Send", recorded_at=START)
LATER = Answer(id="touch:p-ann", cause="2026-03-02", person_id="p-ann", on=date(2026, 3, 2))


def judged(person_id: str, influence: int = 4) -> Assessment:
    return Assessment(
        id=new_id("a"),
        person_id=person_id,
        on=date(2026, 3, 2),
        influence=influence,
        openness=3,
        engagement=Engagement.SUPPORTIVE,
        why="asked for the Résumé",
        recorded_at=START,
    )


def count(name: str, default: int) -> int:
    """How many times to try: CHAMPION_TRACKER_<name>, for long proofs."""
    return int(os.environ.get(f"CHAMPION_TRACKER_{name}", default))


def say(text: str) -> None:
    """Print at once; for a child process, and for the counts of a proof."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
