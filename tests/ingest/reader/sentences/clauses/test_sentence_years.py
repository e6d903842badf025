"""The year of a sum that a sentence states."""

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.sentences.clauses.sentence_years import year_of
from ingest.reader.values.amounts_in_text import find_amounts
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.sentences.municipal_acts import HEAD, lines_of, read


def test_act_of_december_grants_for_the_year_that_its_title_names():
    head = HEAD.replace("3 mars", "17 décembre").replace("associations", "associations – Exercice 2032")
    text = paragraphs(head + "- d’allouer une subvention de 500 € à la Ligue de la Vallée ;")
    assert [line.year for line in read_decisions(text, read_metadata(text), (), ())[0]] == [2032]


def test_parts_of_a_grant_that_name_their_years_are_lines_of_these_years():
    decided = """
        - d’attribuer au GIP Lure une aide de 900 €, répartie à hauteur de 500 € en 2031 et 400 € en 2032 ;
        - d’attribuer au Judo Club une aide de 900 €, à verser en deux fois : 500 € en 2031 et 400 € en 2032 ;
        - d’attribuer à Radio Lure une aide de 900 € (2031 : 500 € ; 2032 : 400 €) ;
    """
    assert [line[:3] for line in lines_of(decided)] == [
        ("GIP Lure", 500, 2031),
        ("GIP Lure", 400, 2032),
        ("Judo Club", 900, 2031),
        ("Radio Lure", 500, 2031),
        ("Radio Lure", 400, 2032),
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("un montant de 500 € pour l’année 2031, puis", 2031),
        ("En 2032, il est proposé 500 €", 2032),
        ("Une aide de 500 € est attribuée, au titre de 2032, au club", 2032),
        ("l’appel à projets 2030-2033 pour 500 €", None),
        ("du 1er janvier 2031 au 31 mai 2032 pour 500 €", None),
        ("un trop-perçu sur l’année 2030, reporté sur le budget 2031, de 500 €", 2031),
    ],
)
def test_year_of_a_sum(text, year):
    [found] = find_amounts(text)
    assert year_of(text, found.start, found.end) == year


@pytest.mark.parametrize(
    ("decided", "years"),
    [
        ("- d’attribuer à Radio Lure une subvention de 800 € par an pour 2031, 2032 et 2033 ;", [2031, 2032, 2033]),
        (
            "- d’attribuer à Radio Lure une subvention annuelle de 800 € pour les années 2031 à 2033 ;",
            [2031, 2032, 2033],
        ),
        ("- d’attribuer à Radio Lure une subvention annuelle de 800 € ;", [2031]),
    ],
)
def test_yearly_sum_is_a_line_for_each_year_named(decided, years):
    lines = read(decided)[0]
    assert [line.year for line in lines] == years
    assert {line.line for line in lines} == {1}


def test_year_named_after_the_last_sum_is_that_of_all():
    lines = read("- d’attribuer 500 € à Radio Lure et 300 € au Club Lure, au titre de l’année 2032 ;")[0]
    assert [line.year for line in lines] == [2032, 2032]


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ("300 € à la Chorale pour 2032", [2032]),
        ("300 € à la Chorale pour 2032 et 400 € pour 2033", [2032, 2033]),
        ("300 € à la Chorale pour 2032 et 400 € au Bief", [2032, 2032]),
        ("300 € à la Chorale et 400 € au Bief pour 2032", [2032, 2032]),
        ("à la Chorale 300 € (2032) et 400 € (2033)", [2032, 2033]),
        # a year of something else, a year that is over
        ("300 € à la Chorale pour le festival 2032 et 400 € au Bief", [2031, 2031]),
        ("300 € à la Chorale pour la saison 2032-2033", [2031]),
        ("300 € à la Chorale (250 € en 2030)", [2031]),
        ("300 € à la Chorale, contre 250 € pour 2030", [2031]),
        ("300 € à la Chorale et 400 € au Bief, comme pour 2030", [2031, 2031]),
        ("300 € à la Chorale pour 2030 et 400 € pour 2031", [2031]),
    ],
)
def test_year_behind_a_beneficiary_is_that_of_its_sum(told, years):
    assert [line.year for line in read(f"- d’attribuer {told} ;")[0]] == years


@pytest.mark.parametrize("each", ["par an", "par année", "par exercice"])
def test_sum_that_is_given_each_year_is_no_price(each):
    told = f"- attribue au Moulin, au titre des exercices 2031 et 2032, une subvention de 500 € {each} ;"
    assert [line[:3] for line in lines_of(told)] == [("Moulin", 500, 2031), ("Moulin", 500, 2032)]
