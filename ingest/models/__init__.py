"""What the desk keeps besides what was voted: the queue, readings accepted, tables as printed. For staff alone."""

from ingest.models.jobs import Job
from ingest.models.pending import PendingReading
from ingest.models.profiles import ColumnProfile
from ingest.models.readings import KeptReading
from ingest.models.tables import PrintedPage, PrintedTable

__all__ = ["ColumnProfile", "Job", "KeptReading", "PendingReading", "PrintedPage", "PrintedTable"]
