"""A file of several deliberations in the queue: cut into one file each, read like any other; or said to be one act.

Cutting again makes nothing twice: pages that were cut out before keep their file, and the act read in it.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.contrib.auth.models import User
from django.core.files import File
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from grants.models import Bundle, BundlePart, Deliberation
from ingest.desk.queue import jobs
from ingest.desk.queue.reading import copy_of
from ingest.models import Job
from ingest.pages.cutting import Pages, cut
from ingest.store.bundles import keep_bundle, keep_part
from ingest.tasks import enqueue
from portal.prints import print_of

State = Job.State
CUTTABLE = (State.SEVERAL, State.CUT)


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of a bundle and what became of them: the act read in them, or the job that reads them; neither where both
    were deleted since. `is_current`: whether the bundle is cut so now."""

    part: BundlePart
    act: Deliberation | None
    job: Job | None
    is_current: bool


def cut_job(job: Job, ranges: Sequence[Pages], author: User) -> int:
    """Cut the file of this job into these pages, each put in the queue in the name of `author`; gives how many are new.

    All or nothing. Nothing where the job is not one to be cut. Raises `CutError` where the file cannot be cut.
    """
    job.refresh_from_db()
    with copy_of(job) as whole, tempfile.TemporaryDirectory(dir=whole.parent) as folder:
        files = cut(whole, ranges, Path(folder))
        with transaction.atomic():
            # The first to write this holds the row: a second click finds all done, and does it again in vain.
            if not Job.objects.filter(pk=job.pk, state__in=CUTTABLE).update(state=State.CUT, ended_at=timezone.now()):
                return 0
            bundle = keep_bundle(whole, job.page_count)
            asked = sum(_ask(bundle, pages, file, job, author) for pages, file in zip(ranges, files, strict=True))
            _settle(job, bundle, ranges)
    return asked


def read_as_one_act(job: Job, author: User) -> bool:
    """Put the file back in the queue, to be read as the single act that it is; False where it is not to be cut."""
    with transaction.atomic():
        again = Job.objects.filter(pk=job.pk, state=State.SEVERAL).update(
            state=State.WAITING, is_one_act=True, author=author, message="", waiting_since=timezone.now()
        )
        if again:
            enqueue(job.pk)
    return bool(again)


def parts_of(job: Job) -> list[Part]:
    """What was cut out of the file of this job, for this job or before it, in its order, and what became of it."""
    of_file = BundlePart.objects.filter(bundle__sha256=job.sha256)
    parts = list(of_file.order_by("first_page", "last_page", "pk"))
    prints = [part.sha256 for part in parts]
    acts = {act.sha256: act for act in Deliberation.objects.filter(sha256__in=prints).select_related("department")}
    related = Job.objects.select_related("deliberation__department", "replaces__department")
    reads = {one.sha256: one for one in related.filter(sha256__in=prints).order_by("pk")}
    current = {(first, last) for first, last, *_ in job.acts}
    found = [
        Part(one, acts.get(one.sha256), reads.get(one.sha256), (one.first_page, one.last_page) in current)
        for one in parts
    ]
    is_cut = job.state == State.CUT
    return [one for one in found if one.act or one.job or (is_cut and one.is_current)]


def _ask(bundle: Bundle, pages: Pages, file: Path, job: Job, author: User) -> bool:
    """Put these pages in the queue, unless they were cut out and read before; whether they are new there."""
    first, last = pages
    digest = print_of(file)
    keep_part(bundle, pages, digest)
    # Another version of the library that cuts may have given other bytes for the same pages.
    prints = bundle.parts.filter(first_page=first, last_page=last).values_list("sha256", flat=True)
    asked = Job.objects.filter(Q(state__in=Job.LIVE) | Q(state=State.EMPTY), sha256__in=prints)
    if asked.exists() or Deliberation.objects.filter(sha256__in=prints).exists():
        return False
    with file.open("rb") as content:
        sent = jobs.Sent(File(content), file.name, digest, last - first + 1)
        jobs.ask(sent, author=author, department=job.department)
    return True


def _settle(job: Job, bundle: Bundle, ranges: Sequence[Pages]) -> None:
    """The job says how its file is cut, and the bundle holds the bytes from now on."""
    told = {(first, last): rest for first, last, *rest in job.acts}
    acts = [[first, last, *told.get((first, last), ("", ""))] for first, last in ranges]
    name = job.upload.name
    Job.objects.filter(pk=job.pk).update(acts=acts, bundle=bundle, message="", trace="", upload="")
    if name:
        transaction.on_commit(partial(job.upload.storage.delete, name))
