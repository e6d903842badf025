"""When an act goes online and when it is withdrawn: the one place that changes `Deliberation.status`.

What differs or was left unread does not forbid publication: someone must have said a word on it, and the public page
shows that word.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from grants import history, rectifications
from grants.models import Change, Check, Deliberation
from ingest.store import explanations
from ingest.store.change_log import log_change
from ingest.store.locks import locked

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
    """What is left to explain in this act: differences without a word, rows that nobody has looked at."""
    return Doubts(
        lines=deliberation.lines.count(),
        differing=Check.objects.of_act(deliberation).unexplained().count(),
        leftovers=deliberation.leftovers.waiting().count(),
    )


@transaction.atomic
def publish(deliberation: Deliberation, user: User | None, *, word: str = "") -> None:
    """Put an act online, now, in the name of `user` (None: the command line, which keeps no history).

    `word` is said, in public, on every difference and every row that is left without one. Raises UnacknowledgedError
    where there are doubts and no word. An act already online stays as it is.
    """
    current = locked(deliberation)
    if current.status == Status.PUBLISHED:
        return
    doubts = doubts_of(current)
    word = word.strip()
    if doubts and not word:
        raise UnacknowledgedError(current, doubts)
    explanations.acknowledge_all(current, user, word)
    explanations.set_aside_all(current, user, word)
    deliberation.status, deliberation.published_at = Status.PUBLISHED, timezone.now()
    deliberation.save(update_fields=["status", "published_at"])
    history.published(deliberation)
    rectifications.settle(deliberation)
    log_change(deliberation, user, f"Publiée, bien que {doubts}\u202f: {word}" if doubts else "Publiée.")


@transaction.atomic
def undo_withdrawal(deliberation: Deliberation, user: User | None) -> None:
    """Put an act back online as it was before it was withdrawn, with the day when it went online.

    Raises UnacknowledgedError where doubts have come since; those that it was online with do not count. An act that was
    not withdrawn last stays as it is.
    """
    current = locked(deliberation)
    if not was_withdrawn(current):
        return
    doubts = doubts_of(current)
    withdrawal = Change.objects.filter(deliberation=current, kind=Change.Kind.WITHDRAWN).order_by("pk").last()
    known = withdrawal.before if withdrawal else {}
    if any(count > known.get(name, 0) for name, count in _open(doubts).items()):
        raise UnacknowledgedError(current, doubts)
    deliberation.status = Status.PUBLISHED
    deliberation.save(update_fields=["status"])
    history.published(deliberation)
    rectifications.settle(deliberation)
    log_change(deliberation, user, "Retrait annulé\u202f: de nouveau en ligne.")


def was_withdrawn(deliberation: Deliberation) -> bool:
    """Whether this draft was online before it was taken offline."""
    return deliberation.status == Status.DRAFT and deliberation.published_at is not None


@transaction.atomic
def withdraw(deliberation: Deliberation, user: User | None) -> None:
    """Take an act offline. `published_at` keeps the day when it last went online; a draft stays as it is."""
    current = locked(deliberation)
    if current.status == Status.DRAFT:
        return
    deliberation.status = Status.DRAFT
    deliberation.save(update_fields=["status"])
    history.withdrawn(deliberation, _open(doubts_of(current)))
    rectifications.settle(deliberation)
    log_change(deliberation, user, "Retirée du site.")


def _open(doubts: Doubts) -> dict[str, int]:
    return {"no_line": int(not doubts.lines), "differing": doubts.differing, "leftovers": doubts.leftovers}
