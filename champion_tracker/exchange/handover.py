"""A folder for whoever takes over: what to do first, whom to know, and everything to go on with."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from ..model import Person, Prompt, Record, Standing, Workspace
from ..rules.discretion import discreet
from ..rules.profile import Profile, profile
from ..rules.standing import POSTURES
from . import briefing, calendar, cards, notes, register, whole
from .file_names import file_names
from .markdown import inline


def pack(
    workspace: Workspace,
    prompts: Sequence[Prompt],
    records: Sequence[Record],
    history: Callable[[str], Sequence[Record]],
    now: datetime,
    *,
    include_private: bool = False,
) -> Iterator[tuple[str, str | bytes]]:
    """The files of a handover, each its path in the folder (with slashes) and its content.

    Args:
        workspace: People and open matters.
        prompts: The agenda, as far ahead as the calendar is to reach, most urgent first.
        records: Everything of every kind, for the complete export.
        history: Everything dated about one person, as the store gives it.
        now: When the folder is made, with its offset from UTC.
        include_private: Whether private entries stand in it.
    """
    today = now.date()
    seen = [profile(workspace, p, today) for p in workspace.people.values() if p.is_followed]
    seen.sort(key=lambda one: (-POSTURES[one.standing].weight, one.person.name.casefold()))
    people = [one.person for one in seen]
    names = file_names(people)
    told: Sequence[Prompt] = prompts
    if not include_private:
        told = [found.told for found in discreet(prompts, workspace, today) if found.told]
    yield "READ ME FIRST.md", _first(seen, told, names, now)
    for person in people:
        page = briefing.render(
            person, workspace, history(person.id), today, include_private=include_private
        )
        yield f"briefings/{names[person.id]}", page
    for name, page in notes.split(
        people, workspace, history, today, include_private=include_private
    ):
        yield f"notes/{name}", page
    yield "register.xlsx", register.write(seen)
    yield "cards.vcf", cards.write(people, today, history=history)
    calendar_text, _ = calendar.write(prompts, workspace, now, include_private=include_private)
    yield "agenda.ics", calendar_text
    yield "everything.json", whole.write(records, include_private=include_private)


def _first(
    seen: Sequence[Profile], prompts: Sequence[Prompt], names: dict[str, str], now: datetime
) -> str:
    """The page to begin with: what is urgent, then whom to know, by what they mean to us."""
    late = [prompt for prompt in prompts if prompt.overdue_days]
    soon = [prompt for prompt in prompts if not prompt.overdue_days][:_SOON]
    blocks = [
        "# Read me first",
        f"Made on {now.date()}. Open the briefing of somebody before you meet them, and their "
        "notes for the whole story. `everything.json` goes into the program with "
        "`champion-tracker import everything.json`.",
        "## Overdue",
        _list(_prompt(prompt, names) for prompt in late),
        "## Next",
        _list(_prompt(prompt, names) for prompt in soon),
    ]
    for standing in POSTURES:
        group = [one for one in seen if one.standing is standing]
        if group:
            blocks += [f"## {_title(standing)}", _list(_line(one, names) for one in group)]
    return "\n\n".join(blocks) + "\n"


_SOON = 20
"""How many prompts that are not due yet the first page shows; all are in the calendar."""


def _title(standing: Standing) -> str:
    return f"{str(standing).capitalize()}: {POSTURES[standing].words}"


def _list(lines: Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines) or "Nothing."


def _prompt(prompt: Prompt, names: dict[str, str]) -> str:
    who = f"{_link(prompt.person, prompt.person_id, names)}: " if prompt.person else ""
    return f"{prompt.due}: {who}{inline(prompt.why)}"


def _line(seen: Profile, names: dict[str, str]) -> str:
    held = f", {inline(str(seen.position))}" if seen.position else ""
    person: Person = seen.person
    return f"{_link(person.name, person.id, names)}{held}: {inline(seen.reason)}"


def _link(name: str, person_id: str, names: dict[str, str]) -> str:
    file = names.get(person_id)
    return f"[{inline(name)}](<briefings/{file}>)" if file else inline(name)
