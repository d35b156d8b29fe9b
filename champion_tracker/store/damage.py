"""What is said of a file that is not what was written."""

from ..model import WorkspaceError

REPAIR = "Run `champion-tracker check --repair`; it keeps the damaged file."


class Damaged(WorkspaceError):
    """A file of the workspace fails its checksum or lacks; ``name`` says which."""

    def __init__(self, name: str, what: str = "is damaged") -> None:
        super().__init__(f"{name} {what}.", REPAIR)
        self.name = name
