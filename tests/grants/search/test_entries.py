"""Which page a name leads to: the very name first, drafts nowhere."""

import pytest
from django.core.management import call_command

from grants.corrections import set_seat
from grants.models import GrantLine, Operator, SearchEntry
from grants.operators.merging import merge, part
from grants.search import entries
from tests.builders import (
    a_commune,
    a_commune_name,
    a_deliberation,
    a_department,
    a_line,
    a_programme,
    a_territory,
    an_operator,
)

pytestmark = pytest.mark.django_db


def found(question: str, **options) -> dict[str, list[str]]:
    return {
        kind: [str(one.thing) for one in answers] for kind, answers in entries.find(question, 10, **options).items()
    }


def test_each_kind_of_page_is_found_by_its_name():
    lens = a_commune("Lens", code="62498", postcodes="62300")
    a_line(
        deliberation=a_deliberation(number="2023/177"),
        operator=an_operator("Mission locale de Lens", commune=lens),
        programme=a_programme("Parcours IAE"),
        territory=a_territory("Lens-Liévin"),
    )

    assert found("lens") == {
        "commune": ["Lens"],
        "territory": ["Lens-Liévin"],
        "operator": ["Mission locale de Lens"],
    }
    assert found("iae") == {"programme": ["Parcours IAE"]}
    assert found("nord")["department"] == ["Nord"]
    assert found("2023-177") == {"act": ["Nord – 2023/177"]}
    assert found("59-2023-177") == {"act": ["Nord – 2023/177"]}


@pytest.mark.parametrize(
    "question", ["62300", "62 300", "62498", "LENS", "Lens CEDEX 2", "62303 Lens Cedex", "lens 62300"]
)
def test_a_town_is_found_by_its_codes_and_every_writing(question):
    lens = a_commune("Lens", code="62498", postcodes="62300 62302")
    a_commune("Liévin", code="62510", postcodes="62800")

    assert [one.thing for one in entries.find(question, 5)["commune"]] == [lens]


@pytest.mark.parametrize("question", ["Bruay en Artois", "BRUAY-EN-ARTOIS"])
def test_a_town_is_found_by_a_name_of_before_which_is_said(question):
    town = a_commune("Bruay-la-Buissière", code="62178")
    a_commune_name("Bruay-en-Artois", commune=town, kind="ancienne commune")

    (one,) = entries.find(question, 5)["commune"]

    assert (one.thing, one.name, one.note) == (town, "Bruay-en-Artois", "ancienne commune")


def test_the_very_name_comes_first():
    a_commune("Saint-Pol-sur-Ternoise", code="62767")
    a_commune("Saint-Pol", code="62999")

    first, second = entries.find("St Pol", 5)["commune"]

    assert (first.thing.name, first.exact, second.exact) == ("Saint-Pol", True, False)


def test_a_name_that_holds_the_words_comes_before_those_found_by_their_town():
    tourcoing = a_commune("Tourcoing", code="59599", postcodes="59200")
    for name in ("Afev", "Fcp", "CCAS de Tourcoing", "Tourcoing Jazz Festival"):
        a_line(operator=an_operator(name, commune=tourcoing))

    for typed in ("tourc", "Tourcoing"):
        answers = found(typed, typing=True)["operator"]
        assert answers == ["Tourcoing Jazz Festival", "CCAS de Tourcoing", "Fcp", "Afev"]


def test_an_operator_is_found_without_its_spaces_and_by_every_printed_name():
    operator = an_operator("Cap Mobil")
    operator.names.create(name="Capmobilité Nord")
    entries.index([operator])
    a_line(operator=operator)

    for question in ("CAP'MOBIL", "capmobil", "mobil cap", "capmobilité"):
        assert found(question)["operator"] == ["Cap Mobil"], question
    assert entries.find("capmobil", 5)["operator"][0].exact


def test_a_last_word_being_typed_is_the_beginning_of_a_word():
    a_line(operator=an_operator("Afeji"), programme=None)

    assert found("af") == {}
    assert found("af", typing=True) == {"operator": ["Afeji"]}


def test_drafts_are_found_by_nobody():
    act = a_deliberation(published=False, number="2024/9")
    a_line(
        deliberation=act,
        operator=an_operator("Secret"),
        programme=a_programme("Secret"),
        territory=a_territory("Secret"),
        subprogramme=None,
    )

    assert found("secret") == found("2024/9") == {}


def test_what_is_gone_leads_nowhere():
    operator = an_operator("Parti", commune=None)
    Operator.objects.filter(pk=operator.pk).delete()

    assert SearchEntry.objects.filter(name="Parti").exists()
    assert found("parti") == {}


def test_a_renamed_thing_loses_its_name_of_before():
    operator = an_operator("Ancien")
    a_line(operator=operator)
    operator.name = "Nouveau"
    operator.save()
    operator.names.all().delete()
    entries.index([operator])

    assert found("ancien") == {}
    assert found("nouveau") == {"operator": ["Nouveau"]}


def test_an_operator_follows_its_seat():
    operator = an_operator("Alpha")
    a_line(operator=operator)
    set_seat(operator, a_commune("Douai", code="59178", postcodes="59500"))

    assert found("alpha douai") == found("alpha 59500") == {"operator": ["Alpha"]}


def test_rebuilding_writes_the_same():
    a_line(operator=an_operator("Alpha", commune=a_commune()), territory=a_territory())
    a_commune_name("Douzies", commune=a_commune())
    before = set(SearchEntry.objects.values_list("kind", "thing", "name", "note", "key", "search_text"))

    assert entries.rebuild() == len(before)
    assert set(SearchEntry.objects.values_list("kind", "thing", "name", "note", "key", "search_text")) == before


def test_two_departments_are_told_apart():
    for name, code in (("Nord", "59"), ("Pas-de-Calais", "62")):
        department = a_department(name, code=code)
        a_line(
            deliberation=a_deliberation(department=department, number="12"),
            territory=a_territory("Artois", department=department),
        )

    assert len(entries.find("artois", 5)["territory"]) == 2
    assert found("artois pas de calais")["territory"] == ["Artois"]


@pytest.mark.parametrize("number", [1, 25])
def test_queries_do_not_grow_with_the_names(django_assert_num_queries, number):
    for index in range(number):
        a_line(operator=an_operator(f"Maison {index}"), programme=a_programme(f"Maison {index}"))

    with django_assert_num_queries(3):
        assert len(entries.find("maison", 30)["operator"]) == number


def test_the_command_writes_lines_and_names_again(capsys):
    line = a_line(operator=an_operator("Alpha"))
    GrantLine.objects.update(search_text="")
    SearchEntry.objects.all().delete()

    call_command("rebuild_search")

    assert list(GrantLine.objects.matching("alpha")) == [line]
    assert found("alpha") == {"operator": ["Alpha"]}
    assert "Recherche refaite\u202f: 1 lignes" in capsys.readouterr().out


def test_united_operators_are_found_under_every_name_and_parted_again():
    gone, kept = an_operator("Alpha Services"), an_operator("Bêta")
    a_line(operator=gone)
    a_line(operator=kept)

    merge(gone, kept)
    assert found("alpha") == found("beta") == {"operator": ["Bêta"]}

    part(Operator.objects.get(pk=gone.pk))
    assert found("alpha") == {"operator": ["Alpha Services"]}
    assert found("beta") == {"operator": ["Bêta"]}
