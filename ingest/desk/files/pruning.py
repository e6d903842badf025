"""Files that nobody needs any more: those without an owner, images of files that are gone, what is drawn again.

A file is deleted only once it is a day old: what is being stored now gets its owner when its transaction ends.
"""

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage
from django.utils import timezone

from grants.models import Bundle, Deliberation
from ingest.models import Job, KeptReading, PendingReading
from ingest.pages.page_images import pages_folder
from ingest.store.files import storage_of_acts

ORPHAN_SECONDS = 24 * 3600  # longer than any reading, any upload and any backup that would bring an owner back
DRAWN_SECONDS = 30 * 24 * 3600  # what is drawn again in a moment where somebody asks for it
MASKED = ("*-m*.webp", "copy-*")  # under the folder of a file: images and copies that hide what is personal
FOLDERS = ("deliberations", "depots", "recueils")
COPIES = "subventions-lecture-"  # how the folders of the system begin where a worker copies what it reads


def prune() -> int:
    """Delete what is old and has no owner; how many files and folders went. Can be stopped and begun again."""
    return (
        _prune_bundles() + _prune_stored_files() + _prune_page_images() + _prune_what_is_drawn_again() + _prune_copies()
    )


def forget_files(names: Iterable[str], prints: Iterable[str]) -> None:
    """Delete at once these stored files, and the page images of these prints, but those that still serve."""
    storage = storage_of_acts()
    owned, shown = _owned(), _shown()
    for name in names:
        if name not in owned:
            storage.delete(name)
    for sha256 in prints:
        if sha256 not in shown:
            shutil.rmtree(pages_folder(sha256), ignore_errors=True)


def _prune_bundles() -> int:
    """Files of several acts of which nothing is left: no act, no reading, no job. Their bytes go the next time."""
    limit = timezone.now() - timedelta(seconds=ORPHAN_SECONDS)
    serving = _shown()
    left = [
        bundle.pk
        for bundle in Bundle.objects.filter(added_at__lt=limit, jobs=None).prefetch_related("parts")
        if not serving & {part.sha256 for part in bundle.parts.all()}
    ]
    return Bundle.objects.filter(pk__in=left).delete()[0]


def _prune_stored_files() -> int:
    storage = storage_of_acts()
    limit = timezone.now() - timedelta(seconds=ORPHAN_SECONDS)
    # Listed before the owners are: what is stored meanwhile is not in the list.
    old = [name for name in _stored(storage) if storage.get_modified_time(name) < limit]
    owned = _owned()
    orphans = [name for name in old if name not in owned]
    for name in orphans:
        storage.delete(name)
    return len(orphans)


def _owned() -> set[str]:
    """Names of the files that an act, a reading kept or waiting, a job or a bundle holds."""
    return {
        *Deliberation.objects.values_list("source", flat=True),
        *KeptReading.objects.values_list("source", flat=True),
        *PendingReading.objects.values_list("source", flat=True),
        *Job.objects.values_list("upload", flat=True),
        *Bundle.objects.values_list("source", flat=True),
    }


def _shown() -> set[str]:
    """Prints of the files whose pages may be shown, or read again."""
    return {
        *Deliberation.objects.values_list("sha256", flat=True),
        *KeptReading.objects.values_list("sha256", flat=True),
        *PendingReading.objects.values_list("sha256", flat=True),
        *Job.objects.values_list("sha256", flat=True),
        *Bundle.objects.values_list("sha256", flat=True),
    }


def _stored(storage: Storage) -> Iterator[str]:
    waiting = [folder for folder in FOLDERS if storage.exists(folder)]
    while waiting:
        folder = waiting.pop()
        folders, files = storage.listdir(folder)
        waiting += [f"{folder}/{name}" for name in folders]
        yield from (f"{folder}/{name}" for name in files)


def _prune_page_images() -> int:
    known = _shown()
    gone = [
        folder
        for folder in (Path(settings.DATA_DIR) / "pages").glob("*/*")
        if folder.name not in known and _is_old(folder, ORPHAN_SECONDS)
    ]
    for folder in gone:
        shutil.rmtree(folder, ignore_errors=True)
    return len(gone)


def _prune_what_is_drawn_again() -> int:
    """Cards, and the public images and copies under masks that may have changed since."""
    data = Path(settings.DATA_DIR)
    drawn = [*(data / "cards").glob("*"), *(found for name in MASKED for found in (data / "pages").glob(f"*/*/{name}"))]
    old = [path for path in drawn if _is_old(path, DRAWN_SECONDS)]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _prune_copies() -> int:
    """What workers that were killed left on this machine."""
    folders = [path for path in Path(tempfile.gettempdir()).glob(f"{COPIES}*") if _is_old(path, ORPHAN_SECONDS)]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    return len(folders)


def _is_old(path: Path, seconds: int) -> bool:
    try:
        return time.time() - path.stat().st_mtime > seconds
    except FileNotFoundError:
        return False
