"""The staff's side: upload, what was read, corrections, review, publication; over `ingest.store`."""
