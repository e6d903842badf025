"""What keeps a reading from being saved: one clear sentence in French."""

from ingest.reader.errors import ReadingError


class StoreError(ReadingError):
    """A reading that cannot be saved. `str(error)` names the file and the reason."""

    reason = "enregistrement impossible."
