"""Coverage: where a champion is missing, or is the only one."""

from collections.abc import Iterator
from datetime import date

from ..model import Person, Prompt, PromptKind, Standing, Workspace
from .areas import Area
from .days import ago
from .roster import Champion, Roster
from .seats import Holding, Tenure, holdings


def coverage_prompts(
    roster: Roster, workspace: Workspace, areas: dict[str, Area], today: date
) -> Iterator[Prompt]:
    """What is missing among the champions, in the areas served, and at the table."""
    for person, left_on in roster.gone.values():
        yield _champion_left(person, left_on, today)
    if roster.champion_count == 1 and not _only(roster).has_left:
        yield _only_champion(roster, today)
    if roster.begun is not None:
        if not roster.champion_count:
            yield _no_champion(roster, today)
        covered = roster.covered()
        for key in sorted(areas.keys() - covered):
            yield _bare_area(key, areas[key], roster, today)
    for found in holdings(workspace, today):
        if found.tenure is not Tenure.HELD:
            yield _open_seat(found, workspace, today)


def _only(roster: Roster) -> Champion:
    return next(iter(roster.champions.values()))


def _bare_area(key: str, area: Area, roster: Roster, today: date) -> Prompt:
    near = roster.allies.get(key, {}).get(Standing.POTENTIAL, {})
    return Prompt(
        kind=PromptKind.COVERAGE,
        key=f"coverage:area:{key}",
        cause="uncovered:" + ",".join(sorted(near)),
        why=f"{area.name} has neither champion nor supporter. {_who_might(near)}",
        due=today,
        weight=5,
    )


def _open_seat(found: Holding, workspace: Workspace, today: date) -> Prompt:
    seat, since = found.seat, found.since or found.seat.recorded_at.date()
    due = min(since, today)
    late = (today - due).days
    if found.tenure is Tenure.VACANT or found.holder is None:
        why, cause = f"{seat} has been vacant since {since}", f"vacant:{since}"
    else:
        why, cause = f"{found.holder.name} only acts as {seat}", f"acting:{found.holder.id}"
    return Prompt(
        kind=PromptKind.COVERAGE,
        key=f"coverage:seat:{seat.id}",
        cause=cause,
        person_id=found.holder.id if found.holder is not None else "",
        person=found.holder.name if found.holder is not None else "",
        why=f"{why}{_who_follows(found, workspace, today)}",
        due=due,
        overdue_days=late,
        weight=5 + min(late, 60) / 30,
    )


def _who_follows(found: Holding, workspace: Workspace, today: date) -> str:
    named = (workspace.people.get(person_id) for person_id in found.seat.heir_ids)
    heirs = [
        person.name
        for person in named
        if person is not None and person.archived_on is None and not person.has_left(today)
    ]
    return f". Might follow: {', '.join(heirs)}." if heirs else ": who might follow?"


def _champion_left(person: Person, left_on: date, today: date) -> Prompt:
    late = max(0, (today - left_on).days)
    last = max(person.positions, key=lambda position: position.end or date.min)
    return Prompt(
        kind=PromptKind.COVERAGE,
        key=f"coverage:left:{person.id}",
        cause=f"left:{last.id}",
        person_id=person.id,
        person=person.name,
        why=f"A champion left {ago(left_on, today)} ({last}): who follows them?",
        due=left_on,
        overdue_days=late,
        weight=8 + late / 30,
    )


def _only_champion(roster: Roster, today: date) -> Prompt:
    person = _only(roster).person
    return Prompt(
        kind=PromptKind.COVERAGE,
        key="coverage:single",
        cause=f"single:{person.id}",
        person_id=person.id,
        person=person.name,
        why=f"The only champion: what if they leave? {_who_might(roster.potential)}",
        due=today,
        weight=6,
    )


def _no_champion(roster: Roster, today: date) -> Prompt:
    known = sorted(roster.potential) + sorted(roster.gone)
    return Prompt(
        kind=PromptKind.COVERAGE,
        key="coverage:none",
        cause="none:" + ",".join(known),
        why=f"No champion at all. {_who_might(roster.potential)}",
        due=today,
        weight=7,
    )


def _who_might(potential: dict[str, Person]) -> str:
    if not potential:
        return "Nobody is a potential champion yet: look for reach and openness."
    names = sorted(person.name for person in potential.values())
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"Might become one: {shown}."
