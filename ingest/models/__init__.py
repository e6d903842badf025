"""What the desk keeps besides what was voted: readings accepted. For staff alone, nothing here is public."""

from ingest.models.readings import KeptReading

__all__ = ["KeptReading"]
