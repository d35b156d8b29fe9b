"""Who is who: which person of the workspace, if any, each row of a file is about.

Evidence is weighed in an order: what the user has said, an identifier of the source, an address
or profile that is one person's only, the name within the organisation. What stronger evidence has
claimed, weaker evidence cannot claim again. What is left doubtful is said to be so, and never
guessed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from ..model import Person, Verdict
from .answering import Answers
from .directory import Directory
from .grouping import Group, grouped, is_profile, names_at, without_post_ids
from .incoming import Incoming, namespace, own_id
from .names import Likeness, abbreviates, likeness, same_at, spelt_in
from .signs import are_told_apart, holds, is_near, is_of, share_organization
from .spelling import link_key


class Match(Struct, frozen=True, kw_only=True):
    """Rows that are about one person, and who that is."""

    rows: tuple[Incoming, ...]
    person: Person | None = None
    """None for somebody new, or while in doubt."""
    doubt: str = ""
    """Why it cannot be told who this is, as a sentence; empty when it can."""
    suspects: tuple[Person, ...] = ()
    """Whom the rows may be about, while in doubt."""
    key: str = ""
    """What stands for the rows in an answer, where there is somebody to suspect."""


def match(
    incoming: Sequence[Incoming], people: Iterable[Person], verdicts: Iterable[Verdict] = ()
) -> tuple[list[Match], list[str]]:
    """Say of each row whom it is about, and what the user should know about how that was told."""
    matcher = _Matcher(incoming, list(people), verdicts)
    matcher.by_answer()
    matcher.by_identifier()
    matcher.by_email()
    matcher.by_link()
    matcher.by_name()
    matcher.by_short_name()
    matcher.doubts()
    return [
        Match(
            rows=tuple(group.rows),
            person=group.person,
            doubt=group.doubt,
            suspects=group.suspects,
            key=matcher.answers.keys(group)[0] if group.suspects else "",
        )
        for group in matcher.groups
    ], matcher.notes


class _Matcher:
    def __init__(
        self, incoming: Sequence[Incoming], people: list[Person], verdicts: Iterable[Verdict]
    ) -> None:
        self._known = Directory(people)
        rows, self.notes = without_post_ids(incoming, self._names_of)
        self.answers = Answers(verdicts, people, rows)
        self._names_at = names_at(rows)
        self.groups = grouped(rows, self._is_personal)
        self._left = self.groups
        self._claimed: set[str] = set()
        self._by_word: set[str] = set()
        """Of the claimed, those who are so because the user said it of some row."""

    def _names_of(self, identifier: str) -> list[str]:
        return [person.name for person in self._known.of_id.get(identifier, ())]

    def _is_personal(self, address: str) -> bool:
        """Whether an address is one person's only, in the file and in the workspace."""
        return len(self._names_at[address]) == 1 and len(self._known.of_email.get(address, ())) <= 1

    # --- what the workspace tells, strongest first

    def by_answer(self) -> None:
        """Settle the groups of which the user has said who they are."""
        for group in self._open():
            if person := self.answers.person(group):
                self._settle(group, person)
                self._by_word.add(person.id)

    def by_identifier(self) -> None:
        """Settle the groups whose identifier is known."""
        for group in self._open():
            if not group.first.source_id:
                continue
            known = [
                person
                for person in self._known.of_id.get(group.first.source_id, ())
                if not self.answers.deny(group, person)
            ]
            alike = [p for p in known if likeness(p.name, group.first.name) > Likeness.DIFFERENT]
            if len(alike) == 1:
                self._settle(group, alike[0])
            elif len(known) > 1:
                group.leave_open("Several people here have its identifier.", known)
            elif known:
                group.leave_open(
                    f"Its identifier is that of {known[0].name}, a wholly different name.", known
                )
        self._join()
        self._refuse_doubles()

    def by_email(self) -> None:
        """Settle the groups with an address that one known person has."""
        self._by_mark(
            lambda group: group.emails,
            lambda mark: self._known.of_email.get(mark, []),
            lambda mark: self._is_personal(mark),
            same_at,
        )

    def by_link(self) -> None:
        """Settle the groups with a personal profile that one known person has."""
        self._by_mark(
            lambda group: {link_key(x) for row in group.rows for x in row.links if is_profile(x)},
            lambda mark: self._known.of_link.get(mark, []),
            lambda _: True,
            lambda one, other, _: likeness(one, other) > Likeness.DIFFERENT,
        )

    def _by_mark(
        self,
        marks: Callable[[Group], set[str]],
        known: Callable[[str], list[Person]],
        counts: Callable[[str], bool],
        is_same: Callable[[str, str, str], bool],
    ) -> None:
        left = self._open()
        for group in left:
            found = {
                person.id: person
                for mark in marks(group)
                if counts(mark) and len(known(mark)) == 1
                for person in known(mark)
                if self._is_free(person, group) and is_same(person.name, group.first.name, mark)
            }
            if len(found) == 1:
                self._settle(group, *found.values())
            elif found:
                group.leave_open("Its addresses belong to several people.", found.values())
        if left:
            self._refuse_doubles()

    def by_name(self) -> None:
        """Settle the groups whose name is known in their organisation."""
        for namesakes in self._namesakes():
            left = [group for group in namesakes if not group.is_settled]
            candidates = {
                id(group): [p for p in self._known_as(group) if is_of(p, group)] for group in left
            }
            for group in left:
                exact = self._exact(group, candidates[id(group)])
                rivals = [g for g in left if g is not group and exact and holds(exact[0], g)]
                if len(exact) == 1 and not rivals:
                    self._settle(group, exact[0])
            for group in [group for group in left if not group.is_settled]:
                self._only_one(group, left, candidates[id(group)])
        if self._by_word:
            self._join()

    def _exact(self, group: Group, candidates: Iterable[Person]) -> list[Person]:
        """Who holds just what the rows say; also of those whom the user knows in another row."""
        claimed = [p for p in self._claimed_namesakes(group) if p.id in self._by_word]
        free = (p for p in candidates if self._is_free(p, group))
        return [person for person in (*free, *claimed) if holds(person, group)]

    def _claimed_namesakes(self, group: Group) -> list[Person]:
        """The people of exactly this name to whom another row belongs, and this one might, too."""
        mine = group.first.source_id
        return [
            person
            for person in self._known.of_words.get(" ".join(group.words), [])
            if person.id in self._claimed
            and not self.answers.deny(group, person)
            and not (mine and namespace(mine) in map(namespace, person.source_ids))
        ]

    def _only_one(self, group: Group, left: list[Group], candidates: list[Person]) -> None:
        """Settle a group if one person is left for it and it is alone left for that person."""
        free = [person for person in candidates if self._is_free(person, group)]
        rivals = [
            other
            for other in left
            if other is not group and not other.person and share_organization(group, other)
        ]
        apart = all(are_told_apart(group, other, self._is_personal) for other in rivals)
        if len(free) == 1 and not rivals:
            self._settle(group, free[0])
            return
        if free:
            group.leave_open(_several(free), free)
            return
        known = [
            person
            for person in self._known.of_words.get(" ".join(group.words), [])
            if is_of(person, group) and not self.answers.deny(group, person)
        ]
        if known and (is_near(known[0], group) or not self._is_namesake(group, rivals, known)):
            group.leave_open(_again(known[0]), known)
        elif rivals and not apart and not known:
            # Somebody of this name there is: the first row brings them, and then the rest is asked.
            first = min((group, *rivals), key=left.index)
            if first is not group:
                group.leave_open(
                    f"{first.first.where} has this name in this organisation, too, and nothing "
                    "tells whether they are one person. Import again to say so."
                )

    def _is_namesake(self, group: Group, rivals: list[Group], people: list[Person]) -> bool:
        """Whether the rows that are these people, or may be, say that this is somebody else."""
        known = {person.id for person in people}
        theirs = [other for other in self.groups if other.person and other.person.id in known]
        return all(are_told_apart(group, other, self._is_personal) for other in (*rivals, *theirs))

    def by_short_name(self) -> None:
        """Settle the groups whose name is somebody's in short, with the same title in one place.

        Only where neither the name nor the person could be taken for another.
        """
        left = self._open()
        pairs = [(group, near) for group in left if (near := self._near(group))]
        wanted = Counter(person.id for _, near in pairs for person in near)
        for group, near in pairs:
            only = near[0]
            if (
                len(near) == 1
                and wanted[only.id] == 1
                and abbreviates(only.name, group.first.name)
                and not self._known_as(group)
                and self._owner_of_address(group) in (None, only)
            ):
                self._settle(group, only)
            else:
                group.leave_open(f"{only.name} has the same title there; it may be the same.", near)

    def doubts(self) -> None:
        """Leave open who a row is about where somebody known may be meant."""
        for group in self._open():
            if owner := self._owner_of_address(group):
                group.leave_open(
                    f"Its e-mail address is that of {owner.name}, a different name.", [owner]
                )
            elif elsewhere := self._known_as(group):
                group.leave_open(_elsewhere(elsewhere[0]), elsewhere)
            elif again := [p for p in self._claimed_namesakes(group) if is_near(p, group)]:
                group.leave_open(_again(again[0]), again)

    def _near(self, group: Group) -> list[Person]:
        """The people with the same title in the same place for whose name this one may stand."""
        found = {
            person.id: person
            for row in group.rows
            for person in self._known.holding(row.organization, row.title)
            if likeness(person.name, row.name) is Likeness.CLOSE and self._is_free(person, group)
        }
        return list(found.values())

    def _owner_of_address(self, group: Group) -> Person | None:
        """Somebody of another name whose own address the rows carry, and nobody else does."""
        for address in sorted(group.emails):
            owners = self._known.of_email.get(address, [])
            if (
                len(owners) == 1
                and self._is_personal(address)
                and self._is_free(owners[0], group)
                and not spelt_in(group.first.name, address)
            ):
                return owners[0]
        return None

    # --- small things

    def _open(self) -> list[Group]:
        self._left = [group for group in self._left if not group.is_settled]
        return self._left

    def _settle(self, group: Group, person: Person) -> None:
        group.person = person
        self._claimed.add(person.id)

    def _join(self) -> None:
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

    def _refuse_doubles(self) -> None:
        """Leave open whatever two groups claim by evidence of the same strength."""
        owners = Counter(group.person.id for group in self.groups if group.person)
        for group in self.groups:
            if group.person and owners[group.person.id] > 1:
                person, group.person = group.person, None
                group.leave_open(f"Several rows would be {person.name}.", [person])

    def _namesakes(self) -> list[list[Group]]:
        groups: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
        for group in self._open():
            groups[group.words].append(group)
        return list(groups.values())

    def _known_as(self, group: Group) -> list[Person]:
        """The people of exactly this name whom nothing else has claimed."""
        named = self._known.of_words.get(" ".join(group.words), [])
        return [person for person in named if self._is_free(person, group)]

    def _is_free(self, person: Person, group: Group) -> bool:
        """Whether nobody has claimed ``person``, and no identifier says that it is another."""
        if person.id in self._claimed or self.answers.deny(group, person):
            return False
        mine = group.first.source_id
        if not mine:
            return True
        theirs = {own_id(person), *person.source_ids}
        return mine in theirs or namespace(mine) not in set(map(namespace, theirs))


def _again(person: Person) -> str:
    return (
        f"{person.name} is listed in another row, "
        "and nothing tells whether this is a second post or a namesake."
    )


def _several(people: Sequence[Person]) -> str:
    if len(people) == 1:
        return f"Several rows may be {people[0].name}, and nothing tells which."
    return f"{len(people)} people of this name are known in this organisation."


def _elsewhere(person: Person) -> str:
    places = [p.organization for p in person.positions if p.organization]
    where = f"at {places[-1]}" if places else "without an organisation"
    return (
        f"{person.name} is known {where}, and nothing shows whether this is the same person; "
        "an e-mail address in common would."
    )
