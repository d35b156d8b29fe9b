"""Two invented directories of one county, half a year apart, with everything that misleads.

Who is who is known here, so that it can be asserted: nobody is taken for somebody else, and
nobody is said to have moved who has not.
"""

from datetime import date

import pytest

from champion_tracker.exchange import ChangeKind, ImportChange
from tests.exchange.exchanging import Desk, kinds

SPRING, AUTUMN = date(2026, 3, 2), date(2026, 9, 1)
HEADER = "Name,Job Title,Organisation,Department,E-mail,Post ID\n"

OLD = """\
Dr. Rosa María Díaz,VP Marketing,HV Water Ltd,Press,rosa.diaz@hv.example,P1
William Thornton,CFO,HV Water Ltd,Finance,bill.thornton@hv.example,P2
J. R. Okafor,Head of Roads,Harborview County,Roads,jr.okafor@hv.example,P3
Wei Zhang,Engineer,HV Water Ltd,Networks,wei.zhang1@hv.example,P4
Wei Zhang,Senior Engineer,HV Water Ltd,Networks,wei.zhang2@hv.example,P5
Maria Santos,Clerk,Harborview County,Permits,,P6
Maria Santos,Planner,Harborview County,Permits,,P7
Ann Lee,Inspector,Harborview County,Roads,roads@hv.example,P8
Tom Berg,Dispatcher,Harborview County,Roads,roads@hv.example,P9
Laura Kim,Counsel,Harborview County,Legal,laura.kim@hv.example,P10
Łukasz Wiśniewski,Auditor,Harborview County,Audit,,P11
George Hill,Fire Chief,Harborview County,Fire,chief@hv.example,P12
Nils Ek,"Asst. Dir., IT",Harborview County,IT,nils.ek@hv.example,P13
Nguyen Van An,Surveyor,Harborview County,Roads,,P14
Priya Patel,Analyst,Harborview County,Finance,priya.patel@hv.example,P15
John Park Sr.,Foreman,Harborview County,Fleet,,P16
John Park Jr.,Mechanic,Harborview County,Fleet,,P17
Robert Hale,Fleet Manager,Harborview County,Fleet,,P18
Ольга Петрова,Registrar,Harborview County,Permits,olga.petrova@hv.example,P19
Sam Roy,Clerk of Works,Harborview County,Works,works@hv.example,P20
Sam Royce,Mason,Harborview County,Works,works@hv.example,P21
Vacant,Historian,Harborview County,Archive,archive@hv.example,P22
"""

NEW = """\
"DIAZ, Rosa Maria",Vice President of Marketing,HV Water Limited,Press,Rosa.Diaz@hv.example,P1
Bill Thornton,Chief Financial Officer,HV Water,Finance,bill.thornton@hv.example,P2
James R. Okafor,Head of Roads,Harborview County,Roads,jr.okafor@hv.example,P3
Wei Zhang,Principal Engineer,HV Water Ltd.,Networks,wei.zhang2@hv.example,P5
Wei Zhang,Engineer,HV Water Ltd.,Networks,wei.zhang1@hv.example,P4
Maria Santos,Planner,Harborview County,Permits,,P7
Maria Santos,Clerk,Harborview County,Permits,,P6
Tim Burke,Inspector,Harborview County,Roads,roads@hv.example,P8
Tom Berg,Dispatcher,Harborview County,Roads,roads@hv.example,P9
Laura Novak,Counsel,Harborview County,Legal,laura.kim@hv.example,P10
Lukasz Wisniewski,Auditor,Harborview County,Audit,,P11
Nina Frost,Fire Chief,Harborview County,Fire,chief@hv.example,P12
Nils Ek,"Assistant Director, Information Technology",Harborview County,IT,nils.ek@hv.example,P13
Van An Nguyen,Surveyor,Harborview County,Roads,,P14
Priya Patel,Director of Budget,Harborview County,Finance,priya.patel@hv.example,P23
John Park Jr.,Mechanic,Harborview County,Fleet,,P17
John Park Sr.,Foreman,Harborview County,Fleet,,P16
Bob Hale,Fleet Manager,Harborview County,Fleet,,P18
Olga Petrova,Registrar,Harborview County,Permits,olga.petrova@hv.example,P19
Sam Royce,Mason,Harborview County,Works,works@hv.example,P21
Sam Roy,Clerk of Works,Harborview County,Works,works@hv.example,P20
Ola Moe,Historian,Harborview County,Archive,archive@hv.example,P22
"""

MOVED = {"Priya Patel": "Director of Budget", "Wei Zhang": "Principal Engineer"}
ARRIVED = {"Tim Burke", "Ola Moe"}
DEPARTED = {"Ann Lee"}
ASKED = {"Bob Hale", "Maria Santos", "Nina Frost"}
"""Of whom a nickname, the name of a namesake or another's own address speaks, and no more."""


def named(changes: list[ImportChange], kind: ChangeKind) -> set[str]:
    return {change.name for change in changes if change.kind is kind}


def without_posts(table: str) -> str:
    return "".join(line.rpartition(",")[0] + "\n" for line in table.splitlines())


@pytest.mark.parametrize("posts", [True, False], ids=["with posts", "without posts"])
def test_nobody_is_taken_for_another_and_nobody_moves_who_did_not(
    desk: Desk, *, posts: bool
) -> None:
    old, new = HEADER + OLD, HEADER + NEW
    if not posts:
        old, new = without_posts(old), without_posts(new)
    first = desk.take(old, today=SPRING, complete=True)
    assert kinds(first) == {"new": 20, "conflict": 1}
    assert named(first, ChangeKind.CONFLICT) == {"Maria Santos"}
    before = dict(desk.people)
    changes = desk.take(new, today=AUTUMN, complete=True)

    assert named(changes, ChangeKind.NEW) == ARRIVED
    assert named(changes, ChangeKind.LEFT) == DEPARTED
    assert named(changes, ChangeKind.CONFLICT) == ASKED
    moved = [change for change in changes if change.kind is ChangeKind.POSITION]
    assert {change.name: (change.after or {})["title"] for change in moved} == MOVED
    assert len(moved) == len(MOVED)
    for person in desk.people.values():
        if person.id in before:
            was = before[person.id]
            assert set(was.emails) <= set(person.emails)
            assert len(person.emails) <= 1, "nobody has two people's addresses"
    again = kinds(desk.look(new, today=AUTUMN, complete=True))
    assert set(again) <= {"unchanged", "conflict"}


def test_a_new_name_under_the_same_identifier_is_the_same_person(desk: Desk) -> None:
    desk.take(
        "Employee ID,Name,Title,Organisation\n"
        "77,Karen Smith,Counsel,City\n78,Li Na,Clerk,City\n79,Jo Park,Clerk,City\n",
        complete=True,
    )
    changes = desk.take(
        "Employee ID,Name,Title,Organisation\n"
        "77,Karen Smith-Jones,Counsel,City\n79,Joanna Park-Reyes,Clerk,City\n80,Li Na,Clerk,City\n",
        today=AUTUMN,
        complete=True,
    )
    assert named(changes, ChangeKind.DETAILS) == {"Karen Smith-Jones", "Joanna Park-Reyes"}
    # The same name and title under another number: nobody is merged, whatever is said of it.
    assert not named(changes, ChangeKind.POSITION)
    assert all(
        "employee id:80" not in p.source_ids or len(p.source_ids) == 1 for p in desk.people.values()
    )
