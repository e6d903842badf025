"""What the desk keeps besides what was voted: readings accepted, tables as printed. For staff alone, none is public."""

from ingest.models.readings import KeptReading
from ingest.models.tables import PrintedPage, PrintedTable

__all__ = ["KeptReading", "PrintedPage", "PrintedTable"]
