"""What scripts rely on, tried on real processes: keys, exit statuses, data and narration apart."""

import re
from pathlib import Path

import pytest

from tests.cli.running import DAY, Result, process

PERSON = {
    "id", "name", "followed", "emails", "phones", "tags", "positions", "influence", "openness",
    "engagement", "desired", "standing", "standing_reason", "reach", "warmth", "follow_through",
    "champion_test", "cadence", "last_touch", "next_touch", "source_ids",
}  # fmt: skip
POSITION = {"title", "organization", "area", "start", "end"}
FOLLOW_THROUGH = {"kept", "settled", "mean", "low", "high"}
PROMPT = {"kind", "person_id", "person", "why", "due", "overdue_days", "key"}
INTERACTION = {
    "id", "person_ids", "people", "on", "channel", "note", "sentiment", "weighing", "effect",
    "shows", "one_way", "private",
}  # fmt: skip
CHANGE = {"kind", "group", "person_id", "name", "before", "after", "where", "why"}
COMMIT = {"id", "at", "who", "verb", "summary", "person_ids", "undoes"}


class Workspace:
    """Runs processes on one workspace, and expects them to go well."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, today: str = DAY, stdin: str = "") -> Result:
        return process(self.folder, *words, today=today, stdin=stdin).done()


@pytest.fixture
def on(folder: Path) -> Workspace:
    return Workspace(folder)


def test_people_come_are_looked_at_and_judged(on: Workspace) -> None:
    added = on(
        "add", "Rosa", "Díaz", "--title", "CFO", "--org", "City", "--area", "Finance",
        "--email", "rosa@city.example", "--phone", "1", "--tag", "budget",
        "--influence", "4", "--openness", "5", "--engagement", "supportive", "--every", "2 weeks",
    )  # fmt: skip
    assert added.out.startswith("p-")
    assert added.err == "Added Rosa Díaz.\n"
    found = on("list", "--json").json
    assert set(found) == {"version", "people"}
    (rosa,) = found["people"]
    assert set(rosa) == PERSON
    assert [set(position) for position in rosa["positions"]] == [POSITION]
    assert set(rosa["follow_through"]) == FOLLOW_THROUGH
    assert (rosa["id"], rosa["name"]) == (added.out.strip(), "Rosa Díaz")
    assert (rosa["influence"], rosa["openness"], rosa["engagement"]) == (4, 5, "supportive")
    assert (rosa["standing"], rosa["cadence"]) == ("potential champion", "2 weeks")
    assert rosa["followed"] is True

    on("assess", "rosa", "--engagement", "leading", "--desired", "leading", "--why", "Spoke up.")
    (rosa,) = on("list", 'standing:champion area:"Finance" -tag:left', "--json").json["people"]
    assert (rosa["influence"], rosa["engagement"], rosa["desired"]) == (4, "leading", "leading")

    on("edit", "rosa", "--email", "r@city.example", "--name", "Rosa María Díaz")
    on("tag", "Rosa", "--tag", "ally", "--off", "budget")
    (rosa,) = on("show", "rosa", "maria", "--json").json["people"]
    assert (rosa["emails"], rosa["tags"]) == (["r@city.example"], ["ally"])
    on("pin", "rosa", "--standing", "neutral", "--reason", "Wait and see.")
    assert "pinned" in on("show", "rosa").out
    on("unpin", "rosa")
    assert "pinned" not in on("show", "rosa").out


def test_touches_raise_and_answer_prompts(on: Workspace) -> None:
    on("add", "Rosa Díaz", "--influence", "4", "--openness", "4")
    on("add", "Bo Berg")
    on(
        "log", "Rosa", "Bo", "--note", "The portal saves a week.", "--channel", "call",
        "--when", "yesterday", "--sentiment", "2", "--words", "--for", "--shows", "spoke",
        "--one-way", "--private",
    )  # fmt: skip
    shown = on("show", "Rosa", "--json").json
    assert set(shown) == {"version", "people", "prompts", "interactions"}
    (touch,) = shown["interactions"]
    assert set(touch) == INTERACTION
    assert (touch["on"], touch["channel"], touch["people"]) == (
        "2026-03-01",
        "call",
        ["Rosa Díaz", "Bo Berg"],
    )
    assert (touch["sentiment"], touch["weighing"], touch["effect"]) == (2, "words", "for")
    assert (touch["shows"], touch["one_way"], touch["private"]) == (["spoke"], True, True)

    on("follow-up", "Bo", "--due", "fri", "--text", "Send the figures")
    due = on("due", "--days", "4", "--json").json
    assert set(due) == {"version", "prompts"}
    assert all(set(prompt) == PROMPT for prompt in due["prompts"])
    (reminder,) = [prompt for prompt in due["prompts"] if prompt["kind"] == "follow_up"]
    assert (reminder["due"], reminder["why"]) == ("2026-03-06", "Send the figures")

    on("done", reminder["key"], today="2026-03-06")
    on("snooze", "Bo", "--until", "in 2 weeks", today="2026-06-01")
    on("dismiss", "coverage:none", "--reason", "Too early.", today="2026-06-01")
    left = {prompt["key"] for prompt in on("due", "--json", today="2026-06-01").json["prompts"]}
    assert {key.partition(":")[0] for key in left} >= {"touch"}
    assert not any("Bo" in line for line in on("due", today="2026-06-01").out.splitlines())
    on("done", "Rosa", "--kind", "touch", "--channel", "hallway", today="2026-06-01")
    assert on("show", "Rosa", today="2026-06-02").out.count("Hallway") == 1


def test_what_was_written_is_found(on: Workspace) -> None:
    on("add", "Rosa Díaz", "--notes", "Likes figures.")
    on("log", "Rosa", "--note", "-", stdin="The portal saves\na week of FIGURES.")
    on("assess", "Rosa", "--influence", "3", "--openness", "3", "--why", "Figures convince her.")
    found = on("search", "figures", "--json").json
    assert set(found) == {"version", "people", "interactions", "records"}
    assert [set(person) for person in found["people"]] == [PERSON]
    assert [set(touch) for touch in found["interactions"]] == [INTERACTION]
    assert [record["kind"] for record in found["records"]] == ["assessment"]
    text = on("search", "figures").out
    assert "    a week of FIGURES." in text.splitlines()
    assert "saves" not in text
    assert "Likes figures." in text


def test_whom_we_nurture_is_ours_to_say(on: Workspace) -> None:
    on("add", "Rosa Díaz")
    on("unfollow", "Rosa")
    assert on("due", "--quiet").out == ""
    on("follow", "--query", "rosa", "--every", "first Monday of the month")
    assert [p["kind"] for p in on("due", "--json").json["prompts"]].count("touch") == 1
    on("pause", "Rosa", "--reason", "Parental leave")
    assert "paused: Parental leave" in on("show", "Rosa").out
    on("resume", "Rosa")
    on("archive", "Rosa")
    assert on("list").out == ""
    on("unarchive", "Rosa")
    assert "Rosa" in on("list").out


def test_files_come_and_go_and_everything_can_be_taken_back(on: Workspace, tmp_path: Path) -> None:
    table = tmp_path / "staff.csv"
    table.write_text("name,title,organization\nRosa Díaz,CFO,City\nBo Berg,Head,City\n")
    changes = on("import", str(table), "--yes", "--json").json
    assert set(changes) == {"version", "changes"}
    assert [set(change) for change in changes["changes"]] == [CHANGE, CHANGE]
    assert [change["kind"] for change in changes["changes"]] == ["new", "new"]

    on("export", "notes", "Rosa", "--output", str(tmp_path / "rosa.md"))
    assert (tmp_path / "rosa.md").read_text().startswith("# Rosa Díaz\n")
    for form in ("csv", "json", "vcard", "briefing"):
        assert "Rosa Díaz" in on("export", form, "--person", "Rosa", "--query", "none").out

    on("role", "Rosa", "--left", "--since", "2026-03-01")
    on("undo")
    on("undo")
    assert on("list").out == ""
    on("redo")
    assert "Rosa Díaz" in on("list").out
    on("undo")
    made = on("history", "--json").json
    assert set(made) == {"version", "changes"}
    assert all(set(commit) == COMMIT for commit in made["changes"])
    assert [commit["verb"] for commit in made["changes"]] == [
        "undo",
        "redo",
        "undo",
        "undo",
        "role",
        "import",
    ]


def test_the_whole_is_kept_checked_and_brought_back(on: Workspace, tmp_path: Path) -> None:
    on("add", "Rosa Díaz")
    on("backup", str(tmp_path / "kept.zip"))
    assert (tmp_path / "kept.zip").stat().st_mode & 0o077 == 0
    on("add", "Bo Berg")
    on("restore", str(tmp_path / "kept.zip"))
    assert on("list").out.split()[:2] == ["Rosa", "Díaz"]
    assert "All is well" in on("check").err
    on("forget", "Rosa", "--confirm", "Rosa Díaz")
    assert on("list").out == ""
    on("check", "--repair")


def test_without_a_command_and_a_terminal_the_agenda_is_printed(on: Workspace) -> None:
    on("add", "Rosa Díaz")
    assert on().out == on("due").out
    assert "Rosa Díaz (unassessed)" in on().out


def test_a_command_is_run_in_the_demo(on: Workspace, tmp_path: Path) -> None:
    def in_demo(*words: str) -> Result:
        return process(on.folder, "demo", *words, env={"TMPDIR": str(tmp_path)})

    barriers = in_demo("programme", "--json").json["barriers"]
    assert len(barriers) == 5
    assert all(barrier["facts"] for barrier in barriers)
    assert in_demo("due", "--json", "--days", "7").json["prompts"]
    refused = in_demo("show", "Nobody Known")
    assert (refused.status, refused.out) == (1, "")
    assert in_demo("nosuch").status == 2
    assert "COMMAND" in in_demo("--help").out
    assert not on.folder.exists()
    assert not list(tmp_path.glob("champion-tracker-demo-*"))


def test_the_demo_is_printed_and_gone(on: Workspace, tmp_path: Path) -> None:
    shown = process(on.folder, "demo", env={"TMPDIR": str(tmp_path)}).done()
    for standing in ("champion", "potential champion", "supporter", "unassessed"):
        assert f"({standing})" in shown.out
    assert not on.folder.exists()
    assert not list(tmp_path.glob("champion-tracker-demo-*"))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["help"], 0),
        (["help", "log"], 0),
        (["log", "--help"], 0),
        (["nonsense"], 2),
        (["due", "--nonsense"], 2),
        (["show"], 2),
        (["show", "nobody"], 1),
    ],
)
def test_exit_statuses(on: Workspace, words: list[str], status: int) -> None:
    assert process(on.folder, *words).status == status


def test_a_workspace_that_cannot_be_opened_ends_with_three(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    ended = process(tmp_path / "file", "due")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.count("\n") == 1


ELSEWHERE = {
    *("promises", "ties", "stories", "asks", "objections", "goals", "seats", "programme", "team"),
}
"""The modules whose commands have tests of their own."""


def test_every_command_has_been_tried() -> None:
    """The commands that the tests of this folder run, held against those that there are."""
    from champion_tracker.cli.registry import COMMANDS

    tests = [path.read_text() for path in Path(__file__).parent.glob("test_*.py")]
    calls = "".join("".join(text.split()) for text in tests)
    ours = [name for name, (module, _) in COMMANDS.items() if module not in ELSEWHERE]
    untried = {name for name in ours if not re.search(rf'[(\[,]"{name}"', calls)}
    assert untried == set()
