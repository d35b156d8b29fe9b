"""The rows of one person together, from what a file says by itself."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from ..model import Person
from .incoming import Incoming
from .names import Likeness, likeness, words
from .spelling import email_key, link_key, organization_key, phone_key

_FEW_CLASHES = 2
_CLASH_SHARE = 50
"""One identifier in so many may meet another name before the column is no person's."""


class Group:
    """Rows of one person, while it is found out who that is."""

    __slots__ = ("doubt", "person", "rows", "suspects")

    def __init__(self, row: Incoming) -> None:
        self.rows = [row]
        self.person: Person | None = None
        self.doubt = ""
        self.suspects: tuple[Person, ...] = ()

    @property
    def first(self) -> Incoming:
        """The row that the person is known by."""
        return self.rows[0]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, folded."""
        return words(self.first.name)

    @property
    def is_settled(self) -> bool:
        """Whether it is said who this is, or that it cannot be told."""
        return self.person is not None or bool(self.doubt)

    @property
    def organizations(self) -> set[str]:
        """The organisations in the rows, folded."""
        return {organization_key(row.organization) for row in self.rows if row.organization}

    @property
    def emails(self) -> set[str]:
        """The e-mail addresses in the rows, as they are compared."""
        return {email_key(address) for row in self.rows for address in row.emails}

    def leave_open(self, doubt: str, suspects: Iterable[Person] = ()) -> None:
        """Say why it cannot be told who this is."""
        self.doubt, self.suspects = doubt, tuple(suspects)


def without_post_ids(
    incoming: Sequence[Incoming], names_of: Callable[[str], list[str]]
) -> tuple[list[Incoming], list[str]]:
    """The rows, their identifiers taken for the post's where they outlive its holders.

    Args:
        incoming: The rows.
        names_of: The names of those who have an identifier in the workspace.

    Returns:
        The rows, and a sentence for each source whose identifiers are no person's.
    """
    notes = []
    meetings: Counter[str] = Counter()
    clashes: Counter[str] = Counter()
    first_name: dict[str, str] = {}
    for row in filter(lambda row: row.source_id, incoming):
        other = first_name.setdefault(row.source_id, row.name)
        names = names_of(row.source_id) or ([other] if other is not row.name else [])
        if names:
            meetings[row.source] += 1
            clashes[row.source] += all(
                likeness(name, row.name) is Likeness.DIFFERENT for name in names
            )
    posts = {
        source
        for source, count in clashes.items()
        if count >= _FEW_CLASHES and count * _CLASH_SHARE >= meetings[source]
    }
    for source in sorted(posts):
        notes.append(
            f"The identifiers of “{source}” stay while the names beside them change "
            f"({clashes[source]} times here), so they belong to posts; "
            "people were told apart by address and name instead."
        )
    rows = [_as_post(row) if row.source in posts and row.source_id else row for row in incoming]
    return rows, notes


def grouped(rows: Sequence[Incoming], is_personal: Callable[[str], bool]) -> list[Group]:
    """Rows of one person together, in the order of their first."""
    groups: list[Group] = []
    namesakes: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    of_id: defaultdict[str, list[Group]] = defaultdict(list)
    for row in rows:
        near = of_id[row.source_id] if row.source_id else namesakes[words(row.name)]
        group = next((group for group in near if _is_one(group, row, is_personal)), None)
        if group is not None:
            group.rows.append(row)
            continue
        group = Group(row)
        groups.append(group)
        near.append(group)
    return groups


def _is_one(group: Group, row: Incoming, is_personal: Callable[[str], bool]) -> bool:
    """Whether ``row`` is about the same person as ``group``, from the file alone."""
    other = group.first
    if row.source_id:
        return likeness(other.name, row.name) is not Likeness.DIFFERENT
    if any(is_personal(address) for address in group.emails & set(_emails(row))):
        return True
    if any(is_profile(link) and link in one.links for one in group.rows for link in row.links):
        return True
    return any(_is_repeated(one, row) for one in group.rows)


def names_at(rows: Iterable[Incoming]) -> defaultdict[str, set[tuple[str, ...]]]:
    """The names that stand beside each e-mail address of the file."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        for address in _emails(row):
            found[address].add(words(row.name))
    return found


def is_profile(link: str) -> bool:
    """Whether a link leads to one person's page in a directory of persons."""
    return link_key(link).startswith(("linkedin.com/in/", "orcid.org/"))


def _is_repeated(one: Incoming, row: Incoming) -> bool:
    """Whether a row says of the same name what another one said, or shares its own number."""
    if organization_key(one.organization) != organization_key(row.organization):
        return False
    if set(map(phone_key, one.phones)) & set(map(phone_key, row.phones)):
        return True
    return replace(one, where="") == replace(row, where="")


def _emails(row: Incoming) -> list[str]:
    return [email_key(address) for address in row.emails]


def _as_post(row: Incoming) -> Incoming:
    value = row.source_id.removeprefix(f"{row.source}:")
    return replace(row, source_id="", post_id=row.post_id or value)
