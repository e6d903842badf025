"""Likely duplicates among operators: looked for, kept as pairs, judged by a person and never merged by the machine.

Pairs are rows, because a verdict must outlive every search. What is new or renamed carries a flag that says that a
search is due; workers make it when the queue is empty.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from grants import history
from grants.models import Commune, Operator, OperatorPair
from grants.operators.likeness import Likeness, Named, likenesses
from grants.querysets import OperatorQuerySet
from grants.search.entries import named
from portal.french import fold_name

Verdict = OperatorPair.Verdict
SEARCHED_AT_ONCE = 10_000  # operators: half a second; above, staff ask for the search or a command makes it
_ROWS_AT_ONCE = 500


def waiting() -> int:
    """How many operators came, or changed, since the last search."""
    return Operator.objects.not_compared().count()


def search_again() -> None:
    """Search if an operator came or changed since the last time."""
    if waiting():
        search()


def search() -> int:
    """Look for likely duplicates among all operators and keep the pairs; gives how many. What was judged stays so.

    About three seconds of processor for 50 000 operators; the database is not held meanwhile.
    """
    operators = _operators()
    found = likenesses(operators, Commune.objects.values_list("folded", flat=True).distinct())
    _keep(found, last=max((one.pk for one in operators), default=0))
    return len(found)


@transaction.atomic
def _keep(found: list[Likeness], last: int) -> None:
    """`last`: the highest number among the operators that were compared; one that came meanwhile waits."""
    pairs = {(one.first, one.second) for one in found}
    stale = [
        pk
        for pk, first, second in OperatorPair.objects.filter(verdict="").values_list("pk", "first", "second")
        if (first, second) not in pairs
    ]
    for start in range(0, len(stale), _ROWS_AT_ONCE):
        OperatorPair.objects.filter(pk__in=stale[start : start + _ROWS_AT_ONCE]).delete()
    OperatorPair.objects.bulk_create(
        map(_pair, found),
        batch_size=_ROWS_AT_ONCE,
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=["score", "reasons"],
    )
    Operator.objects.filter(compared=False, pk__lte=last).update(compared=True)


def pair_of(one: Operator, other: Operator) -> OperatorPair:
    """The pair of two operators, as it is stored or to be."""
    first, second = sorted((one, other), key=lambda operator: operator.pk)
    return OperatorPair.objects.filter(first=first, second=second).first() or OperatorPair(first=first, second=second)


def comparable(operator: Operator, words: str) -> OperatorQuerySet:
    """The operators with which to compare this one: those whose names answer to the words, or hold their letters."""
    others = Operator.objects.apart().exclude(pk=operator.pk)
    letters = fold_name(words)
    return others.filter(Q(pk__in=named(Operator, words)) | Q(key__contains=letters)) if letters else others.none()


@transaction.atomic
def judge(pair: OperatorPair, verdict: str, *, author=None, word: str = "") -> None:
    """Keep what a person says of a pair, with its date; an empty verdict takes back the one before."""
    pair.verdict, pair.author, pair.word, pair.at = verdict, author, word, timezone.now() if verdict else None
    pair.save()
    history.bump()  # the page of an operator says which others may be the same


def _operators() -> list[Named]:
    rows = Operator.objects.apart().order_by("pk")
    return [
        Named(pk, name, commune or "", town or "", siret)
        for pk, name, commune, town, siret in rows.values_list("pk", "name", "commune", "commune__folded", "siret")
    ]


def _pair(likeness: Likeness) -> OperatorPair:
    reasons = " ".join(likeness.reasons)
    return OperatorPair(
        first_id=likeness.first, second_id=likeness.second, score=likeness.score, reasons=f" {reasons} "
    )
