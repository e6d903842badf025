"""The words of staff on what does not close: why a total differs from its lines, why a row left over is no grant.

Words on differences are public, with their day, never with the name of who gave them, and without what is masked of the
act. A word given again replaces the former.
"""

import re
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from grants import history
from grants.models import Check, Deliberation, Leftover
from ingest.reader.private.person_names import persons_told
from ingest.store.change_log import log_change
from ingest.store.private.masks import masks_of

_BREAKS = re.compile(r"[ \t\r\n]+")  # thin and no-break spaces stay
LONGEST_WORD = 1_000  # characters: a few sentences under a figure


class WordError(ValueError):
    """A word that cannot be taken; `str(error)` is one French sentence."""


def acknowledge(check: Check, author: User | None, word: str) -> None:
    """Say why this total differs from its lines. Raises WordError for an empty word or a check that does not differ."""
    if check.status != Check.Status.DIFFERENT:
        raise WordError("Ce contrôle ne montre pas d’écart\u202f: il n’y a rien à expliquer.")
    _acknowledge(check.total.deliberation, Check.objects.filter(pk=check.pk), author, word)
    check.refresh_from_db()


def acknowledge_all(deliberation: Deliberation, author: User | None, word: str) -> int:
    """The same word on every difference of the act that has none; gives how many."""
    checks = Check.objects.of_act(deliberation).unexplained()
    return _acknowledge(deliberation, checks, author, word) if checks.exists() else 0


def take_back(check: Check, author: User | None) -> None:
    """Take back the word on a difference: it has none again."""
    _write_words(check.total.deliberation, Check.objects.filter(pk=check.pk), author, "")
    check.refresh_from_db()


def set_aside(leftover: Leftover, author: User | None, word: str) -> None:
    """Say why this row is no grant. Raises WordError for an empty word or a row of which a line was made."""
    if leftover.line_pk is not None:
        raise WordError("Cette rangée est déjà devenue une ligne de subvention.")
    _set_aside(leftover.deliberation, Leftover.objects.filter(pk=leftover.pk), author, word)
    leftover.refresh_from_db()


def set_aside_all(
    deliberation: Deliberation, author: User | None, word: str, leftovers: Iterable[Leftover] | None = None
) -> int:
    """The same word on these leftovers of the act, or on all that nobody has looked at; gives how many."""
    waiting = deliberation.leftovers.waiting()
    if leftovers is not None:
        waiting = waiting.filter(pk__in=[leftover.pk for leftover in leftovers])
    return _set_aside(deliberation, waiting, author, word) if waiting.exists() else 0


def take_up(leftover: Leftover, author: User | None) -> None:
    """Take back the word on a row: it waits again for someone to look at it."""
    Leftover.objects.filter(pk=leftover.pk).update(set_aside="", set_aside_by=None, set_aside_at=None)
    log_change(leftover.deliberation, author, f"Rangée à revoir\u202f: {leftover}")
    leftover.refresh_from_db()


@transaction.atomic
def _acknowledge(deliberation: Deliberation, checks: QuerySet[Check], author: User | None, word: str) -> int:
    return _write_words(deliberation, checks, author, masks_of(deliberation).text(_checked(word)))


@transaction.atomic
def _write_words(deliberation: Deliberation, checks: QuerySet[Check], author: User | None, word: str) -> int:
    scopes = [check.total.scope for check in checks.select_related("total")]
    said = (word, author, timezone.now()) if word else ("", None, None)
    names = ("acknowledgement", "acknowledged_by", "acknowledged_at")
    count = checks.update(**dict(zip(names, said, strict=True)))
    what = f"Écart sur «\u202f{scopes[0]}\u202f»" if len(scopes) == 1 else f"{len(scopes)} écarts"
    log_change(deliberation, author, f"{what}\u202f: {word or 'explication retirée'}")
    history.bump()
    return count


@transaction.atomic
def _set_aside(deliberation: Deliberation, leftovers: QuerySet[Leftover], author: User | None, word: str) -> int:
    word, told = _checked(word), [str(leftover) for leftover in leftovers]
    count = leftovers.update(set_aside=word, set_aside_by=author, set_aside_at=timezone.now())
    what = f"Rangée écartée «\u202f{told[0]}\u202f»" if len(told) == 1 else f"{len(told)} rangées écartées"
    log_change(deliberation, author, f"{what}\u202f: {word}")
    history.bump()
    return count


def private_in(deliberation: Deliberation, word: str) -> str:
    """What an explanation tells of private persons, as one French sentence; empty where it tells nothing."""
    if masks_of(deliberation).text(word) != word:
        return "Une donnée personnelle y est masquée, comme partout sur le site."
    if person := next(persons_told(word), None):
        return (
            f"Elle nomme une personne ({person.name}), et le public la lira\u202f: corrigez-la si ce n’est pas voulu."
        )
    return ""


def _checked(word: str) -> str:
    word = _BREAKS.sub(" ", word).strip()
    if not word:
        raise WordError("Dites en un mot pourquoi.")
    if len(word) > LONGEST_WORD:
        raise WordError(f"Cette explication dépasse {LONGEST_WORD} caractères.")
    return word
