"""Checks: exact sums, the printed precision, sums of sentences matched to their lines, money outside the budget."""

from decimal import Decimal

import pytest

from ingest.reader.reconcile import reconcile
from ingest.reader.records import Box, LineRecord, Source, TotalRecord

HERE = Source(1, 1, 1, Box(0, 0, 1, 1))


def a_line(number, amount, **fields):
    given = {"table": "annexe-7", "operator": "Le Tremplin", "year": 2024, "amount_text": "", "source": HERE, **fields}
    return LineRecord(line=number, amount=Decimal(amount), **given)


def a_total(amount, *, scope="", precision="0.01", where="decision", year=2024, **fields):
    return TotalRecord(
        scope=scope,
        table="",
        year=year,
        amount=Decimal(amount),
        text="",
        where=where,
        source=HERE,
        precision=Decimal(precision),
        **fields,
    )


def check(total, lines):
    (found,) = reconcile(lines, [total])
    return found


LINES = [
    a_line(1, "600.10", programme="Thématique 1 : Logement", subprogramme="Opération 1 : Accueil"),
    a_line(2, "400", programme="Thématique 1 : Logement", subprogramme="Opération 1 : Accueil"),
    a_line(3, "50", programme="Thématique 1 : Logement", subprogramme="Opération 2 : Suivi social"),
    a_line(4, "140133.34", programme="Thématique 5 : Contreparties", subprogramme="Opération 1 : Chantiers"),
    a_line(5, "70", programme="Thématique 6 : Énergie", detail="3 visites | Financement hors budget"),
    a_line(6, "30", programme="Thématique 6 : Énergie"),
]


@pytest.mark.parametrize(
    ("stated", "precision", "status", "difference"),
    [
        ("1000.10", "0.01", "equal", "0"),
        ("1000", "1", "rounded", "0.10"),
        ("1000", "1000", "rounded", "0.10"),
        ("999.10", "0.01", "different", "1.00"),
        ("1001", "0.01", "different", "-0.90"),
    ],
)
def test_sum_of_known_lines_is_compared_at_the_printed_precision(stated, precision, status, difference):
    found = check(a_total(stated, precision=precision, lines=(1, 2)), LINES)
    assert (found.status, found.computed, found.difference) == (status, Decimal("1000.10"), Decimal(difference))


def test_millions_are_rounded_and_thousands_of_a_million_may_be_cut():
    lines = [a_line(1, "7123456"), a_line(2, "6048980", year=2025)]
    assert check(a_total("7000000", precision="1000000", lines=(1,)), lines).status == "rounded"
    assert check(a_total("8000000", precision="1000000", lines=(1,)), lines).status == "different"
    cut = a_total("6048000", precision="1000", lines=(2,), year=2025)
    assert check(cut, lines).status == "rounded"


def test_another_funders_column_is_checked_against_its_own_cells():
    found = check(a_total("150", addends=(Decimal(100), Decimal(50))), LINES)
    assert (found.status, found.computed) == ("equal", Decimal(150))


def test_total_of_one_year_adds_up_that_year_only():
    lines = [a_line(1, "600"), a_line(1, "700", year=2025)]
    assert check(a_total("700", year=2025, lines=(1,)), lines).status == "equal"


@pytest.mark.parametrize(
    ("scope", "stated", "lines"),
    [
        ("Article 1 – thématique 1 opération n°1 « accueil »", "1000.10", (1, 2)),
        ("Article 2 – thématique 1 opération n° 2 suivi social", "50", (3,)),
        ("De valider le financement de 2 dispositifs de la thématique 1 « Logement »", "1050.10", (1, 2, 3)),
        ("opération n°1 « Chantiers » de la thématique 5, annexe 6 et annexe 7", "140133.34", (4,)),
    ],
)
def test_sum_in_a_sentence_finds_its_lines_by_numbers(scope, stated, lines):
    found = check(a_total(stated, scope=scope), LINES)
    assert found.status == "equal"
    assert found.total.lines == lines


def test_sum_in_a_sentence_that_its_table_lacks_is_a_difference():
    scope = "De valider le financement de 2 dispositifs de la thématique 5 « Contreparties », présentés en annexe 6"
    found = check(a_total("194133.34", scope=scope), LINES)
    assert (found.status, found.difference) == ("different", Decimal("-54000.00"))
    assert found.total.lines == (4,)


def test_sum_in_a_sentence_finds_its_lines_by_words():
    lines = [
        a_line(1, "100", programme="Parcours intégré"),
        a_line(2, "200", programme="Parcours intégrés"),
        a_line(3, "300", programme="Parcours spécifique"),
    ]
    found = check(a_total("300", scope="Le parcours intégré est doté d'un montant annuel"), lines)
    assert (found.status, found.total.lines) == ("equal", (1, 2))
    assert check(a_total("310", scope="Le parcours intégré est doté"), lines).difference == Decimal(-10)


def test_whole_table_is_found_by_its_annex():
    lines = [a_line(1, "100", table="annexe-1"), a_line(2, "200", table="annexe-1"), a_line(3, "5", table="annexe-2")]
    found = check(a_total("400", scope="les subventions, selon le tableau ci-joint en annexe 1"), lines)
    assert (found.status, found.difference) == ("different", Decimal(-100))
    assert found.total.lines == (1, 2)


def test_money_outside_the_budget_is_left_out_of_what_the_budget_pays():
    found = check(a_total("30", scope="thématique 6 « Énergie »"), LINES)
    assert (found.status, found.total.lines) == ("equal", (6,))
    assert "hors budget" in found.note
    outside = check(a_total("70", scope="thématique 6 : financement hors budget", outside_budget=True), LINES)
    assert (outside.status, outside.total.lines) == ("equal", (5,))


def test_sum_that_no_word_explains_is_matched_by_its_amount_alone():
    found = check(a_total("140133.34", scope="C01-444 Appui aux parcours, Dépense"), LINES)
    assert found.status == "equal"
    assert "montant" in found.note


def test_sum_whose_lines_are_not_known_is_not_compared():
    found = check(a_total("999", scope="Fonds européen"), LINES)
    assert (found.status, found.computed, found.difference) == ("not comparable", None, None)
    assert found.note


def test_sum_that_two_headings_could_mean_is_not_compared():
    lines = [
        a_line(1, "100", programme="1. Logement", subprogramme="Opération 1 : Accueil"),
        a_line(2, "200", programme="2. Emploi", subprogramme="Opération 1 : Accueil"),
    ]
    assert check(a_total("150", scope="Opération 1 : Accueil"), lines).status == "not comparable"
    assert check(a_total("200", scope="Opération 1 : Accueil"), lines).total.lines == (2,)


def test_every_total_has_its_check():
    totals = [a_total("1"), a_total("2", lines=(1,)), a_total("3", scope="thématique 1")]
    assert [found.total.amount for found in reconcile(LINES, totals)] == [Decimal(1), Decimal(2), Decimal(3)]
    assert reconcile([], totals[:1])[0].status == "not comparable"


def test_part_of_a_heading_is_the_one_line_of_that_amount():
    scope = "Thématique 1 / Opération 1 : Accueil / il est proposé d'accorder une participation financière de"
    found = check(a_total("400", scope=scope, where="report"), LINES)
    assert (found.status, found.total.lines) == ("equal", (2,))
    assert found.note == "montant d’une seule ligne"


def test_part_of_a_heading_that_no_line_prints_is_not_a_difference():
    scope = "Thématique 1 / Opération 1 : Accueil / dont 3 structures pour un montant de"
    assert check(a_total("750", scope=scope, where="report"), LINES).status == "not comparable"
    for whole in ("soit un total de", "2 dispositifs sont proposés pour"):
        scope = f"Thématique 1 / Opération 1 : Accueil / {whole}"
        assert check(a_total("750", scope=scope, where="report"), LINES).status == "different"


def test_sum_for_one_beneficiary_adds_up_its_lines():
    lines = [
        a_line(1, "100", operator="Association Les Deux Rives"),
        a_line(2, "50", operator="Association Les Deux Rives"),
        a_line(3, "150", operator="Le Tremplin"),
    ]
    found = check(a_total("150", scope="d'attribuer une subvention à l'association Les Deux Rives"), lines)
    assert found.total.lines == (1, 2)


def test_only_sum_of_a_decision_is_held_against_the_whole_table():
    lines = [a_line(1, "100", table="annexe-1-1"), a_line(2, "200", table="annexe-1-2")]
    scope = "d'attribuer les subventions aux associations pour un montant total de"
    found = check(a_total("310", scope=scope), lines)
    assert (found.status, found.difference) == ("different", Decimal(-10))
    two_tables = [a_line(1, "100", table="annexe-1"), a_line(2, "200", table="annexe-2")]
    assert check(a_total("310", scope=scope), two_tables).status == "not comparable"
    two_sums = reconcile(lines, [a_total("310", scope=scope), a_total("5", scope=scope)])
    assert {one.status for one in two_sums} == {"not comparable"}


def test_sum_of_all_subventions_is_that_of_all_lines():
    lines = [a_line(1, "7084897", table="annexe-1"), a_line(2, "39470", table="tableau-4", year=2025)]
    scope = "d'attribuer les subventions aux structures"
    assert check(a_total("7000000", precision="1000000", scope=scope), lines).status == "rounded"
