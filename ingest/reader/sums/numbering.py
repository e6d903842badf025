"""Lines of tables and of prose → one numbering in the order of the document, and totals that follow it."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.reader.records import CheckRecord, LineRecord, TotalRecord


def in_document_order(
    lines: Sequence[LineRecord], totals: Sequence[TotalRecord]
) -> tuple[tuple[LineRecord, ...], tuple[TotalRecord, ...]]:
    """Lines sorted by place and numbered from 1; the several years of one row keep one number. Totals by place too."""
    tops = _tops(lines)
    ordered = sorted(lines, key=lambda line: (line.source.page, _top(line, tops), line.source.table, line.line))
    numbers: dict[int, int] = {}
    for line in ordered:
        numbers.setdefault(line.line, len(numbers) + 1)
    return (
        tuple(line if line.line == numbers[line.line] else replace(line, line=numbers[line.line]) for line in ordered),
        tuple(
            replace(total, lines=tuple(sorted(numbers[line] for line in total.lines if line in numbers)))
            for total in sorted(totals, key=lambda total: (total.source.page, total.source.box.y0))
        ),
    )


def numbered_after(
    last: int, lines: Sequence[LineRecord], checks: Sequence[CheckRecord]
) -> tuple[tuple[LineRecord, ...], tuple[CheckRecord, ...]]:
    """The lines numbered from `last` + 1 instead of 1, and the checks whose totals add them up."""
    return (
        tuple(replace(line, line=line.line + last) for line in lines),
        tuple(
            replace(check, total=replace(check.total, lines=tuple(line + last for line in check.total.lines)))
            for check in checks
        ),
    )


def _tops(lines: Sequence[LineRecord]) -> dict[tuple[int, int], float]:
    """(page, table) → where its first line there stands; of tables side by side, none stands above the one before."""
    tops: dict[tuple[int, int], float] = {}
    for line in lines:
        place = line.source.page, line.source.table
        if line.source.table:
            tops[place] = min(tops.get(place, 1.0), line.source.box.y0)
    highest: dict[int, float] = {}
    for page, table in sorted(tops):
        tops[page, table] = highest[page] = max(tops[page, table], highest.get(page, 0.0))
    return tops


def _top(line: LineRecord, tops: dict[tuple[int, int], float]) -> float:
    return tops.get((line.source.page, line.source.table), line.source.box.y0)
