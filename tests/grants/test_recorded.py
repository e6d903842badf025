"""Changes of the registers: who, when, before and after; the state before the first change is kept too."""

from datetime import UTC, datetime

import pytest

from grants.models import Deliberation, Operator
from tests.builders import a_deliberation, a_department, a_programme, an_operator

pytestmark = pytest.mark.django_db


def an_operator_read() -> Operator:
    """As reading an act makes one: in bulk, so that nothing records it."""
    return Operator.objects.bulk_create([Operator(name="Judo club", key="judoclub", kind="association")])[0]


def test_the_first_change_has_its_before(boss):
    operator = an_operator_read()

    operator.siret = "73282932000074"
    operator.save()

    after, before = operator.records.all()
    (change,) = after.diff_against(before).changes
    assert (change.field, change.old, change.new) == ("siret", "", "73282932000074")
    assert before.history_user is None


def test_a_change_says_who_made_it(client, boss):
    department = a_department()

    client.post(f"/admin/grants/department/{department.pk}/change/", {"legal_name": "Département du Nord", "siret": ""})

    latest = department.records.first()
    assert latest.history_user == boss
    assert latest.legal_name == "Département du Nord"


@pytest.mark.parametrize("make", [an_operator, a_programme, a_department, a_deliberation])
def test_the_history_of_each_register_is_in_the_admin(client, boss, make):
    thing = make()
    thing.save()
    name = thing._meta.model_name

    page = client.get(f"/admin/grants/{name}/{thing.pk}/history/")

    assert page.status_code == 200
    assert "Historique" in page.content.decode()
    assert "état de départ" in page.content.decode()


def test_the_history_says_who_before_and_after_and_puts_nothing_back(client, boss):
    operator = an_operator_read()
    client.force_login(boss)
    operator._history_user = boss
    operator.siret = "73282932000074"
    operator.save()

    page = client.get(f"/admin/grants/operator/{operator.pk}/history/").content.decode()

    assert "responsable" in page and "lecture ou commande" in page
    assert "rien → <strong>73282932000074</strong>" in page
    record = operator.records.last()
    client.post(f"/admin/grants/operator/{operator.pk}/history/{record.pk}/", {"siret": ""}, follow=True)
    operator.refresh_from_db()
    assert operator.siret == "73282932000074"


def test_the_history_says_states_and_hours_as_the_other_pages_do_and_offers_nothing_back(client, boss):
    act = a_deliberation(published=False)
    act.status, act.published_at = Deliberation.Status.PUBLISHED, datetime(2023, 9, 4, 10, tzinfo=UTC)
    act.save()

    page = client.get(f"/admin/grants/deliberation/{act.pk}/history/").content.decode()

    assert "brouillon → <strong>publiée</strong>" in page
    assert "rien → <strong>4 septembre 2023 12:00</strong>" in page
    assert "None" not in page and "published" not in page
    assert "revenir à une version précédente" not in page
    assert f"<h1>Historique\u202f: {act}</h1>" in page


def test_an_act_deleted_leaves_its_history(boss):
    act = a_deliberation(published=False)
    act.delete()

    assert Deliberation.records.filter(history_type="-").count() == 1
