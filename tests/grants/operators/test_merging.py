"""Two operators, or two territories, said to be one; and that taken back, whatever came between."""

import random
from itertools import permutations

import pytest
from django.contrib.auth.models import User

from grants import history
from grants.covering import coverings, parts_of
from grants.models import GrantLine, Operator, OperatorMerge, OperatorPair, Recusal, Territory
from grants.operators.merging import merge, part, undo
from tests.builders import (
    a_commune,
    a_department,
    a_line,
    a_recusal,
    a_territory,
    a_territory_part,
    an_operator,
)

pytestmark = pytest.mark.django_db
SIRET = "73282932000074"


def holders() -> dict[str, str]:
    """The operator of each line, by the name that it prints."""
    return dict(GrantLine.objects.values_list("operator_text", "operator__name"))


def three() -> tuple[Operator, Operator, Operator]:
    operators = tuple(an_operator(name) for name in ("Anne", "Berthe", "Claire"))
    for operator in operators:
        a_line(operator=operator)
        a_recusal(operator=operator, organisation=f"Maison {operator.name}")
    return operators


def test_a_merge_says_what_moved_by_whom_and_why():
    author = User.objects.create_user("agente")
    gone, kept = an_operator("AFEJI"), an_operator("AFEJI Hauts-de-France")
    line, other = a_line(operator=gone), a_line(operator=kept)
    recusal = a_recusal(operator=gone)

    record = merge(gone, kept, author=author, word="Vu au répertoire.")

    assert (record.lines, record.recusals) == ([line.pk], [recusal.pk])
    assert (record.author, record.word, record.undone_at) == (author, "Vu au répertoire.", None)
    assert set(GrantLine.objects.values_list("operator", flat=True)) == {kept.pk}
    assert Recusal.objects.get().operator == kept
    assert Operator.objects.get(pk=gone.pk).merged_into == kept
    assert other.pk not in record.lines


def test_an_undone_merge_leaves_everything_as_it_was():
    gone, kept = an_operator("AFEJI"), an_operator("AFEJI Hauts-de-France")
    a_line(operator=gone), a_line(operator=kept)
    recusal = a_recusal(operator=gone, organisation="l’Afeji, à Dunkerque")
    before, version = holders(), history.current().number

    record = merge(gone, kept, chosen={"name": "Afeji", "siret": SIRET})
    kept.refresh_from_db()
    assert (kept.name, kept.siret, kept.name_by_staff) == ("Afeji", SIRET, True)
    author = User.objects.create_user("agente")
    assert undo(record, author=author) == 1

    kept.refresh_from_db()
    recusal.refresh_from_db()
    assert holders() == before
    assert (kept.name, kept.siret, kept.name_by_staff) == ("AFEJI Hauts-de-France", "", False)
    assert recusal.operator == gone
    assert (record.undone_by, Operator.objects.get(pk=gone.pk).merged_into) == (author, None)
    assert history.current().number == version + 2
    assert undo(record) == 0


def test_what_was_changed_since_the_merge_is_not_put_back():
    gone, kept = an_operator("AFEJI"), an_operator("AFEJI Hauts-de-France")
    record = merge(gone, kept, chosen={"name": "Afeji", "siret": SIRET})
    Operator.objects.filter(pk=kept.pk).update(name="Afeji, fondation")

    undo(record)

    kept.refresh_from_db()
    assert (kept.name, kept.siret) == ("Afeji, fondation", "")


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_merges_that_follow_one_another_are_undone_in_any_order(order):
    first, second, third = three()
    before = holders()
    records = [merge(first, second), merge(second, third)]
    assert set(holders().values()) == {"Claire"}

    undo(records[order[0]])
    told = {0: {"Anne": "Anne", "Berthe": "Claire"}, 1: {"Anne": "Berthe", "Berthe": "Berthe"}}[order[0]]
    assert holders() == {"Claire": "Claire", **told}
    undo(OperatorMerge.objects.get(pk=records[order[1]].pk))

    assert holders() == before
    assert {recusal.organisation: recusal.operator.name for recusal in Recusal.objects.all()} == {
        f"Maison {name}": name for name in before
    }


@pytest.mark.parametrize("seed", range(6))
def test_merges_and_partings_in_any_order_leave_each_line_where_its_name_leads(seed):
    chance = random.Random(seed)  # noqa: S311
    names = ["Anne", "Berthe", "Claire", "Denise", "Édith"]
    for name in names:
        a_line(operator=an_operator(name))
        a_recusal(operator=an_operator(name), organisation=name)

    known = Operator.objects.filter(name__in=names).select_related("merged_into").order_by("pk")
    for _ in range(14):
        open_records = list(OperatorMerge.objects.filter(undone_at=None).order_by("pk"))
        apart = list(known.filter(merged_into=None))
        if open_records and (len(apart) < 2 or chance.random() < 0.45):
            undo(chance.choice(open_records))
        else:
            merge(*chance.sample(apart, 2))
        leads = {one.name: (one.merged_into or one).name for one in known.all()}
        assert holders() == leads
        assert {one.organisation: one.operator.name for one in Recusal.objects.select_related("operator")} == leads

    while record := OperatorMerge.objects.filter(undone_at=None).order_by("?").first():
        undo(record)
    assert holders() == {name: name for name in names}


def test_lines_that_left_and_came_again_by_another_way_stay_with_the_last():
    first, second, third = three()
    one, two = merge(first, second), merge(second, third)
    undo(one)
    again = merge(first, third)

    undo(OperatorMerge.objects.get(pk=two.pk))

    assert holders() == {"Anne": "Claire", "Berthe": "Berthe", "Claire": "Claire"}
    undo(again)
    assert holders() == {"Anne": "Anne", "Berthe": "Berthe", "Claire": "Claire"}


def test_a_line_read_after_the_merge_goes_back_by_the_name_that_it_prints():
    gone, kept = an_operator("Anne"), an_operator("Berthe")
    a_line(operator=gone), a_line(operator=kept)
    record = merge(gone, kept)
    later = a_line(operator=kept, operator_text="ANNE")
    own = a_line(operator=kept, operator_text="Berthe")

    assert undo(record) == 2

    later.refresh_from_db()
    own.refresh_from_db()
    assert (later.operator, own.operator) == (gone, kept)


def test_a_line_that_a_person_gave_to_the_other_since_stays_there():
    gone, kept = an_operator("Anne"), an_operator("Berthe")
    line = a_line(operator=gone)
    record = merge(gone, kept)
    GrantLine.objects.filter(pk=line.pk).update(operator_text="Berthe")

    assert undo(record) == 0
    assert GrantLine.objects.get().operator == kept


def test_two_that_are_one_already_are_refused():
    first, second, third = three()
    merge(first, second)

    with pytest.raises(ValueError, match="lui-même"):
        merge(third, third)
    with pytest.raises(ValueError, match="lui-même"):
        merge(second, first)
    with pytest.raises(ValueError, match="déjà réuni"):
        merge(first, third)


def test_part_undoes_the_merge_of_one_and_says_who():
    first, second, third = three()
    merge(first, second), merge(third, second)

    assert part(first) == 1
    assert holders() == {"Anne": "Anne", "Berthe": "Berthe", "Claire": "Berthe"}
    assert part(second) == 0


def test_an_undone_merge_is_proposed_again():
    first, second, _ = three()
    pair = OperatorPair.objects.create(first=first, second=second, verdict="same", score=90)
    record = merge(first, second)

    undo(record)

    pair.refresh_from_db()
    assert pair.verdict == ""


def test_two_spellings_of_a_territory_are_one_and_cover_the_same(client):
    kept, gone = a_territory("Sambre-Avesnois"), a_territory("Sambre Avesnois et Thiérache")
    a_line(territory=kept)
    line = a_line(territory=gone)
    commune = a_commune(epci_code="200043396")
    a_territory_part("Sambre Avesnois et Thiérache")
    old = gone.get_absolute_url()

    record = merge(gone, kept)

    assert client.get(old)["Location"] == kept.get_absolute_url()
    assert [covering.territory for covering in coverings(commune)] == [kept]
    assert len(parts_of(kept)) == 1
    line.refresh_from_db()
    assert (line.territory, line.territory_text) == (kept, "Sambre Avesnois et Thiérache")
    assert undo(record) == 1
    line.refresh_from_db()
    assert line.territory == gone
    assert client.get(old).status_code == 200
    assert parts_of(Territory.objects.get(pk=kept.pk)) == ()


def test_territories_of_two_departments_stay_apart():
    here, there = a_territory("Artois"), a_territory("Artois", department=a_department("Pas-de-Calais", code="62"))

    with pytest.raises(ValueError, match="deux départements"):
        merge(here, there)
