"""The PDF of an act, kept byte for byte under a name made of its print."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import Storage

from grants.models import Deliberation


def stored_name(act: Deliberation) -> str:
    """From the file's print, never from the name under which it came."""
    return act._meta.get_field("source").generate_filename(act, f"{act.sha256}.pdf")


def keep(name: str, file: bytes | Path, digest: str) -> bool:
    """Write the file byte for byte; True where it was not there whole already (a crash may have left a part)."""
    storage = storage_of_acts()
    if storage.exists(name):
        if _print_of(name) == digest:
            return False
        storage.delete(name)
    with file.open("rb") if isinstance(file, Path) else BytesIO(file) as content:
        storage.save(name, File(content))
    return True


def _print_of(name: str) -> str:
    """The SHA-256 of a file kept, which may weigh as much as the process: a piece at a time."""
    digest = sha256()
    with storage_of_acts().open(name) as there:
        for piece in there.chunks():
            digest.update(piece)
    return digest.hexdigest()


def content_of(name: str) -> bytes:
    """The bytes of a file kept. Raises `OSError` where it is missing."""
    with storage_of_acts().open(name) as file:
        return file.read()


def delete(name: str) -> None:
    """Delete a file kept; nothing where there is none."""
    if name:
        storage_of_acts().delete(name)


@contextmanager
def taken_back_on_failure() -> Iterator[list[str]]:
    """Gives a list for the names of files put meanwhile; they are deleted where what they go with is not saved."""
    put: list[str] = []
    try:
        yield put
    except BaseException:
        for name in put:
            delete(name)
        raise


def storage_of_acts() -> Storage:
    """Where the files of acts, and what staff upload, are kept."""
    return Deliberation._meta.get_field("source").storage
