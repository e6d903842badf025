"""What is new for a question, told by mail to those who asked: no account, confirmed by its owner, stopped by a link.

`send_all` is for the machine's scheduler (`manage.py send_alerts`). An alert is told what came after the version of the
data that it was told last, remembered once its mail has left: a crash between the two may send one twice, and loses
none.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from grants import history
from grants.figures import stats
from grants.models import Alert, Change, GrantLine
from grants.querysets import GrantLineQuerySet
from grants.questions.criteria import phrases, sentence
from grants.questions.filters import GrantLineFilter

UNCONFIRMED_KEPT = timedelta(days=2)  # an address that nobody confirms is forgotten
LINES_TOLD = 20  # of a mail; the page has the others
WEEK = timedelta(days=7) - timedelta(hours=2)  # the scheduler is never on time
Kind = Change.Kind


@dataclass(frozen=True, slots=True)
class Sent:
    """What a run did: mails sent, mails that could not leave, alerts without anything new, alerts whose question makes
    no sense any more."""

    mails: int = 0
    failed: int = 0
    quiet: int = 0
    senseless: int = 0


def is_possible() -> bool:
    """Whether this site can send mails, and knows the address that they must link to."""
    return bool(settings.EMAIL_URL and settings.SITE_ADDRESS)


def ask(email: str, question: str, every: str) -> Alert:
    """Keep a demand and send its owner the link that confirms it. Raises SMTPException or OSError where mail fails."""
    alert = Alert(email=email, question=question, every=every, version=history.current().number)
    with transaction.atomic():
        alert.save()
        _mail(alert, "Confirmez votre alerte", "grants/mails/confirm.txt", {})
    return alert


def confirm(alert: Alert) -> None:
    """Its owner followed the link: what comes from now on will be told."""
    if alert.confirmed_at is None:
        alert.confirmed_at, alert.version = timezone.now(), history.current().number
        alert.save(update_fields=["confirmed_at", "version"])


def question_of(alert: Alert) -> GrantLineFilter:
    """The question of an alert, about the lines that count."""
    return GrantLineFilter(QueryDict(alert.question), queryset=GrantLine.objects.counted())


def told_question(alert: Alert) -> str:
    """`Subventions votées à l’opérateur AFEJI`, as the page says it."""
    question = question_of(alert)
    return sentence(phrases(question)) if question.is_valid() else "Question qui n’a plus de sens"


def news(alert: Alert) -> GrantLineQuerySet:
    """The lines that answer and came, or changed, after what was told last. The question must be valid."""
    since = Change.objects.since(alert.version)
    online = since.filter(kind=Kind.PUBLISHED).values("deliberation")
    touched = since.filter(kind__in=(Kind.ADDED, Kind.CORRECTED)).values("line_pk")
    return question_of(alert).qs.filter(Q(deliberation__in=online) | Q(pk__in=touched))


def send_all() -> Sent:
    """Tell every confirmed alert what is new for it. One whose mail fails is tried again next time, the others go on.

    No transaction holds while a mail leaves: a crash may send one twice, never lose one.
    """
    now, version = timezone.now(), history.current().number
    Alert.objects.filter(confirmed_at=None, created_at__lt=now - UNCONFIRMED_KEPT).delete()
    early = Q(every=Alert.Every.WEEK, sent_at__gt=now - WEEK)
    waiting = Alert.objects.filter(confirmed_at__isnull=False, version__lt=version).exclude(early)
    outcomes = Counter(_tell(alert, version) for alert in list(waiting))
    return Sent(**outcomes)


def _tell(alert: Alert, version: int) -> str:
    """What became of an alert, as a field of `Sent`."""
    if not question_of(alert).is_valid():
        return "senseless"
    lines = news(alert)
    whole = stats.summary(lines)
    if not whole.rows:
        Alert.objects.filter(pk=alert.pk).update(version=version)
        return "quiet"
    told = lines.largest_first()[:LINES_TOLD].in_full()
    context = {"lines": told, "summary": whole, "more": whole.rows - len(told)}
    try:
        _mail(alert, f"Du nouveau\u202f: {told_question(alert)}", "grants/mails/news.txt", context)
    except OSError:  # of which the errors of SMTP are
        return "failed"
    Alert.objects.filter(pk=alert.pk).update(version=version, sent_at=timezone.now())
    return "mails"


def _mail(alert: Alert, subject: str, template: str, context: dict) -> None:
    site, own = settings.SITE_ADDRESS, reverse("alert", args=[alert.token])
    page = reverse("line_list") + (f"?{alert.question}" if alert.question else "")
    told = {"site": site, "own": f"{site}{own}", "page": f"{site}{page}", "question": told_question(alert)}
    text = render_to_string(template, told | context | {"site_name": settings.SITE_NAME, "alert": alert})
    # One click in the mail program stops it (RFC 8058).
    headers = {"List-Unsubscribe": f"<{site}{own}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    EmailMessage(" ".join(subject.split())[:200], text.strip() + "\n", to=[alert.email], headers=headers).send()
