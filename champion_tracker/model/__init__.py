"""What things are: typed, immutable records that know nobody and do no input or output."""

from .changes import Commit, Edit, Record
from .digest import Act, Digest
from .errors import (
    Ambiguous,
    BadInput,
    Conflict,
    NotFound,
    TrackerError,
    WorkspaceError,
)
from .identity import new_id
from .judgement import Assessment, Engagement, Standing
from .matters import Answer, FollowUp
from .person import NurturePlan, Person, Pin, Position
from .promise import Outcome, Promise
from .prompt import Prompt, PromptKind
from .settings import Settings
from .tie import Relation, Tie
from .touch import Channel, Effect, Evidence, Interaction, Weighing
from .workspace import Workspace

__all__ = [
    "Act",
    "Ambiguous",
    "Answer",
    "Assessment",
    "BadInput",
    "Channel",
    "Commit",
    "Conflict",
    "Digest",
    "Edit",
    "Effect",
    "Engagement",
    "Evidence",
    "FollowUp",
    "Interaction",
    "NotFound",
    "NurturePlan",
    "Outcome",
    "Person",
    "Pin",
    "Position",
    "Promise",
    "Prompt",
    "PromptKind",
    "Record",
    "Relation",
    "Settings",
    "Standing",
    "Tie",
    "TrackerError",
    "Weighing",
    "Workspace",
    "WorkspaceError",
    "new_id",
]
