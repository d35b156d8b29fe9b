"""Risk: the objections that stand, those that nothing is done about, those without proof."""

from collections.abc import Iterator
from datetime import date

from ...model import Objection, ObjectionStatus, Workspace
from ..counting import counted
from ..objections import by_gravity, is_unmitigated, is_unproven, objection_seen
from ..repertoire import Repertoire
from ..roster import Quarter
from .facts import trend, worst_first
from .light import Action, Barrier, BarrierName, Fact, Light


def risk(workspace: Workspace, repertoire: Repertoire, today: date) -> Barrier:
    """Objections that stand, those that nothing is done about, those without proof."""
    seen = by_gravity(workspace)
    standing = [o for o in seen if o.status is ObjectionStatus.STANDING]
    bare = [o for o in standing if is_unmitigated(o)]
    unproven = [o for o in seen if is_unproven(o)]
    light = Light.FAILING if bare else Light.WATCH if standing or unproven else Light.HOLDING
    if not seen:
        light, facts = Light.BLANK, [Fact("Nobody's objection is on record")]
        action = Action("Ask somebody powerful what they fear, and write it down.", "objection")
    else:
        facts = list(_facts(seen, standing, bare, unproven))
        action = (
            _unanswered(bare, unproven)
            or _unheard(workspace, standing, repertoire, today)
            or Action("Keep the answers at hand for the next meeting.", "objection")
        )
    held = workspace.objections.values()
    return Barrier(
        BarrierName.RISK,
        light,
        worst_first(facts),
        "objections standing at its end",
        trend(today, lambda quarter: sum(_stood(o, quarter, today) for o in held)),
        action,
    )


def _facts(
    seen: list[Objection],
    standing: list[Objection],
    bare: list[Objection],
    unproven: list[Objection],
) -> Iterator[Fact]:
    for group, words, is_bad in (
        (bare, "without mitigation", True),
        (unproven, "without proof from peers or a success of our own", True),
        (standing, "standing", True),
        ([o for o in seen if o.status is not ObjectionStatus.STANDING], "softened or gone", False),
    ):
        if group:
            ids = tuple(o.id for o in group)
            yield Fact(f"{counted(len(group), 'objection')} {words}", ids, is_bad)


def _unanswered(bare: list[Objection], unproven: list[Objection]) -> Action | None:
    """An answer to what lacks one, or else proof for one that lacks that."""
    if not bare and not unproven:
        return None
    first = (bare or unproven)[0]
    what = "What do we do about" if bare else "Who has done it before? Find proof against"
    return Action(f"{what}: {first.risk}", "objection", first.id)


def _unheard(
    workspace: Workspace, standing: list[Objection], repertoire: Repertoire, today: date
) -> Action | None:
    """To tell somebody the success of ours that answers what they fear."""
    for objection in standing:
        found = objection_seen(workspace, objection, today, repertoire)
        if found.unheard and found.person is not None:
            story = found.unheard[0]
            words = f"Tell {found.person.name} of: {story.title}"
            return Action(words, "tell", story.id, found.person.id)
    return None


def _stood(objection: Objection, quarter: Quarter, today: date) -> bool:
    """Whether it stood at the end of a quarter."""
    if objection.raised_on > quarter.last:
        return False
    still = objection.status is ObjectionStatus.STANDING
    return still or (objection.changed_on or today) > quarter.last
