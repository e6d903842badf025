"""Grants stated in sentences: the lines that a decision gives, each once, and what it leaves over."""

from decimal import Decimal

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.sentences.granted.decision_sums import NO_BENEFICIARY
from ingest.reader.sums.counted_money import counted_money
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.sentences.municipal_acts import HEAD, a_line, lines_of, read


def test_contribution_to_the_budget_of_a_body_is_a_doubtful_line_of_it():
    fixed = "- de fixer à 18 430 000 € la contribution au budget 2031 du Service d’incendie de la Vallée ;"
    [line] = read(fixed)[0]
    assert (line.operator, line.amount, line.certainty < 0.6) == ("Service d’incendie de la Vallée", 18430000, True)


@pytest.mark.parametrize(
    ("decision", "operator", "amount", "year", "action"),
    [
        (
            "- d’attribuer une subvention de 1 500 € à l’association Les Passeurs pour son festival de conte ;",
            "association Les Passeurs",
            1500,
            2031,
            "son festival de conte",
        ),
        (
            "- d’allouer à la Ligue d’escrime de l’Est, au titre de l’année 2030, une aide d’un montant de 4 500 €.",
            "Ligue d’escrime de l’Est",
            4500,
            2030,
            "",
        ),
        ("ATTRIBUE une aide de 45 k€ au Lycée agricole de Montfroid.", "Lycée agricole de Montfroid", 45000, 2031, ""),
        (
            "Article 1 : De verser au SDIS de Lussanges une contribution de 120 000 € pour l’achat d’un véhicule.",
            "SDIS de Lussanges",
            120000,
            2031,
            "l’achat d’un véhicule",
        ),
        (
            "- d’accorder à l’Association pour le développement des Hauts Plateaux (ADHP) une subvention de 800 € ;",
            "Association pour le développement des Hauts Plateaux (ADHP)",
            800,
            2031,
            "",
        ),
        (
            "- de financer l’Orchestre des Deux Rives à hauteur de 1,2 M€ ;",
            "Orchestre des Deux Rives",
            1200000,
            2031,
            "",
        ),
        (
            "- d’attribuer 500 € au Judo Club et d’autoriser le Maire à signer la convention ;",
            "Judo Club",
            500,
            2031,
            "",
        ),
        ("- d’octroyer au comité des fêtes la somme de 250 € ;", "comité des fêtes", 250, 2031, ""),
        (
            "- d’attribuer quinze mille euros (15 000 €) au profit du Secours des Vallées, pour l’aide alimentaire.",
            "Secours des Vallées",
            15000,
            2031,
            "l’aide alimentaire",
        ),
    ],
)
def test_grant_to_a_named_beneficiary_is_a_line(decision, operator, amount, year, action):
    assert lines_of(decision) == [(operator, Decimal(amount), year, action)]


def test_line_keeps_what_is_printed_and_where():
    text = paragraphs(HEAD + "- d’attribuer 1 500,50 € au Judo Club ;")
    [line] = read_decisions(text, read_metadata(text), (), ())[0]
    assert (line.line, line.table, line.amount_text) == (1, "decision", "1 500,50 €")
    assert line.source == text[-1].source
    assert line.certainty < 1


def test_grant_stated_twice_is_one_line():
    assert len(lines_of("- d’attribuer 500 € au Judo Club ;\n- d’attribuer 500 € au Judo Club ;")) == 1


def test_sum_granted_to_nobody_named_is_left_over():
    lines, totals, leftovers = read("- de reconduire le dispositif d’aide au permis pour un montant de 100 000 € ;")
    assert (lines, totals) == ((), ())
    assert [(leftover.reason, "100 000 €" in leftover.text) for leftover in leftovers] == [(NO_BENEFICIARY, True)]


def test_grant_that_a_table_counts_is_no_second_line():
    lines, totals, _ = read("- d’attribuer 500 € au Judo Club ;", (a_line("JUDO CLUB DES ORMES", "500"),))
    assert lines == ()
    assert [(total.amount, total.lines) for total in totals] == [(500, (1,))]


def test_same_round_amount_of_another_operator_is_another_grant():
    assert lines_of("- d’attribuer 500 € au Judo Club ;", (a_line("Harmonie municipale", "500"),)) == [
        ("Judo Club", Decimal(500), 2031, "")
    ]


def test_sums_of_lines_are_known_by_heading_and_by_table():
    lines = (
        a_line("A", "100", programme="Sport"),
        a_line("B", "200.50", programme="Sport"),
        a_line("C", "40", programme="Art"),
    )
    counted = counted_money(lines)
    assert counted.lines_adding_up_to(Decimal("300.50")) == (1,)
    assert counted.lines_adding_up_to(Decimal("240.50")) == ()
    assert counted.lines_of(Decimal("200.50"), "") == (1,)
    assert counted.lines_of(Decimal(100), "") == ()


@pytest.mark.parametrize(("session", "year"), [("Séance du 3 mars 2031", 2031), ("", 2030)])
def test_year_that_heads_name_is_that_of_an_act_without_a_date(session, year):
    text = paragraphs(HEAD.replace("Séance du 3 mars 2031", session) + "- d’attribuer 900 € au Judo Club ;")
    lines, _, _ = read_decisions(text, read_metadata(text), (), (), act_year=2030)
    assert [line.year for line in lines] == [year]
