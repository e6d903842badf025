"""What the cells of a row not read probably are: told by the other rows of the act, then by what they look like."""

import pytest

from ingest.desk.review.guesses import guess_row
from tests.builders import a_deliberation, a_line, a_programme, a_territory

pytestmark = pytest.mark.django_db


@pytest.fixture
def act():
    act = a_deliberation()
    a_line(
        deliberation=act,
        territory=a_territory("Arrageois"),
        programme=a_programme("Thématique 1"),
        agreement="Convention type",
        action="",
    )
    return act


def test_cells_that_other_rows_print_are_theirs(act):
    text = "ARRAGEOIS | Thématique 1 | CC du Sud Artois | 50 | 6 250,00 € | Convention type"

    assert guess_row(act, text) == {
        "territory": "ARRAGEOIS",
        "programme": "Thématique 1",
        "operator": "CC du Sud Artois",
        "places": "50",
        "amount": "6 250,00 €",
        "agreement": "Convention type",
    }


def test_the_last_amount_counts_and_the_words_after_the_name_are_the_action(act):
    assert guess_row(act, "Mission locale | Insertion | 1 000,00 € | 500,00 €")["amount"] == "500,00 €"
    assert guess_row(act, "Mission locale | Insertion | 500,00 €")["action"] == "Insertion"


def test_an_amount_inside_a_cell_is_found(act):
    guessed = guess_row(act, "Subvention à DEMAIN d’un montant maximum de 13 334 €")

    assert guessed["amount"] == "13 334 €"


@pytest.mark.parametrize("text", ["", " | ", "\n"])
def test_nothing_printed_gives_nothing(act, text):
    assert guess_row(act, text) == {}
