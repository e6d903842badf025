"""Likely duplicates kept as pairs, and what a person said of them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone

from grants import history
from grants.models import Operator, OperatorPair
from grants.operators import duplicates
from grants.operators.duplicates import judge, pair_of, search, waiting
from grants.operators.merging import merge, undo
from grants.querysets.pairs import LATER_DAYS
from tests.builders import a_line, an_operator

pytestmark = pytest.mark.django_db


def two(one: str = "Association PAGE", other: str = "PAGE") -> tuple[Operator, Operator]:
    return an_operator(one), an_operator(other)


def proposed() -> int:
    return OperatorPair.objects.waiting().apart().count()


def test_a_search_keeps_what_it_finds_and_asks_for_no_other_before_something_changes():
    two(), an_operator("Réussir en Sambre")
    assert waiting() == 3

    assert search() == 1

    pair = OperatorPair.objects.get()
    assert (str(pair), pair.reasons.split()[0], pair.verdict) == ("Association PAGE / PAGE", "forme", "")
    assert waiting() == 0
    assert search() == 1
    an_operator("Nouveau venu")
    assert waiting() == 1


def test_what_no_longer_looks_alike_is_no_longer_proposed():
    one, _ = two()
    search()
    Operator.objects.filter(pk=one.pk).update(name="Tout autre chose")

    assert search() == 0
    assert not OperatorPair.objects.exists()


@pytest.mark.parametrize(
    ("verdict", "after", "shown"), [("different", 9999, 0), ("later", LATER_DAYS - 1, 0), ("later", LATER_DAYS + 1, 1)]
)
def test_what_a_person_said_is_remembered_by_every_search(verdict, after, shown):
    author = User.objects.create_user("agente")
    pair = pair_of(*two())
    search()
    judge(pair_of(pair.second, pair.first), verdict, author=author, word="Deux SIRET au répertoire.")
    OperatorPair.objects.update(at=timezone.now() - timedelta(days=after))

    search()

    assert proposed() == shown
    kept = OperatorPair.objects.get()
    assert (kept.verdict, kept.author, kept.word) == (verdict, author, "Deux SIRET au répertoire.")


def test_a_verdict_taken_back_is_proposed_again():
    two()
    search()
    pair = OperatorPair.objects.get()
    judge(pair, "different")
    assert proposed() == 0

    judge(pair, "")

    assert proposed() == 1
    assert OperatorPair.objects.get().at is None


def test_a_merged_operator_is_proposed_with_nobody_until_parted():
    one, other = two()
    search()

    record = merge(one, other)
    assert proposed() == 0
    assert search() == 0

    undo(record)
    assert search() == 1


def test_the_public_page_leaves_out_those_that_are_not_the_same(client):
    operator, other = two("AFEJI", "AFEJI – ACI Flandres")
    a_line(operator=operator), a_line(operator=other)
    assert list(Operator.objects.perhaps_the_same(operator)) == [other]
    before = history.current().number

    judge(pair_of(operator, other), "different")

    assert history.current().number > before
    assert not Operator.objects.perhaps_the_same(operator)
    assert not Operator.objects.perhaps_the_same(other)
    assert "Peut-être le même" not in client.get(operator.get_absolute_url()).content.decode()


def test_the_command_says_what_it_found(capsys):
    two()

    call_command("find_duplicates")

    assert "Doublons probables\u202f: 1, dont 1 à juger." in capsys.readouterr().out
    assert duplicates.waiting() == 0
