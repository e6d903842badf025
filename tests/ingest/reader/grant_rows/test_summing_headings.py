"""Rows that may be the sum of others: told, or doubted where nothing but the sum tells."""

from tests.ingest.reader.hand_built import a_table, read

HEADER = "Association | Objet | Montant\n"


def certainties(rows):
    return [(row.kind, row.certainty < 0.9) for row in read(a_table(HEADER + rows)).rows[1:]]


def test_line_whose_amount_is_the_sum_of_its_neighbours_is_in_doubt():
    lines = """
        Foyer rural de Bor | Atelier | 500,00 €
        Chorale de Lure | Concert | 700,00 €
        Tennis de Bor | Tournoi | 900,00 €
        Judo de Lure | Stage | 400,00 €
    """
    named = "Vie locale | Canton de Bor | 2 500,00 €"
    plain, doubted = ("line", False), ("line", True)
    assert certainties(named + lines) == [doubted, *[plain] * 4]
    assert certainties(lines + named) == [*[plain] * 4, doubted]
    assert certainties(lines + named.replace("500", "600")) == [plain] * 5


def test_sum_of_a_second_column_of_money_doubts_its_line():
    rows = """
        Association | Fonctionnement | Investissement
        Foyer rural de Bor | 500,00 € | 900,00 €
        Chorale de Lure | 300,00 € | 100,00 €
        Tennis de Bor | 250,00 € | 400,00 €
        Judo de Lure | 800,00 € | 250,00 €
        Harmonie de Bor | 450,00 € | 1 650,00 €
    """
    assert [row.certainty < 0.9 for row in read(a_table(rows)).rows[1:]] == [False] * 4 + [True]


def test_three_lines_may_add_up_to_another_by_chance():
    rows = """
        Foyer rural de Bor | Atelier | 500,00 €
        Chorale de Lure | Concert | 500,00 €
        Tennis de Bor | Tournoi | 500,00 €
        Judo de Lure | Stage | 1 500,00 €
    """
    assert certainties(rows) == [("line", False)] * 4


def test_rows_that_nothing_parts_are_left_over_and_doubt_the_sum_over_them():
    rows = """
        Foyer rural de Bor | Atelier | 500,00 €
        Culture | | 1 200,00 €
        Chorale de Lure 700,00 € Harmonie de Bor 500,00 € | < | <
    """
    table = a_table(HEADER + rows, bold=[2])
    assert [(row.kind, row.certainty < 0.9) for row in read(table).rows[2:]] == [("line", True), ("line", False)]


def test_heading_beside_a_figure_that_cannot_be_read_is_in_doubt():
    rows = """
        Association | Objet | Montant demandé | Montant proposé
        Vie associative | < | Vas 563,00 € | 30 850,25 €
        Foyer rural de Bor | Atelier | 2 938,00 € | 2 351,00 €
        Chorale de Lure | Concert | 35 625,00 € | 28 500,25 €
        Tennis de Bor | Tournoi | 600,00 € | 500,00 €
    """
    [_, heading, *lines] = read(a_table(rows)).rows
    assert heading.certainty < 0.9
    assert all(line.certainty > 0.9 for line in lines)
