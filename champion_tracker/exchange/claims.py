"""Who in the workspace is claimed by which rows of a file, while evidence is weighed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ..model import Person, Verdict
from .answering import Answers
from .directory import Directory
from .grouping import Group, grouped, names_at, without_post_ids
from .incoming import Incoming, namespace, own_id
from .names import spelt_in


class Claims:
    """The rows of a file in groups, a person each, and whom of the workspace they claim.

    What one group has claimed, no other can claim again, but by word of the user.
    """

    def __init__(
        self, incoming: Sequence[Incoming], people: list[Person], verdicts: Iterable[Verdict]
    ) -> None:
        self.known = Directory(people)
        rows, notes = without_post_ids(incoming, self._names_of)
        self.notes = notes
        """What the user should know about the identifiers of the file."""
        self.answers = Answers(verdicts, people, rows)
        self._names_at = names_at(rows)
        self.groups = grouped(rows, self.is_personal)
        self._left = self.groups
        self._claimed: set[str] = set()
        self._by_word: set[str] = set()
        """Of the claimed, those who are so because the user said it of some row."""

    def _names_of(self, identifier: str) -> list[str]:
        return [person.name for person in self.known.of_id.get(identifier, ())]

    # --- the groups

    def open(self) -> list[Group]:
        """The groups of which it is neither said who they are, nor that it cannot be told."""
        self._left = [group for group in self._left if not group.is_settled]
        return self._left

    def namesakes(self) -> list[list[Group]]:
        """The open groups, those of one name together."""
        groups: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
        for group in self.open():
            groups[group.words].append(group)
        return list(groups.values())

    def settle(self, group: Group, person: Person, *, by_word: bool = False) -> None:
        """Say who a group is; ``by_word`` where the user did."""
        group.person = person
        self._claimed.add(person.id)
        if by_word:
            self._by_word.add(person.id)

    def join(self) -> None:
        """Take rows together that are one person's by word of the user, or by two identifiers."""
        first: dict[str, Group] = {}
        kept = []
        for group in self.groups:
            one = first.setdefault(group.person.id, group) if group.person else group
            mine, theirs = one.first.source_id, group.first.source_id
            if one is not group and (mine != theirs or not mine):
                one.rows += group.rows
            else:
                kept.append(group)
        self.groups = kept

    def join_by_word(self) -> None:
        """The same, where the user has said anything."""
        if self._by_word:
            self.join()

    def refuse_doubles(self) -> None:
        """Leave open whatever two groups claim by evidence of the same strength."""
        owners = Counter(group.person.id for group in self.groups if group.person)
        for group in self.groups:
            if group.person and owners[group.person.id] > 1:
                person, group.person = group.person, None
                group.leave_open(f"Several rows would be {person.name}.", [person])

    # --- the people

    def is_free(self, person: Person, group: Group) -> bool:
        """Whether nobody has claimed ``person``, and no identifier says that it is another."""
        if person.id in self._claimed or self.answers.deny(group, person):
            return False
        mine = group.first.source_id
        if not mine:
            return True
        theirs = {own_id(person), *person.source_ids}
        return mine in theirs or namespace(mine) not in set(map(namespace, theirs))

    def known_as(self, group: Group) -> list[Person]:
        """The people of exactly this name whom nothing else has claimed."""
        return [person for person in self.named(group) if self.is_free(person, group)]

    def named(self, group: Group) -> list[Person]:
        """The people of exactly this name."""
        return self.known.of_words.get(" ".join(group.words), [])

    def claimed_namesakes(self, group: Group) -> list[Person]:
        """The people of exactly this name to whom another row belongs, and this one might, too."""
        mine = group.first.source_id
        return [
            person
            for person in self.named(group)
            if person.id in self._claimed
            and not self.answers.deny(group, person)
            and not (mine and namespace(mine) in map(namespace, person.source_ids))
        ]

    def is_by_word(self, person: Person) -> bool:
        """Whether somebody is claimed because the user said it of some row."""
        return person.id in self._by_word

    # --- the addresses

    def is_personal(self, address: str) -> bool:
        """Whether an address is one person's only, in the file and in the workspace."""
        return len(self._names_at[address]) == 1 and len(self.known.of_email.get(address, ())) <= 1

    def owner_of_address(self, group: Group) -> Person | None:
        """Somebody of another name whose own address the rows carry, and nobody else does."""
        for address in sorted(group.emails):
            owners = self.known.of_email.get(address, [])
            if (
                len(owners) == 1
                and self.is_personal(address)
                and self.is_free(owners[0], group)
                and not spelt_in(group.first.name, address)
            ):
                return owners[0]
        return None
