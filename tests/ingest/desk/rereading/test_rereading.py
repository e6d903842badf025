"""An act read again: compared before anything is replaced, what staff decided kept, undone with the same numbers."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.files.storage import default_storage

from grants.models import Change, Deliberation
from ingest import store
from ingest.desk import edits
from ingest.desk.rereading import replacing
from ingest.desk.rereading.replacing import RereadingError
from ingest.models import KeptReading, PendingReading
from ingest.reader import READER_VERSION
from ingest.reader.errors import NoGrantError
from ingest.store import explanations
from ingest.store.publishing import publish
from ingest.store.readings import kept
from tests.ingest.readings import (
    FILE,
    a_check_record,
    a_leftover_record,
    a_reading,
    a_record,
    a_recusal_record,
    a_total_record,
    a_vote_record,
    an_act,
)

CORRECTED = b"%PDF-1.7 the act as corrected by the council"
CCAS = a_record(1, "CCAS de Maubeuge", "1000.00")
REUSSIR = a_record(2, "Réussir en Sambre Avesnois", "2000.00")
AFEJI = a_record(3, "AFEJI", "3000.00")
pytestmark = pytest.mark.django_db


@pytest.fixture
def camille():
    return User.objects.create_user("camille")


@pytest.fixture
def act():
    report = store.save(a_reading(CCAS, REUSSIR, AFEJI), file=FILE)
    return Deliberation.objects.get(pk=report.deliberation_id)


def proposed(act, /, *records, file=CORRECTED, author=None, **fields):
    return replacing.propose(act, a_reading(*records, file=file, name="corrigée.pdf", **fields), file, author)


def replaced(act, /, *records, **fields):
    """The act, once these records have replaced what was read."""
    replacing.accept(proposed(act, *records, **fields), None)
    return Deliberation.objects.get(pk=act.pk)


def bytes_of(name):
    with default_storage.open(name) as file:
        return file.read()


def state(act):
    """All that is stored of the lines of an act."""
    return list(act.lines.order_by("pk").values())


def the_line(act, operator):
    return act.lines.get(operator_text=operator)


# ---- the difference ----------------------------------------------------------------------------------------------


def test_a_proposal_changes_nothing_and_keeps_its_file(act):
    before = state(act)

    pending = proposed(act, CCAS)

    assert state(act) == before
    assert bytes_of(pending.source) == CORRECTED
    assert bytes_of(act.source.name) == FILE


def test_the_difference_tells_lines_new_same_changed_and_gone_with_the_sums(act):
    pending = proposed(act, CCAS, a_record(2, "Réussir en Sambre Avesnois", "2016.00"), a_record(3, "Emmaüs", "5.00"))

    found = replacing.comparison(pending).difference

    assert [line.operator_text for line in found.new] == ["Emmaüs"]
    assert [line.operator_text for line in found.gone] == ["AFEJI"]
    assert found.same == 1
    (changed,) = found.changed
    told = {one.label: (one.before, one.after) for one in changed.fields}
    assert told["montant"] == ("2\u202f000\u00a0€", "2\u202f016\u00a0€")
    assert found.sentence == (
        "1\u00a0ligne nouvelle, 1\u00a0identique, 1\u00a0changée, 1\u00a0disparue\u202f; "
        "total 2023\u202f: 6\u202f000\u00a0€ → 3\u202f021\u00a0€"
    )


def test_another_shape_of_apostrophe_is_no_change_for_staff_nor_for_the_journal(act):
    said = {"operator": "CCAS de Maubeuge", "amount": "1000.00"}
    straight = a_record(1, **said, action="Chantier d'insertion")
    act = replaced(act, straight, leftovers=(a_leftover_record("Mission de l'emploi"),))
    publish(act, None, word="Vu.")
    curved = a_record(1, **said, action="Chantier d’insertion")
    pending = proposed(act, curved, file=b"third", leftovers=(a_leftover_record("Mission de l’emploi"),))

    assert not replacing.comparison(pending).difference
    told = Change.objects.count()
    replacing.accept(pending, None)

    assert Change.objects.count() == told
    assert the_line(act, "CCAS de Maubeuge").action == "Chantier d’insertion"


def test_comparing_writes_nothing(act):
    pending = proposed(act, a_record(1, "Emmaüs", "5.00"))
    before = state(act)

    replacing.comparison(pending)

    act.refresh_from_db()
    assert (state(act), act.kept_readings.count()) == (before, 1)
    assert act.sha256 != pending.sha256


def test_the_difference_tells_the_texts_of_the_act_its_votes_totals_and_leftovers(act):
    total = a_total_record("1000.00")
    pending = proposed(
        act,
        CCAS,
        act=an_act(
            title="Insertion", session_date=date(2023, 6, 27), votes=(a_vote_record(),),
            recusals=(a_recusal_record("CCAS"),),
        ),
        totals=(total,),
        checks=(a_check_record(total, "1000.00"),),
        leftovers=(a_leftover_record("Mission locale"),),
    )  # fmt: skip

    found = replacing.comparison(pending)

    texts = {one.label: one.after for one in found.difference.texts}
    assert texts["objet"] == "Insertion"
    assert texts["date de séance"] == "27\u00a0juin\u00a02023"
    parts = {part.label: part.new for part in found.difference.parts}
    assert parts["Votes"] == ("à la majorité, 44 pour, 30 contre",)
    assert parts["Totaux annoncés et contrôles"][0].endswith("somme des lignes 1\u202f000\u00a0€, égal")
    assert parts["Déports"][0].startswith("Sylvie DUPREZ")
    assert parts["Lignes non lues"][0].startswith("Mission locale")
    assert "date de séance" in found.warnings[-1]


def test_the_same_reading_makes_no_difference(act):
    found = replacing.comparison(proposed(act, CCAS, REUSSIR, AFEJI, file=FILE))

    assert not found.difference
    assert found.same_file
    assert found.difference.sentence == "3\u00a0identiques\u202f; totaux inchangés"


def test_corrections_that_stay_are_told_and_those_where_the_new_reading_disagrees(act):
    edits.correct(the_line(act, "AFEJI"), None, amount=Decimal(3001), word="faute de frappe")
    edits.correct(the_line(act, "CCAS de Maubeuge"), None, action="Atelier")
    pending = proposed(act, CCAS, REUSSIR, a_record(3, "AFEJI", "3500.00"))

    found = replacing.comparison(pending).difference

    assert {(one.label, one.stands, one.disagrees) for one in found.decided} == {
        ("montant", "3\u202f001\u00a0€", True),
        ("action", "Atelier", False),
    }
    assert found.disagreeing[0].reads == "3\u202f500\u00a0€"


def test_a_number_that_is_another_acts_is_warned_of(act):
    other = store.save(a_reading(act=an_act(number="DIPLE/2023/102"), file=b"%PDF other"), file=b"%PDF other")

    found = replacing.comparison(proposed(act, CCAS, act=an_act(number="DIPLE/2023/102")))

    assert "autre délibération" in found.warnings[0]
    assert other.deliberation_id != act.pk


# ---- proposed ----------------------------------------------------------------------------------------------------


def test_the_file_of_another_act_is_refused(act):
    other = b"%PDF another act"
    store.save(a_reading(file=other, act=an_act(number="DIPLE/2023/500")), file=other)

    with pytest.raises(RereadingError, match="DIPLE/2023/500"):
        proposed(act, CCAS, file=other)


def test_a_reading_without_anything_to_save_is_refused_and_leaves_no_file(act, settings):
    with pytest.raises(NoGrantError):
        proposed(act, lines=())

    assert not PendingReading.objects.exists()
    assert [path.name for path in settings.MEDIA_ROOT.rglob("*.pdf")] == [f"{act.sha256}.pdf"]


@pytest.mark.django_db(transaction=True)
def test_a_second_proposal_takes_the_place_of_the_first_with_its_file(act):
    first = proposed(act, CCAS)

    second = proposed(act, CCAS, file=b"%PDF corrected again")

    assert PendingReading.objects.get() == second
    assert not default_storage.exists(first.source)


@pytest.mark.django_db(transaction=True)
def test_refusing_keeps_the_reading_in_force_and_deletes_the_file(act, camille):
    pending, before = proposed(act, AFEJI), state(act)

    replacing.refuse(pending, camille)

    assert state(act) == before
    assert not default_storage.exists(pending.source)
    assert default_storage.exists(act.source.name)
    assert "refusée" in LogEntry.objects.get().change_message


@pytest.mark.django_db(transaction=True)
def test_refusing_a_reading_of_the_same_file_keeps_the_file(act):
    replacing.refuse(proposed(act, AFEJI, file=FILE), None)

    assert bytes_of(act.source.name) == FILE


# ---- accepted ----------------------------------------------------------------------------------------------------


def test_accepting_puts_the_reading_its_file_and_its_author_in_force(act, camille):
    afeji = the_line(act, "AFEJI").pk

    found = replacing.accept(proposed(act, AFEJI), camille)

    act.refresh_from_db()
    assert [line.pk for line in act.lines.all()] == [afeji]
    assert bytes_of(act.source.name) == CORRECTED
    assert (act.source_name, kept.in_force(act).author) == ("corrigée.pdf", camille)
    assert not PendingReading.objects.exists()
    assert found.sentence in LogEntry.objects.get().change_message


def test_what_staff_decided_stays_and_what_they_dropped_does_not_come_back(act):
    edits.correct(the_line(act, "AFEJI"), None, amount=Decimal(3001), word="faute de frappe")
    edits.drop_row(the_line(act, "CCAS de Maubeuge"), None, word="un sous-total")
    pending = proposed(act, CCAS, REUSSIR, a_record(3, "AFEJI", "3500.00"))
    dropped = replacing.comparison(pending).difference.dropped

    replacing.accept(pending, None)

    assert dropped == 1
    assert {line.operator_text: line.amount for line in act.lines.all()} == {
        "Réussir en Sambre Avesnois": 2000,
        "AFEJI": 3001,
    }


def test_a_comparison_that_is_no_longer_true_is_not_accepted(act):
    pending = proposed(act, CCAS)
    seen = replacing.comparison(pending).print
    edits.correct(the_line(act, "AFEJI"), None, amount=Decimal(3001), word="faute de frappe")

    with pytest.raises(RereadingError, match="a changé"):
        replacing.accept(pending, None, seen=seen)
    assert act.lines.count() == 3
    replacing.accept(pending, None, seen=replacing.comparison(pending).print)
    assert act.lines.count() == 1


def test_a_file_whose_number_is_read_otherwise_replaces_the_act_it_was_given_for(act):
    slug = act.slug

    act = replaced(act, CCAS, act=an_act(number="DIPLE/2023/111", department=""))

    assert (Deliberation.objects.count(), act.number) == (1, "DIPLE/2023/111")
    assert act.former_slugs.get().slug == slug


def test_the_journal_of_a_published_act_tells_what_changed(act):
    publish(act, None)
    Change.objects.all().delete()

    replaced(act, CCAS, a_record(2, "Réussir en Sambre Avesnois", "2016.00"), a_record(3, "Emmaüs", "5.00"))

    assert sorted(Change.objects.values_list("kind", flat=True)) == ["added", "corrected", "gone"]


# ---- undone ------------------------------------------------------------------------------------------------------


def test_undoing_gives_the_lines_back_under_their_numbers_with_their_file(act, camille):
    before, numbers = state(act), {line.operator_text: line.pk for line in act.lines.all()}
    act = replaced(act, CCAS, a_record(2, "Réussir en Sambre Avesnois", "2016.00"), a_record(3, "Emmaüs", "5.00"))

    replacing.undo_last(act, camille)

    act.refresh_from_db()
    assert {line.operator_text: line.pk for line in act.lines.all()} == numbers
    assert state(act) == before
    assert bytes_of(act.source.name) == FILE
    assert act.source_name == "deliberation.pdf"
    assert "annulé" in LogEntry.objects.get().change_message


def test_undoing_gives_corrections_dropped_rows_and_words_back(act):
    total = a_total_record("9999.00", lines=(1, 2, 3))
    told = {"totals": (total,), "checks": (a_check_record(total, "6000.00"),), "leftovers": (a_leftover_record(),)}
    act = replaced(act, CCAS, REUSSIR, AFEJI, file=FILE, **told)
    edits.correct(the_line(act, "AFEJI"), None, amount=Decimal(3001), word="faute de frappe")
    edits.drop_row(the_line(act, "CCAS de Maubeuge"), None, word="un sous-total")
    explanations.acknowledge_all(act, None, "le rapport compte un avenant")
    explanations.set_aside_all(act, None, "une note")
    before = state(act)
    act = replaced(act, a_record(1, "Emmaüs", "5.00"))
    gone = act.leftovers.exists() or act.stated_totals.exists()

    replacing.undo_last(act, None)

    assert not gone
    assert state(act) == before
    assert act.stated_totals.get().check_result.acknowledgement == "le rapport compte un avenant"
    assert act.leftovers.get().set_aside == "une note"


def test_what_is_undone_can_be_undone_further_back_but_not_beyond_the_first_reading(act):
    second = b"%PDF second"
    act = replaced(act, CCAS, file=second)
    act = replaced(act, AFEJI)

    replacing.undo_last(act, None)
    middle = [line.operator_text for line in act.lines.all()]
    replacing.undo_last(act, None)

    assert middle == ["CCAS de Maubeuge"]
    assert act.lines.count() == 3
    assert replacing.undoable(act) is None
    with pytest.raises(RereadingError, match="première lecture"):
        replacing.undo_last(act, None)


def test_after_an_undo_another_replacement_is_undone_to_the_reading_it_replaced(act):
    act = replaced(act, CCAS)
    replacing.undo_last(act, None)
    act = replaced(act, AFEJI, file=b"%PDF third")

    replacing.undo_last(act, None)

    assert act.lines.count() == 3


def test_an_update_by_the_command_line_can_be_undone_too(act):
    store.save(a_reading(CCAS, file=CORRECTED), file=CORRECTED)

    replacing.undo_last(act, None)

    assert act.lines.count() == 3


def test_a_reading_that_can_no_longer_be_opened_says_so_and_changes_nothing(act):
    act = replaced(act, CCAS)
    KeptReading.objects.filter(is_current=False).update(packed=b"nothing")

    with pytest.raises(RereadingError, match="ne peut plus être ouverte"):
        replacing.undo_last(act, None)
    assert act.lines.count() == 1


def test_applying_the_reading_in_force_anew_changes_nothing(act):
    before = state(act)

    store.restore(kept.in_force(act))

    assert (state(act), act.kept_readings.count()) == (before, 1)


def test_an_act_read_by_an_older_reader_says_so(act):
    fresh = replacing.is_outdated(act)
    act.reader_version = "1"

    assert (fresh, replacing.is_outdated(act)) == (False, READER_VERSION != "1")
