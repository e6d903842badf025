"""Every dataclass that travels between the stages of the reader.

Nothing here computes; a stage takes some of these and gives others. Geometry inside a page is in PDF points with the
origin at the top left of the page as it is read (rotation applied); geometry that leaves the reader (`Source.box`) is
in fractions of the page, so that it holds at any zoom. Money is `Decimal` euros.

- a page, its tables, the lines and sums of these, what an act says: `pages`, `tables`, `money`, `acts`
- how sure each of these is: `certainties`
- all that leaves the reader: `reading`
"""

from ingest.reader.records.acts import (
    BoundAct,
    DecisionRecord,
    DeliberationRecord,
    Paragraph,
    RecusalRecord,
    VoteRecord,
)
from ingest.reader.records.certainties import (
    CERTAIN,
    CLOUDED,
    CROWDED,
    DOUBTFUL,
    LIKELY,
    PLAIN,
    SURE,
    UNSURE,
)
from ingest.reader.records.money import CheckRecord, CheckStatus, LineRecord, TotalRecord, Where
from ingest.reader.records.pages import Box, Document, DoubtedPrint, Page, Rule, Source, Word, box_around
from ingest.reader.records.reading import (
    BETWEEN_CELLS,
    Leftover,
    PersonalKind,
    PersonalRecord,
    PrintedCell,
    PrintedRow,
    ProfileRecord,
    Reading,
    SkippedTable,
    TableRecord,
)
from ingest.reader.records.tables import Cell, CellGrid, CellRow, Column, ReadTable, Role, Row, RowKind, Table

__all__ = [
    "BETWEEN_CELLS",
    "CERTAIN",
    "CLOUDED",
    "CROWDED",
    "DOUBTFUL",
    "LIKELY",
    "PLAIN",
    "SURE",
    "UNSURE",
    "BoundAct",
    "Box",
    "Cell",
    "CellGrid",
    "CellRow",
    "CheckRecord",
    "CheckStatus",
    "Column",
    "DecisionRecord",
    "DeliberationRecord",
    "Document",
    "DoubtedPrint",
    "Leftover",
    "LineRecord",
    "Page",
    "Paragraph",
    "PrintedCell",
    "PrintedRow",
    "ProfileRecord",
    "PersonalKind",
    "PersonalRecord",
    "ReadTable",
    "Reading",
    "RecusalRecord",
    "Role",
    "Row",
    "RowKind",
    "Rule",
    "SkippedTable",
    "Source",
    "Table",
    "TableRecord",
    "TotalRecord",
    "VoteRecord",
    "Where",
    "Word",
    "box_around",
]
