"""The staff's side: upload, what was read, publication."""
