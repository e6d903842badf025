"""What staff did to an act, in the journal that Django's admin shows of it."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User

from grants.models import Deliberation


def log_change(act: Deliberation, author: User | None, message: str) -> None:
    """Write in the journal of an act what changed, a French sentence; nothing where nobody in particular did it."""
    if author is not None:
        LogEntry.objects.log_actions(author.pk, [act], CHANGE, message, single_object=True)
