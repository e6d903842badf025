"""Publication: nothing goes online with a doubt that nobody has seen."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from grants.models import Deliberation, GrantLine
from ingest.desk.publishing import Doubts, UnacknowledgedError, doubts_of, publish, withdraw
from tests.builders import a_check, a_deliberation, a_leftover, a_line, a_total

pytestmark = pytest.mark.django_db


def an_editor() -> User:
    return User.objects.create_user("editrice")


def a_draft() -> Deliberation:
    act = a_deliberation(published=False)
    a_line(deliberation=act)
    return act


def test_publish_puts_the_lines_online_and_says_who_and_when():
    act, editor = a_draft(), an_editor()
    a_check(total=a_total(deliberation=act))

    publish(act, editor)

    act.refresh_from_db()
    assert act.status == Deliberation.Status.PUBLISHED
    assert act.published_at is not None
    assert GrantLine.objects.counted().count() == 1
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id, entry.change_message) == (editor, str(act.pk), "Publiée.")


def test_publish_refuses_a_difference_that_nobody_acknowledged():
    act = a_draft()
    a_check(total=a_total(deliberation=act, amount=66_500))

    with pytest.raises(UnacknowledgedError, match="1 total annoncé diffère de la somme de ses lignes"):
        publish(act, an_editor())

    act.refresh_from_db()
    assert act.status == Deliberation.Status.DRAFT
    assert not LogEntry.objects.exists()


def test_publish_with_acknowledged_doubts_writes_them_down():
    act = a_draft()
    a_check(total=a_total(deliberation=act, amount=66_500))
    a_leftover(deliberation=act)
    a_leftover(deliberation=act)

    publish(act, an_editor(), acknowledged=True)

    assert act.status == Deliberation.Status.PUBLISHED
    assert LogEntry.objects.get().change_message == (
        "Publiée, en acceptant que 1 total annoncé diffère de la somme de ses lignes"
        " et 2 lignes imprimées n’ont pas été lues."
    )


@pytest.mark.parametrize("status", ["rounded", "not comparable"])
def test_publish_asks_nothing_for_a_total_rounded_or_that_cannot_be_compared(status):
    act = a_draft()
    a_check(total=a_total(deliberation=act), status=status)

    publish(act, an_editor())

    assert act.status == Deliberation.Status.PUBLISHED


def test_publish_an_act_without_any_line_must_be_acknowledged():
    with pytest.raises(UnacknowledgedError, match="aucune ligne de subvention"):
        publish(a_deliberation(published=False), an_editor())


def test_publish_counts_only_the_doubts_of_this_act():
    a_leftover(deliberation=a_deliberation())
    a_check(total=a_total(amount=1))

    assert not doubts_of(a_draft())


def test_publish_twice_keeps_the_first_day_and_logs_once():
    act, editor = a_draft(), an_editor()
    publish(act, editor)
    first = Deliberation.objects.get().published_at

    publish(Deliberation.objects.get(), editor)

    assert Deliberation.objects.get().published_at == first
    assert LogEntry.objects.count() == 1


def test_publish_saves_nothing_else_of_the_act():
    act = a_draft()
    Deliberation.objects.update(title="Corrigé entre-temps")

    publish(act, an_editor())

    assert Deliberation.objects.get().title == "Corrigé entre-temps"


def test_publish_from_the_command_line_has_no_author():
    act = a_draft()

    publish(act, None)

    assert act.status == Deliberation.Status.PUBLISHED
    assert not LogEntry.objects.exists()


def test_withdraw_takes_the_lines_offline_and_says_who():
    act, editor = a_draft(), an_editor()
    publish(act, editor)

    withdraw(act, editor)
    withdraw(act, editor)

    assert not GrantLine.objects.counted().exists()
    assert Deliberation.objects.get().published_at is not None
    assert list(LogEntry.objects.order_by("pk").values_list("change_message", flat=True)) == [
        "Publiée.",
        "Retirée du site.",
    ]


def test_doubts_are_said_in_the_plural():
    assert str(Doubts(lines=5, differing=2, leftovers=1)) == (
        "2 totaux annoncés diffèrent de la somme de leurs lignes et 1 ligne imprimée n’a pas été lue"
    )
