"""How often one was in touch with somebody, and how it felt, month by month."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ..model import Interaction, Record
from .timeline import SENTIMENTS

MONTHS = 24
"""How far back one looks."""
FELT = 0.5
"""From which mean on a feeling is more than neutral; also what makes a change of it."""


class Month(NamedTuple):
    """What happened in a month."""

    first: date
    touches: int
    felt: float | None
    """The mean of how its touches felt, -2 to +2; None where nobody said."""


def pulse(history: Iterable[Record], today: date) -> list[Month]:
    """The last two years by month, oldest first, the present one last."""
    latest = today.year * 12 + today.month - 1
    counts = [0] * MONTHS
    felt: list[list[int]] = [[] for _ in range(MONTHS)]
    for record in history:
        if isinstance(record, Interaction):
            at = MONTHS - 1 - latest + record.on.year * 12 + record.on.month - 1
            if 0 <= at < MONTHS and record.on <= today:
                counts[at] += 1
                if record.sentiment is not None:
                    felt[at].append(record.sentiment)
    firsts = (divmod(max(12, latest - MONTHS + 1 + at), 12) for at in range(MONTHS))
    return [
        Month(date(year, month + 1, 1), count, sum(some) / len(some) if some else None)
        for (year, month), count, some in zip(firsts, counts, felt, strict=True)
    ]


def in_words(months: Sequence[Month]) -> str:
    """The same for those who do not see it: span, number, best month, feeling and its change."""
    touches = sum(month.touches for month in months)
    span = f"{len(months)} months to {months[-1].first:%b %Y}"
    if not touches:
        return f"{span}: no touch"
    most = max(months, key=lambda month: month.touches)
    parts = [f"{touches} touch{'es' * (touches > 1)}"]
    if most.touches > 1:
        parts.append(f"most in {most.first:%b %Y} ({most.touches})")
    felt = [month.felt for month in months if month.felt is not None]
    if felt:
        parts.append(f"felt {SENTIMENTS[round(sum(felt) / len(felt))]}{_change(felt)}")
    return f"{span}: {', '.join(parts)}"


def _change(felt: Sequence[float]) -> str:
    if len(felt) < 4:
        return ""
    half = len(felt) // 2
    change = sum(felt[-half:]) / half - sum(felt[:half]) / half
    return ", warmer lately" if change >= FELT else ", cooler lately" if change <= -FELT else ""
