"""One uploaded file on its way to the queue: refused with a reason, found to be here already, or kept to be read.

The file is opened in a child process only. One that is refused leaves nothing behind.
"""

import re
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile

from grants.models import Deliberation
from ingest.desk.queue import jobs
from ingest.models import Job
from ingest.processes import isolation
from ingest.reader.errors import EmptyFileError, NotAPdfError, ReadingError, TooLargeError

MEGABYTE = 1024 * 1024
PDF_MARK = b"%PDF-"
MARK_WITHIN = 1024  # bytes: the mark may follow a little rubbish, as every PDF reader allows
NAME_BYTES = 200  # file systems take 255
PRESENT = "Ce fichier est déjà là\u202f; il n’a pas été lu de nouveau."
BOUND = "Ce fichier de plusieurs délibérations est déjà là\u202f; il n’a pas été lu de nouveau."
ASKED = "Ce fichier est déjà dans la file d’attente."

_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f/\\]+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `message` is one French sentence; `job` reads it, `deliberation` is the act found."""

    name: str
    state: Literal["asked", "present", "refused"]
    message: str
    job: Job | None = None
    deliberation: Deliberation | None = None


def receive(upload: UploadedFile, user: User, *, department: str = "", replaces: Deliberation | None = None) -> Outcome:
    """Put an uploaded PDF in the queue in the name of `user`, or say why not.

    `department` (a code) serves where the document names none; `replaces` is the act that it is a new version of.
    Never raises for what a file may hold.
    """
    name = file_name(upload.name)
    try:
        _refuse_at_sight(upload, name)
        digest = _hash(upload)
        present = Deliberation.objects.of_file(digest).first()
        if present:
            return Outcome(name, "present", PRESENT, deliberation=present)
        asked = Job.objects.live().filter(sha256=digest).first()
        if asked:
            return Outcome(name, "present", ASKED, asked)
        bound = Job.objects.filter(sha256=digest, state__in=(Job.State.SEVERAL, Job.State.CUT)).first()
        if bound:
            return Outcome(name, "present", BOUND, bound)
        pages = _count_pages(upload, name)
    except ReadingError as error:
        return Outcome(name, "refused", str(error))
    sent = jobs.Sent(upload, name, digest, pages)
    job = jobs.ask(sent, author=user, department=department, replaces=replaces)
    return Outcome(name, "asked", "Gardé à l’octet près, il va être lu.", job)


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


def _count_pages(upload: UploadedFile, name: str) -> int:
    """The pages of the file, opened in a child process. Raises `ReadingError` where it is refused at sight."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        with path.open("wb") as copy:
            copy.writelines(upload.chunks())
        return isolation.count_pages(path)
