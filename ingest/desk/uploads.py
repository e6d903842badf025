"""One uploaded file on its way to an act: refused with a reason, found to be here already, or read and stored.

The file is opened in a child process only. One that cannot be read leaves nothing behind: no act, no file.
"""

import re
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile

from grants.models import Deliberation
from ingest import isolation, store
from ingest.reader.errors import EmptyFileError, NotAPdfError, ReadingError, TooLargeError

MEGABYTE = 1024 * 1024
PDF_MARK = b"%PDF-"
MARK_WITHIN = 1024  # bytes: the mark may follow a little rubbish, as every PDF reader allows
NAME_BYTES = 200  # file systems take 255

_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f/\\]+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `message` is one French sentence; `deliberation` is the act stored or found."""

    name: str
    state: Literal["read", "present", "refused"]
    message: str
    deliberation: Deliberation | None = None


def receive(upload: UploadedFile, user: User, *, department: str = "") -> Outcome:
    """Read an uploaded PDF and store its act as a draft in the name of `user`, or say why not.

    `department` (a code) serves where the document names none. Never raises for what a file may hold.
    """
    name = file_name(upload.name)
    try:
        _refuse_at_sight(upload, name)
        present = Deliberation.objects.filter(sha256=_hash(upload)).first()
        if present:
            return Outcome(name, "present", "Ce fichier est déjà là\u202f; il n’a pas été lu de nouveau.", present)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            with path.open("wb") as copy:
                copy.writelines(upload.chunks())
            return _read_and_store(path, user, department)
    except ReadingError as error:
        return Outcome(name, "refused", str(error))


def too_large(name: str) -> Outcome:
    """What became of a file that was cut off on its way (`size_limit`): its whole size is not known."""
    name, limit = file_name(name), settings.UPLOAD_MAX_BYTES // MEGABYTE
    error = TooLargeError(name, reason=f"le fichier pèse plus de {limit} Mo, la limite.")
    return Outcome(name, "refused", str(error))


def file_name(name: str | None) -> str:
    """A name that any file system takes and any page can show: no folder, no control character, not too long."""
    plain = Path(_NOT_IN_A_NAME.sub(" ", name or "").strip(" ."))
    stem = plain.stem.encode()[:NAME_BYTES].decode(errors="ignore") or "document"
    return f"{stem}{plain.suffix[:10] or '.pdf'}"


def _refuse_at_sight(upload: UploadedFile, name: str) -> None:
    if not upload.size:
        raise EmptyFileError(name)
    if upload.size > settings.UPLOAD_MAX_BYTES:
        weight, limit = -(-upload.size // MEGABYTE), settings.UPLOAD_MAX_BYTES // MEGABYTE
        raise TooLargeError(name, reason=f"le fichier pèse {weight} Mo, la limite est de {limit} Mo.")
    upload.seek(0)
    if PDF_MARK not in upload.read(MARK_WITHIN):
        raise NotAPdfError(name)


def _hash(upload: UploadedFile) -> str:
    digest = sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _read_and_store(path: Path, user: User, department: str) -> Outcome:
    reading = isolation.read(path)
    trial = store.save(reading, file=path, department=department, dry_run=True)
    if trial.status != "new":
        # Replacing an act without showing the difference first would change public figures unseen.
        message = "Cette délibération est déjà là, lue dans un autre fichier\u202f; rien n’a été remplacé."
        return Outcome(path.name, "present", message, Deliberation.objects.get(slug=trial.slug))
    report = store.save(reading, file=path, department=department)
    deliberation = Deliberation.objects.get(pk=report.deliberation_id)
    LogEntry.objects.log_actions(
        user.pk, [deliberation], ADDITION, f"Lue dans «\u202f{path.name}\u202f».", single_object=True
    )
    return Outcome(path.name, "read", "Lue et gardée comme brouillon.", deliberation)
