"""An act read again: what is compared, what is left alone."""

from dataclasses import replace

import pytest

from grants import history
from grants.models import (
    Change,
    Check,
    Deliberation,
    GrantLine,
    Operator,
)
from grants.operators.merging import merge
from ingest import store
from ingest.store import acts
from tests.builders import a_commune
from tests.ingest.readings import (
    a_check_record,
    a_reading,
    a_record,
    a_source,
    a_total_record,
    a_vote_record,
    an_act,
)
from tests.ingest.store.saving import OTHER_FILE, a_full_reading, all_rows, save, stored_files

pytestmark = pytest.mark.django_db


def test_same_file_again_changes_nothing():
    a_commune()
    save(a_full_reading())
    before = all_rows()

    report = save(a_full_reading())

    assert (report.status, report.same, report.rows, report.changes) == ("unchanged", 4, 4, ())
    assert all_rows() == before
    assert len(stored_files()) == 1


def test_same_file_under_another_name_changes_nothing():
    save(a_reading(name="acte.pdf"))

    assert save(a_reading(name="copie de acte.pdf")).status == "unchanged"
    assert Deliberation.objects.get().source_name == "acte.pdf"


def test_same_act_in_another_file_is_told_line_by_line():
    save(a_reading(a_record(1, "AFEJI"), a_record(2, "CCAS de Lomme"), a_record(3, "Vitamine T"), a_record(4, "Citéo")))
    ids = dict(GrantLine.objects.values_list("operator_text", "pk"))
    again = a_reading(
        a_record(1, "AFEJI"),
        a_record(2, "Le Relais", reference="2023/00009"),
        a_record(3, "CCAS de Lomme", reference="2023/00002"),
        a_record(4, "Citéo", amount="999.00"),
        file=OTHER_FILE,
        name="rectifiée.pdf",
    )

    report = save(again, file=OTHER_FILE)

    assert (report.status, report.same, report.deliberation_id) == ("updated", 2, Deliberation.objects.get().pk)
    assert [change.operator for change in report.new] == ["Le Relais"]
    assert [change.operator for change in report.gone] == ["Vitamine T"]
    assert [change.operator for change in report.changed] == ["Citéo"]
    now = dict(GrantLine.objects.values_list("operator_text", "pk"))
    assert {name: now[name] for name in ("AFEJI", "CCAS de Lomme", "Citéo")} == {
        name: ids[name] for name in ("AFEJI", "CCAS de Lomme", "Citéo")
    }
    assert set(now) == {"AFEJI", "CCAS de Lomme", "Citéo", "Le Relais"}
    assert GrantLine.objects.get(operator_text="CCAS de Lomme").line == 3
    assert GrantLine.objects.get(operator_text="Citéo").amount == 999


def test_change_says_what_was_and_what_is():
    save(a_reading(a_record(amount="12500.00", amount_text="12 500 €")))

    report = save(a_reading(a_record(amount="13500.00", amount_text="13 500 €")))

    assert report.changed[0].fields == (
        ("montant en centimes", "1250000", "1350000"),
        ("montant imprimé", "12 500 €", "13 500 €"),
    )
    assert "« 12 500 € » → « 13 500 € »" in str(report.changed[0]).replace("\u202f", " ")


def test_rows_in_another_order_keep_their_ids():
    records = [a_record(number, f"Opérateur {number}", reference="") for number in range(1, 8)]
    save(a_reading(*records))
    ids = dict(GrantLine.objects.values_list("operator_text", "pk"))
    turned = [replace(record, line=number) for number, record in enumerate(reversed(records), 1)]

    report = save(a_reading(*turned))

    assert (report.status, report.same, report.changes) == ("updated", 7, ())
    assert dict(GrantLine.objects.values_list("operator_text", "pk")) == ids
    assert list(GrantLine.objects.order_by("line").values_list("operator_text", flat=True)) == [
        f"Opérateur {number}" for number in range(7, 0, -1)
    ]


def test_operator_read_better_keeps_the_id_of_its_line():
    save(a_reading(a_record(1, "Réussir en Sarnbre"), a_record(2, "AFEJI", amount="5.00")))
    before = GrantLine.objects.get(line=1).pk

    report = save(a_reading(a_record(1, "Réussir en Sambre"), a_record(2, "AFEJI", amount="5.00")))

    assert [change.operator for change in report.changed] == ["Réussir en Sambre"]
    assert GrantLine.objects.get(line=1).pk == before


def test_two_rows_alike_are_not_one():
    save(a_reading(a_record(1), a_record(2, reference="2023/00001")))

    report = save(a_reading(a_record(1)))

    assert (report.same, len(report.gone)) == (1, 1)


def test_title_read_again_is_told_and_written():
    save(a_reading())

    report = save(a_reading(act=an_act(title="Insertion par l’activité économique")))

    assert (report.status, report.act_changes, report.same) == ("updated", ("objet",), 1)
    assert Deliberation.objects.get().title == "Insertion par l’activité économique"


def test_votes_and_totals_read_again_replace_the_former():
    total = a_total_record()
    save(a_reading(act=an_act(votes=(a_vote_record(),)), totals=(total,)))

    report = save(
        a_reading(
            act=an_act(votes=(a_vote_record(votes_for=45),)),
            totals=(total,),
            checks=(a_check_record(total, "12500.00"),),
        )
    )

    assert report.act_changes == ("votes", "totaux annoncés")
    assert Deliberation.objects.get().votes.get().votes_for == 45
    assert Check.objects.get().status == "equal"


def test_published_act_read_again_stays_published_and_draft_stays_draft():
    save(a_reading(), publish=True)
    save(a_reading(act=an_act(number="2"), file=OTHER_FILE), file=OTHER_FILE)
    day = Deliberation.objects.published().get().published_at

    save(a_reading(a_record(amount="1.00")))
    save(a_reading(a_record(amount="1.00"), act=an_act(number="2"), file=OTHER_FILE), file=OTHER_FILE)

    assert dict(Deliberation.objects.values_list("number", "status")) == {"DIPLE/2023/101": "published", "2": "draft"}
    assert Deliberation.objects.published().get().published_at == day


def test_address_follows_the_number_and_the_old_one_leads_to_it(client):
    save(a_reading(), publish=True)

    save(a_reading(act=an_act(number="DIPLE/2023/107")))

    act = Deliberation.objects.get()
    assert (act.slug, act.number) == ("59-diple-2023-107", "DIPLE/2023/107")
    assert client.get("/deliberations/59-diple-2023-101/")["Location"] == "/deliberations/59-diple-2023-107/"


def test_journal_tells_what_a_new_reading_changes_in_public():
    save(a_reading(a_record(1), a_record(2, operator="CCAS de Lille")), publish=True)
    version = history.current().number
    first, second = GrantLine.objects.in_order()

    save(
        a_reading(
            a_record(1, amount="1.00"), a_record(2, operator="Tout autre nom", reference="x", source=a_source(page=5))
        )
    )

    told = [(change.kind, change.line_pk) for change in Change.objects.since(version)]
    new = GrantLine.objects.get(operator_text="Tout autre nom")
    assert told == [("added", new.pk), ("corrected", first.pk), ("gone", second.pk)]
    assert Change.objects.get(kind="corrected").after["amount_cents"] == 100


def test_journal_and_version_ignore_a_reading_that_changes_nothing():
    save(a_reading(), publish=True)
    version = history.current()

    save(a_reading())
    save(a_reading(a_record(amount="1.00")), dry_run=True)

    assert history.current() == version


def test_names_of_a_merged_operator_go_to_the_other():
    save(a_reading(a_record(1, operator="CCAS de Lille"), a_record(2, operator="CCAS Lille")), publish=True)
    gone, kept = Operator.objects.get(names__name="CCAS de Lille"), Operator.objects.get(names__name="CCAS Lille")
    merge(gone, kept)

    save(a_reading(a_record(1, operator="C.C.A.S. de Lille"), act=an_act(number="2"), file=OTHER_FILE), file=OTHER_FILE)

    assert set(GrantLine.objects.values_list("operator", flat=True)) == {kept.pk}


def test_file_of_one_act_does_not_overwrite_another():
    save(a_reading(act=an_act(number="1")))
    save(a_reading(act=an_act(number="2"), file=OTHER_FILE), file=OTHER_FILE)

    assert Deliberation.objects.get(number="1").source.name != Deliberation.objects.get(number="2").source.name
    assert len(stored_files()) == 2


def test_known_tells_a_file_read_by_this_reader(monkeypatch):
    save(a_reading())
    digest = Deliberation.objects.get().sha256

    assert store.known(digest).status == "unchanged"
    assert store.known("0" * 64) is None
    monkeypatch.setattr(acts, "READER_VERSION", "another")
    assert store.known(digest) is None
