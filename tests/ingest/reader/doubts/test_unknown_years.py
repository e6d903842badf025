"""Lines of which nothing says the year."""

from decimal import Decimal

import pytest

from ingest.reader.doubts.unknown_years import NOTE, doubt_unknown_years, year_of_heads
from ingest.reader.records import DOUBTFUL, Box, LineRecord, Paragraph, Source


def a_line(year):
    source = Source(1, 1, 2, Box(0.1, 0.2, 0.9, 0.25))
    return LineRecord(1, "annexe-1", "Le Bief", year, Decimal(1500), "1 500 €", source)


def test_line_without_a_year_is_never_sure():
    [doubted] = doubt_unknown_years([a_line(None)])
    assert doubted.certainty == DOUBTFUL
    assert NOTE in doubted.notes


def test_line_of_a_year_stays():
    line = a_line(2024)
    assert doubt_unknown_years([line]) == (line,)


def test_year_of_the_budget_is_that_of_a_list_annexed_to_it():
    source = Source(1, 0, 0, Box(0, 0, 1, 0.1))
    text = Paragraph("Commune de Bor – Budget principal – CA 2031", source, "text")
    assert year_of_heads([text, Paragraph("Annexe B1.7, arrêtée le 3 mai 2032", source, "text")]) == 2031


@pytest.mark.parametrize(
    ("charged", "year"),
    [
        (
            "La dépense sera prélevée au chapitre 65, nature 6574, P1, du budget de fonctionnement de Bor de 2031",
            2031,
        ),
        (
            "Les crédits du chapitre 65, votés au budget des années passées, sont ceux que la commission a vus en 2031",
            None,
        ),
    ],
)
def test_year_of_the_budget_that_a_sentence_charges_is_that_of_the_act(charged, year):
    told = f"Article 3. – {charged}, rubrique 324, subventions au titre du patrimoine de la ville."
    assert year_of_heads([Paragraph(told, Source(1, 0, 0, Box(0, 0, 1, 0.1)), "text")]) == year


@pytest.mark.parametrize(
    ("heads", "year"),
    [
        (["Liste des aides 2025", "Imprimé le 04/02/2026"], 2025),
        (["Date d’édition : 03/01/2025", "SUBVENTIONS PAR BENEFICIAIRE - CP DU 17/06/2024"], 2024),
        (["Commission permanente du 17 juin 2024", "Aides 2024"], 2024),
        (["Rappel 2023", "Aides 2024"], None),
        (["Contrat de ville – Quartiers 2030 – Programmation 2025"], 2025),
        (["Préfecture – DSIL 2025 – Opérations subventionnées"], 2025),
        (["Demande de subvention – DETR 2025"], None),
        (["Édité le 03/01/2025"], None),
        ([], None),
    ],
)
def test_heads_of_the_first_page_name_the_year_of_a_list_that_stands_alone(heads, year):
    source = Source(1, 0, 0, Box(0, 0, 1, 0.1))
    other = Paragraph("Exercice 2019", Source(2, 0, 0, Box(0, 0, 1, 0.1)), "heading")
    text = Paragraph("Le rapport de 2018 est approuvé.", source)
    assert year_of_heads([*(Paragraph(one, source, "heading") for one in heads), text, other]) == year


def test_title_of_the_act_names_the_year_where_no_head_does():
    assert year_of_heads([], "Liste des subventions attribuées en 2031") == 2031
    assert year_of_heads([], "Conventions 2031-2033") is None


def test_number_of_the_act_names_the_year_where_nothing_else_does():
    assert year_of_heads([], "Participations – année scolaire 2031-2032", "2031/041") == 2031
    assert year_of_heads([], "Aides 2032", "CP-2031-12") == 2032
    assert year_of_heads([], "", "12-2031-2032") is None
    assert year_of_heads([], "", "820310") is None
