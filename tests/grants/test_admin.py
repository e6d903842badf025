"""The registers in the admin: looked at, searched without accents, corrected where a person knows better."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from grants.models import GrantLine, Operator
from tests.builders import (
    a_commune,
    a_commune_name,
    a_deliberation,
    a_line,
    a_programme,
    a_territory,
    an_operator,
)

pytestmark = pytest.mark.django_db

REGISTERS = ["operator", "commune", "department", "territory", "programme", "grantline"]


def everything() -> GrantLine:
    programme = a_programme()
    return a_line(
        territory=a_territory(),
        programme=programme,
        subprogramme=a_programme("Accompagnement en ACI", parent=programme),
        commune=a_commune(),
    )


def listed(client, model: str, query: str = "") -> str:
    return client.get(f"/admin/grants/{model}/{query}").content.decode()


# ---- looking -----------------------------------------------------------------------------------------------------


def test_admin_home_says_what_can_be_done(client, boss):
    page = client.get("/admin/").content.decode()

    assert "Subventions votées – espace de travail" in page
    assert "Ajouter des délibérations (PDF)" in page
    assert "Relire et publier" in page


@pytest.mark.parametrize("model", REGISTERS)
def test_register_opens_with_its_french_name_and_each_entry_too(client, boss, model):
    line = everything()
    titles = {
        "operator": "Opérateurs",
        "commune": "Communes",
        "department": "Départements",
        "territory": "Territoires",
        "programme": "Programmes",
        "grantline": "Lignes de subvention",
    }
    entry = {
        "operator": line.operator_id,
        "commune": line.commune_id,
        "department": line.department_id,
        "territory": line.territory_id,
        "programme": line.programme_id,
        "grantline": line.pk,
    }

    assert f"<h1>{titles[model]}</h1>" in listed(client, model)
    assert client.get(f"/admin/grants/{model}/{entry[model]}/change/").status_code == 200


def test_a_list_with_actions_holds_the_count_that_the_script_of_django_writes_into(client, boss):
    """Without it the script stops at the first tick, and « all of them » is never proposed."""
    a_deliberation()

    html = listed(client, "deliberation")

    assert 'class="action-select"' in html
    assert 'class="action-counter"' in html


@pytest.mark.parametrize("model", REGISTERS)
def test_register_takes_no_entry_by_hand_and_loses_none(client, boss, model):
    line = everything()
    key = {"operator": line.operator_id, "grantline": line.pk}.get(model, 1)

    assert client.get(f"/admin/grants/{model}/add/").status_code == 403
    assert client.post(f"/admin/grants/{model}/{key}/delete/", {"post": "yes"}).status_code in (302, 403)
    assert GrantLine.objects.filter(pk=line.pk).exists()
    assert Operator.objects.filter(pk=line.operator_id).exists()


@pytest.mark.parametrize("model", REGISTERS)
def test_register_is_closed_to_visitors_and_to_staff_without_rights(client, model):
    assert client.get(f"/admin/grants/{model}/").status_code == 302
    client.force_login(User.objects.create_user("stagiaire", is_staff=True))
    assert client.get(f"/admin/grants/{model}/").status_code == 403


# ---- searching ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["ecole", "École", "ecole chance", "l'école"])
def test_operators_are_found_without_accents(client, boss, words):
    a_line(operator=an_operator("École de la 2e chance"))
    a_line(operator=an_operator("Réussir en Sambre"))

    page = listed(client, "operator", f"?q={words}")

    assert "École de la 2e chance" in page
    assert "Réussir en Sambre" not in page


def test_operators_say_how_many_names_and_rows_they_have(client, boss):
    operator = an_operator("CCAS de Maubeuge")
    operator.names.create(name="C.C.A.S. DE MAUBEUGE")
    for year in (2022, 2023):
        a_line(operator=operator, line=1, year=year)
    a_line(operator=operator, line=2)

    page = listed(client, "operator")

    assert '<td class="field-name_count">2</td>' in page
    assert '<td class="field-line_count">2</td>' in page
    assert "C.C.A.S. DE MAUBEUGE" in client.get(f"/admin/grants/operator/{operator.pk}/change/").content.decode()


@pytest.mark.parametrize("words", ["beaumont", "HÉNIN", "62110", "62427", "lietard"])
def test_communes_are_found_by_name_old_name_and_codes(client, boss, words):
    henin = a_commune("Hénin-Beaumont", code="62427", postcodes="62110")
    a_commune_name("Hénin-Liétard", commune=henin)
    a_commune("Jeumont", code="59324", postcodes="59460")

    page = listed(client, "commune", f"?q={words}")

    assert "Hénin-Beaumont" in page
    assert "Jeumont" not in page


def test_lines_are_found_by_what_is_printed_in_them(client, boss):
    a_line(action="Chantier d’insertion « Les Éclusiers »")
    a_line(action="Jardin partagé")

    page = listed(client, "grantline", "?q=eclusiers")

    assert "Les Éclusiers" in page
    assert "Jardin partagé" not in page


# ---- correcting --------------------------------------------------------------------------------------------------


def seat(client, operator: Operator, code: str) -> None:
    inlines = {"names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}
    response = client.post(f"/admin/grants/operator/{operator.pk}/change/", {"commune": code} | inlines)
    assert response.status_code == 302


def test_seat_of_an_operator_is_followed_by_the_lines_that_print_none(client, boss):
    lille = a_commune("Lille", code="59350")
    operator = an_operator("Emploi et territoires")
    without = a_line(operator=operator)
    printed = a_line(operator=operator, commune=a_commune(), commune_found_by="printed")

    seat(client, operator, "59350")

    operator.refresh_from_db()
    without.refresh_from_db()
    printed.refresh_from_db()
    assert (operator.commune, operator.commune_found_by) == (lille, "staff")
    assert (without.commune, without.commune_found_by) == (lille, "staff")
    assert (printed.commune.name, printed.commune_found_by) == ("Maubeuge", "printed")
    assert "lille" in without.search_text
    assert LogEntry.objects.get().user == boss


def test_seat_of_an_operator_can_be_taken_away_again(client, boss):
    operator = an_operator("Emploi et territoires", commune=a_commune(), commune_found_by="operator name")
    line = a_line(operator=operator, commune_found_by="operator name", commune_text="")

    seat(client, operator, "")

    operator.refresh_from_db()
    line.refresh_from_db()
    assert (operator.commune, operator.commune_found_by) == (None, "")
    assert line.commune is None
    assert "maubeuge" not in line.search_text


def test_operator_saved_without_change_leaves_its_lines_alone(client, boss):
    operator = an_operator("Emploi et territoires", commune=a_commune())
    line = a_line(operator=operator, commune=None)

    seat(client, operator, "59392")

    line.refresh_from_db()
    assert line.commune is None
    assert Operator.objects.get(pk=operator.pk).commune_found_by == "printed"


def test_line_takes_a_note_and_keeps_what_was_read(client, boss):
    line = a_line(amount="12500.00", operator_text="CCAS de Maubeuge")

    client.post(
        f"/admin/grants/grantline/{line.pk}/change/",
        {"notes": "Vu avec le service.", "amount_cents": 1, "operator_text": "Autre", "year": 1999},
    )

    after = GrantLine.objects.get()
    assert after.notes == "Vu avec le service."
    assert (after.amount_cents, after.operator_text, after.year) == (1_250_000, "CCAS de Maubeuge", 2023)


def test_line_of_a_draft_has_no_link_to_a_public_page(client, boss):
    draft = a_line(deliberation=a_deliberation(published=False))
    public = a_line(deliberation=a_deliberation())

    assert "Voir sur le site" not in client.get(f"/admin/grants/grantline/{draft.pk}/change/").content.decode()
    assert "Voir sur le site" in client.get(f"/admin/grants/grantline/{public.pk}/change/").content.decode()
