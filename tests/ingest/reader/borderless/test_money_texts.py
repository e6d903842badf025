"""Hints of money: no amount goes without one."""

import itertools

import pytest

from ingest.reader.borderless.money_texts import (
    Text,
    is_money,
    lines_of_money,
    money_hints,
    printed_lines,
    stands_for_nothing,
)
from ingest.reader.records import Box, Word


def hints(text: str) -> int:
    return money_hints([Word(word, Box(0, 0, 1, 1), 9.0) for word in text.split()])


@pytest.mark.parametrize("text", ["1 500", "12,50", "3 €", "45 e", "(7 EUR)", "1.234.567,00", "2'000", "900 euros *"])
def test_every_amount_of_money_has_a_hint_in_one_of_its_words(text):
    assert is_money(text) or "*" in text
    assert hints(text) >= 1


@pytest.mark.parametrize("text", ["12 places", "le 27 juin 2022", "59000 Lille", "article 3"])
def test_other_words_have_none(text):
    assert not is_money(text)
    assert hints(text) == 0


def money_beside_a_name(text: str) -> list[str]:
    places = itertools.accumulate((6 * len(word) + 2 for word in text.split()), initial=200)
    words = [Word(word, Box(x, 10, x + 6 * len(word), 19), 9.0) for word, x in zip(text.split(), places, strict=False)]
    [line] = printed_lines([Word("Judo", Box(50, 10, 70, 19), 9.0), *words])
    return [text.string for text in line.money]


@pytest.mark.parametrize("amount", ["1.700,00-", "2 650,00 €-", "1 250,00-"])
def test_sign_behind_an_amount_is_part_of_it(amount):
    assert money_beside_a_name(amount) == [amount]


@pytest.mark.parametrize(
    "amount", ["deux mille euros (2 000 €)", "mille euros (1 000 €) (1)", "cent euros", "cent euros (100 €) *"]
)
def test_amount_in_words_is_money_with_its_remark(amount):
    assert money_beside_a_name(amount) == [amount]


@pytest.mark.parametrize("text", ["deux mille adhérents (2 000)", "mille euros (1 000 €) pour le club"])
def test_other_words_around_an_amount_are_no_money(text):
    assert money_beside_a_name(text) == []


def test_ordinal_is_no_amount_unlike_cents_or_thousands_before_its_letter():
    assert [is_money(text) for text in ("40e", "3E", "86,00 e", "1 500e", "12500e", "500 e")] == [False] * 2 + [
        True
    ] * 4


@pytest.mark.parametrize(
    ("words", "is_set"),
    [
        ("Judo : 50euros", True),
        ("Judo : 5 keuros", True),
        ("Judo 1 500,00", True),
        ("Article 3 du 27 juin", False),
        ("Monsieur LEURY, leur conseiller", False),
    ],
)
def test_lines_without_a_hint_of_money_are_not_set(words, is_set):
    line = [Word(word, Box(60 * place, 10, 60 * place + 50, 19), 9.0) for place, word in enumerate(words.split())]
    assert lines_of_money(line) == (printed_lines(line) if is_set else [])


@pytest.mark.parametrize(("printed", "nothing"), [("-", True), ("/", True), ("NC", True), ("%", False), ("12", False)])
def test_dashes_and_words_stand_for_no_amount_and_the_sign_of_a_rate_does_not(printed, nothing):
    assert stands_for_nothing(Text(0, 9, (Word(printed, Box(0, 0, 9, 9), 9.0),))) is nothing
