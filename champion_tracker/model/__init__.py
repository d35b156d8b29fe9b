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
from .prompt import Prompt, PromptKind
from .settings import Settings
from .touch import Channel, Effect, Interaction, Weighing
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
    "FollowUp",
    "Interaction",
    "NotFound",
    "NurturePlan",
    "Person",
    "Pin",
    "Position",
    "Prompt",
    "PromptKind",
    "Record",
    "Settings",
    "Standing",
    "TrackerError",
    "Weighing",
    "Workspace",
    "WorkspaceError",
    "new_id",
]
