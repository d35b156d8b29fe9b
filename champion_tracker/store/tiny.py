"""The workspace as a TinyDB, for scripts: its queries, and changes that become commits.

It stands on TinyDB's extension points: a storage that reads snapshots and journal together, and a
table whose document identifiers are ours and whose changes are appended, not rewritten:

    with WorkspaceDB(path, who="me") as database:
        calls = database.table("history").search(where("channel") == "call")
        database.table("people").update({"tags": ["budget"]}, doc_ids=["p-7kq2m9xw4c3a"])
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from ..model import BadInput, Commit, Edit, Record, new_id
from .workspace import WorkspaceStore, open_workspace

Documents = dict[str, dict[str, Any]]


class WorkspaceStorage(Storage):
    """What TinyDB reads from: ``people`` and ``history``, snapshots and journal in one."""

    def __init__(self, path: Path, who: str = "") -> None:
        self.store: WorkspaceStore = open_workspace(path, who=who)

    def read(self) -> dict[str, Documents]:
        """Every record by table and identifier, as it is now."""
        self.store.refresh()
        return {
            "people": _documents(self.store.workspace.people.values()),
            "history": _documents(self.store.dated()),
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Refuse: a workspace is never rewritten.

        Raises:
            BadInput: always.
        """
        raise BadInput("A workspace is changed record by record.", "Use the tables' own methods.")

    def close(self) -> None:
        """Let go of the workspace."""
        self.store.close()


class RecordTable(Table):
    """A table whose documents are records, checked as such, and bear their own identifiers."""

    document_id_class = str  # type: ignore[assignment]
    # Others may commit at any time.
    default_query_cache_capacity = 0

    def insert(self, document: Mapping[str, Any]) -> str:  # type: ignore[override]
        """Make a record; return its identifier.

        Raises:
            BadInput: it is no record.
            Conflict: there is one of that identifier.
        """
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[str]:  # type: ignore[override]
        """Make records together; return their identifiers.

        Raises: as `insert`.
        """
        records = [_record(document) for document in documents]
        self._commit([Edit(after=record) for record in records])
        return [record.id for record in records]

    def update(  # type: ignore[override]
        self,
        fields: Mapping[str, Any] | Callable[[dict[str, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[str] | None = None,
    ) -> list[str]:
        """Change the records that match, together; return their identifiers.

        Raises:
            BadInput: one of them would no longer be a record.
            Conflict: somebody changed one of them meanwhile.
        """
        edits = []
        for found in self._matching(cond, doc_ids):
            changed = dict(found)
            if callable(fields):
                fields(changed)
            else:
                changed.update(fields)
            edits.append(Edit(before=_record(found), after=_record(changed)))
        return self._commit(edits)

    def remove(  # type: ignore[override]
        self, cond: QueryLike | None = None, doc_ids: Iterable[str] | None = None
    ) -> list[str]:
        """Remove the records that match, together; return their identifiers.

        Raises:
            Conflict: somebody changed one of them meanwhile.
        """
        return self._commit([Edit(before=_record(d)) for d in self._matching(cond, doc_ids)])

    def _matching(
        self, cond: QueryLike | None, doc_ids: Iterable[str] | None
    ) -> Sequence[Document]:
        if doc_ids is not None:
            wanted = set(doc_ids)
            return [document for document in self if cast("str", document.doc_id) in wanted]
        return self.search(cond) if cond is not None else self.all()

    def _commit(self, edits: list[Edit]) -> list[str]:
        if edits:
            commit = Commit(
                id=new_id("c"),
                at=datetime.now().astimezone(),
                verb="script",
                summary=f"A script changed {len(edits)} records",
                edits=tuple(edits),
            )
            cast("WorkspaceStorage", self.storage).store.commit(commit)
        return [edit.record.id for edit in edits]


class WorkspaceDB(TinyDB):
    """A TinyDB on a workspace folder: ``WorkspaceDB(path, who="me")``."""

    default_storage_class = WorkspaceStorage  # type: ignore[assignment]
    table_class = RecordTable


def _documents(records: Iterable[Record]) -> Documents:
    return {record.id: msgspec.to_builtins(record) for record in records}


def _record(document: Mapping[str, Any]) -> Record:
    try:
        return msgspec.convert(dict(document), Record)  # type: ignore[no-any-return]
    except msgspec.ValidationError as error:
        raise BadInput(f"This is no record: {error}.") from error
