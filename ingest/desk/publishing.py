"""When an act goes online and when it is withdrawn: the one place that changes `Deliberation.status`.

What differs or was left unread does not forbid publication, it must be acknowledged; the public page shows it.
"""

from dataclasses import dataclass

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from grants import history, rectifications
from grants.models import Check, Deliberation

Status = Deliberation.Status


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a person must have seen before an act goes online."""

    lines: int
    differing: int
    leftovers: int

    def __bool__(self) -> bool:
        return not self.lines or bool(self.differing or self.leftovers)

    def __str__(self) -> str:
        """In French, as the end of a sentence: « 2 totaux annoncés diffèrent de la somme de leurs lignes »."""
        said = []
        if not self.lines:
            said.append("aucune ligne de subvention n’a été lue")
        if self.differing == 1:
            said.append("1 total annoncé diffère de la somme de ses lignes")
        elif self.differing:
            said.append(f"{self.differing} totaux annoncés diffèrent de la somme de leurs lignes")
        if self.leftovers == 1:
            said.append("1 ligne imprimée n’a pas été lue")
        elif self.leftovers:
            said.append(f"{self.leftovers} lignes imprimées n’ont pas été lues")
        return " et ".join(said)


class UnacknowledgedError(Exception):
    """An act that has doubts which nobody has acknowledged; `str(error)` is one French sentence for staff."""

    def __init__(self, deliberation: Deliberation, doubts: Doubts) -> None:
        self.deliberation = deliberation
        self.doubts = doubts
        super().__init__(f"{deliberation} n’est pas publiée\u202f: {doubts}.")


def doubts_of(deliberation: Deliberation) -> Doubts:
    """What is left to acknowledge in this act."""
    return Doubts(
        lines=deliberation.lines.count(),
        differing=Check.objects.filter(total__deliberation=deliberation, status=Check.Status.DIFFERENT).count(),
        leftovers=deliberation.leftovers.count(),
    )


@transaction.atomic
def publish(deliberation: Deliberation, user: User | None, *, acknowledged: bool = False) -> None:
    """Put an act online, now, in the name of `user` (None: the command line, which keeps no history).

    Raises UnacknowledgedError where the act has doubts and `acknowledged` is false. An act already online stays as it
    is.
    """
    current = Deliberation.objects.select_for_update().get(pk=deliberation.pk)
    if current.status == Status.PUBLISHED:
        return
    doubts = doubts_of(current)
    if doubts and not acknowledged:
        raise UnacknowledgedError(current, doubts)
    deliberation.status, deliberation.published_at = Status.PUBLISHED, timezone.now()
    deliberation.save(update_fields=["status", "published_at"])
    history.published(deliberation)
    rectifications.settle(deliberation)
    _log(deliberation, user, f"Publiée, en acceptant que {doubts}." if doubts else "Publiée.")


@transaction.atomic
def withdraw(deliberation: Deliberation, user: User | None) -> None:
    """Take an act offline. `published_at` keeps the day when it last went online; a draft stays as it is."""
    current = Deliberation.objects.select_for_update().get(pk=deliberation.pk)
    if current.status == Status.DRAFT:
        return
    deliberation.status = Status.DRAFT
    deliberation.save(update_fields=["status"])
    history.withdrawn(deliberation)
    rectifications.settle(deliberation)
    _log(deliberation, user, "Retirée du site.")


def _log(deliberation: Deliberation, user: User | None, message: str) -> None:
    if user is not None:
        LogEntry.objects.log_actions(user.pk, [deliberation], CHANGE, message, single_object=True)
