"""A file before its pages: opened (`opening`), made to be opened otherwise (`covers`), damaged (`broken_streams`)."""
