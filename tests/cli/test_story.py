"""One person, told by log, role, assess, due and export notes: one story, also after undo."""

from typing import Any

from tests.cli.running import Run


def headings(page: str) -> list[str]:
    return [line[4:] for line in page.splitlines() if line.startswith("### ")]


def test_every_surface_tells_the_same(run: Run, rosa: str) -> None:
    run("log", rosa, "--note", "She wants *figures*.", "--when", "2026-02-20").done()
    run("role", rosa, "--title", "Deputy Minister", "--org", "Ministry", "--since", "2026-03-01")
    before = story(run, rosa)
    assert before["standing"] == "unassessed"
    assert before["reassess"] == ["Now Deputy Minister, Ministry; was CFO, City when last judged."]
    assert before["notes"] == [
        "2026-03-02: Judged influence 4, openness 4, leading",
        "2026-03-01: Became Deputy Minister, Ministry",
        "2026-03-01: No longer CFO, City",
        "2026-02-20: Meeting",
    ]

    run("assess", rosa, "--openness", "3", "--engagement", "supportive", "--why", "New there.")
    after = story(run, rosa)
    assert after["standing"] == "supporter"
    assert after["reassess"] == []
    assert after["notes"][0] == "2026-03-02: Judged influence 4, openness 3, supportive"

    run("undo").done()
    assert story(run, rosa) == before
    run("undo").done()
    assert story(run, rosa)["standing"] == "champion"
    assert "Deputy" not in run("export", "notes", rosa).out
    run("undo").done()
    assert story(run, rosa)["last_touch"] is None
    assert "figures" not in run("export", "notes", rosa).out
    run("undo").done()
    assert run("list").out == ""
    assert run("undo").status == 1


def story(run: Run, person: str) -> dict[str, Any]:
    """What the surfaces say of somebody, having made sure that they do not contradict."""
    (seen,) = run("show", person, "--json").done().json["people"]
    prompts = run("due", "--json").done().json["prompts"]
    page, text = run("export", "notes", person).done().out, run("show", person).done().out
    assert f"**{seen['standing'].capitalize()}:** {seen['standing_reason']}" in page
    assert f"{seen['standing']}: {seen['standing_reason'][:20]}" in text
    assert f"Rosa Díaz ({seen['standing']})" in run("due", "--days", "400").out
    assert seen["next_touch"] in text
    assert f"next due on {seen['next_touch']}" in page
    entries = headings(page)
    plain = " ".join(text.split())
    assert all(f"{heading[:10]} {heading[12:]}" in plain for heading in entries)
    return {
        "standing": seen["standing"],
        "last_touch": seen["last_touch"],
        "reassess": [p["why"] for p in prompts if p["kind"] == "reassess"],
        "notes": entries,
    }
