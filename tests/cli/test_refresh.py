"""Sources that are named once and read again: who moved is found, who cannot be read is said."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Result, Run
from tests.exchange.servers import card, fill_book, radicale
from tests.exchange.test_servers import needs_radicale

STAFF = "id,name,title,organization\n1,Rosa Díaz,CFO,City\n2,Bo Berg,Head,City\n"
LATER = "2026-03-20"


@pytest.fixture
def named(run: Run, folder: Path) -> Path:
    """A table that a workspace knows as a source."""
    run("list").done()
    path = folder / "staff.csv"
    path.write_text(STAFF)
    (folder / "sources.toml").write_text('[staff]\nurl = "staff.csv"\ncomplete = true\n')
    return path


def kinds(result: Result) -> list[str]:
    return [change["kind"] for change in result.json["changes"]]


def test_who_moved_and_who_left_is_found(run: Run, named: Path) -> None:
    assert kinds(run("refresh", "--json").done()) == ["new", "new"]
    run("follow", "Rosa").done()
    run("assess", "Rosa", "--influence", "4", "--openness", "3", "--why", "Fair.").done()
    assert kinds(run("refresh", "staff", "--json").done()) == ["unchanged", "unchanged"]
    named.write_text("id,name,title,organization\n1,Rosa Díaz,CEO,City\n")
    looked = run("refresh", "--dry-run", "--json", today=LATER).done()
    assert kinds(looked) == ["position", "left"]
    assert {change["source"] for change in looked.json["changes"]} == {"staff"}
    assert "CFO" in run("list").out
    assert "changed position" in run("refresh", today=LATER).done().out
    prompts = run("due", "--json", today=LATER).json["prompts"]
    assert [p["person"] for p in prompts if p["kind"] == "reassess"] == ["Rosa Díaz"]


def test_one_that_cannot_be_read_keeps_none_from_being_read(
    run: Run, named: Path, folder: Path
) -> None:
    text = (folder / "sources.toml").read_text()
    (folder / "sources.toml").write_text(f'[gone]\nurl = "gone.csv"\n{text}')
    ended = run("refresh", "--json")
    assert ended.status == 1
    assert "gone: There is no file" in ended.err
    assert kinds(ended) == ["new", "new"]
    assert run("list").err == "2 people\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "No sources are named yet"),
        ("[staff\n", "names no sources"),
        ('staff = "staff.csv"\n', "'staff' is no source"),
        ('[staff]\nurl = "x.csv"\ncomplet = true\n', "Did you mean 'complete'?"),
        ('[staff]\nurl = "x.csv"\nfollow = "yes"\n', "'follow' of [staff] must be true or false"),
        ("[staff]\ncomplete = true\n", "does not say where it is"),
        (None, "No sources are named yet"),
    ],
)
def test_a_file_that_names_none_is_explained(
    run: Run, named: Path, folder: Path, content: str | None, said: str
) -> None:
    if content is None:
        (folder / "sources.toml").unlink()
    else:
        (folder / "sources.toml").write_text(content)
    ended = run("refresh")
    assert ended.status == 1
    assert said in ended.err


def test_a_list_that_was_cut_short_makes_nobody_leave(run: Run, named: Path) -> None:
    rows = [f"{n},Ada Nr{n} Berg,Clerk,City\n" for n in range(3, 33)]
    named.write_text(STAFF + "".join(rows))
    run("refresh").done()
    named.write_text(STAFF)
    ended = run("refresh", today=LATER)
    assert ended.status == 1
    assert "staff: 30 people would have left, and 2 are listed" in ended.err
    assert "Clerk" in run("list").out
    named.write_text(STAFF + "".join(rows[:15]))
    assert kinds(run("refresh", "--json", today=LATER).done()).count("left") == 15


def test_an_unknown_source_is_refused_with_the_nearest(run: Run, named: Path) -> None:
    ended = run("refresh", "stuff")
    assert ended.status == 1
    assert "There is no source 'stuff'. Did you mean staff?" in ended.err


def test_a_workspace_with_sources_is_sound(run: Run, named: Path, folder: Path) -> None:
    run("refresh").done()
    for path in (named, folder / "sources.toml"):
        path.chmod(0o600)
    assert run("check").done().err.startswith("All is well")


@needs_radicale
def test_an_address_book_is_read_by_its_address(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "server").mkdir()
    monkeypatch.setenv("CHAMPION_TRACKER_PASSWORD", "s3cret")
    with radicale(tmp_path / "server") as port:
        fill_book(port, 3)
        url = f"carddav+http://rosa@127.0.0.1:{port}/"
        assert kinds(run("import", url, "--yes", "--json").done()) == ["new"] * 3
        (folder / "sources.toml").write_text(f"[book]\nurl = {json.dumps(url)}\n")
        assert kinds(run("refresh", "--json").done()) == ["unchanged"] * 3
        place = next((tmp_path / "server").rglob("people/1.vcf"))
        place.write_text(card(1, "CEO"), newline="")
        assert sorted(kinds(run("refresh", "--json").done())) == ["position"] + ["unchanged"] * 2
        monkeypatch.setenv("CHAMPION_TRACKER_PASSWORD", "wrong-word")
        refused = run("refresh")
        assert refused.status == 1
        assert "does not let 'rosa' in" in refused.err
        assert "wrong-word" not in refused.err
