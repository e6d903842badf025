"""Reports of errors: taking one in. Who may send one, and how often, is for `grants.strangers` to say."""

from django.db import transaction

from grants import history
from grants.models import ErrorReport, GrantLine
from grants.strangers import count_in


@transaction.atomic
def take_in(line: GrantLine, address: str, **said: str) -> ErrorReport:
    """Keep what a reader at this address says of a line. Raises StrangerError where too many came from there."""
    count_in(address)
    report = ErrorReport.objects.create(line=line, line_pk=line.pk, **said)
    history.bump()
    return report
