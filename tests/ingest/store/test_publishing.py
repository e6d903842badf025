"""Publication: nothing goes online with a doubt that nobody has seen."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from grants.models import Change, Deliberation, GrantLine, PersonalMark
from ingest.store.explanations import WordError, acknowledge, private_in, set_aside, set_aside_all, take_back, take_up
from ingest.store.private.forgetting import forget_masked
from ingest.store.publishing import Doubts, UnacknowledgedError, doubts_of, publish, undo_withdrawal, withdraw
from tests.builders import a_check, a_deliberation, a_leftover, a_line, a_total

pytestmark = pytest.mark.django_db


def an_editor() -> User:
    return User.objects.get_or_create(username="editrice")[0]


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


def test_publish_with_a_word_says_it_on_all_that_had_none():
    act = a_draft()
    check = a_check(total=a_total(deliberation=act, amount=66_500))
    a_leftover(deliberation=act)
    a_leftover(deliberation=act, set_aside="un titre")

    publish(act, an_editor(), word="le tableau est arrondi")

    check.refresh_from_db()
    assert act.status == Deliberation.Status.PUBLISHED
    assert (check.acknowledgement, check.acknowledged_by.username) == ("le tableau est arrondi", "editrice")
    assert set(act.leftovers.values_list("set_aside", flat=True)) == {"le tableau est arrondi", "un titre"}
    assert LogEntry.objects.latest("pk").change_message == (
        "Publiée, bien que 1 total annoncé diffère de la somme de ses lignes"
        " et 1 ligne imprimée n’a pas été lue\u202f: le tableau est arrondi"
    )


def test_publish_asks_nothing_more_once_each_doubt_has_its_word():
    act = a_draft()
    check = a_check(total=a_total(deliberation=act, amount=66_500))
    left = [a_leftover(deliberation=act), a_leftover(deliberation=act), a_leftover(deliberation=act, line_pk=7)]
    acknowledge(check, an_editor(), "une avance de 2022 y est comptée")
    set_aside(left[0], an_editor(), "un titre")
    assert str(doubts_of(act)) == "1 ligne imprimée n’a pas été lue"
    set_aside_all(act, an_editor(), "des titres")

    publish(act, an_editor())

    assert act.status == Deliberation.Status.PUBLISHED
    assert left[0].set_aside == "un titre"


def test_word_is_needed_and_makes_sense():
    act = a_draft()
    with pytest.raises(WordError, match="Dites en un mot pourquoi"):
        acknowledge(a_check(total=a_total(deliberation=act, amount=66_500)), an_editor(), "  ")
    with pytest.raises(WordError, match="ne montre pas d’écart"):
        acknowledge(a_check(total=a_total(deliberation=act)), an_editor(), "mot")
    with pytest.raises(WordError, match="déjà devenue une ligne"):
        set_aside(a_leftover(deliberation=act, line_pk=7), an_editor(), "mot")
    with pytest.raises(WordError, match="1000 caractères"):
        set_aside(a_leftover(deliberation=act), an_editor(), "x" * 1001)


def test_word_can_be_taken_back():
    check = a_check(total=a_total(amount=66_500))
    leftover = a_leftover(deliberation=check.total.deliberation)
    acknowledge(check, an_editor(), "mot")
    set_aside(leftover, an_editor(), "mot")

    take_back(check, an_editor())
    take_up(leftover, an_editor())

    assert (check.acknowledgement, check.acknowledged_by, check.acknowledged_at) == ("", None, None)
    assert (leftover.set_aside, leftover.set_aside_by, leftover.set_aside_at) == ("", None, None)


def test_an_explanation_is_public_without_what_is_masked_of_the_act():
    act = a_draft()
    PersonalMark.objects.create(deliberation=act, kind="person", text="Jeanne DUPRÉ", key="dupre jeanne", page=1)
    check = a_check(total=a_total(deliberation=act, amount="66500"))
    word = "Versé à Jeanne DUPRÉ, 06 12 34 56 78"

    acknowledge(check, an_editor(), word)

    assert check.acknowledgement == "Versé à [nom masqué], [numéro de téléphone masqué]"
    assert "y est masquée" in private_in(act, word)
    assert "nomme une personne (Claire MARTIN)" in private_in(act, "Dit par Madame Claire MARTIN")
    assert private_in(act, "une avance de 2022 y est comptée") == ""


def test_an_explanation_is_masked_when_its_act_is_later():
    act = a_draft()
    check = a_check(total=a_total(deliberation=act, amount="66500"))
    acknowledge(check, an_editor(), "Versé à Jeanne DUPRÉ")
    PersonalMark.objects.create(deliberation=act, kind="person", text="Jeanne DUPRÉ", key="dupre jeanne", page=1)

    forget_masked(act)

    check.refresh_from_db()
    assert check.acknowledgement == "Versé à [nom masqué]"


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


# ---- undone ------------------------------------------------------------------------------------------------------


def test_a_withdrawal_undone_puts_the_act_back_online_as_it_was():
    act = a_deliberation(published=False)
    a_line(deliberation=act)
    user = User.objects.create_user("camille")
    publish(act, user)
    day = act.published_at
    withdraw(act, user)

    undo_withdrawal(act, user)

    act.refresh_from_db()
    assert (act.status, act.published_at) == (Deliberation.Status.PUBLISHED, day)
    assert "Retrait annulé" in LogEntry.objects.latest("pk").change_message
    assert Change.objects.latest("pk").kind == Change.Kind.PUBLISHED


def test_a_withdrawal_is_not_undone_where_doubts_have_come_since():
    act = a_deliberation()
    a_line(deliberation=act)
    withdraw(act, None)
    a_leftover(deliberation=act)

    with pytest.raises(UnacknowledgedError):
        undo_withdrawal(act, None)
    assert Deliberation.objects.get().status == Deliberation.Status.DRAFT


def test_a_withdrawal_is_undone_in_one_click_with_the_doubts_that_were_online():
    act = a_deliberation()
    a_line(deliberation=act)
    a_leftover(deliberation=act)
    withdraw(act, None)

    undo_withdrawal(act, None)

    assert Deliberation.objects.get().status == Deliberation.Status.PUBLISHED


def test_a_draft_that_was_never_online_has_no_withdrawal_to_undo():
    act = a_deliberation(published=False)
    a_line(deliberation=act)

    undo_withdrawal(act, None)

    assert Deliberation.objects.get().status == Deliberation.Status.DRAFT
