"""Programmes that change name: proposed, tied by a person, shown one beside the other, never mixed."""

import pytest
from django.contrib.auth.models import User

from grants import history
from grants.models import GrantLine, Programme, ProgrammeTie
from grants.programme_ties import chain_of, judge, neighbours, proposals
from tests.builders import a_deliberation, a_department, a_line, a_programme, an_operator

pytestmark = pytest.mark.django_db


def voted(programme: Programme, *years: int, operators: int = 1, **fields) -> Programme:
    level = {"programme": programme.parent, "subprogramme": programme} if programme.parent else {"programme": programme}
    for year in years:
        for number in range(operators):
            a_line(**level, year=year, operator=an_operator(f"Opérateur {number}"), amount="100.00", **fields)
    return programme


def names(programme: Programme) -> list[str]:
    return [link.programme.name for link in chain_of(programme, GrantLine.objects.counted())]


def proposed() -> list[tuple[str, str]]:
    return [(one.earlier.programme.name, one.later.programme.name) for one in proposals()]


def test_a_chain_holds_every_name_in_the_order_of_years_with_its_own_figures():
    first = voted(a_programme("Parcours IAE"), 2021, 2022)
    third = voted(a_programme("Emploi solidaire"), 2024)
    second = voted(a_programme("Parcours insertion"), 2023)
    judge(first, second, "same")
    judge(second, third, "same")

    for programme in (first, second, third):
        assert names(programme) == ["Parcours IAE", "Parcours insertion", "Emploi solidaire"]
    chain = chain_of(second, GrantLine.objects.counted())
    assert [(link.first_year, link.last_year, link.amount_cents) for link in chain] == [
        (2021, 2022, 20_000),
        (2023, 2023, 10_000),
        (2024, 2024, 10_000),
    ]
    before, after = neighbours(second, chain)
    assert ([link.programme for link in before], [link.programme for link in after]) == ([first], [third])


def test_a_name_that_only_drafts_print_is_in_no_public_chain():
    first, second = voted(a_programme("Parcours IAE"), 2022), a_programme("Parcours insertion")
    a_line(programme=second, deliberation=a_deliberation(published=False), year=2023)
    judge(first, second, "same")

    assert names(first) == []


def test_a_tie_is_dated_signed_and_taken_back():
    author = User.objects.create_user("agente")
    first, second = voted(a_programme("Parcours IAE"), 2022), voted(a_programme("Parcours insertion"), 2023)
    version = history.current().number

    tie = judge(first, second, "same", author=author, word="Rapport de 2023, page 4.")

    assert (tie.author, tie.word, bool(tie.at)) == (author, "Rapport de 2023, page 4.", True)
    assert history.current().number > version
    judge(first, second, "")
    assert names(first) == []
    assert ProgrammeTie.objects.get().verdict == ""


def test_what_cannot_follow_is_refused():
    first, second = a_programme("Parcours IAE"), a_programme("Parcours insertion")
    below = a_programme("Accompagnement", parent=first)
    elsewhere = a_programme("Parcours IAE", department=a_department("Pas-de-Calais", code="62"))
    judge(first, second, "same")

    for earlier, later, sentence in (
        (first, first, "sa propre suite"),
        (second, first, "vient déjà avant"),
        (first, elsewhere, "deux départements"),
        (first, below, "deux niveaux"),
    ):
        with pytest.raises(ValueError, match=sentence):
            judge(earlier, later, "same")
    assert ProgrammeTie.objects.count() == 1


def test_close_names_or_shared_operators_of_successive_years_are_proposed():
    voted(a_programme("Parcours IAE"), 2021, 2022)
    voted(a_programme("Parcours IAE renforcé"), 2023)
    voted(a_programme("Ateliers et chantiers"), 2022, operators=4)
    voted(a_programme("Emploi solidaire"), 2023, operators=4)

    found = proposed()

    assert ("Parcours IAE", "Parcours IAE renforcé") in found
    assert ("Ateliers et chantiers", "Emploi solidaire") in found
    assert "4\u00a0opérateurs en commun sur 4" in next(
        reason for one in proposals() for reason in one.reasons if one.later.programme.name == "Emploi solidaire"
    )


def test_names_of_the_same_years_other_levels_or_other_departments_are_not_proposed():
    parent = voted(a_programme("Parcours IAE"), 2022)
    voted(a_programme("Parcours IAE renforcé"), 2022)
    voted(a_programme("Parcours IAE", parent=parent), 2023)
    away = a_department("Pas-de-Calais", code="62")
    voted(a_programme("Parcours IAE", department=away), 2023, deliberation=a_deliberation(department=away))
    voted(a_programme("Culture"), 2023)

    assert proposed() == []


def test_a_number_given_anew_each_year_is_no_part_of_the_name():
    voted(a_programme("Opération 8 : Accompagner autrement"), 2023)
    voted(a_programme("Opération 13 :Accompagner autrement"), 2025)
    voted(a_programme("Opération 8 : Évaluation des compétences"), 2025)

    [proposal] = proposals()

    assert (proposal.later.programme.name, proposal.score) == ("Opération 13 :Accompagner autrement", 60)


@pytest.mark.parametrize("verdict", ["same", "different", "later"])
def test_what_was_judged_is_not_proposed_again(verdict):
    first, second = voted(a_programme("Parcours IAE"), 2022), voted(a_programme("Parcours IAE renforcé"), 2023)
    assert proposed() == [("Parcours IAE", "Parcours IAE renforcé")]

    judge(first, second, verdict)
    assert proposed() == []

    judge(first, second, "")
    assert len(proposed()) == 1


def test_the_public_page_tells_the_names_and_mixes_no_figures(client):
    first = voted(a_programme("Parcours IAE"), 2021, 2022)
    second = voted(a_programme("Parcours insertion"), 2023)
    assert "Sous tous ses intitulés" not in client.get(first.get_absolute_url()).content.decode()
    judge(first, second, "same")

    page = client.get(second.get_absolute_url()).content.decode()

    assert f'S’appelait <a href="{first.get_absolute_url()}">Parcours IAE</a> jusqu’en 2022.' in page
    assert f"?programme={first.pk}&amp;programme={second.pk}" in page
    assert "300\u00a0€" in page
    assert "depuis 2023" in client.get(first.get_absolute_url()).content.decode()
    listed = client.get(f"/subventions/?programme={second.pk}").content.decode()
    assert "Parcours IAE</" not in listed.split("<tbody")[1]


def test_operations_have_chains_too(client):
    parent = a_programme("Insertion")
    first = voted(a_programme("Chantiers", parent=parent), 2022)
    second = voted(a_programme("Ateliers et chantiers", parent=parent), 2023)
    judge(first, second, "same")

    assert names(first) == ["Chantiers", "Ateliers et chantiers"]
    page = client.get(second.get_absolute_url()).content.decode()
    assert f"?operation={first.pk}&amp;operation={second.pk}" in page
