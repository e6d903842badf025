"""What anybody may send without an account, wrong passwords included, slowed down for robots. No third party.

Robots are told by a field that people do not see, by a form sent sooner than anyone reads, and by their number. An
address is known only by a keyed print that changes every day and is deleted with it.
"""

import hmac
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils import timezone

from grants.models import ReportTrace

SOONEST = 3  # seconds from the form to its sending: nobody reads and writes faster
LATEST = 24 * 3600  # seconds: a form left open for a day is to be loaded again
MOST_A_DAY = 10  # forms from one address: an attentive reader's evening
REMEMBERED = timedelta(days=1)
MOST_WRONG = 10  # passwords for one account from one address: more than somebody tired, far less than a list
MOST_WRONG_HERE = 50  # for any account: a whole town hall may come from one address
PATIENCE = timedelta(minutes=15)
_SIGNER = TimestampSigner(salt="signalement")


class StrangerError(ValueError):
    """A form that is not taken in; `str(error)` says why in French, and what to do."""


def moment_of(subject: str) -> str:
    """What a form carries: that it was shown for this subject, and when."""
    return _SIGNER.sign(subject)


def check_moment(subject: str, moment: str) -> None:
    """Raises StrangerError for a form that is not ours, too old, or sent too soon."""
    try:
        if _SIGNER.unsign(moment, max_age=LATEST) != subject:
            raise BadSignature
    except SignatureExpired as error:
        raise StrangerError("Ce formulaire est ouvert depuis trop longtemps. Envoyez-le de nouveau.") from error
    except BadSignature as error:
        raise StrangerError("Ce formulaire n’est pas celui de cette page. Envoyez-le de nouveau.") from error
    try:
        _SIGNER.unsign(moment, max_age=SOONEST)
    except SignatureExpired:
        return
    raise StrangerError("Ce formulaire est parti plus vite qu’on ne lit. Relisez-le, puis envoyez-le de nouveau.")


def count_in(address: str) -> None:
    """Remember for a day that a form came from this address. Raises StrangerError where too many did."""
    now = timezone.now()
    ReportTrace.objects.filter(at__lt=now - REMEMBERED).delete()
    print_ = _print_of(address)
    if ReportTrace.objects.filter(print=print_).count() >= MOST_A_DAY:
        raise StrangerError(f"Au plus {MOST_A_DAY} envois par jour d’une même adresse. Revenez demain.")
    ReportTrace.objects.create(print=print_, at=now)


def check_attempts(address: str, account: str) -> None:
    """Raises StrangerError where too many wrong passwords came lately from this address."""
    lately = ReportTrace.objects.filter(at__gt=timezone.now() - PATIENCE)
    for told, most in ((_login(address, account), MOST_WRONG), (_login(address), MOST_WRONG_HERE)):
        if lately.filter(print=told).count() >= most:
            raise StrangerError(
                "Trop de mots de passe faux. Attendez un quart d’heure, ou demandez-en un nouveau à "
                "l’administrateur du site."
            )


def remember_failure(address: str, account: str) -> None:
    """A wrong password came from this address for this account, which may be nobody's."""
    now = timezone.now()
    ReportTrace.objects.filter(at__lt=now - REMEMBERED).delete()
    prints = (_login(address, account), _login(address))
    ReportTrace.objects.bulk_create(ReportTrace(print=one, at=now) for one in prints)


def _login(address: str, account: str = "") -> str:
    return _print_of(f"connexion\n{address}\n{account}")


def _print_of(address: str) -> str:
    key = f"{settings.SECRET_KEY}{timezone.localdate():%Y%m%d}".encode()
    return hmac.new(key, address.encode(), sha256).hexdigest()
