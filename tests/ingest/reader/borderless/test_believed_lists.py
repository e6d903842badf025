"""Names and amounts without header nor currency: a table under a sentence that grants them, none elsewhere."""

import pytest

from tests.ingest.reader.borderless.test_borderless_tables import set_rows
from tests.ingest.reader.drawn_pdfs import text
from tests.ingest.reader.shown import texts

ROWS = [["Foyer rural", "1 200,00"], ["Harmonie de Bor", "90,00"], ["Union sportive", "800,00"]]


@pytest.mark.parametrize(
    ("sentence", "believed"),
    [
        (("Il décide d'attribuer les subventions suivantes :",), True),
        (("Le conseil vote, au titre de l'année 2031, les", "subventions aux associations comme suit :"), True),
        (("Les aides ci-après sont accordées :",), True),
        (("Il sollicite les subventions suivantes :",), False),
        (("Le coût des travaux, pour lesquels des subventions sont attribuées, est de :",), False),
        (("Il décide d'attribuer les subventions suivantes.",), False),
        (("Les effectifs sont les suivants :",), False),
    ],
)
def test_few_rows_without_currency_are_believed_under_a_sentence_that_grants_them(found, sentence, believed):
    drawn = [text(52, 80, *sentence), *set_rows(ROWS, 115, columns=(52, 400))]
    tables = found(drawn)
    assert [texts(table) for table in tables] == ([ROWS] if believed else [])


def test_rows_far_under_the_sentence_are_not_its_list(found):
    drawn = [text(52, 80, "Il décide d'attribuer les subventions suivantes :"), *set_rows(ROWS, 160, columns=(52, 400))]
    assert found(drawn) == ()


@pytest.mark.parametrize(
    ("between", "believed"),
    [
        (["Associations"], True),
        (["Associations", "Clubs sportifs"], True),
        (["A", "B", "C"], False),
        (["Voir plus bas."], False),
    ],
)
def test_headings_may_stand_between_a_sentence_that_grants_and_its_list(found, between, believed):
    said = ["Il décide d'attribuer les subventions suivantes :", *between]
    drawn = [text(52, 80 + 20 * place, line) for place, line in enumerate(said)]
    drawn += set_rows(ROWS, 80 + 20 * len(said), columns=(52, 400))
    tables = found(drawn)
    assert [texts(table) for table in tables] == ([ROWS] if believed else [])


@pytest.mark.parametrize(("opening", "believed"), [("{n}", True), ("Lot {n}", True), ("12/0{n}", False)])
def test_many_rows_alike_that_open_with_a_number_before_a_name_are_a_table(found, opening, believed):
    names = ["Foyer rural", "Harmonie de Bor", "Union sportive", "Chorale", "Judo-club", "Amis du lac"]
    rows = [[opening.format(n=n), name, f"{n} 200,00 €"] for n, name in enumerate(names, 1)]
    tables = found(set_rows(rows, 115, columns=(52, 100, 400)))
    assert [texts(table) for table in tables] == ([rows] if believed else [])
