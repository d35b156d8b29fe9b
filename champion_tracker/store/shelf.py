"""A mapping of records that stay as they were written until somebody looks at them."""

from collections.abc import (
    Callable,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    Mapping,
    ValuesView,
)
from typing import Generic, NamedTuple, TypeVar, overload

T = TypeVar("T")


class Unread(NamedTuple, Generic[T]):
    """Records that nobody has looked at yet."""

    some: Callable[[], bool]
    """Says whether there are any."""
    one: Callable[[str], T | None]
    """Reads one by its identifier; None where there is none."""
    all: Callable[[], dict[str, T]]
    """Reads every one."""


class Shelf(dict[str, T]):
    """Reads one record when it is looked up, and all of them when all are asked for.

    Who is due is known from a few records; whoever lists, counts or compares wants all. Either
    way it shows the same, and what is put here stands before what is still unread.
    """

    def __init__(self) -> None:
        super().__init__()
        self.changes = 0
        """How often anything was put here, taken away, or read at last; it only grows."""
        self._unread: Unread[T] | None = None
        self._gone: set[str] = set()

    def lay(self, unread: Unread[T]) -> None:
        """Show these records, and nothing else."""
        self.clear()
        self._unread = unread

    def _read(self) -> None:
        if self._unread is not None:
            own, gone = dict(super().items()), self._gone
            read = {k: own.pop(k, v) for k, v in self._unread.all().items() if k not in gone}
            self.clear()
            self.update(read)
            self.update(own)

    def _read_one(self, key: str) -> T | None:
        if self._unread is None or key in self._gone:
            return None
        found = self._unread.one(key)
        if found is not None:
            self[key] = found
        return found

    def __missing__(self, key: str) -> T:
        found = self._read_one(key)
        if found is None:
            raise KeyError(key)
        return found

    @overload  # type: ignore[override]
    def get(self, key: str) -> T | None: ...
    @overload
    def get(self, key: str, default: T) -> T: ...
    def get(self, key: str, default: T | None = None) -> T | None:
        """See `dict.get`."""
        found = super().get(key)
        if found is None and self._unread is not None:
            found = self._read_one(key)
        return default if found is None else found

    def pop(self, key: str, *default: T | None) -> T | None:  # type: ignore[override]
        """See `dict.pop`."""
        found = self.get(key, *default) if default else self[key]
        self.changes += 1
        super().pop(key, None)
        if self._unread is not None:
            self._gone.add(key)
        return found

    def clear(self) -> None:
        """See `dict.clear`."""
        super().clear()
        self.changes += 1
        self._unread = None
        self._gone = set()

    def update(self, others: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:  # type: ignore[override]
        """See `dict.update`."""
        super().update(others)
        self.changes += 1

    def __setitem__(self, key: str, value: T) -> None:
        super().__setitem__(key, value)
        self.changes += 1
        self._gone.discard(key)

    def __delitem__(self, key: str) -> None:
        self.pop(key)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        self._read()
        return super().__iter__()

    def __reversed__(self) -> Iterator[str]:
        self._read()
        return super().__reversed__()

    def __len__(self) -> int:
        self._read()
        return super().__len__()

    def __bool__(self) -> bool:
        if self._unread is not None and not self._gone:
            return super().__len__() > 0 or self._unread.some()
        return len(self) > 0

    def __eq__(self, other: object) -> bool:
        self._read()
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """See `dict.keys`."""
        self._read()
        return super().keys()

    def values(self) -> ValuesView[T]:  # type: ignore[override]
        """See `dict.values`."""
        self._read()
        return super().values()

    def items(self) -> ItemsView[str, T]:  # type: ignore[override]
        """See `dict.items`."""
        self._read()
        return super().items()
