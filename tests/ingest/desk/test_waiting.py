"""The start page of the desk: what waits for a person, with its count and where it is done."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from grants.models import ErrorReport, OperatorPair, PersonalMark
from ingest.desk.waiting import waiting
from ingest.models import Job, PendingReading
from tests.builders import a_deliberation, a_line, an_operator
from tests.grants.pages import queries_of, text_of

pytestmark = pytest.mark.django_db


def a_job(state: str, **fields) -> Job:
    values = {"name": "acte.pdf", "sha256": f"{Job.objects.count():064}", "waiting_since": timezone.now()}
    return Job.objects.create(state=state, **(values | fields))


def a_report(status: str = "open") -> ErrorReport:
    line = a_line()
    return ErrorReport.objects.create(line=line, line_pk=line.pk, what="amount", message="Faux", status=status)


def everything_once() -> None:
    old = a_deliberation(published=False, session_date=date(2020, 6, 1))
    a_line(deliberation=old, amount=50_000)
    a_deliberation(published=False)
    a_report()
    a_report("mended")
    for status, decided_at in (("masked", None), ("masked", timezone.now()), ("public", timezone.now())):
        PersonalMark.objects.create(deliberation=old, kind="email", page=1, status=status, decided_at=decided_at)
    PendingReading.objects.create(
        deliberation=old, packed=b"", sha256="1" * 64, source="a.pdf", source_name="a.pdf", at=timezone.now()
    )
    a_job(Job.State.FAILED)
    a_job(Job.State.WAITING)
    a_job(Job.State.READ, deliberation=old)
    one, two, three = an_operator("Un"), an_operator("Deux"), an_operator("Trois")
    OperatorPair.objects.create(first=one, second=two)
    OperatorPair.objects.create(first=two, second=three, verdict="different")


def test_each_kind_of_work_is_counted_what_presses_first(boss):
    everything_once()

    assert [(work.count, work.title, work.presses) for work in waiting(boss)] == [
        (1, "convention en retard", True),
        (1, "fichier non lu", True),
        (1, "message de lecteur sans réponse", False),
        (1, "nouvelle lecture à comparer", False),
        (2, "brouillons à relire", False),
        (1, "donnée personnelle sans décision", False),
        (1, "fichier en lecture ou en attente", False),
        (1, "doublon probable", False),
        (4, "opérateurs à comparer aux autres", False),
    ]


def test_each_leads_to_a_page_that_answers(client, boss):
    everything_once()

    for work in waiting(boss):
        assert client.get(work.url).status_code == 200, work.title


def test_nothing_waits_and_the_page_says_so(client, boss):
    assert "✓ Rien n’attend." in text_of(client, "/admin/")
    everything_once()
    assert "2 brouillons à relire" in text_of(client, "/admin/")


def test_a_personal_datum_printed_twice_waits_for_one_decision(boss):
    act = a_deliberation(published=False)
    for page in (1, 2):
        PersonalMark.objects.create(deliberation=act, kind="email", key="ccas@example.org", page=page)
        PersonalMark.objects.create(deliberation=act, kind="signature", page=page)

    assert [work.count for work in waiting(boss) if "personnelle" in work.title] == [3]


def test_work_that_a_person_may_not_do_is_not_shown():
    everything_once()
    reader = User.objects.create_user("lecteur", is_staff=True)
    assert waiting(reader) == []
    reader.user_permissions.set(Permission.objects.filter(codename="view_errorreport"))
    reader = User.objects.get(pk=reader.pk)

    assert [work.title for work in waiting(reader)] == ["message de lecteur sans réponse"]


def test_the_start_page_asks_as_many_questions_for_many_acts(client, boss):
    everything_once()
    few = queries_of(client, "/admin/")
    for _ in range(10):
        act = a_deliberation(published=False)
        a_line(deliberation=act, operator=an_operator(f"Opérateur {act.pk}"), amount=50_000)

    assert queries_of(client, "/admin/") == few
