"""Amounts, counts, shares and dates as a French reader expects them."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings

from grants.templatetags import french


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (1_234_567, "12\u202f345,67\u00a0€"),
        (0, "0,00\u00a0€"),
        (5, "0,05\u00a0€"),
        (-5_400_000, "\u221254\u202f000,00\u00a0€"),
        (-5, "\u22120,05\u00a0€"),
        (123_456_789_012, "1\u202f234\u202f567\u202f890,12\u00a0€"),
        (None, ""),
    ],
)
def test_euros_prints_exact_cents(cents, text):
    assert french.euros(cents) == text


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (149, "1\u00a0€"),
        (150, "2\u00a0€"),
        (-150, "\u22122\u00a0€"),
        (-49, "0\u00a0€"),
        (1_451_912_698, "14\u202f519\u202f127\u00a0€"),
        (None, ""),
    ],
)
def test_euros_round_rounds_and_never_cuts(cents, text):
    assert french.euros_round(cents) == text


def test_amount_sets_the_cents_apart():
    assert french.amount(1_060) == '10<span class="cents">,60</span>\u00a0€'


def test_amount_marks_what_is_below_zero():
    assert french.amount(-45_000).startswith('<span class="negative">\u2212450<span')
    assert "negative" not in french.amount(45_000)
    assert "negative" in french.amount_round(-45_000)
    assert "negative" not in french.amount_round(0)


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [
        (0, "ligne", "0\u00a0ligne"),
        (1, "ligne", "1\u00a0ligne"),
        (2, "ligne", "2\u00a0lignes"),
        (1159, "ligne", "1\u202f159\u00a0lignes"),
        (3, "total,totaux", "3\u00a0totaux"),
        (1, "total,totaux", "1\u00a0total"),
    ],
)
def test_counted_agrees_in_number(number, noun, text):
    assert french.counted(number, noun) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (23, 100, "23\u00a0%"),
        (1, 1000, "<\u00a01\u00a0%"),
        (0, 1000, "0\u00a0%"),
        (5, 1000, "1\u00a0%"),
        (-20, 100, "\u221220\u00a0%"),
        (10, 0, "—"),
        (None, 100, "—"),
    ],
)
def test_percent_is_a_share_in_whole_points(part, whole, text):
    assert french.percent(part, whole) == text


@pytest.mark.parametrize(
    ("noted", "read"),
    [
        ("page numérisée : texte reconnu", "page numérisée\u202f: texte reconnu"),
        (
            "laissé de côté : « DUPRÉ », p. 3 ; à voir !",
            "laissé de côté\u202f: «\u202fDUPRÉ\u202f», p. 3\u202f; à voir\u202f!",
        ),
        ("à 14:30, voir http://exemple.fr/a?b", "à 14:30, voir http://exemple.fr/a?b"),
        ("déjà fait\u202f: rien", "déjà fait\u202f: rien"),
        ("un total de 1 194 133,34 € pour 2023", "un total de 1\u202f194\u202f133,34\u00a0€ pour 2023"),
        ("en 2023 150 places, 12 34", "en 2023 150 places, 12 34"),
    ],
)
def test_typeset_gives_notes_their_thin_spaces(noted, read):
    assert french.typeset(noted) == read


@pytest.mark.parametrize(
    ("text", "length", "shown"),
    [
        ("Aide aux associations", 21, "Aide aux associations"),
        ("Aide aux associations", 20, "Aide aux…"),
        ("Aide aux associations", 9, "Aide aux…"),
        ("Aide, aux associations", 8, "Aide…"),
        ("Intercommunalité", 8, "Interco…"),
        ("", 8, ""),
    ],
)
def test_clip_cuts_at_the_end_of_a_word(text, length, shown):
    assert french.clip(text, length) == shown


def test_count_parts_the_thousands():
    assert french.count(1159) == "1\u202f159"
    assert french.count(-450) == "\u2212450"
    assert french.count(None) == ""


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [(0, "ligne", "0 ligne"), (-2, "ligne", "−2 lignes"), (2, "total,totaux", "2 totaux"), (30, "FAL", "30 FAL")],
)
def test_a_counted_noun_agrees_and_initials_do_not(number, noun, text):
    assert french.counted(number, noun) == text.replace(" ", "\u00a0")


def test_long_date_is_french_and_is_not_cut():
    assert french.long_date(date(2025, 6, 16)) == "16\u00a0juin\u00a02025"
    assert french.long_date(date(2022, 7, 1)) == "1er\u00a0juillet\u00a02022"
    assert french.long_date(None) == ""


def test_a_moment_is_told_by_the_day_and_the_time_of_here():
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)

    assert french.long_date(late) == "1er\u00a0décembre\u00a02026"
    assert french.long_moment(late) == "1er\u00a0décembre\u00a02026, 00:30"
    assert french.long_moment(late, " à ") == "1er\u00a0décembre\u00a02026 à 00:30"
    assert french.long_moment(None) == ""


def test_every_template_tells_days_in_one_way():
    """Django's `date` says « 1 décembre », and lets a line end between the day and its month."""
    texts = {path: path.read_text() for path in Path(settings.BASE_DIR, "templates").rglob("*.*")}

    assert len(texts) > 100
    assert [path.name for path, text in texts.items() if re.search(r'\|date:"j F Y', text)] == []


@pytest.mark.parametrize(
    ("cents", "told"),
    [
        (1250000, "12\u202f500\u00a0€"),
        (1250050, "12\u202f500,50\u00a0€"),
        (-45000, "−450\u00a0€"),
        (0, "0\u00a0€"),
        (1, "0,01\u00a0€"),
    ],
)
def test_cents_are_told_where_there_are_some(cents, told):
    assert french.euros_told(cents) == told
