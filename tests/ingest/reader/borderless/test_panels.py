"""Tables that stand side by side, or beside a column of prose, told from the columns of one table."""

from dataclasses import replace

import pytest

from ingest.reader.borderless.money_lines import money_lines
from ingest.reader.borderless.panels import find_panels
from ingest.reader.records import Box, Page, Rule, Word


def page(left: list[str]) -> Page:
    """Lines of text, and beside them rows of a name and an amount, half a line off the texts."""
    texts = [(40.0, 100 + 11.0 * n, text) for n, text in enumerate(left)]
    for n in range(len(left) // 2):
        texts += [(300.0, 105.5 + 22 * n, "Harmonie"), (450.0, 105.5 + 22 * n, "500,00")]
    words = [Word(text, Box(x, y, x + 5 * len(text), y + 9), 9) for x, y, text in texts]
    return Page(1, 600.0, 800.0, tuple(words), ())


@pytest.mark.parametrize(
    ("left", "panels"),
    [
        (["Insertion-par-le", "retour-a-l-emploi"] * 5, 0),
        ([f"Une-phrase-du-rapport-{n:02d}" for n in range(10)], 2),
    ],
)
def test_words_printed_again_beside_each_row_are_no_column_of_prose(left, panels):
    drawn = page(left)
    assert len(find_panels(drawn, money_lines(drawn.words))) == panels


def set_words(texts: list[tuple[float, float, str]], fills: tuple[Box, ...] = ()) -> Page:
    """Texts at places, 9 points high and 5 points a letter, on shades."""
    words = [Word(text, Box(x, y, x + 5 * len(text), y + 9), 9) for x, y, text in texts]
    return Page(1, 600.0, 800.0, tuple(words), (), fills=fills)


def panels_of(drawn: Page) -> list[Box]:
    return find_panels(drawn, money_lines(drawn.words))


def test_names_of_two_lines_set_about_the_amounts_of_their_rows_are_no_column_of_prose():
    texts = []
    for n in range(6):
        texts += [(40.0, 105.0 + 24 * n, "Sports"), (120.0, 105.0 + 24 * n, "500,00")]
        texts += [
            (300.0, 100.0 + 24 * n, f"CLUB-NAUTIQUE-NUMERO-{n}"),
            (300.0, 110.0 + 24 * n, "Présidé-par-Odile-Roux"),
        ]
    assert panels_of(set_words(texts)) == []


def test_the_shaded_names_of_a_table_under_two_others_end_what_stands_side_by_side():
    texts = []
    for n in range(4):
        texts += [(40.0, 100.0 + 26 * n, f"Harmonie-{n}"), (200.0, 100.0 + 26 * n, "500,00")]
        texts += [(320.0, 113.0 + 26 * n, f"Judo-{n}"), (500.0, 113.0 + 26 * n, "900,00")]
    names = [(40.0, 240.0, "Indicateur"), (330.0, 240.0, "Cible"), (500.0, 240.0, "Atteint")]
    left, right = panels_of(set_words([*texts, *names], (Box(40.0, 236.0, 560.0, 253.0),)))
    assert max(left.y1, right.y1) < 236.0


@pytest.mark.parametrize(("white", "panels"), [(9.5, 2), (6.0, 0)])
def test_two_lists_may_stand_as_near_as_the_columns_of_a_typesetter(white, panels):
    texts = []
    for n in range(5):
        texts += [(40.0, 100.0 + 26 * n, f"Harmonie-{n}"), (300.0 - white - 30, 100.0 + 26 * n, "500,00")]
        texts += [(300.0, 113.0 + 26 * n, f"Judo-{n}"), (500.0, 113.0 + 26 * n, "900,00")]
    assert len(panels_of(set_words(texts))) == panels


def test_rules_that_run_on_part_the_rows_of_one_table():
    texts = []
    for n in range(6):
        texts += [(40.0, 100.0 + 20 * n, f"Une-commune-du-canton-{n}"), (300.0, 105.5 + 20 * n, "Harmonie")]
        texts += [(450.0, 105.5 + 20 * n, "500,00")]
    drawn = set_words(texts)
    assert len(panels_of(drawn)) == 2
    rules = tuple(Rule(40.0, 97.0 + 20 * n, 560.0, 97.0 + 20 * n) for n in range(7))
    assert panels_of(replace(drawn, rules=rules)) == []


def level_rows(heads: list[tuple[float, str]]) -> list[tuple[float, float, str]]:
    """Names of columns, and under them rows of a name and an amount twice, level with one another."""
    texts = [(x, 80.0, head) for x, head in heads]
    for n in range(5):
        texts += [(40.0, 100.0 + 26 * n, f"Harmonie-{n}"), (200.0, 100.0 + 26 * n, "500,00")]
        texts += [(320.0, 100.0 + 26 * n, f"Judo-{n}"), (500.0, 100.0 + 26 * n, "900,00"), (470.0, 100.0 + 26 * n, "x")]
    return texts


def test_level_rows_under_names_that_both_say_who_receives_are_of_two_tables():
    heads = [(40.0, "Nom-de-l'organisme"), (200.0, "Montant"), (320.0, "Bénéficiaire"), (500.0, "Montant")]
    assert len(panels_of(set_words(level_rows(heads)))) == 2
    heads[2] = (320.0, "Objet")
    assert panels_of(set_words(level_rows(heads))) == []


def test_amounts_half_a_line_off_names_of_two_lines_are_named():
    texts = []
    for n in range(5):
        texts += [(40.0, 100.0 + 26 * n, f"Harmonie-{n}"), (40.0, 110.0 + 26 * n, "Présidée-par-Odile")]
        texts += [(200.0, 105.0 + 26 * n, "500,00")]
        texts += [(320.0, 113.0 + 26 * n, f"Judo-{n}"), (500.0, 113.0 + 26 * n, "900,00")]
    assert len(panels_of(set_words(texts))) == 2


def test_names_of_two_lines_that_overlap_the_cells_beside_are_no_column_of_prose():
    names = ("Mission-locale-de", "Saint-Maclou-Bois"), ("Association-sports", "Thury"), ("FNATH-de-Villers", "Ligny")
    texts = [(168.0, 100.0, "Montsoreau")]
    for n, two in enumerate(names):
        texts += [(40.0, 100.0 + 30 * n + 9.2 * line, name) for line, name in enumerate(two)]
        middle = 104.6 + 30 * n + (0.8 if n == 2 else 0)
        texts += [(220.0, middle, "Éveil"), (450.0, middle, "500,00")]
    assert panels_of(set_words(texts)) == []


def test_names_of_several_lines_hardly_farther_apart_than_these_are_no_column_of_prose():
    texts, y = [], 100.0
    for n, lines in enumerate((3, 2, 2, 4, 2, 3, 2)):
        texts += [(40.0, y + 14.1 * line, f"Association-{n}{line}") for line in range(lines)]
        middle = y + 14.1 * (lines - 1) / 2
        texts += [(220.0, middle, "Sport"), (450.0, middle, "500,00")]
        y += 14.1 * lines + 1.5
    assert panels_of(set_words(texts)) == []


def test_names_in_the_middle_of_rows_whose_amounts_stand_at_the_foot_are_no_column_of_prose():
    texts, y = [], 100.0
    for n, lines in enumerate((1, 1, 2, 1, 1, 2, 1)):
        texts += [(40.0, y + 10 * line + 5 * (2 - lines), f"Essarts-du-Val-{n}{line}") for line in range(lines)]
        texts += [(220.0, y, "Réfection-du-lavoir-et"), (220.0, y + 10, "du-pont"), (450.0, y + 10, "500,00")]
        y += 24
    assert panels_of(set_words(texts)) == []
