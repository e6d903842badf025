"""Every parameter of the question: what it asks, and how it refuses a value that makes no sense."""

import pytest
from django.http import QueryDict

from grants.models import GrantLine
from grants.querysets import SORTS
from grants.questions.criteria import address_of, loosened, phrases, replaced, sentence, sort_links, without
from grants.questions.fields import MAX_VALUES, QUESTION_MAX_LENGTH
from grants.questions.filters import GrantLineFilter
from tests.builders import a_commune, a_deliberation, a_department, a_line, a_programme, a_territory, an_operator

pytestmark = pytest.mark.django_db


def ask(query: str) -> GrantLineFilter:
    return GrantLineFilter(QueryDict(query), queryset=GrantLine.objects.counted())


def answer(query: str) -> set[GrantLine]:
    question = ask(query)
    assert question.is_valid(), question.mistakes
    return set(question.qs)


def mistakes(query: str) -> dict[str, str]:
    question = ask(query)
    assert not question.is_valid()
    return dict(question.mistakes)


def test_no_parameter_asks_for_every_line_that_counts():
    line = a_line()
    a_line(deliberation=a_deliberation(published=False))

    assert answer("") == {line}
    assert answer("q=&annee=&montant_min=&departement=") == {line}


def test_each_name_is_a_parameter_whose_values_are_joined_by_or():
    north, south = a_department(), a_department("Pas-de-Calais", code="62")
    artois, calaisis = a_territory("Artois", department=south), a_territory("Calaisis", department=south)
    programme = a_programme("Parcours", department=south)
    referent = a_programme("Référent", parent=programme)
    lens = a_commune("Lens", code="62498", department=south)
    one = a_line(deliberation=a_deliberation(department=north), operator=an_operator("Un"), programme=None)
    act = a_deliberation(department=south)
    two = a_line(
        deliberation=act, operator=an_operator("Deux"), territory=artois, programme=programme, subprogramme=referent
    )
    three = a_line(
        deliberation=act, operator=an_operator("Trois"), territory=calaisis, programme=programme, commune=lens
    )

    assert answer("departement=59") == {one}
    assert answer("departement=59&departement=62") == {one, two, three}
    assert answer(f"territoire={artois.pk}") == {two}
    assert answer(f"territoire={artois.pk}&territoire={calaisis.pk}") == {two, three}
    assert answer(f"programme={programme.pk}") == {two, three}
    assert answer(f"operation={referent.pk}") == {two}
    assert answer(f"operateur={one.operator_id}&operateur={three.operator_id}") == {one, three}
    assert answer("commune=62498") == {three}
    assert answer(f"departement=59&territoire={artois.pk}") == set()


def test_years_are_printed_ones_or_none():
    first, second, undated = a_line(year=2022), a_line(year=2023), a_line(year=None)

    assert answer("annee=2022") == {first}
    assert answer("annee=2022&annee=2023") == {first, second}
    assert answer("annee=sans") == {undated}
    assert answer("annee=2023&annee=sans") == {second, undated}
    assert answer("annee=1999") == set()


@pytest.mark.parametrize(
    "text", ["1234.56", "1234,56", "1 234,56", "1\u202f234,56 €", "1\u00a0234,56\u00a0€", "+1234,56"]
)
def test_an_amount_is_read_as_french_people_write_it(text):
    exact, above = a_line(amount="1234.56"), a_line(amount="1234.57")

    question = ask("")
    question.data = question.data.copy()
    question.data["montant_max"] = text

    assert question.is_valid(), question.mistakes
    assert set(question.qs) == {exact}
    assert above in GrantLine.objects.all()


def test_amounts_below_zero_are_between_their_bounds():
    withdrawn, nothing, given = a_line(amount="-450"), a_line(amount="0"), a_line(amount="450")

    assert answer("montant_min=0") == {nothing, given}
    assert answer("montant_max=0") == {withdrawn, nothing}
    assert answer("montant_min=%E2%88%92450&montant_max=-1") == {withdrawn}


def test_free_text_is_matched_by_the_search():
    line = a_line(operator=an_operator("École de la deuxième chance"))
    a_line(operator=an_operator("Voisins"))

    assert answer("q=ecole+chance") == {line}


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("q=%3F%21", "Mots"),
        (f"q={'a' * (QUESTION_MAX_LENGTH + 1)}", "Mots"),
        ("q=a%00b", "Mots"),
        ("annee=abc", "Année"),
        ("annee=2023&annee=20233", "Année"),
        ("annee=%D9%A2%D9%A0%D9%A2%D9%A3", "Année"),
        ("annee=0", "Année"),
        ("departement=99", "Département"),
        ("departement=59%00", "Département"),
        ("territoire=abc", "Territoire"),
        ("territoire=999999", "Territoire"),
        ("programme=99999999999999999999999", "Programme"),
        ("operation=-1", "Opération"),
        ("operateur=1.5", "Opérateur"),
        ("commune=00000", "Commune du siège"),
        ("montant_min=beaucoup", "Montant minimal"),
        ("montant_min=NaN", "Montant minimal"),
        ("montant_max=1e999", "Montant maximal"),
        ("montant_max=99999999999999999999", "Montant maximal"),
        ("montant_min=10&montant_max=9", "Montant minimal"),
        ("tri=hasard", "Tri"),
        ("page=0", "Page"),
        ("page=deux", "Page"),
        ("page=1.5", "Page"),
        ("operateur=" + "&operateur=".join(map(str, range(MAX_VALUES + 1))), "Opérateur"),
    ],
)
def test_a_value_without_sense_is_named_and_not_answered(query, label):
    a_line()

    assert list(mistakes(query)) == [label]
    assert mistakes(query)[label].endswith(".")


def test_what_only_drafts_name_is_unknown():
    hidden = a_line(deliberation=a_deliberation(published=False), operator=an_operator("Secret"))

    assert "Opérateur" in mistakes(f"operateur={hidden.operator_id}")


def test_every_sort_can_be_asked_for():
    assert set(ask("").form.fields["tri"].choices and dict(ask("").form.fields["tri"].choices)) - {""} == set(SORTS)


def test_sentence_says_every_criterion_in_french():
    department = a_department("Pas-de-Calais", code="62")
    programme = a_programme("Parcours", department=department)
    line = a_line(
        deliberation=a_deliberation(department=department),
        operator=an_operator("MJEP"),
        territory=a_territory("Artois", department=department),
        programme=programme,
        subprogramme=a_programme("Référent solidarité", parent=programme),
        commune=a_commune("Lens", code="62498", department=department),
        year=2025,
    )
    question = ask(
        f"departement=62&operateur={line.operator_id}&commune=62498&territoire={line.territory_id}&programme="
        f"{programme.pk}&operation={line.subprogramme_id}&annee=2024&annee=2025&montant_min=0&montant_max=12,5&q=rsa"
    )

    assert question.is_valid(), question.mistakes
    assert sentence(phrases(question)).replace("\u202f", " ").replace("\u00a0", " ") == (
        "Subventions votées par le département Pas-de-Calais à l’opérateur MJEP, siège dans la commune Lens, pour le"
        " territoire Artois, au titre de Parcours ou Référent solidarité, pour l’année 2024 ou 2025, d’au moins 0 €,"
        " d’au plus 12,50 €, où se lit « rsa »"
    )
    assert sentence(phrases(valid(""))) == "Subventions votées"


def valid(query: str) -> GrantLineFilter:
    question = ask(query)
    assert question.is_valid(), question.mistakes
    return question


def test_each_chip_leads_to_the_question_without_it():
    a_line(deliberation=a_deliberation(department=a_department("Pas-de-Calais", code="62")))
    a_line(deliberation=a_deliberation(department=a_department()))

    chips = [
        chip
        for phrase in phrases(valid("departement=59&departement=62&annee=sans&q=rsa&tri=acte&page=4"))
        for chip in phrase.chips
    ]

    assert [(chip.label.strip("«»\u202f"), chip.address) for chip in chips] == [
        ("Nord", "/subventions/?annee=sans&departement=62&q=rsa&tri=acte"),
        ("Pas-de-Calais", "/subventions/?annee=sans&departement=59&q=rsa&tri=acte"),
        ("sans année imprimée", "/subventions/?departement=59&departement=62&q=rsa&tri=acte"),
        ("rsa", "/subventions/?annee=sans&departement=59&departement=62&tri=acte"),
    ]


def test_addresses_drop_what_is_empty_and_keep_the_order():
    data = QueryDict("q=&b=2&a=1&a=&a=3")

    assert address_of(data) == "/subventions/?a=1&a=3&b=2"
    assert address_of(QueryDict("")) == "/subventions/"
    assert without(data, "a").urlencode() == "q=&b=2"
    assert replaced(QueryDict("a=1&page=3"), "a", "2").urlencode() == "a=2"


def test_sort_links_turn_round_and_say_the_current_order():
    by_amount = {link.label: link for link in sort_links(valid("annee=2023&page=2"))}
    assert by_amount["Montant voté"].direction == "descending"
    assert by_amount["Montant voté"].address == "/subventions/?annee=2023&tri=montant"
    assert by_amount["Opérateur"].direction == ""
    assert by_amount["Opérateur"].address == "/subventions/?annee=2023&tri=operateur"
    assert by_amount["Année"].address == "/subventions/?annee=2023&tri=-annee"

    by_operator = {link.label: link for link in sort_links(valid("tri=operateur"))}
    assert by_operator["Opérateur"].direction == "ascending"
    assert by_operator["Opérateur"].address == "/subventions/?tri=-operateur"
    assert by_operator["Montant voté"].direction == ""
    assert by_operator["Montant voté"].address == "/subventions/"


def test_loosened_names_the_criteria_that_are_in_the_way():
    a_line(year=2022, operator=an_operator("Lens"))
    a_line(year=2022, operator=an_operator("Lens 2"))
    a_line(year=2023, operator=an_operator("Arras"))

    found = loosened(valid("annee=2023&q=lens&montant_min=1"))

    assert [(str(phrase).strip(), address, lines) for phrase, address, lines in found] == [
        (", pour l’année 2023", "/subventions/?montant_min=1&q=lens", 2),
        (", où se lit «\u202flens\u202f»", "/subventions/?annee=2023&montant_min=1", 1),
    ]
