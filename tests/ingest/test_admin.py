"""The list of deliberations in the admin: what it says of each, publishing several, correcting and deleting."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

from grants.models import Deliberation, GrantLine
from tests.builders import a_check, a_deliberation, a_leftover, a_line, a_total
from tests.ingest.desk.staff import a_draft

pytestmark = pytest.mark.django_db

LIST = "/admin/grants/deliberation/"


def act_on(client, action: str, *acts: Deliberation, query: str = "") -> str:
    data = {"action": action, "_selected_action": [act.pk for act in acts]}
    return client.post(f"{LIST}{query}", data, follow=True).content.decode()


def test_list_says_rows_differences_and_leftovers_of_each_act(client, boss):
    act = a_draft()
    for year in (2022, 2023):
        a_line(deliberation=act, line=2, year=year)
    for amount in (1, 2, 12500):
        a_check(total=a_total(deliberation=act, amount=amount))
    for _ in range(4):
        a_leftover(deliberation=act)
    a_deliberation()

    page = client.get(LIST).content.decode()

    assert '<td class="field-row_count">2</td>' in page
    assert '<td class="field-differing_count">2</td>' in page
    assert '<td class="field-leftover_count">4</td>' in page
    assert '<td class="field-row_count">0</td>' in page
    assert f'<a href="/admin/grants/deliberation/{act.pk}/lecture/">' in page
    assert "Ajouter des délibérations (PDF)" in page


def test_list_asks_as_many_questions_for_many_acts(client, boss, django_assert_max_num_queries):
    for _ in range(20):
        a_draft()

    with django_assert_max_num_queries(15):
        client.get(LIST)


def test_publishing_several_leaves_out_those_with_doubts_and_names_them(client, boss):
    sure, doubtful = a_draft(number="2023/1"), a_draft(number="2023/2")
    a_leftover(deliberation=doubtful)

    page = act_on(client, "publish_selected", sure, doubtful)

    assert set(Deliberation.objects.published()) == {sure}
    assert "Nord – 2023/2 n’est pas publiée" in page
    assert f'<a href="/admin/grants/deliberation/{doubtful.pk}/lecture/">La relire pour la publier</a>' in page
    assert LogEntry.objects.get().object_id == str(sure.pk)


def test_withdrawing_several_counts_them_even_when_they_leave_the_list(client, boss):
    acts = [a_deliberation(), a_deliberation()]

    page = act_on(client, "withdraw_selected", *acts, query="?status__exact=published")

    assert not Deliberation.objects.published().exists()
    assert "Retirées du site, gardées comme brouillons\u202f: 2." in page


def test_actions_need_the_right_to_change(client):
    act = a_draft()
    viewer = User.objects.create_user("lectrice", is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename="view_deliberation"))
    client.force_login(viewer)

    act_on(client, "publish_selected", act)

    assert not Deliberation.objects.published().exists()
    assert "publish_selected" not in client.get(LIST).content.decode()


# ---- correcting --------------------------------------------------------------------------------------------------


def corrected(act: Deliberation, **changes) -> dict:
    values = {
        "number": act.number,
        "title": act.title,
        "session_date": "26/06/2023",
        "received_date": "03/07/2023",
        "published_date": "04/07/2023",
    }
    return values | changes


def test_number_title_and_dates_can_be_corrected_and_nothing_else(client, boss):
    act = a_draft(number="2023/1O4")
    slug = act.slug

    client.post(
        f"{LIST}{act.pk}/change/",
        corrected(act, number="2023/104", title="Objet juste", status="published", sha256="0" * 64, slug="autre"),
    )

    after = Deliberation.objects.get()
    assert (after.number, after.title) == ("2023/104", "Objet juste")
    assert after.slug == "59-2023-104"
    assert list(after.former_slugs.values_list("slug", flat=True)) == [slug]
    assert after.status == Deliberation.Status.DRAFT
    assert after.sha256 == act.sha256
    assert "2023 104" in GrantLine.objects.get().search_text
    assert LogEntry.objects.get().user == boss


def test_correcting_undoes_no_publication_made_meanwhile(client, boss, monkeypatch):
    act = a_draft()
    real = Deliberation.save

    def published_meanwhile(self, *arguments, **options):
        Deliberation.objects.update(status="published")
        real(self, *arguments, **options)

    monkeypatch.setattr(Deliberation, "save", published_meanwhile)
    client.post(f"{LIST}{act.pk}/change/", corrected(act, title="Objet juste"))

    assert Deliberation.objects.get().status == "published"


def test_no_action_deletes_several_acts_at_once(client, boss):
    a_draft()

    assert "delete_selected" not in client.get(LIST).content.decode()
