"""The checks of an act, computed again from its lines after any edit."""

from django.db import transaction

from grants.models import Check, Deliberation
from ingest.store.beside.checks import checker

_WRITTEN = ("status", "computed_cents", "difference_cents", "note")
_WORD = ("acknowledgement", "acknowledged_by", "acknowledged_at")


@transaction.atomic
def recheck(act: Deliberation) -> list[Check]:
    """Hold every total of the act against its lines; gives the checks that changed.

    The word that someone gave on a difference stays while it is the same amount, and goes when it changes.
    """
    lines, changed = checker(act), []
    for check in Check.objects.of_act(act).select_related("total"):
        before = _told(check)
        lines.check(check.total, check)
        if _told(check) == before:
            continue
        if check.difference_cents != before[2]:
            check.acknowledgement, check.acknowledged_by, check.acknowledged_at = "", None, None
        changed.append(check)
    Check.objects.bulk_update(changed, [*_WRITTEN, *_WORD], batch_size=500)
    return changed


def _told(check: Check) -> tuple:
    return tuple(getattr(check, name) for name in _WRITTEN)
