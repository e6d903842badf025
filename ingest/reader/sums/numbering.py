"""Lines of tables and of prose → one numbering in the order of the document, and totals that follow it."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.reader.records import LineRecord, TotalRecord


def in_document_order(
    lines: Sequence[LineRecord], totals: Sequence[TotalRecord]
) -> tuple[tuple[LineRecord, ...], tuple[TotalRecord, ...]]:
    """Lines sorted by place and numbered from 1; the several years of one row keep one number. Totals by place too."""
    ordered = sorted(lines, key=lambda line: (line.source.page, line.source.box.y0, line.source.row, line.line))
    numbers: dict[int, int] = {}
    for line in ordered:
        numbers.setdefault(line.line, len(numbers) + 1)
    return (
        tuple(replace(line, line=numbers[line.line]) for line in ordered),
        tuple(
            replace(total, lines=tuple(sorted(numbers[line] for line in total.lines if line in numbers)))
            for total in sorted(totals, key=lambda total: (total.source.page, total.source.box.y0))
        ),
    )
