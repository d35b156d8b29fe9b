"""What a successor gets, and what importing the package costs."""

import subprocess
import sys

from champion_tracker.exchange import handover
from champion_tracker.rules.agenda import agenda
from tests.exchange.test_formats_out import FOLLOW_UPS, NOW, agenda_of
from tests.exchange.test_notes import BEN, HISTORY, ROSA


def test_a_successor_gets_everything_and_no_secret() -> None:
    workspace = agenda_of([ROSA, BEN], *FOLLOW_UPS)
    files = dict(
        handover.pack(
            workspace,
            agenda(workspace, NOW.date(), days=60),
            [ROSA, BEN, *HISTORY],
            lambda p: HISTORY if p == "p-rosa" else [],
            NOW,
        )
    )
    assert set(files) == {
        "READ ME FIRST.md",
        "briefings/Rosa Díaz.md",
        "notes/Rosa Díaz.md",
        "register.xlsx",
        "cards.vcf",
        "agenda.ics",
        "everything.json",
    }
    first = files["READ ME FIRST.md"]
    assert isinstance(first, str)
    assert "[Rosa Díaz](<briefings/Rosa Díaz.md>)" in first
    assert "## Champion: sustain" in first
    for name, content in files.items():
        if isinstance(content, str):
            assert "Between ourselves" not in content, name
            assert "her plans" not in content, name


def test_importing_the_package_loads_no_format() -> None:
    heavy = ("openpyxl", "icalendar", "markdown_it", "charset_normalizer", "nicknames", "textual")
    code = (
        "import sys, champion_tracker.exchange; "
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
