"""Lines in the SCDL schema « subventions »: what is mapped, what is refused, and that nothing is invented."""

import csv
import io
from datetime import date

import pytest

from grants.law.scdl.grants import ACCEPTED, COLUMNS, OBJECT_MAX_LENGTH, SCHEMA_COLUMNS, Giver, ScdlRow, scdl_rows
from grants.models import GrantLine
from tests.builders import (
    a_deliberation,
    a_department,
    a_line,
    a_programme,
    a_territory,
    an_agreement_date,
    an_operator,
)

pytestmark = pytest.mark.django_db
SIRET, OTHER_SIRET = "12345678200010", "73282932000074"
GIVER = Giver("Département du Nord", SIRET, "unique")


def a_given_line(**fields) -> GrantLine:
    """A line whose row nothing blocks."""
    fields.setdefault("operator", an_operator("Réussir", siret=OTHER_SIRET))
    return a_line(**fields)


def rows(giver: Giver = GIVER) -> list[ScdlRow]:
    return list(scdl_rows(GrantLine.objects.counted(), giver, "https://exemple.fr"))


def blocked(row: ScdlRow) -> list[str]:
    return [objection.column for objection in row.objections if objection.blocking]


def remarks(row: ScdlRow) -> list[str]:
    return [objection.column for objection in row.objections if not objection.blocking]


def test_a_row_has_the_columns_of_the_schema_then_ours():
    programme = a_programme("Parcours IAE")
    line = a_given_line(
        deliberation=a_deliberation(number="2023/177", session_date=date(2023, 5, 15)),
        amount="12500.5",
        programme=programme,
        subprogramme=a_programme("ACI", parent=programme),
        action="Accompagnement",
        detail="Accompagnement",
        territory=a_territory("Douaisis"),
        places=12,
        page=4,
    )

    (row,) = rows()

    assert tuple(row.cells) == COLUMNS
    assert COLUMNS[:16] == SCHEMA_COLUMNS
    assert row.objections == ()
    assert row.cells == {
        "nomAttribuant": "Département du Nord",
        "idAttribuant": SIRET,
        "dateConvention": "2023-05-15",
        "referenceDecision": "2023/177 / annexe-1 / ligne 1",
        "nomBeneficiaire": "Réussir",
        "idBeneficiaire": OTHER_SIRET,
        "rnaBeneficiaire": "",
        "objet": "Parcours IAE – ACI – Accompagnement",
        "montant": "12500.50",
        "nature": "aide en numéraire",
        "conditionsVersement": "unique",
        "datesPeriodeVersement": "2023-01-01/2023-12-31",
        "idRAE": "",
        "notificationUE": "non",
        "pourcentageSubvention": "1.00",
        "dispositifAide": "",
        "exercice": "2023",
        "idSubvention": str(line.pk),
        "dispositif": "Parcours IAE",
        "sousDispositif": "ACI",
        "territoire": "Douaisis",
        "communeSiege": "",
        "places": "12",
        "horsBudget": "non",
        "dateConventionSource": "date de la séance",
        "urlDeliberation": "https://exemple.fr/deliberations/59-2023-177/",
        "page": "4",
        "urlLigne": f"https://exemple.fr/lignes/{line.pk}/",
    }


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"operator": None, "operator_text": "Voir convention"}, "idBeneficiaire"),
        ({"outside_budget": True}, "montant"),
    ],
)
def test_a_line_that_lacks_something_is_blocked(fields, column):
    a_given_line(**fields)

    (row,) = rows()

    assert blocked(row) == [column]
    assert not row.is_accepted


def test_a_beneficiary_without_siret_is_blocked_even_with_an_rna_number():
    a_line(operator=an_operator("Association", rna="W593001234"))

    (row,) = rows()

    assert blocked(row) == ["idBeneficiaire"]
    assert row.cells["rnaBeneficiaire"] == "W593001234"
    assert "Data.Subvention" in row.objections[0].message


def test_an_rna_number_that_the_schema_refuses_is_left_out_and_told():
    a_given_line(operator=an_operator("Corse", siret=OTHER_SIRET, rna="W2A1234567"))

    (row,) = rows()

    assert row.is_accepted
    assert (row.cells["rnaBeneficiaire"], remarks(row)) == ("", ["rnaBeneficiaire"])


def test_who_gives_is_never_invented():
    a_given_line()

    (row,) = rows(Giver.of(a_department("Nord")))

    assert row.cells["nomAttribuant"] == "Département (Nord)"
    assert (row.cells["idAttribuant"], blocked(row)) == ("", ["idAttribuant"])
    assert row.cells["conditionsVersement"] == "selon la convention"


def test_an_unknown_date_is_blocked_and_a_blank_year_is_that_of_the_session():
    a_given_line(deliberation=a_deliberation(session_date=None), year=2023)
    a_given_line(deliberation=a_deliberation(session_date=date(2022, 6, 27)), year=None)

    undated, blank = rows()

    assert blocked(undated) == ["dateConvention"]
    assert (blank.cells["exercice"], remarks(blank)) == ("2022", ["exercice"])
    assert blank.cells["datesPeriodeVersement"] == "2022-01-01/2022-12-31"


def test_the_signature_that_staff_typed_is_the_date_of_the_agreement():
    line = a_given_line(deliberation=a_deliberation(session_date=date(2023, 6, 26)))
    an_agreement_date(date(2023, 7, 12), deliberation=line.deliberation, operator=line.operator)

    (row,) = rows()

    assert (row.cells["dateConvention"], row.cells["dateConventionSource"]) == ("2023-07-12", "date de signature")


def test_a_signature_stands_for_no_session_so_that_counts_agree_with_files():
    line = a_given_line(deliberation=a_deliberation(session_date=None), year=2023)
    an_agreement_date(date(2023, 7, 12), deliberation=line.deliberation, operator=line.operator)

    (row,) = rows()

    assert blocked(row) == ["dateConvention"]
    assert not GrantLine.objects.counted().filter(ACCEPTED).exists()


def test_a_long_object_is_cut_at_a_word_and_told_whole():
    whole = "accompagnement " * 30
    a_given_line(programme=None, action=whole)

    (row,) = rows()

    assert len(row.cells["objet"]) <= OBJECT_MAX_LENGTH
    assert row.cells["objet"].endswith("accompagnement…")
    assert row.objections[0].value == whole.strip()
    assert row.is_accepted


def test_an_object_is_never_empty():
    a_given_line(programme=None, action="", deliberation=a_deliberation(title="Insertion"))

    assert rows()[0].cells["objet"] == "Insertion"


def test_withdrawals_zeros_and_doubts_are_kept_and_told():
    act = a_deliberation()
    for amount, certainty in (("-450", 1), ("0", 1), ("10", 0.5)):
        a_given_line(deliberation=act, amount=amount, certainty=certainty)

    found = rows()

    assert [row.cells["montant"] for row in found] == ["-450.00", "0.00", "10.00"]
    assert [remarks(row) for row in found] == [["montant"], ["montant"], ["idSubvention"]]
    assert all(row.is_accepted for row in found)


def test_a_row_of_several_years_is_paid_in_parts_and_its_references_stay_apart():
    act = a_deliberation()
    a_given_line(deliberation=act, line=1, year=2022)
    a_given_line(deliberation=act, line=1, year=2023)
    a_given_line(deliberation=act, line=2, year=None)

    found = rows()

    assert [row.cells["conditionsVersement"] for row in found] == ["échelonné", "échelonné", "unique"]
    of_2023 = [row.cells["referenceDecision"] for row in found if row.cells["exercice"] == "2023"]
    assert len(set(of_2023)) == len(of_2023) == 2


def test_the_database_counts_the_rows_that_the_mapping_accepts():
    department = a_department(siret=SIRET)
    act = a_deliberation(department=department)
    a_given_line(deliberation=act)
    a_given_line(deliberation=act, outside_budget=True)
    a_line(deliberation=act, operator=an_operator("Sans SIRET"))
    a_line(deliberation=act, operator=None)
    a_given_line(deliberation=a_deliberation(session_date=None), year=2023)

    accepted = {row.cells["idSubvention"] for row in rows(Giver.of(department)) if row.is_accepted}

    counted = GrantLine.objects.counted().filter(ACCEPTED)
    assert accepted == {str(pk) for pk in counted.values_list("pk", flat=True)}
    assert len(accepted) == 1


def test_rows_take_two_queries_whatever_their_number(django_assert_num_queries):
    act = a_deliberation()
    for number in range(5):
        a_given_line(deliberation=act, territory=a_territory(f"T{number}"))

    with django_assert_num_queries(2):
        assert len(rows()) == 5


def files(client, key: str = "59-2023") -> dict[str, list[dict[str, str]]]:
    names = ("subventions-scdl", "subventions-completes", "rapport-scdl")
    texts = {name: b"".join(client.get(f"/donnees/scdl/{key}/{name}.csv").streaming_content).decode() for name in names}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()}


def test_three_files_say_all_rows_those_that_pass_and_why_not(client):
    act = a_deliberation(department=a_department(siret=SIRET))
    a_given_line(deliberation=act, year=2022)
    a_line(deliberation=act, year=2023, operator=an_operator("Sans SIRET"))
    kept = a_given_line(deliberation=act, year=2023)

    found = files(client)

    assert [row["idSubvention"] for row in found["subventions-scdl"]] == [str(kept.pk)]
    assert [row["nomBeneficiaire"] for row in found["subventions-completes"]] == ["Sans SIRET", "Réussir"]
    (told,) = found["rapport-scdl"]
    assert (told["ligne"], told["colonne"], told["bloquant"]) == ("2", "idBeneficiaire", "oui")


def test_a_whole_exercise_is_given_whatever_is_asked(client):
    a_given_line(deliberation=a_deliberation(department=a_department(siret=SIRET)))

    response = client.get("/donnees/scdl/59-2023/subventions-scdl.csv?operateur=0")

    assert b"".join(response.streaming_content).count(b"\r\n") == 2


@pytest.mark.parametrize(
    "address",
    [
        "59-2023/autre",
        "59-2031/rapport-scdl",
        "59-2031/deliberations-scdl",
        "75-2023/subventions-scdl",
        "59-23/subventions-scdl",
        "x/y",
    ],
)
def test_there_is_no_other_file(client, address):
    a_line()

    assert client.get(f"/donnees/scdl/{address}.csv").status_code == 404
