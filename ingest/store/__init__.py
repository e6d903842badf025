"""The only writer of what was read: from a `Reading` to the database, from the official lists to places.

`save` for acts (`Told`: what is known of a reading besides what it holds), `restore` for a reading kept before, `known`
to ask whether a file needs reading at all; over `lines`, `names`, `beside` (votes, totals, leftovers), `private` and
`readings`. `places` for départements and towns; `publishing` puts an act online and takes it back, over `explanations`
(the words of staff on what does not close). The desk and the commands call the store, never the reverse.
"""

from ingest.store.act_lookup import Told
from ingest.store.acts import known, save
from ingest.store.errors import StoreError
from ingest.store.readings.restoring import restore
from ingest.store.report import LineChange, StoreReport

__all__ = ["LineChange", "StoreError", "StoreReport", "Told", "known", "restore", "save"]
