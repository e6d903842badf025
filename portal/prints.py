"""The print of a file, shared by both apps. Pure: no Django, no database."""

from hashlib import file_digest
from pathlib import Path


def print_of(path: Path) -> str:
    """The SHA-256 of the bytes of the file, in hexadecimal. Raises `OSError` where it cannot be read."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
