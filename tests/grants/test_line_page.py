"""The page of one line: printed and derived kept apart, the printed row, the rows and the totals around it."""

import re

import pytest

from grants import history
from grants.models import GrantLine
from tests.builders import (
    a_check,
    a_commune,
    a_deliberation,
    a_line,
    a_programme,
    a_recusal,
    a_territory,
    a_total,
    an_operator,
)
from tests.grants.pages import html_of, text_of, words_of

pytestmark = pytest.mark.django_db


def parts(client, line) -> tuple[str, str]:
    """The words of the printed part and those of the derived part."""
    after = text_of(client, line.get_absolute_url()).split(" Imprimé Case par case", 1)[1]
    printed, derived = after.split(" Déduit Ce que nous", 1)
    return printed, derived.split("Totaux où elle entre", 1)[0]


def test_printed_texts_stand_apart_from_what_is_derived(client):
    line = a_line(
        operator=an_operator("CCAS de Tourcoing"),
        operator_text="C.C.A.S. TOURCOING",
        commune=a_commune("Tourcoing", code="59599"),
        commune_text="TOURCOING CEDEX",
        commune_found_by="printed",
        territory=a_territory("DTMRT"),
        reference="2022/01533",
        places=650,
        places_text="650",
        amount="160682",
        amount_text="160 682 €",
    )

    printed, derived = parts(client, line)

    assert "N° de dossier 2022/01533" in printed
    assert "Opérateur C.C.A.S. TOURCOING" in printed
    assert "Siège TOURCOING CEDEX" in printed
    assert "Montant 160 682 €" in printed
    assert "Opérateur CCAS de Tourcoing" in derived
    assert "Commune du siège Tourcoing (d’après : siège imprimé)" in derived
    assert "CEDEX" not in derived


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("annexe-1", 4, "annexe-1, rang 4"),
        ("decision", 0, "dans le texte de l’acte, hors des tableaux"),
    ],
)
def test_place_of_a_line_in_its_act_is_said_in_words(client, table, row, said):
    assert said in text_of(client, a_line(table=table, row=row).get_absolute_url())


def test_what_is_not_printed_is_said_and_nothing_is_derived_from_it(client):
    line = a_line(operator=None, operator_text="", programme=None, reference="", year=None, action="Aide")

    printed, derived = parts(client, line)

    for label in ("N° de dossier", "Territoire", "Programme", "Opération", "Opérateur", "Siège", "Places"):
        assert f"{label} non imprimé" in printed
    assert "Opérateur aucun" in derived
    assert "Territoire aucun : il ne se déduit pas du siège" in derived
    assert "Année aucune" in derived


def test_line_of_a_draft_does_not_exist_for_the_public(client):
    shown = a_line(deliberation=a_deliberation())
    hidden = a_line(deliberation=a_deliberation(published=False))

    assert client.get(shown.get_absolute_url()).status_code == 200
    assert client.get(hidden.get_absolute_url()).status_code == 404
    assert client.get("/lignes/999999/").status_code == 404
    assert client.get(f"/lignes/{10**30}/").status_code == 404


def test_staff_preview_the_line_of_a_draft(admin_client):
    hidden = a_line(deliberation=a_deliberation(published=False), amount=700)

    html = html_of(admin_client, hidden.get_absolute_url())

    assert "<strong>Brouillon.</strong>" in html
    assert "Citer cette page" not in html


def test_the_printed_row_is_cut_out_of_its_page(client):
    act = a_deliberation(number="2023-259", page_sizes=[[800.0, 600.0]] * 12)
    line = a_line(deliberation=act, line=4, page=3, x0=0.1, y0=0.5, x1=0.9, y1=0.55)

    html = html_of(client, line.get_absolute_url())

    assert '<svg class="row-image" viewBox="' in html
    assert "/deliberations/59-2023-259/page/3.webp?v=" in html
    assert 'href="/deliberations/59-2023-259/page/3/#ligne-4"' in html


def test_years_of_one_row_are_neighbours_and_added(client):
    act = a_deliberation()
    first = a_line(deliberation=act, line=4, year=2022, amount=160682)
    second = a_line(deliberation=act, line=4, year=2023, amount=261022)
    a_line(deliberation=act, line=5, year=2022, amount=999)

    text, html = text_of(client, first.get_absolute_url()), html_of(client, first.get_absolute_url())

    assert "Total de la ligne 421 704,00 € (2 années)" in text
    assert f'href="{second.get_absolute_url()}"' in html
    alone = text_of(client, act.lines.get(line=5).get_absolute_url())
    assert "La même ligne, par année" not in alone


def test_rows_before_and_after_are_those_of_the_act(client):
    act = a_deliberation()
    before, line, after = (a_line(deliberation=act, line=number) for number in (3, 4, 6))
    a_line(deliberation=a_deliberation(), line=5)

    html = html_of(client, line.get_absolute_url())

    assert f'<a rel="prev" href="{before.get_absolute_url()}">Ligne 3</a>' in html
    assert f'<a rel="next" href="{after.get_absolute_url()}">Ligne 6</a>' in html
    assert 'rel="prev"' not in html_of(client, before.get_absolute_url())


def test_checks_that_the_line_enters_are_shown_and_no_other(client):
    act = a_deliberation()
    line = a_line(deliberation=act, line=4, year=2023)
    for scope, numbers, year in (
        ("Opération 1", [3, 4], 2023),
        ("Toutes années", [4], None),
        ("Opération 2", [5], 2023),
        ("Autre année", [4], 2022),
    ):
        a_check(total=a_total(deliberation=act, scope=scope, line_numbers=numbers, year=year))

    text = text_of(client, line.get_absolute_url())

    assert "Opération 1" in text
    assert "Toutes années" in text
    assert "Opération 2" not in text
    assert "Autre année" not in text


def test_a_line_that_no_total_adds_up_says_so(client):
    assert "Aucun total imprimé n’est relié à cette ligne." in text_of(client, a_line().get_absolute_url())


def test_an_uncertain_reading_is_said_with_its_notes(client):
    sure, doubtful = a_line(), a_line(certainty=0.72, notes="montant lu « 1O 000 »")

    assert "lue sans hésitation" in text_of(client, sure.get_absolute_url())
    text = text_of(client, doubtful.get_absolute_url())
    assert "à vérifier sur la page montant lu « 1O 000 »" in text
    assert "lue sans hésitation" not in text


def test_a_withdrawal_is_said_and_has_no_cost_of_a_place(client):
    text = text_of(client, a_line(amount="-54000", places=-450).get_absolute_url())

    assert "retrait : imprimé en négatif" in text
    assert "Par place" not in text
    assert "Par place 120,00 €" in text_of(client, a_line(amount="54000", places=450).get_absolute_url())


def test_members_who_stood_aside_for_the_operator_are_named(client):
    act, operator = a_deliberation(), an_operator("CCAS de Maubeuge")
    line = a_line(deliberation=act, operator=operator)
    a_recusal(deliberation=act, operator=operator, person="Sylvie DUPREZ")
    a_recusal(deliberation=act, operator=None, person="Luc AILLEURS")

    _, derived = parts(client, line)

    assert "Déports Sylvie DUPREZ, Présidente" in derived
    assert "Luc AILLEURS" not in derived


def test_citation_names_act_page_and_row(client):
    act = a_deliberation(number="2023-259")
    line = a_line(deliberation=act, line=4, page=16, amount="54000", operator=an_operator("CCAS de Bruay"))

    text = text_of(client, line.get_absolute_url())

    told = "CCAS de Bruay : 54 000 € votés pour 2023 (Nord, délibération n° 2023-259 du 26 juin 2023, page 16 "
    assert f"{told}du fichier, ligne 4)." in text
    assert f"http://testserver/lignes/{line.pk}/" in text


def test_line_takes_the_same_queries_whatever_the_act_holds(client, django_assert_num_queries):
    act = a_deliberation()
    line = a_line(deliberation=act, operator=an_operator("CCAS", commune=a_commune()), subprogramme=None)
    with django_assert_num_queries(10):
        client.get(line.get_absolute_url())
    for index in range(30):
        a_line(deliberation=act, line=1, year=2030 + index)
        a_line(deliberation=act, programme=a_programme(f"Programme {index}"))
        a_check(total=a_total(deliberation=act, line_numbers=[1], year=None))
        a_recusal(deliberation=act, operator=line.operator)
    with django_assert_num_queries(10):
        client.get(line.get_absolute_url())


def test_line_says_what_changed_since_it_is_public(client):
    line = a_line(amount=1200)
    assert "Ce qui a changé" not in words_of(html_of(client, line.get_absolute_url()))
    before = GrantLine.objects.get(pk=line.pk)
    line.amount_cents, line.action = 125_000, "Chantier"
    line.save()

    history.lines_changed(line.deliberation, new=[], changed=[(before, line)], gone=[])

    words = words_of(html_of(client, line.get_absolute_url()))
    assert "ligne corrigée – action, Accompagnement vers l’emploi des allocataires du RSA devenu Chantier" in words
    assert "montant, 1 200 € devenu 1 250 €" in words


def test_act_without_a_number_is_said_to_have_none(client):
    line = a_line(deliberation=a_deliberation(number=""))
    page = text_of(client, line.get_absolute_url())
    assert "sans numéro · ligne 1" in page
    assert "délibération sans numéro" in page.lower()
    assert re.search(r"[nN]°\W*(?:·|,|du|l\.)", page) is None
    assert "sans numéro" in text_of(client, line.deliberation.get_absolute_url())
