"""Printed French amounts and counts."""

from decimal import Decimal

import pytest

from ingest.reader.values.amounts import parse_amount, split_count
from ingest.reader.values.amounts_in_text import find_amounts, is_contradicted, may_state_amount
from ingest.reader.values.figures import parse_count


@pytest.mark.parametrize(
    ("printed", "euros", "precision"),
    [
        ("13 820 €", "13820", "1"),
        ("13\u202f820,00\u00a0€", "13820.00", "0.01"),
        ("13\u2009820 €", "13820", "1"),
        ("1733", "1733", "1"),
        ("1 000", "1000", "1"),
        ("0,00 €", "0.00", "0.01"),
        ("0 €", "0", "1"),
        ("-450", "-450", "1"),
        ("−450", "-450", "1"),
        ("- 1 900 €", "-1900", "1"),
        ("54 000,00 €-", "-54000.00", "0.01"),
        ("54 000,00 -€", "-54000.00", "0.01"),
        ("1 250,50 -", "-1250.50", "0.01"),
        ("(450)", "-450", "1"),
        ("(1 200,00 €)", "-1200.00", "0.01"),
        ("(1 200,00) €", "-1200.00", "0.01"),
        ("5 234 159.10", "5234159.10", "0.01"),
        ("13.820,00 EUR", "13820.00", "0.01"),
        ("230,- €", "230", "1"),
        ("13.820 €", "13820", "1"),
        ("1.250.000 €", "1250000", "1"),
        ("13,820.50", "13820.50", "0.01"),
        ("237.00 €", "237.00", "0.01"),
        ("86,00 e", "86.00", "0.01"),
        ("1 250,5 €", "1250.5", "0.1"),
        ("1 500 € (2 x 750 €)", "1500", "1"),
        ("2 x 750,00 € = 1 500,00 €", "1500.00", "0.01"),
        ("2 x 750 soit 1 500", "1500", "1"),
        ("20 % de 7 500 €, soit 1 500 €", "1500", "1"),
        ("33,33 % de 1 000,50 € HT = 333 €", "333", "1"),
        ("1 500 € (soit 20 % de 7 500 €)", "1500", "1"),
        ("1 500,00 € versée en une fois", "1500.00", "0.01"),
        ("1 500 € plafonnés", "1500", "1"),
        ("2 x 9 750,12 € = 19 500,25 €", "19500.25", "0.01"),
        ("800 € (sous réserve)", "800", "1"),
        ("900 € dont 200 € de report", "900", "1"),
        ("12 345,60 € soit 30 %", "12345.60", "0.01"),
        ("12 345,60 € 30,00 %", "12345.60", "0.01"),
        ("30 % 1 500 €", "1500", "1"),
        ("12 345 €, soit 29,5 % du coût", "12345", "1"),
        ("85 000,00 € dont 20 000 € pour le plan loup (2)", "85000.00", "0.01"),
        ("+ 15 000,00", "15000.00", "0.01"),
        ("+2 500 €", "2500", "1"),
        ("12€50", "12.50", "0.01"),
        ("€ 2 500", "2500", "1"),
        ("2 500 euros", "2500", "1"),
        ("2 500 € TTC", "2500", "1"),
        ("2 500 €*", "2500", "1"),
        ("2 500 € (1)", "2500", "1"),
        ("99 645,42€", "99645.42", "0.01"),
        ("7 M€", "7000000", "1000000"),
        ("1,925 M€", "1925000", "1000"),
        ("1.925 M€", "1925000", "1000"),
        ("7,226 M €", "7226000", "1000"),
        ("500 k€", "500000", "1000"),
        ("50k€", "50000", "1000"),
        ("12,5 K€", "12500", "100"),
        ("7 millions d'euros", "7000000", "1000000"),
        ("1,5 million d’euros", "1500000", "100000"),
        ("2 milliards d'euros", "2000000000", "1000000000"),
        ("80 000\u00ad,00 €", "80000.00", "0.01"),
        ("-   €", "0", "1"),  # zero in the accounting format of spreadsheets
        ("600 € maximum", "600", "1"),
        ("600 € (max.)", "600", "1"),
        ("deux mille euros", "2000", "1"),
        ("deux mille cinq cents euros (2\u202f500 €)", "2500", "1"),
        ("2 500,00 € (deux mille cinq cents euros)", "2500.00", "0.01"),
        ("neuf cents euros (900 €) *", "900", "1"),
        ("neuf cents euros (900 €) (sous réserve)", "900", "1"),
        ("2 x 450 € = neuf cents euros (900 €)", "900", "1"),
    ],
)
def test_amount_reads_every_printed_form(printed, euros, precision):
    amount = parse_amount(printed)
    assert amount is not None
    assert amount.value == Decimal(euros)
    assert amount.precision == Decimal(precision)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "-",
        "€",
        "NC",
        "en cours",
        "en attente",
        "/",
        "25 %",
        "50,06 ETP",
        "20 places",
        "1,500 €",  # one thousand five hundred, or one and a half?
        "12.5000 €",
        "20 % de 7 500 €, soit 1 600 €",
        "20 % de 7 500 €",
        "54 00,00 €",  # a figure is missing
        "54 000,00 € -",  # an amount, and the dash of another cell
        "7 049 393 € + 87 730 €",
        "de 500 à 1 000 €",
        "1 500 €/an",
        "36 800 50 %",
        "12/06/2023",
        "2022/01256",
        "(450",
        "- 450 -",
        "A12",
        "deux mille euros (2 500 €)",
        "2 500 € (deux mille euros)",
        "100 12 350 186 000 70 200 1 500 2 750 9 000",
    ],
)
def test_amount_is_none_where_the_text_does_not_state_one(printed):
    assert parse_amount(printed) is None


@pytest.mark.parametrize("printed", ["2031 (€)", "2031 (en euros)", "2031 (k€)"])
def test_year_with_the_unit_of_its_column_is_no_amount(printed):
    assert parse_amount(printed) is None


@pytest.mark.parametrize(
    ("printed", "value"),
    [("123 456 782", None), ("123 456 783", 123456783), ("123 456 782 €", 123456782), ("356 000 000", 356000000)],
)
def test_nine_figures_in_threes_with_the_key_of_a_siren_are_no_amount(printed, value):
    amount = parse_amount(printed)
    assert (amount and amount.value) == value


def test_amount_keeps_what_was_printed():
    amount = parse_amount(" 13\u202f820,00\u00a0€ ")
    assert amount.text == "13 820,00 €"
    assert amount.currency
    assert not parse_amount("1733").currency


def test_count_beside_an_amount_is_offered_as_a_second_reading():
    assert parse_amount("980 157 500,00 €").value == Decimal("980157500.00")
    ways = split_count("980 157 500,00 €")
    assert [(count, amount.value) for count, amount in ways] == [
        (980, Decimal("157500.00")),
        (980157, Decimal("500.00")),
    ]
    assert [(count, amount.value) for count, amount in split_count("12 2 500 €")] == [(12, Decimal("2500"))]
    assert split_count("157 €") == ()
    assert split_count("1 000 €") == ()


def test_amounts_inside_a_sentence_come_with_their_places():
    text = "pour un montant de 7 M€ pour 2022 et 21 M€ pour 2023, soit 5\u202f234\u202f159,10\u00a0€ (art. 3)"
    found = list(find_amounts(text))
    assert [one.amount.value for one in found] == [Decimal(7_000_000), Decimal(21_000_000), Decimal("5234159.10")]
    assert [text[one.start : one.end] for one in found] == ["7 M€", "21 M€", "5\u202f234\u202f159,10\u00a0€"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Foyer rural......2 500 €", [2500]),
        ("Foyer rural……… 800 €", [800]),
        ("Foyer rural ........ 350,50", [Decimal("350.50")]),
        ("Foyer rural .......... 80 ;", [80]),
        ("Prévention ....... pas de subvention", []),
        ("Sports (voir p. 12)", []),
        ("n° 3.000 €, puis 000 €", [3000]),
        ("deux lignes : 2 / 042 €", []),
    ],
)
def test_leaders_are_no_part_of_a_figure_and_the_end_of_one_is_no_amount(text, values):
    assert [found.amount.value for found in find_amounts(text)] == values


def test_sign_behind_the_amount_that_ends_an_entry_is_its_minus():
    [found] = find_amounts("Foyer rural ........ 2 650,00 €-")
    assert (found.amount.value, found.amount.text) == (Decimal("-2650.00"), "2 650,00 €-")
    assert [one.amount.value for one in find_amounts("de 500 €-1 000 €, puis 200 € - Judo")] == [500, 1000, 200]


def test_dash_between_words_is_no_minus():
    assert [one.amount.value for one in find_amounts("action A - 1 500 € ; solde : - 200 €")] == [
        Decimal(1500),
        Decimal(-200),
    ]
    assert [one.amount.value for one in find_amounts("de 500 à 1 000 euros")] == [Decimal(1000)]


def test_amounts_without_money_are_not_found_in_sentences():
    assert list(find_amounts("196,2 ETP, 620 places, article 12, 25 %")) == []


@pytest.mark.parametrize(
    ("printed", "count"),
    [("550", 550), ("7 000", 7000), ("7\u202f000", 7000), ("1.200", 1200), ("-450", -450), ("0", 0)],
)
def test_count_reads_whole_numbers(printed, count):
    assert parse_count(printed) == count


@pytest.mark.parametrize("printed", ["", "2,5", "12 à 15", "20 places", "NC", "12/06"])
def test_count_is_none_for_anything_else(printed):
    assert parse_count(printed) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("une subvention de mille cinq cents euros à la Chorale", [("1500", "mille cinq cents euros")]),
        ("mille cinq cents euros (1 500 €)", [("1500", "mille cinq cents euros (1 500 €)")]),
        (
            "1 500,00 € (mille cinq cents euros) et 200 €",
            [("1500", "1 500,00 € (mille cinq cents euros)"), ("200", "200 €")],
        ),
        ("cinq cents (500) euros", [("500", "cinq cents (500) euros")]),
        ("douze euros et cinquante centimes", [("12.5", "douze euros et cinquante centimes")]),
        ("quatre-vingt-onze mille euros", [("91000", "quatre-vingt-onze mille euros")]),
        ("deux millions d’euros", [("2000000", "deux millions d’euros")]),
        ("cinq cents euros (600 €)", [("500", "cinq cents euros"), ("600", "600 €")]),
        ("un euro symbolique", []),
        ("1 500 € pour son 50e anniversaire et sa 3e édition", [("1500", "1 500 €")]),
    ],
)
def test_amounts_in_words_alone_or_beside_their_figures(text, expected):
    assert [(found.amount.value, found.amount.text) for found in find_amounts(text)] == [
        (Decimal(value), printed) for value, printed in expected
    ]


@pytest.mark.parametrize(
    ("text", "contradicted"),
    [
        ("une aide de douze mille euros (20 000 €) à la Chorale", True),
        ("une aide de douze mille euros “20 000 €) à la Chorale", True),  # as a scan may show the bracket
        ("une aide de 20 000 € (douze mille euros) à la Chorale", True),
        ("une aide de 12 000 € (douze mille euros) à la Chorale", False),
        ("une aide de douze mille euros et 20 000 € au Foyer", False),
        ("une aide de 12 000 € (20 000 € demandés) à la Chorale", False),
    ],
)
def test_amount_said_again_with_another_value_is_contradicted(text, contradicted):
    assert all(is_contradicted(text, found) == contradicted for found in find_amounts(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("une aide de 1,2 million d’euros", 1_200_000),
        ("une aide de 3 millions d’euros", 3_000_000),
        ("une aide de 15 mille euros", 15_000),
        ("une aide d’un million d’euros", 1_000_000),
        ("une aide de 15 000,- €", 15_000),
    ],
)
def test_figures_before_a_word_for_thousands_are_read_with_it(text, value):
    assert [one.amount.value for one in find_amounts(text)] == [value]


@pytest.mark.parametrize(
    "text", ["900\u200b€", "900 EUR", "900,00 e", "900,--", "Judo .... 900", "Judo …… 900", "neuf cents euros"]
)
def test_a_first_look_lets_every_amount_through(text):
    assert may_state_amount(text)
    assert [one.amount.value for one in find_amounts(text)] == [Decimal(900)]


def test_a_first_look_settles_texts_without_money():
    assert not any(map(may_state_amount, ("Article 12 du 3 mars 2031, 620 places.", "a b, e", "le conseil … élu")))


@pytest.mark.parametrize("printed", ["58873325380430", "588733253", "0612345678"])
def test_numbers_of_establishments_and_telephones_are_no_amounts(printed):
    assert parse_amount(printed) is None
    assert parse_amount(f"{printed} €")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("500 € Cinq cents euros", 500),
        ("Cinq cents euros 500 €", 500),
        ("500 € Cinq cents euros Deux cents euros", None),
        ("500 € Deux cents euros", None),
        ("500 Cinq cents euros", None),
    ],
)
def test_amount_in_figures_and_in_words_of_one_cell_is_one(printed, value):
    amount = parse_amount(printed)
    assert (amount and amount.value) == value
