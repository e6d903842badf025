"""Doubtful rows: which, why, in which order, and that what a person has seen is not asked again."""

import pytest
from django.contrib.auth.models import User

from grants.models import LineEdit
from ingest.desk.review.confirmations import confirm
from ingest.desk.review.doubts import doubtful_rows, where_they_differ
from ingest.models import PrintedPage, PrintedTable
from ingest.store.private.masks import MASKED_PERSON
from tests.builders import a_check, a_commune, a_deliberation, a_line, a_total, an_operator
from tests.ingest.desk.staff import a_draft, address

pytestmark = pytest.mark.django_db

PROPOSED = "lecture proposée\u202f: {} au lieu de {} ({})"
PROPOSED_AMOUNT = PROPOSED.format("1\u202f200,00\u00a0€", "«\u202f120000 €\u202f»", "les autres ont des centimes")
PROPOSED_NAME = PROPOSED.format("«\u202fAcarlogi\u202f»", "«\u202fAcarlogl\u202f», bénéficiaire", "lu ainsi 5 fois")


def numbers(act) -> list[int]:
    return [row.first.line for row in doubtful_rows(act)]


def test_sure_rows_are_not_doubtful():
    act = a_deliberation()
    a_line(deliberation=act)

    assert doubtful_rows(act) == []


def test_rows_with_another_reading_come_before_those_that_are_merely_unsure_and_these_before_those_of_a_closing_total():
    act = a_deliberation()
    a_line(deliberation=act, line=1, certainty=0.1)
    a_line(deliberation=act, line=2, certainty=0.5)
    a_line(deliberation=act, line=3, certainty=0.5, commune_text="Mauberge")
    a_commune("Hondschoote", code="59309")
    a_line(deliberation=act, line=4, certainty=0.5, notes=PROPOSED_AMOUNT)
    a_check(total=a_total(deliberation=act, line_numbers=[1]))

    assert numbers(act) == [4, 3, 2, 1]


@pytest.mark.parametrize(("status", "borne_out"), [("equal", True), ("rounded", False), ("different", False)])
def test_only_a_total_equal_to_the_cent_bears_out_an_amount(status, borne_out):
    act = a_deliberation()
    a_line(deliberation=act, line=1, certainty=0.5)
    a_check(total=a_total(deliberation=act, line_numbers=[1]), status=status)

    [row] = doubtful_rows(act)

    assert row.is_summed is borne_out


def test_the_years_of_a_printed_row_stand_together_and_say_the_same_thing_once():
    act = a_deliberation()
    for year in (2022, 2023):
        a_line(deliberation=act, line=9, year=year, certainty=0.4, notes=PROPOSED_NAME)

    [row] = doubtful_rows(act)

    assert [line.year for line in row.lines] == [2022, 2023]
    assert len(row.doubts) == 1


def test_a_note_gives_the_cell_and_the_other_reading():
    act = a_deliberation()
    a_line(deliberation=act, certainty=0.5, notes=f"{PROPOSED_AMOUNT}\n{PROPOSED_NAME}")

    [row] = doubtful_rows(act)

    assert [(doubt.field, doubt.choice) for doubt in row.doubts] == [
        ("amount", "1\u202f200,00\u00a0€"),
        ("operator", "Acarlogi"),
    ]
    assert row.doubts[1].text.startswith("Lu «\u202fAcarlogl\u202f». Peut-être «\u202fAcarlogi\u202f»")


@pytest.mark.parametrize(
    ("read", "proposed", "told"),
    [
        ("Logement Autanome des Jeunes", "Logement Autonome des Jeunes", ("… Autanome …", "… Autonome …")),
        ("volet globat", "volet global", ("… globat", "… global")),
        ("Acarlogl", "Acarlogi", ("Acarlogl", "Acarlogi")),
        ("a b b c", "a b c", ("a b b c", "a b c")),
    ],
)
def test_two_readings_are_told_by_the_words_in_which_they_differ(read, proposed, told):
    assert where_they_differ(read, proposed) == told


def test_an_operator_that_is_missing_and_a_town_that_no_list_knows_are_doubtful():
    act = a_deliberation()
    a_line(deliberation=act, line=1, operator_text="")
    a_line(deliberation=act, line=2, commune=a_commune())
    a_line(deliberation=act, line=3, commune_text="Mauberge")

    assert {row.first.line: row.fields for row in doubtful_rows(act)} == {1: {"operator"}, 3: {"commune"}}


def test_a_masked_name_is_not_to_be_typed_again():
    act = a_deliberation()
    a_line(deliberation=act, operator_text=MASKED_PERSON)

    (row,) = doubtful_rows(act)

    assert [doubt.text.partition("\u202f:")[0] for doubt in row.doubts] == [
        "Le nom imprimé semble celui d’une personne"
    ]
    assert "ne le récrivez pas ici" in row.doubts[0].text


def test_a_seat_is_not_doubtful_where_no_town_of_the_departement_was_loaded(client, agent):
    act = a_draft()
    a_line(deliberation=act, line=2, commune_text="Mont-de-Marsan")
    a_line(deliberation=act, line=3, commune_text="Dax", certainty=0.5)

    assert {row.first.line: row.fields for row in doubtful_rows(act)} == {3: {""}}
    assert "n’est pas encore sur ce site" in client.get(address(act)).content.decode()

    a_commune()
    assert {row.first.line: row.fields for row in doubtful_rows(act)} == {2: {"commune"}, 3: {"commune"}}
    assert "n’est pas encore sur ce site" not in client.get(address(act)).content.decode()


def test_a_misspelt_town_is_proposed_one_of_elsewhere_is_not():
    act = a_deliberation()
    a_commune("Hondschoote", code="59309")
    a_line(deliberation=act, line=1, commune_text="HONDSCHOOOTE")
    a_line(deliberation=act, line=2, commune_text="PARIS 11")

    assert [row.doubts[0].choice for row in doubtful_rows(act)] == ["Hondschoote", ""]


def test_what_a_person_confirmed_is_asked_again_only_once_it_says_something_else():
    act, author = a_deliberation(), User.objects.create_user("agent")
    line = a_line(deliberation=act, certainty=0.4)
    confirm([line], author)

    assert doubtful_rows(act) == []

    line.amount_cents += 1
    line.save()
    assert numbers(act) == [line.line]


def test_a_confirmation_that_was_undone_counts_no_more():
    act, author = a_deliberation(), User.objects.create_user("agent")
    line = a_line(deliberation=act, certainty=0.4)
    batch = confirm([line], author)
    LineEdit.objects.filter(batch=batch).update(undone_at="2023-07-06T10:00:00Z")

    assert numbers(act) == [line.line]


def test_a_correction_answers_the_doubt_about_its_cell_only():
    act = a_deliberation()
    line = a_line(deliberation=act, certainty=0.5, notes=f"{PROPOSED_AMOUNT}\n{PROPOSED_NAME}")
    an_edit(line, "amount")

    assert [row.fields for row in doubtful_rows(act)] == [{"operator"}]

    an_edit(line, "operator")
    assert doubtful_rows(act) == []


def an_edit(line, field: str) -> None:
    LineEdit.objects.create(
        deliberation=line.deliberation,
        line_pk=line.pk,
        kind=LineEdit.Kind.CORRECTED,
        field=field,
        batch="6f1c9a3e-5a0e-4a57-9d0f-1f6a1b0c7d11",
        at="2023-07-06T10:00:00Z",
    )


# ---- the page ----------------------------------------------------------------------------------------------------


def test_page_shows_each_row_with_its_image_and_reason(client, agent):
    act = a_draft()
    a_line(deliberation=act, operator=an_operator("Sûre"))
    a_line(deliberation=act, operator=an_operator("Floue"), certainty=0.42)

    page = client.get(address(act, "doubts")).content.decode()

    assert "Sûre" not in page
    assert "Floue" in page
    assert "L’impression est peu nette" in page
    assert f"{address(act, 'crop')}?page=3&amp;box=0.0800,0.3100,0.9200,0.3400" in page


def test_a_row_found_right_leaves_the_list(client, agent):
    act = a_draft()
    line = a_line(deliberation=act, certainty=0.42)

    page = client.post(address(act, "verify", line.line), {"verified": "1"}, follow=True).content.decode()

    assert f"Ligne {line.line} vérifiée." in page
    assert "Aucune case douteuse" in page
    [edit] = LineEdit.objects.all()
    assert (edit.line_pk, edit.kind, edit.author) == (line.pk, "confirmed", agent)


def test_a_script_gets_the_row_and_what_is_left_and_nothing_else(client, agent):
    act = a_draft()
    line = a_line(deliberation=act, certainty=0.42)
    a_line(deliberation=act, certainty=0.42)

    part = client.post(
        address(act, "verify", line.line), {"verified": "1"}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "<html" not in part
    assert f'id="ligne-{line.line}"' in part
    assert "Reste à voir\u202f: 1." in part


def test_rows_of_a_page_are_confirmed_at_once(client, agent):
    act = a_draft()
    for _ in range(3):
        a_line(deliberation=act, certainty=0.42)
    a_line(deliberation=act, certainty=0.42, notes=PROPOSED_AMOUNT)
    page = client.get(address(act, "doubts")).content.decode()
    assert page.count('type="hidden" name="line"') == 3, "a row with another reading is not confirmed in bulk"

    client.post(address(act, "confirm"), {"line": ["2", "3", "4", "x", "9" * 30]})

    assert numbers(act) == [5]


def test_a_row_that_does_not_exist_is_404(client, agent):
    assert client.post(address(a_draft(), "verify", 99)).status_code == 404


def test_the_printed_cells_to_look_at_are_shown_closely(client, agent):
    act = a_draft()
    line = a_line(deliberation=act, certainty=0.4)
    print_cells(line, operator=1.0, territory=0.95, amount=0.4)
    noted = a_line(deliberation=act, certainty=0.4, notes=PROPOSED_NAME, y0=0.5, y1=0.53)
    print_cells(noted, operator=1.0, amount=0.4)

    page = client.get(address(act, "doubts")).content.decode()

    first, second = page[: page.index(f"titre-{line.line}")], page[page.index(f"titre-{line.line}") :]
    assert "<figcaption>opérateur</figcaption>" in first, "the cell that the note is about"
    assert "<figcaption>montant</figcaption>" not in first
    assert "<figcaption>montant</figcaption>" in second, "the cell whose letters were hard to read"
    assert second.count("<figcaption>") == 1


def print_cells(line, **certainties: float) -> None:
    """A stored table of one row, that of the line, with a cell for each role."""
    columns = [
        {"index": index, "header": role, "role": role, "year": None, "filled": 1, "money": 0, "certainty": 1.0}
        for index, role in enumerate(certainties)
    ]
    width = (line.x1 - line.x0) / len(columns)
    cells = [
        {
            "text": role,
            "column": index,
            "colspan": 1,
            "box": [line.x0 + index * width, line.y0, line.x0 + (index + 1) * width, line.y1],
            "certainty": certainty,
        }
        for index, (role, certainty) in enumerate(certainties.items())
    ]
    table = PrintedTable.objects.create(
        deliberation=line.deliberation,
        position=line.line,
        number=line.line,
        label=line.table,
        header=[],
        header_rows=1,
        columns=columns,
        row_count=1,
    )
    row = {"row": line.row, "kind": "line", "box": [line.x0, line.y0, line.x1, line.y1], "cells": cells}
    PrintedPage.objects.create(table=table, page=line.page, rows=[row])
