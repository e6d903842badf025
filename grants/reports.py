"""Reports of errors: whether one may be taken in, and taking it in. No account, no third party.

Robots are told by a field that people do not see, by a form sent sooner than anyone reads, and by their number. An
address is known only by a keyed print that changes every day and is deleted with it.
"""

import hmac
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db import transaction
from django.utils import timezone

from grants import history
from grants.models import ErrorReport, GrantLine, ReportTrace

SOONEST = 3  # seconds from the form to its sending: nobody reads and writes faster
LATEST = 24 * 3600  # seconds: a form left open for a day is to be loaded again
MOST_A_DAY = 10  # reports of one address: an attentive reader's evening
REMEMBERED = timedelta(days=1)
_SIGNER = TimestampSigner(salt="signalement")


class ReportError(ValueError):
    """A report that is not taken in; `str(error)` says why in French, and what to do."""


def moment_of(line: GrantLine) -> str:
    """What the form carries: that it was shown for this line, and when."""
    return _SIGNER.sign(str(line.pk))


def check_moment(line: GrantLine, moment: str) -> None:
    """Raises ReportError for a form that is not ours, too old, or sent too soon."""
    try:
        if _SIGNER.unsign(moment, max_age=LATEST) != str(line.pk):
            raise BadSignature
    except SignatureExpired as error:
        raise ReportError("Ce formulaire est ouvert depuis trop longtemps. Envoyez-le de nouveau.") from error
    except BadSignature as error:
        raise ReportError("Ce formulaire n’est pas celui de cette ligne. Envoyez-le de nouveau.") from error
    try:
        _SIGNER.unsign(moment, max_age=SOONEST)
    except SignatureExpired:
        return
    raise ReportError("Ce formulaire est parti plus vite qu’on ne lit. Relisez-le, puis envoyez-le de nouveau.")


@transaction.atomic
def take_in(line: GrantLine, address: str, **said: str) -> ErrorReport:
    """Keep what a reader at this address says of a line. Raises ReportError where too many came from there."""
    now = timezone.now()
    ReportTrace.objects.filter(at__lt=now - REMEMBERED).delete()
    print_ = _print_of(address)
    if ReportTrace.objects.filter(print=print_).count() >= MOST_A_DAY:
        raise ReportError(f"Au plus {MOST_A_DAY} signalements par jour d’une même adresse. Revenez demain.")
    ReportTrace.objects.create(print=print_, at=now)
    report = ErrorReport.objects.create(line=line, line_pk=line.pk, **said)
    history.bump()
    return report


def _print_of(address: str) -> str:
    key = f"{settings.SECRET_KEY}{timezone.localdate():%Y%m%d}".encode()
    return hmac.new(key, address.encode(), sha256).hexdigest()
