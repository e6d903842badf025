"""The extent of a territory and the merge of two spellings of it, at the desk."""

import pytest
from django.urls import reverse

from grants.covering import parts_of
from grants.models import Territory, TerritoryMerge, TerritoryPart
from tests.builders import a_commune, a_department, a_line, a_territory, a_territory_part
from tests.grants.desk.staff import an_agent

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = an_agent("merge_operator", "change_territory")
    client.force_login(user)
    return user


def address(page: str, pk: int) -> str:
    return reverse(f"admin:grants_territory_{page}", args=[pk])


def a_known_territory() -> Territory:
    a_commune(epci_code="200043396", arrondissement_code="593", arrondissement_name="Avesnes-sur-Helpe")
    a_commune("Lille", code="59350")
    territory = a_territory()
    a_line(territory=territory)
    a_territory_part("Sambre-Avesnois", label="CA Maubeuge Val de Sambre", clue="carte du département")
    return territory


def test_the_form_shows_what_is_known_and_what_can_be_ticked(client, editor):
    territory = a_known_territory()

    page = client.get(address("extent", territory.pk)).content.decode()

    assert "carte du département" in page
    assert "1\u00a0commune couverte" in page
    assert 'value="200043396" id="id_epcis_0" checked' in page
    assert "Avesnes-sur-Helpe" in page


def test_an_extent_is_typed_and_followed_by_the_public_page(client, editor):
    territory = a_known_territory()

    answer = client.post(
        address("extent", territory.pk), {"arrondissements": ["593"], "communes": "lille", "clue": "Appel au service"}
    )

    assert answer.status_code == 302
    assert {(part.unit, part.code) for part in parts_of(territory)} == {("arrondissement", "593"), ("commune", "59350")}
    page = client.get(answer["Location"]).content.decode()
    assert "2\u00a0communes couvertes" in page
    assert "agente" in page
    assert "saisi par un agent" in client.get(territory.get_absolute_url()).content.decode()


def test_a_commune_that_is_none_is_told_and_nothing_is_written(client, editor):
    territory = a_known_territory()

    page = client.post(address("extent", territory.pk), {"communes": "Paris\nLille"}).content.decode()

    assert "«\u202fParis\u202f» n’est pas une commune de ce département." in page
    assert "Paris\nLille" in page
    assert TerritoryPart.objects.get().code == "200043396"


def test_two_spellings_are_made_one_with_a_preview_and_parted_again(client, editor):
    kept, gone = a_territory("Sambre-Avesnois"), a_territory("Sambre Avesnois et environs")
    other = a_territory("Artois", department=a_department("Pas-de-Calais", code="62"))
    a_line(territory=kept), a_line(territory=gone, amount="300.00")
    merge = address("merge", kept.pk)

    page = client.get(merge).content.decode()
    assert f'<option value="{gone.pk}">' in page
    assert f'<option value="{other.pk}">' not in page
    preview = client.get(f"{merge}?autre={gone.pk}").content.decode()
    assert "1\u00a0ligne, 300,00\u00a0€ passent" in preview
    assert gone.lines.count() == 1

    client.post(merge, {"autre": gone.pk, "word": "Même carte."})
    record = TerritoryMerge.objects.get()
    assert (record.author, record.word, kept.lines.count()) == (editor, "Même carte.", 2)
    assert "Même carte." in client.get(merge).content.decode()
    assert "lui-même réuni" in client.get(address("merge", gone.pk)).content.decode()

    client.post(address("undo_merge", record.pk))
    assert (kept.lines.count(), gone.lines.count()) == (1, 1)


@pytest.mark.parametrize("chosen", ["x", "", "²"])
def test_no_territory_chosen_is_no_merge(client, editor, chosen):
    territory = a_known_territory()

    assert client.get(address("merge", territory.pk) + f"?autre={chosen}").status_code == 200


def test_each_page_asks_for_its_permission(client):
    territory = a_known_territory()
    client.force_login(an_agent())
    record = TerritoryMerge.objects.create(gone=a_territory("Autre"), kept=territory)

    assert client.get(f"/admin/grants/territory/{territory.pk}/change/").status_code == 200
    assert client.get(address("extent", territory.pk)).status_code == 403
    assert client.get(address("merge", territory.pk)).status_code == 403
    assert client.post(address("undo_merge", record.pk)).status_code == 403
