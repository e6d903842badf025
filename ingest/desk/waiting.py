"""What waits for a person when the day begins: each kind of work with its count and where it is done. Changes nothing.

A kind of work is one function that counts it and one row of `_KINDS`, which says in French what it is, where it is done
and which right it takes. Work that a person may not do is not counted for them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse

from grants.law.agreements import late_count
from grants.models import Deliberation, ErrorReport, OperatorPair, PersonalMark
from grants.operators import duplicates
from ingest.models import Job, PendingReading


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of work: how much of it there is, and where it is done. `presses`: it has waited too long already."""

    title: str
    advice: str
    count: int
    url: str
    presses: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    count: Callable[[], int]
    one: str
    many: str
    advice: str
    where: Callable[[], str]
    permission: str
    presses: bool = False


def _at(page: str, query: str = "") -> Callable[[], str]:
    return lambda: reverse(f"admin:{page}") + query


def _oldest_new_reading() -> str:
    act = PendingReading.objects.order_by("at").values_list("deliberation", flat=True).first()
    return reverse("admin:grants_deliberation_difference", args=[act])


def _first_undecided_act() -> str:
    act = PersonalMark.objects.undecided().order_by("deliberation").values_list("deliberation", flat=True).first()
    return reverse("admin:grants_deliberation_personal", args=[act])


def _personal() -> int:
    """One text of one act counts once, however many times it is printed; what has no text, each time."""
    undecided = PersonalMark.objects.undecided()
    printed = undecided.exclude(key="").order_by().values("deliberation", "kind", "key").distinct()
    return printed.count() + undecided.filter(key="").count()


def _failed() -> int:
    return Job.objects.failed().count()


def _to_cut() -> int:
    return Job.objects.to_cut().count()


def _under_way() -> int:
    return Job.objects.live().count()


def _drafts() -> int:
    return Deliberation.objects.drafts().count()


def _messages() -> int:
    return ErrorReport.objects.unanswered().count()


def _duplicates() -> int:
    return OperatorPair.objects.apart().waiting().count()


def _new_readings() -> int:
    return PendingReading.objects.count()


_KINDS = (
    _Kind(
        late_count,
        "convention en retard",
        "conventions en retard",
        "Les trois mois du décret sont passés et la délibération n’est pas en ligne.",
        _at("grants_deliberation_open_data_list"),
        "grants.view_deliberation",
        presses=True,
    ),
    _Kind(
        _failed,
        "fichier non lu",
        "fichiers non lus",
        "La raison est écrite à côté de chacun\u202f; on peut relancer la lecture ou l’oublier.",
        _at("ingest_job_changelist"),
        "grants.add_deliberation",
        presses=True,
    ),
    _Kind(
        _to_cut,
        "fichier à découper",
        "fichiers à découper",
        "Plusieurs délibérations dans un seul fichier\u202f: dire où chacune commence, et chacune est lue.",
        _at("ingest_job_changelist"),
        "grants.add_deliberation",
    ),
    _Kind(
        _messages,
        "message de lecteur sans réponse",
        "messages de lecteurs sans réponse",
        "Une erreur signalée sur une ligne\u202f: à vérifier sur la page, puis à répondre.",
        _at("grants_errorreport_changelist", "?status__exact=open"),
        "grants.view_errorreport",
    ),
    _Kind(
        _new_readings,
        "nouvelle lecture à comparer",
        "nouvelles lectures à comparer",
        "Un fichier lu de nouveau\u202f: voir ce qui changerait, puis remplacer ou garder. La plus ancienne d’abord.",
        _oldest_new_reading,
        "grants.view_deliberation",
    ),
    _Kind(
        _drafts,
        "brouillon à relire",
        "brouillons à relire",
        "Lus, pas encore en ligne\u202f: les cases douteuses d’abord, puis publier.",
        _at("grants_deliberation_changelist", "?status__exact=draft"),
        "grants.view_deliberation",
    ),
    _Kind(
        _personal,
        "donnée personnelle sans décision",
        "données personnelles sans décision",
        "Masquées partout en attendant\u202f: les garder masquées, ou les rendre publiques avec un motif.",
        _first_undecided_act,
        "grants.decide_personal_data",
    ),
    _Kind(
        _under_way,
        "fichier en lecture ou en attente",
        "fichiers en lecture ou en attente",
        "La lecture avance sans vous\u202f; la page dit où elle en est.",
        _at("ingest_job_changelist"),
        "grants.add_deliberation",
    ),
    _Kind(
        _duplicates,
        "doublon probable",
        "doublons probables",
        "Deux opérateurs qui sont peut-être le même\u202f: rien n’est réuni sans vous.",
        _at("grants_operator_duplicates"),
        "grants.merge_operator",
    ),
    _Kind(
        duplicates.waiting,
        "opérateur à comparer aux autres",
        "opérateurs à comparer aux autres",
        "Venus ou renommés depuis la dernière recherche de doublons, qui se fait en ouvrant cette page.",
        _at("grants_operator_duplicates"),
        "grants.view_operator",
    ),
)


def waiting(user: User) -> list[Waiting]:
    """What there is to do for this person, what presses first; kinds of which there is nothing are left out."""
    allowed = [kind for kind in _KINDS if user.has_perm(kind.permission)]
    counted = [(kind, kind.count()) for kind in allowed]
    return [
        Waiting(
            kind.one if count == 1 else kind.many,
            kind.advice,
            count,
            kind.where(),
            kind.presses,
        )
        for kind, count in counted
        if count
    ]
