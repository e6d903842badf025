"""What staff type of an operator: name, numbers, spellings; each mistake said in French."""

import pytest

from grants.models import Operator, OperatorName
from grants.search import entries
from tests.builders import a_line, an_operator

pytestmark = pytest.mark.django_db
SIRET = "73282932000074"


def save(client, operator: Operator, names: dict[str, str] | None = None, **fields) -> str:
    spellings = list(operator.names.all())
    data = {"name": operator.name, "kind": "", "siret": "", "rna": ""} | fields
    data |= {"names-TOTAL_FORMS": len(spellings) + 1, "names-INITIAL_FORMS": len(spellings)}
    for place, spelling in enumerate(spellings):
        data |= {f"names-{place}-id": spelling.pk, f"names-{place}-operator": operator.pk}
    data |= {f"names-{len(spellings)}-operator": operator.pk, f"names-{len(spellings)}-name": ""} | (names or {})
    return client.post(f"/admin/grants/operator/{operator.pk}/change/", data, follow=True).content.decode()


def test_a_spelling_is_added_found_and_taken_away_again(admin_client):
    operator = a_line(operator=an_operator("CCAS de Maubeuge")).operator

    save(admin_client, operator, {"names-1-name": "  Centre communal  de Maubeuge "})

    added = operator.names.get(by_staff=True)
    assert (added.name, added.key) == ("Centre communal de Maubeuge", "centrecommunaldemaubeuge")
    assert entries.find("centre communal de maubeuge", 5)["operator"][0].thing == operator
    assert "ajouté par un agent" in admin_client.get(f"/admin/grants/operator/{operator.pk}/change/").content.decode()

    place = [spelling.pk for spelling in operator.names.all()].index(added.pk)
    save(admin_client, operator, {f"names-{place}-DELETE": "on"})
    assert not operator.names.filter(by_staff=True).exists()
    assert "operator" not in entries.find("centre communal de maubeuge", 5)


def test_a_printed_spelling_stays(admin_client):
    operator = a_line(operator=an_operator("CCAS de Maubeuge")).operator

    page = save(admin_client, operator, {"names-0-DELETE": "on"})

    assert "est imprimé sur 1\u00a0ligne imprimée" in page
    assert operator.names.count() == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("réussir en sambre", "est déjà un nom de «\u202fRéussir en Sambre\u202f»"),
        ("C.C.A.S. de Maubeuge", "est déjà un de ses noms"),
        ("–", "Ce texte ne nomme rien"),
    ],
)
def test_a_spelling_that_names_another_or_nothing_is_refused(admin_client, name, sentence):
    operator = an_operator("CCAS de Maubeuge")
    an_operator("Réussir en Sambre")

    assert sentence in save(admin_client, operator, {"names-1-name": name})
    assert OperatorName.objects.count() == 2


def test_a_name_typed_by_staff_is_theirs_until_it_is_emptied(admin_client):
    operator = a_line(operator=an_operator("CCAS MAUBEUGE")).operator

    save(admin_client, operator, name="CCAS de Maubeuge")
    operator.refresh_from_db()
    assert (operator.name, operator.name_by_staff, operator.compared) == ("CCAS de Maubeuge", True, False)

    save(admin_client, operator, siret=SIRET)
    operator.refresh_from_db()
    assert operator.name_by_staff

    save(admin_client, operator, name="")
    operator.refresh_from_db()
    assert (operator.name, operator.name_by_staff) == ("CCAS de Maubeuge", False)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("siret", "732 829 320 00074", SIRET),
        ("siret", "732.829.320\u202f00074", SIRET),
        ("rna", "w59 3001234", "W593001234"),
    ],
)
def test_numbers_are_kept_without_what_spaces_them(admin_client, field, typed, kept):
    operator = an_operator("Réussir")

    save(admin_client, operator, **{field: typed})

    operator.refresh_from_db()
    assert getattr(operator, field) == kept


@pytest.mark.parametrize(
    ("siret", "sentence"),
    [
        ("73282932000075", "sa clé de contrôle est fausse"),
        ("732829320", "9 chiffres sont un SIREN"),
        ("7328293200007", "13 chiffres au lieu de 14"),
        ("7,32829E+13", "sans lettre ni signe"),
    ],
)
def test_a_wrong_siret_is_told_by_what_is_wrong(admin_client, siret, sentence):
    operator = an_operator("Réussir")

    assert sentence in save(admin_client, operator, siret=siret)
    operator.refresh_from_db()
    assert operator.siret == ""


def test_a_siret_that_another_has_is_told_with_the_way_to_compare(admin_client):
    operator, other = an_operator("Réussir"), an_operator("Habiter", siret=SIRET)

    page = save(admin_client, operator, siret=SIRET)

    assert "Ce SIRET est aussi celui de «\u202fHabiter\u202f»" in page
    assert f"/admin/grants/operator/{operator.pk}/comparer/{other.pk}/" in page
