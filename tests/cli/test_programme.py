"""The programme's commands: a success told, a need asked for, a fear answered, all in a minute."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run

LISTS = {
    "promise": "promises",
    "tie": "ties",
    "story": "stories",
    "occasion": "occasions",
    "ask": "asks",
    "objection": "objections",
    "goal": "goals",
    "seat": "seats",
}


def test_the_method_in_a_dozen_commands(run: Run, rosa: str) -> None:
    for words in (
        ("add", "Kim Okoro", "--title", "Assistant", "--org", "City"),
        ("tie", "Kim", "ear", "Rosa", "--strength", "3"),
        ("promise", "add", "Rosa", "Half a post", "--due", "in 2 weeks"),
        ("occasion", "add", "The flood", "--area", "Finance"),
        ("story", "add", "412 answers", "--occasion", "flood", "--figure", "60 % fewer calls"),
        ("tell", "412", "Rosa", "--landed", "warm"),
        ("tell", "412", "--area", "Finance", "--channel", "presentation"),
        ("ask", "add", "Rosa", "Half a post", "--without", "No Saturdays", "--supporter", "Rosa"),
        ("objection", "add", "Rosa", "Somebody sues", "--likelihood", "2", "--impact", "5"),
        ("objection", "set", "sues", "--proof", "Haldern: a second reader", "--days", "1"),
        ("goal", "add", "Answers that help", "--aim", "Trust", "--measure", "days"),
        ("goal", "value", "answers", "2.5"),
        ("seat", "add", "CFO", "--holder", "Rosa"),
    ):
        run(*words).done()
    told = json.loads(run("story", "show", "412", "--json").done().out)["stories"][0]
    assert [t["people"] or t["area"] for t in told["tellings"]] == ["Finance", "Rosa Díaz"]
    assert "1 day" in run("objection", "show", "sues").done().out
    assert "reach 3 through the ear of Rosa" in run("reach", "Kim").done().out
    assert "Rosa Díaz → Kim Okoro" in run("path", "Kim").done().out
    lost = run("what-if", "Rosa").done().out
    for loss in ("seat of CFO", "A promise to us", "the ask", "reach would fall from 3 to 0"):
        assert loss in lost
    run("promise", "kept", "Rosa").done()
    assert json.loads(run("promise", "list", "--json").out)["promises"] == []
    run("untie", "Kim", "ear", "Rosa").done()
    assert json.loads(run("tie", "--json").out)["ties"] == []
    report = run("programme", "--report", "2026-03").done().out
    assert "412 answers" in report
    assert "Somebody sues" in report


def test_a_move_is_planned_and_seen_in_the_matrix_and_the_grids(run: Run, rosa: str) -> None:
    run("assess", rosa, "--influence", "5", "--openness", "2", "--engagement", "neutral").done()
    run(
        "assess", rosa, "--desired", "leading", "--by", "2026-06-30", "--moves", "two lunches"
    ).done()
    run("assess", rosa, "--legitimacy", "yes", "--urgency", "no", "--why", "she signs").done()
    (move,) = json.loads(run("programme", "--moves", "--json").done().out)["moves"]
    assert (move["current"], move["desired"], move["steps"]) == ("neutral", "leading", 2)
    assert (move["by"], move["how"], move["priority"]) == ("2026-06-30", "two lunches", 10)
    assert move["grids"]["salience"] == "dominant"
    assert (move["grids"]["quadrant"], move["grids"]["why"]) == ("keep satisfied", "she signs")
    assert "neutral → leading by 2026-06-30: two lunches" in run("programme", "--moves").done().out
    assert "two lunches" in run("show", rosa).done().out
    refused = run("assess", rosa, "--urgency", "perhaps")
    assert refused.status == 1
    assert "yes or no" in refused.err


@pytest.mark.parametrize("noun", LISTS)
def test_an_empty_list_is_an_empty_list(run: Run, noun: str) -> None:
    found = json.loads(run(noun, *([] if noun == "tie" else ["list"]), "--json").done().out)
    assert found == {"version": 1, LISTS[noun]: []}


def test_the_programme_of_an_empty_workspace(run: Run) -> None:
    found = json.loads(run("programme", "--json").done().out)
    assert {barrier["light"] for barrier in found["barriers"]} == {"nothing yet"}
    assert len(found["barriers"]) == 5
    assert found["coverage"] == found["seats"] == []
    run("programme").done()
    run("programme", "--digest").done()
    run("programme", "--report").done()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("story", "tell", "x"), 2, "not something to do here"),
        (("story", "add"), 2, "Write: add TITLE"),
        (("ask", "list", "--status", "granted"), 2, "does not go with 'list'"),
        (("ask", "add", "Rosa", "x", "--by", "friday"), 1, "next step"),
        (("ask", "add", "Rosa", "x", "--supporter", "Nobody"), 1, "Nobody is called"),
        (("objection", "add", "Rosa", "x", "--impact", "much"), 1, "whole number"),
        (("goal", "value", "x", "1"), 1, "There is no goal 'x'"),
        (("goal", "add", "x", "--target", "high"), 1, "has to be a number"),
        (("tie", "Rosa", "hates", "Rosa"), 1, "is no relation"),
        (("tie", "Rosa", "ear", "Rosa"), 1, "tied to themselves"),
        (("promise", "add", "Rosa", "x"), 1, "By when"),
        (("promise", "kept", "m-1"), 1, "There is no open promise 'm-1'"),
        (("tell", "x", "Rosa"), 1, "There is no story 'x'"),
        (("programme", "--report", "May"), 1, "is not a month"),
        (("programme", "--report", "--digest"), 1, "two things"),
    ],
)
def test_what_is_wrong_is_said(
    run: Run, rosa: str, words: tuple[str, ...], status: int, said: str
) -> None:
    refused = run(*words)
    assert refused.status == status
    assert said in refused.err


def test_nothing_private_is_in_a_report_unless_asked_for(run: Run, rosa: str) -> None:
    run("story", "add", "Whose mistake it was", "--private").done()
    run("objection", "add", "Rosa", "She fears for her post", "--private").done()
    for words in (("--digest",), ("--report", "2026-03")):
        assert "mistake" not in run("programme", *words).done().out
        assert "fears" not in run("programme", *words).done().out
    shown = run("programme", "--report", "2026-03", "--include-private").done().out
    assert "fears" in shown


def test_what_is_private_of_a_seat_or_an_ask_stays_out_of_a_calendar(run: Run, rosa: str) -> None:
    run("seat", "add", "Chair of the secret board", "--private").done()
    run("seat", "add", "Chair of the open board").done()
    run("ask", "add", rosa, "A secret post", "--made", "--when", "2026-01-05", "--private").done()
    run("ask", "add", rosa, "An open post", "--made", "--when", "2026-01-05").done()
    text = run("export", "ics").done().out
    assert "open board" in text
    assert "open post" in text.replace("\r\n ", "")
    assert "secret" not in text


def test_an_ask_is_brought_up_again_until_it_is_answered(run: Run, rosa: str) -> None:
    run("ask", "add", rosa, "A post", "--made", "--when", "2026-01-05").done()
    (key,) = [p["key"] for p in run("due", "--json").json["prompts"] if "A post" in p["why"]]
    assert "again" in run("done", key).done().err
    assert "A post" not in run("due", today="2026-03-15").done().out
    assert "A post" in run("due", today="2026-03-16").done().out
    run("undo").done()
    assert "A post" in run("due").done().out
    run("dismiss", key, "--reason", "She said so in passing").done()
    assert "A post" not in run("due", today="2026-06-01").done().out
    run("undo").done()
    run("ask", "set", "A post", "--status", "granted").done()
    assert "A post" not in run("due").done().out


def test_ties_to_those_who_left_and_circles_are_said(run: Run, rosa: str) -> None:
    for name, influence in (("Carl", "5"), ("Dee", "2")):
        judged = ("--influence", influence, "--openness", "3", "--engagement", "neutral")
        run("add", name, "--title", "CEO", *judged).done()
    run("tie", "Dee", "ear", "Carl", "--strength", "3").done()
    run("tie", "Rosa", "reports", "Carl").done()
    run("tie", "Carl", "reports", "Rosa").done()
    assert "circle" in run("tie", "Carl").done().out
    assert "Dee reaches as far as 4 through their ear" in run("reach", "Carl").done().out
    run("role", "Carl", "--left").done()
    assert "Carl left: helps nobody now" in run("tie", "Rosa").done().out
    assert "The ear of Carl counts for nothing" in run("reach", "Dee").done().out
    assert "Carl has left" in "".join(map(str, run("path", "Carl").done()))


def test_a_report_is_a_page_to_print_without_what_is_private(
    run: Run, rosa: str, tmp_path: Path
) -> None:
    run("ask", "add", rosa, "A secret post", "--made", "--private").done()
    run("ask", "add", rosa, "<b>A post</b>", "--made").done()
    page = tmp_path / "march.html"
    run("programme", "--report", "2026-03", "--output", str(page)).done()
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "&lt;b&gt;A post&lt;/b&gt;" in text
    assert "secret" not in text
    assert run("programme", "--report", "--output", str(page)).status == 1, "never over another"
    run("programme", "--digest", "--output", str(page), "--force").done()
    assert "Digest of" in page.read_text(encoding="utf-8")
    assert "<h1>" in run("programme", "--report", "2026-03", "--html").done().out
    assert run("programme", "--output", str(page)).status == 1
    later = run("programme", "--report", "2026-04", today="2026-04-09").done().out
    assert "Still waiting: Rosa Díaz: \\<b\\>A post" in later


def test_every_line_fits_a_narrow_terminal(run: Run, rosa: str) -> None:
    run("goal", "add", " ".join(["purpose"] * 40)).done()
    run("story", "add", "A story", "--what", " ".join(["word"] * 60)).done()
    for words in (("programme",), ("goal", "list"), ("story", "show", "story")):
        assert max(map(len, run(*words).done().out.splitlines())) <= 80
