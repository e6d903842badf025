"""Sums that a report states, and those that it only mentions."""

from decimal import Decimal

import pytest

from ingest.reader.sentences.clauses.stated_sums import find_stated
from tests.ingest.reader.sentences.municipal_acts import REPORT, read


def test_sums_of_the_report_stand_under_their_headings():
    totals = read(
        "- d’attribuer les subventions de l’annexe 1 ;"
        + REPORT
        + """
        # Axe 1 : Culture
        # Opération 2 : Festivals
        Pour l’année 2030, il est proposé de financer 26 structures pour un montant de 1 233 180 €.
        # Opération 3 : Chorales
        Le financement total de cette opération s’élève à 17 920 €, hors budget départemental : soit 900 €.
        """
    )[1]
    assert [(total.amount, total.year, total.where, total.outside_budget) for total in totals] == [
        (Decimal(1233180), 2030, "report", False),
        (Decimal(17920), 2031, "report", False),
        (Decimal(900), 2031, "report", True),
    ]
    assert totals[0].scope.startswith("Axe 1 : Culture / Opération 2 : Festivals / Pour l’année 2030, il est proposé")
    assert (
        totals[1].scope
        == "Axe 1 : Culture / Opération 3 : Chorales / Le financement total de cette opération s’élève à 17 920 €"
    )


def test_annual_sum_is_of_the_fullest_year_that_the_decision_grants():
    totals = read(
        "- d’attribuer aux structures de l’annexe 1 un montant de 7 M€ pour 2031 et 21 M€ pour 2032 ;"
        + REPORT
        + "1 610 places sont proposées par an au titre du parcours, pour un montant annuel de 1,95 M€."
    )[1]
    assert (totals[-1].amount, totals[-1].year, totals[-1].precision) == (1_950_000, 2032, 10_000)


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("Il est proposé d’accorder une aide pour un montant total de 58 586 €.", [58586]),
        ("Le montant de l’engagement départemental pour 2031 est donc revu à 470 €.", [470]),
        ("Les crédits notifiés par l’État s’élèvent à 6,048 M€ pour l’année 2031.", [6048000]),
        ("La participation s’élèverait à 391 242,05€.", [391242.05]),
        ("Un co-financement de 10 % du montant total, soit 60 000 €, est demandé.", [60000]),
        ("Il est proposé de financer 8 clubs pour 400 000 €, soit un montant de 200 000 € par an.", []),
        ("La prise en charge est fixée à 195 € par mois et par participant.", []),
        ("Le Département contribue à hauteur de 3 138,31 € par salarié.", []),
        ("L’association sollicite une subvention de 10 000 €.", []),
        ("En 2029, le Conseil avait attribué une subvention de 9 000 € au club.", []),
        ("Le coût de l’opération est estimé à 600 000 € TTC.", []),
        ("Le plafond des dépenses éligibles est de 5 000 €.", []),
        ("L’acompte versé à la signature est de 25 000 €.", []),
    ],
)
def test_what_a_report_states_and_what_it_only_mentions(sentence, amounts):
    assert [float(stated.found.amount.value) for stated in find_stated(sentence)] == amounts


def test_sums_told_under_a_balance_of_last_year_are_none():
    assert (
        read("- d’attribuer les subventions de l’annexe 1 ;" + REPORT + "# Bilan 2030\nSoit un montant de 900 €.")[1]
        == ()
    )


def test_money_that_comes_back_is_negative():
    totals = read(
        "- d’attribuer les subventions de l’annexe 1 ;"
        + REPORT
        + "Un trop perçu sur l’année 2030 est à reporter sur le budget 2031 pour un montant de 145,72 €."
    )[1]
    assert [(total.amount, total.year) for total in totals] == [(Decimal("-145.72"), 2031)]
