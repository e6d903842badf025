"""Lines of which nothing says the year."""

from decimal import Decimal

from ingest.reader.records import Box, LineRecord, Source
from ingest.reader.unknown_years import DOUBTED, NOTE, doubt_unknown_years


def a_line(year):
    source = Source(1, 1, 2, Box(0.1, 0.2, 0.9, 0.25))
    return LineRecord(1, "annexe-1", "Le Bief", year, Decimal(1500), "1 500 €", source)


def test_line_without_a_year_is_never_sure():
    [doubted] = doubt_unknown_years([a_line(None)])
    assert doubted.certainty == DOUBTED
    assert NOTE in doubted.notes


def test_line_of_a_year_stays():
    line = a_line(2024)
    assert doubt_unknown_years([line]) == (line,)
