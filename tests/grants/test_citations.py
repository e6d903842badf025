"""Sentences ready to paste: exact amounts, years and acts in French, at most six acts by name."""

import pytest

from grants.citations import act_sentence, acts_told, answer_sentence, line_sentence, listed, total_sentence, years_told
from grants.figures.stats import summary
from tests.builders import a_deliberation, a_department, a_line

SPACES = str.maketrans({"\u202f": " ", "\u00a0": " "})


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ((), ""),
        ((2023,), "pour 2023"),
        ((2025, 2023, 2023), "pour 2023 et 2025"),
        ((2022, 2023), "pour 2022 et 2023"),
        ((2022, 2023, 2024), "pour 2022 à 2024"),
        ((2020, 2022, 2023), "pour 2020, 2022 et 2023"),
    ],
)
def test_years_are_told_without_hiding_a_missing_one(years, told):
    assert years_told(years) == told


@pytest.mark.parametrize(
    ("texts", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")]
)
def test_lists_are_joined_in_french(texts, told):
    assert listed(texts) == told


@pytest.mark.django_db
def test_acts_are_named_oldest_first_and_counted_where_they_are_many():
    pas_de_calais = a_department("Pas-de-Calais", code="62")
    acts = [a_deliberation(number=f"2023-{number}", department=pas_de_calais) for number in range(1, 8)]

    assert acts_told(acts[1::-1]).translate(SPACES) == "Pas-de-Calais, délibérations n° 2023-1 et 2023-2"
    assert acts_told([acts[0], a_deliberation(number="7")]).translate(SPACES).startswith("Nord et Pas-de-Calais, ")
    assert acts_told(acts).translate(SPACES) == "Pas-de-Calais, 7 délibérations"


@pytest.mark.django_db
def test_a_total_without_a_year_is_told_without_one():
    act = a_deliberation(number="2023-1")
    a_line(amount=1)

    told = total_sentence("Arc", summary(act.lines.all()), years=(), acts=[act])

    assert told.translate(SPACES) == "Arc : 1 € votés (1 ligne imprimée ; Nord, délibération n° 2023-1)."


@pytest.mark.django_db
def test_what_a_sum_takes_back_is_told_with_it():
    act = a_deliberation(number="2023-1")
    a_line(amount=-400)
    taken_back = summary(act.lines.all())
    a_line(amount=1000)
    netted = summary(act.lines.all())

    told = total_sentence("Arc", netted, years=(2023,), acts=[act]).translate(SPACES)
    alone = total_sentence("Arc", taken_back, years=(2023,), acts=[act]).translate(SPACES)

    assert told.startswith("Arc : 600 € votés pour 2023, dont −400 € de retraits (2 lignes imprimées ; ")
    assert alone.startswith("Arc : retrait de 400 € voté pour 2023 (1 ligne imprimée ; ")
    assert (
        answer_sentence("Nord", netted).translate(SPACES)
        == "Nord : 600 €, dont −400 € de retraits (2 lignes imprimées)."
    )


@pytest.mark.django_db
def test_a_line_without_operator_is_named_by_its_action():
    line = a_line(
        deliberation=a_deliberation(number="2023-1", session_date=None), operator=None, action="Aide", year=None, line=4
    )

    told = line_sentence(line).translate(SPACES)

    assert told == "Aide : 12 500 € votés (Nord, délibération n° 2023-1, page 3 du fichier, ligne 4)."


@pytest.mark.django_db
def test_an_act_is_told_with_what_it_prints_only():
    whole = a_deliberation(number="2023-1", title="Appel à projets.")
    bare = a_deliberation(number="2023-2", title="", body="", session_date=None)

    told = "Nord, Conseil départemental, délibération n° 2023-1 du 26 juin 2023 : « Appel à projets »."
    assert act_sentence(whole).translate(SPACES) == told
    assert act_sentence(bare).translate(SPACES) == "Nord, délibération n° 2023-2."
