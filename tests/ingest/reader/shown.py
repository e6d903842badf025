"""What was read, as tests compare it."""

from ingest.reader.records import Document, Table


def texts(table: Table, blank: str | None = None) -> list[list[str | None]]:
    """The text of each cell, a merged one in each place that it covers; `blank` where there is no cell."""
    return [[cell.text if cell else blank for cell in row] for row in table.grid]


def words(document: Document) -> list[str]:
    """The words of the first page, in their order."""
    return [word.text for word in document.pages[0].words]
