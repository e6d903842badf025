"""Each verb in two halves: what must be in, what must not."""

from datetime import UTC, date, datetime

import pytest

from grants.models import (
    Change,
    Commune,
    Deliberation,
    Department,
    GrantLine,
    Operator,
    OperatorPair,
    Programme,
    Territory,
)
from grants.operators import merging
from grants.querysets import SORTS
from tests.builders import a_commune, a_deliberation, a_department, a_line, a_programme, a_territory, an_operator

pytestmark = pytest.mark.django_db


def test_published_leaves_drafts_out():
    public = a_deliberation()
    draft = a_deliberation(published=False)

    assert list(Deliberation.objects.published()) == [public]
    assert draft in Deliberation.objects.all()


def test_counted_leaves_lines_of_drafts_out():
    public = a_line(deliberation=a_deliberation())
    a_line(deliberation=a_deliberation(published=False))

    assert list(GrantLine.objects.counted()) == [public]


def test_standing_holds_drafts_and_no_line_twice():
    first = a_line(deliberation=a_deliberation())
    drafted = a_line(deliberation=a_deliberation(published=False))
    a_line(deliberation=a_deliberation(replaced_by=first.deliberation))
    a_line(deliberation=a_deliberation(published=False, rectifies=first.deliberation, rectification="replaces"))
    added = a_line(
        deliberation=a_deliberation(published=False, rectifies=first.deliberation, rectification="completes")
    )

    assert set(GrantLine.objects.standing()) == {first, drafted, added}
    assert first not in GrantLine.objects.of_drafts()
    assert drafted in GrantLine.objects.of_drafts()


def test_lines_are_dated_by_their_last_change():
    changed, as_read, other = a_line(), a_line(), a_line()
    for line, day in ((changed, 1), (changed, 3), (changed, 2), (other, 4)):
        at = datetime(2026, 11, day, tzinfo=UTC)
        Change.objects.create(deliberation=line.deliberation, line_pk=line.pk, kind="corrected", version=day, at=at)

    dated = dict(Change.objects.dated_by_line(changed.pk, as_read.pk))

    assert dated == {changed.pk: datetime(2026, 11, 3, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("model", "field", "build"),
    [
        (Operator, "operator", an_operator),
        (Territory, "territory", a_territory),
        (Programme, "programme", a_programme),
    ],
)
def test_public_knows_what_a_published_line_names(model, field, build):
    known, drafted, unused = build("Lens"), build("Arras"), build("Calais")
    a_line(deliberation=a_deliberation(), **{field: known, "year": 2022})
    a_line(deliberation=a_deliberation(), **{field: known, "year": 2023})
    a_line(deliberation=a_deliberation(published=False), **{field: drafted})

    public = model.objects.public().filter(name__in=["Lens", "Arras", "Calais"])

    assert list(public) == [known]
    assert unused not in public


def test_public_knows_headings_of_the_lower_level():
    programme = a_programme("Parcours")
    operation, drafted = a_programme("Référent", parent=programme), a_programme("Autre", parent=programme)
    a_line(programme=programme, subprogramme=operation)
    a_line(deliberation=a_deliberation(published=False), programme=programme, subprogramme=drafted)

    assert set(Programme.objects.public()) == {programme, operation}


def test_headings_of_each_level():
    programme = a_programme("Parcours")
    operation = a_programme("Référent", parent=programme)

    assert list(Programme.objects.of_upper_level()) == [programme]
    assert list(Programme.objects.of_lower_level()) == [operation]


def test_public_knows_departments_and_towns():
    voted, silent = a_department(), a_department("Pas-de-Calais", code="62")
    seat, elsewhere = a_commune(), a_commune("Lens", code="62498", department=silent)
    a_line(deliberation=a_deliberation(department=voted), commune=seat)

    assert list(Department.objects.public()) == [voted]
    assert list(Commune.objects.public()) == [seat]
    assert elsewhere in Commune.objects.all()


def test_naming_leaves_out_lines_where_it_is_not_known():
    known, unknown = a_line(operator=an_operator()), a_line(operator=None, territory=a_territory())

    assert set(GrantLine.objects.naming("operator")) == {known}
    assert set(GrantLine.objects.naming("territory")) == {unknown}


def test_numbered_asks_for_rows_of_an_act_in_its_order():
    act = a_deliberation()
    third, first, other = (a_line(deliberation=act, line=number) for number in (3, 1, 2))
    later = a_line(deliberation=act, line=1, year=first.year + 1)

    assert list(act.lines.numbered(3, 1)) == [first, later, third]
    assert other not in act.lines.numbered(3, 1)


def test_an_exercise_is_known_by_a_printed_year_or_a_session():
    act, undated = a_deliberation(), a_deliberation(session_date=None)
    printed, voted = (a_line(year=year, deliberation=act) for year in (2022, None))
    unknown = a_line(year=None, deliberation=undated)

    assert set(GrantLine.objects.of_known_exercise()) == {printed, voted}
    assert set(GrantLine.objects.of_unknown_exercise()) == {unknown}


def test_apart_leaves_out_what_was_merged_and_successor_of_gives_where_it_went():
    kept, gone, other = an_operator("Lens"), an_operator("Lens (ancien)"), an_operator("Arras")
    gone.merged_into = kept
    gone.save()

    assert set(Operator.objects.apart()) == {kept, other}
    assert list(Operator.objects.successor_of(gone.pk)) == [kept]
    assert not Operator.objects.successor_of(kept.pk)


def test_with_siret_of_gives_the_others_that_bear_the_number_today():
    asked, same, gone = (an_operator(name, siret="26590002300015") for name in ("Un", "Deux", "Trois"))
    unnumbered, other = an_operator("Quatre"), an_operator("Cinq")
    gone.merged_into = same
    gone.save()

    assert set(Operator.objects.with_siret_of(asked)) == {same}
    assert other not in Operator.objects.with_siret_of(unnumbered)


def test_not_compared_are_those_for_which_a_search_is_due():
    new, gone = an_operator("Un"), an_operator("Deux")
    an_operator("Trois", compared=True)
    gone.merged_into = new
    gone.save()

    assert set(Operator.objects.not_compared()) == {new}


def test_pairs_named_hold_the_letters_in_either_name():
    lens, arras, calais = an_operator("Mission Lens"), an_operator("Mission Arras"), an_operator("Calais")
    first = OperatorPair.objects.create(first=lens, second=arras)
    second = OperatorPair.objects.create(first=arras, second=calais)

    assert set(OperatorPair.objects.named("missionarras")) == {first, second}
    assert set(OperatorPair.objects.named("lens")) == {first}


def test_decided_pairs_are_those_of_which_somebody_spoke():
    lens, arras, calais = an_operator("Lens"), an_operator("Arras"), an_operator("Calais")
    said = OperatorPair.objects.create(first=lens, second=arras, verdict="later")
    silent = OperatorPair.objects.create(first=lens, second=calais)

    assert list(OperatorPair.objects.decided()) == [said]
    assert silent in OperatorPair.objects.waiting()


def test_merges_in_force_are_those_that_nobody_undid():
    kept, gone = an_operator("Lens"), an_operator("Lens (ancien)")
    undone = merging.merge(gone, kept)
    merging.undo(undone)
    again = merging.merge(gone, kept)

    assert list(gone.merges.in_force()) == [again]


def test_drafts_and_the_act_of_a_file():
    draft, published = a_deliberation(published=False, sha256="a" * 64), a_deliberation(sha256="b" * 64)

    assert list(Deliberation.objects.drafts()) == [draft]
    assert list(Deliberation.objects.of_file("b" * 64)) == [published]


def test_by_operator_and_places_take_several_values():
    lens, arras, calais = an_operator("Lens"), an_operator("Arras"), an_operator("Calais")
    one, two, three = a_line(operator=lens), a_line(operator=arras), a_line(operator=calais)
    artois = a_territory("Artois")
    placed = a_line(operator=calais, territory=artois, commune=a_commune())

    assert set(GrantLine.objects.by_operator(lens, arras)) == {one, two}
    assert set(GrantLine.objects.in_territory(artois)) == {placed}
    assert set(GrantLine.objects.in_commune("59392")) == {placed}
    assert three not in GrantLine.objects.by_operator(lens, arras)


def test_in_department_is_who_voted():
    nord = a_line(deliberation=a_deliberation())
    other = a_line(deliberation=a_deliberation(department=a_department("Pas-de-Calais", code="62")))

    assert list(GrantLine.objects.in_department("59")) == [nord]
    assert other not in GrantLine.objects.in_department("59")


def test_under_programme_holds_its_subprogrammes():
    programme = a_programme("Parcours")
    subprogramme = a_programme("Référent", parent=programme)
    above, below = a_line(programme=programme), a_line(programme=programme, subprogramme=subprogramme)
    outside = a_line(programme=a_programme("Logement"))

    assert set(GrantLine.objects.under_programme(programme)) == {above, below}
    assert set(GrantLine.objects.under_programme(subprogramme)) == {below}
    assert outside not in GrantLine.objects.under_programme(programme, subprogramme)


def test_amount_bounds_hold_their_ends():
    withdrawn, small, large = a_line(amount="-450"), a_line(amount="100.00"), a_line(amount="100.01")

    assert set(GrantLine.objects.at_least(100_01)) == {large}
    assert set(GrantLine.objects.at_least(100_00)) == {small, large}
    assert set(GrantLine.objects.at_most(100_00)) == {withdrawn, small}
    assert set(GrantLine.objects.at_most(-450_00)) == {withdrawn}


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_keeps_equal_lines_in_one_order(sort):
    act = a_deliberation()
    bare = {"year": None, "places": None, "programme": None, "operator": None}
    equal = [a_line(deliberation=act, amount=100, **bare) for _ in range(3)]
    other = a_line(deliberation=act, amount=200, year=2023, places=5)

    everything = list(GrantLine.objects.sorted_by(sort))

    assert [line for line in everything if line != other] == equal
    assert [line for place in range(4) for line in GrantLine.objects.sorted_by(sort)[place : place + 1]] == everything


def test_sorts_go_the_way_they_say():
    old = a_line(deliberation=a_deliberation(session_date=date(2022, 6, 27)), amount=300, year=2022, places=None)
    new = a_line(deliberation=a_deliberation(session_date=date(2025, 6, 16)), amount=-10, year=2025, places=7)

    def order(sort):
        return list(GrantLine.objects.sorted_by(sort))

    assert order("-montant") == order("montant")[::-1] == [old, new]
    assert list(GrantLine.objects.largest_first()) == [old, new]
    assert order("annee") == order("-annee")[::-1] == [old, new]
    assert order("acte") == [new, old]
    assert order("places") == order("-places") == [new, old]  # what is not printed comes last, both ways


def test_with_context_leaves_nothing_to_ask(django_assert_num_queries):
    a_line(territory=a_territory(), commune=a_commune())

    with django_assert_num_queries(1):
        line = GrantLine.objects.with_context().get()
        assert [str(line.operator), str(line.territory), str(line.department), line.page_url, str(line.commune)]


def test_lines_in_full_keep_their_order_and_take_two_queries(django_assert_num_queries):
    small, large = a_line(amount=1), a_line(amount=2)
    a_line(amount=3)

    with django_assert_num_queries(2):
        found = GrantLine.objects.counted().largest_first()[1:3].in_full()
        assert [line.operator.name for line in found]

    assert found == [large, small]
    assert GrantLine.objects.none().in_full() == []
