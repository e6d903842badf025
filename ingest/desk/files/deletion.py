"""When a draft goes, and all that was kept of it: its lines, its readings, its jobs, its files and their images."""

from functools import partial

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import User
from django.db import transaction

from grants import history
from grants.models import Deliberation
from grants.search import entries
from ingest.desk.files.pruning import forget_files
from ingest.models import PendingReading
from ingest.store.locks import locked


class KeptError(Exception):
    """An act that may not be deleted; `str(error)` says why in French, and what to do instead."""


def obstacle(act: Deliberation) -> str:
    """Why this act may not be deleted, in French; empty where it may."""
    if act.published_at is not None:
        return (
            "Cette délibération a été en ligne\u202f: des personnes ont pu la citer, ses adresses restent pour "
            "toujours. Retirez-la du site plutôt que de la supprimer."
        )
    if rectifying := act.rectified_by.first():
        return f"{rectifying} la rectifie. Défaites d’abord ce lien."
    return ""


@transaction.atomic
def delete_draft(act: Deliberation, user: User) -> None:
    """Delete a draft that was never online, in the name of `user`. Raises KeptError where it must stay.

    Its files go once the transaction has ended, so that nothing is lost where it fails.
    """
    act = locked(act)
    if reason := obstacle(act):
        raise KeptError(reason)
    waiting = PendingReading.objects.filter(deliberation=act)
    readings = [*act.kept_readings.values_list("source", "sha256"), *waiting.values_list("source", "sha256")]
    uploads = [
        *act.jobs.values_list("upload", flat=True),
        *act.rereading_jobs.values_list("upload", flat=True),
    ]
    names = {act.source.name, *(name for name, _ in readings), *uploads} - {""}
    LogEntry.objects.log_actions(user.pk, [act], DELETION, single_object=True)
    Deliberation.objects.filter(pk=act.pk).delete()
    entries.index([act])
    history.bump()
    transaction.on_commit(partial(forget_files, names, {act.sha256, *(print_ for _, print_ in readings)}))
