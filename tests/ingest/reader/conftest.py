"""The reader knows neither settings nor caches nor accounts: nothing of them is prepared for its thousands of tests."""

from collections.abc import Sequence

import pytest

from ingest.reader.documents import open_document
from ingest.reader.records import Table
from ingest.reader.tables import find_tables
from tests.ingest.reader.drawn_pdfs import Drawn, pdf


@pytest.fixture(autouse=True)
def nothing_remembered():
    return


@pytest.fixture(autouse=True)
def quick_passwords():
    return


@pytest.fixture(autouse=True)
def own_data_folder():
    return


@pytest.fixture
def found(tmp_path):
    """The tables of a document of these drawn pages."""

    def read(*pages: Sequence[Drawn]) -> tuple[Table, ...]:
        return find_tables(open_document(pdf(tmp_path / "acte.pdf", *pages)))

    return read
