"""Sure lines among doubtful ones on recognised pages."""

from decimal import Decimal

import pytest

from ingest.reader.doubts.poor_pages import NOTE, doubt_poor_pages
from ingest.reader.records import Box, LineRecord, Page, Source
from ingest.reader.scanning.scanned_pages import RECOGNISED

DOUBTFUL = (0.5, 0.4, 0.7, 0.6)


def lines(*certainties):
    place = Source(1, 1, 1, Box(0.1, 0.1, 0.9, 0.2))
    return [
        LineRecord(number, "", "Foyer rural", 2031, Decimal(500), "500 €", place, certainty=certainty)
        for number, certainty in enumerate(certainties, 1)
    ]


def page(*notes):
    return Page(1, 600, 800, (), (), notes=notes)


def test_sure_line_among_doubtful_ones_is_doubted():
    *_, last = doubt_poor_pages(lines(*DOUBTFUL, 0.97), [page(RECOGNISED)])
    assert (last.certainty < 0.9, last.notes) == (True, (NOTE,))


@pytest.mark.parametrize(
    ("certainties", "notes"),
    [((*DOUBTFUL, 0.97), ()), ((*DOUBTFUL, 0.97, 0.98, 0.99), (RECOGNISED,)), ((0.5, 0.6, 0.7, 0.97), (RECOGNISED,))],
    ids=["set text", "most are sure", "too few"],
)
def test_other_lines_stay_as_they_are(certainties, notes):
    given = lines(*certainties)
    assert doubt_poor_pages(given, [page(*notes)]) == tuple(given)
