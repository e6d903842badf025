"""Two operators made one at the desk: previewed, done, undone."""

import pytest
from django.urls import reverse

from grants.models import GrantLine, Operator, OperatorMerge, OperatorPair
from tests.builders import a_commune, a_line, an_operator
from tests.grants.desk.staff import an_agent

pytestmark = pytest.mark.django_db
MERGES = "/admin/grants/operator/reunions/"
SIRET, OTHER_SIRET = "73282932000074", "35600000000048"


@pytest.fixture
def editor(client):
    user = an_agent("merge_operator", "change_operator")
    client.force_login(user)
    return user


def two(**fields) -> tuple[Operator, Operator]:
    kept = an_operator("AFEJI Hauts-de-France")
    gone = an_operator("Afeji", **fields)
    a_line(operator=kept), a_line(operator=gone, amount="300.00")
    return kept, gone


def preview_of(kept: Operator, gone: Operator) -> str:
    return reverse("admin:grants_operator_merge", args=[kept.pk, gone.pk])


def test_a_preview_says_what_moves_and_moves_nothing(client, editor):
    kept, gone = two(siret=SIRET)

    page = client.get(preview_of(kept, gone)).content.decode()

    assert "1\u00a0ligne, 300,00\u00a0€\u202f: passent à l’autre" in page
    assert f"{gone.get_absolute_url()}\u202f: mène à l’autre" in page
    assert preview_of(gone, kept) in page
    assert 'value="Afeji"' in page
    assert GrantLine.objects.filter(operator=gone).exists()


def test_two_are_made_one_with_the_name_chosen_and_the_siret_known(client, editor):
    kept, gone = two(siret=SIRET)

    answer = client.post(preview_of(kept, gone), {"name": "Afeji", "word": "Même SIRET."})

    assert answer["Location"] == MERGES
    kept.refresh_from_db()
    assert (kept.name, kept.siret, kept.lines.count()) == ("Afeji", SIRET, 2)
    record = OperatorMerge.objects.get()
    assert (record.author, record.word) == (editor, "Même SIRET.")
    assert OperatorPair.objects.get().verdict == "same"
    assert client.get(gone.get_absolute_url())["Location"] == kept.get_absolute_url()


def test_a_merge_is_undone_in_one_click(client, editor):
    kept, gone = two()
    client.post(preview_of(kept, gone), {"name": "Afeji"})
    record = OperatorMerge.objects.get()
    assert "Défaire" in client.get(MERGES).content.decode()

    client.post(reverse("admin:grants_operator_undo_merge", args=[record.pk]))

    kept.refresh_from_db()
    assert kept.name == "AFEJI Hauts-de-France"
    assert gone.lines.count() == 1
    page = client.get(MERGES).content.decode()
    assert "est de nouveau à part" in page
    assert "défaite" in page
    assert "<button" not in page.split("<table")[1]


def test_what_speaks_against_is_said_before(client, editor):
    kept, gone = two(siret=SIRET, commune=a_commune("Lille", code="59350"), kind="association")
    Operator.objects.filter(pk=kept.pk).update(siret=OTHER_SIRET, commune=a_commune(), kind="public")

    page = client.get(preview_of(kept, gone)).content.decode()

    assert "Leurs SIREN diffèrent" in page
    assert "Maubeuge et Lille" in page
    assert "Leurs natures diffèrent" in page
    assert f'value="{OTHER_SIRET}"' in page


def test_one_already_united_is_refused_with_a_sentence(client, editor):
    kept, gone = two()
    third = an_operator("Autre")
    client.post(preview_of(kept, gone), {"name": "Afeji"})

    answer = client.post(preview_of(third, gone), {"name": "Afeji"}, follow=True)

    assert "est déjà réuni à" in answer.content.decode()
    assert OperatorMerge.objects.count() == 1


def test_only_those_who_may_merge_do(client):
    kept, gone = two()
    record = OperatorMerge.objects.create(gone=gone, kept=kept)
    client.force_login(an_agent("change_operator"))

    assert client.get(preview_of(kept, gone)).status_code == 403
    assert client.post(preview_of(kept, gone), {"name": "Afeji"}).status_code == 403
    assert client.post(reverse("admin:grants_operator_undo_merge", args=[record.pk])).status_code == 403
    assert client.get(MERGES).status_code == 200
    assert gone.lines.count() == 1
