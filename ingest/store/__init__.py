"""The only writer of what was read: from a `Reading` to the database, from the official lists to places.

`save` for acts, `restore` for a reading kept before,
`known` to ask whether a file needs reading at all; `ingest.store.places` for départements and towns.
"""

from ingest.store.acts import known, save
from ingest.store.errors import StoreError
from ingest.store.report import LineChange, StoreReport
from ingest.store.restoring import restore

__all__ = ["LineChange", "StoreError", "StoreReport", "known", "restore", "save"]
