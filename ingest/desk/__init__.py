"""The staff's side, over `ingest.store`.

Upload (`files`, `queue`), what was read (`columns`, `review`), corrections (`edits`), a new reading (`rereading`);
pages in `views`, at the addresses of `addresses`.
"""
