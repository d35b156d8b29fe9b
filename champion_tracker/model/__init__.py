"""What things are: typed, immutable records that know nobody and do no input or output."""

from . import records  # noqa: F401
from .ask import Ask, AskStatus
from .card import Card
from .changes import Commit, Edit, Record
from .clash import Clash
from .digest import Act, Digest
from .errors import (
    Ambiguous,
    BadInput,
    Conflict,
    NotFound,
    TrackerError,
    WorkspaceError,
)
from .goal import Goal, Reading
from .identity import new_id
from .judgement import Assessment, Engagement, Standing
from .matters import Answer, FollowUp
from .objection import Objection, ObjectionStatus, Proof
from .person import NurturePlan, Person, Pin, Position
from .promise import Outcome, Promise
from .prompt import Prompt, PromptKind
from .resting import Resting, Rests, Watch
from .seat import Seat
from .settings import Preferences, Settings
from .story import Occasion, Stance, Story, Telling
from .tie import Relation, Tie
from .touch import Channel, Effect, Evidence, Interaction, Weighing
from .verdict import Verdict, verdict_id
from .workspace import Matter, Workspace

__all__ = [
    "Act",
    "Ambiguous",
    "Answer",
    "Ask",
    "AskStatus",
    "Assessment",
    "BadInput",
    "Card",
    "Channel",
    "Clash",
    "Commit",
    "Conflict",
    "Digest",
    "Edit",
    "Effect",
    "Engagement",
    "Evidence",
    "FollowUp",
    "Goal",
    "Interaction",
    "Matter",
    "NotFound",
    "NurturePlan",
    "Objection",
    "ObjectionStatus",
    "Occasion",
    "Outcome",
    "Person",
    "Pin",
    "Position",
    "Preferences",
    "Promise",
    "Prompt",
    "PromptKind",
    "Proof",
    "Reading",
    "Record",
    "Relation",
    "Resting",
    "Rests",
    "Seat",
    "Settings",
    "Stance",
    "Standing",
    "Story",
    "Telling",
    "Tie",
    "TrackerError",
    "Verdict",
    "Watch",
    "Weighing",
    "Workspace",
    "WorkspaceError",
    "new_id",
    "verdict_id",
]
