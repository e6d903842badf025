"""A new act: what is written of it, which act it is, all of it or nothing."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.utils import timezone

from grants.models import (
    Check,
    Deliberation,
    Department,
    GrantLine,
    Operator,
    OperatorName,
    Programme,
    SearchEntry,
)
from ingest.reader.records import SkippedTable
from ingest.store import StoreError
from ingest.store.beside import parts
from ingest.store.files import content_of
from ingest.store.lines import changes
from tests.builders import a_department
from tests.ingest.readings import (
    FILE,
    a_check_record,
    a_decision_record,
    a_leftover_record,
    a_reading,
    a_record,
    a_total_record,
    a_vote_record,
    an_act,
)
from tests.ingest.store.saving import OTHER_FILE, all_rows, save, stored_files

pytestmark = pytest.mark.django_db


def test_line_is_stored_as_printed_and_as_read():
    record = a_record(
        7,
        "ACCUEIL ET PROMOTION SAMBRE",
        "-1450.50",
        territory="DTA",
        subprogramme="Accompagnement en ACI",
        commune="MAUBEUGE",
        detail="8 postes",
        places=20,
        places_text="20 places",
        agreement="Convention type",
        amount_text="- 1 450,50 €",
        certainty=0.7,
        notes=("signe lu loin du nombre",),
    )

    save(a_reading(record))

    line = GrantLine.objects.get()
    assert (line.line, line.year, line.amount_cents, line.amount_text) == (7, 2023, -145_050, "- 1 450,50 €")
    assert (line.operator_text, line.territory_text, line.commune_text) == (record.operator, "DTA", "MAUBEUGE")
    assert (line.programme.name, line.subprogramme.name) == ("Parcours IAE", "Accompagnement en ACI")
    assert (line.places, line.places_text, line.agreement) == (20, "20 places", "Convention type")
    assert (line.page, line.row, line.x0, line.y1) == (3, 7, 0.1, pytest.approx(0.13))
    assert (line.certainty, line.notes) == (0.7, "signe lu loin du nombre")
    assert line.row_key == GrantLine.row_key_for(line.deliberation_id, 7)
    for word in ("accueil et promotion", "maubeuge", "dta", "parcours iae", "aci", "8 postes", "2023 00007", "diple"):
        assert word in line.search_text


def test_lines_of_a_new_act_are_stored_alike_however_many_are_built_at_a_time(monkeypatch, tmp_path):
    """The same headings, operators and report as all at once, and nothing to write when it is read again."""
    records = [
        a_record(1, "REUSSIR EN SAMBRE", programme="PARCOURS IAE", territory="DTA"),
        a_record(2, "CCAS de Lens", commune="LENS", programme="Parcours IAE"),
        a_record(3, "Réussir en Sambre", subprogramme="Chantiers"),
        a_record(4, "", action="Sans bénéficiaire"),
        a_record(5, "CCAS de Lens", programme="Logement"),
    ]
    file = tmp_path / "acte.pdf"
    file.write_bytes(FILE)
    monkeypatch.setattr(changes, "_AT_ONCE", 2)

    report = save(a_reading(*records), file=file)

    assert [(change.line, change.operator) for change in report.new] == [
        (record.line, record.operator or record.action) for record in records
    ]
    assert sorted(Operator.objects.values_list("name", flat=True)) == ["CCAS de Lens", "Réussir en Sambre"]
    assert OperatorName.objects.count() == 3
    assert sorted(Programme.objects.filter(parent=None).values_list("name", flat=True)) == ["Logement", "Parcours IAE"]
    lines = GrantLine.objects.order_by("line")
    assert [line.operator and line.operator.name for line in lines] == [
        "Réussir en Sambre",
        "CCAS de Lens",
        "Réussir en Sambre",
        None,
        "CCAS de Lens",
    ]
    assert lines[2].subprogramme.name == "Chantiers"
    assert SearchEntry.objects.filter(kind="operator").count() >= 2
    assert content_of(Deliberation.objects.get().source.name) == FILE
    again = save(a_reading(*records), file=file)
    assert (again.status, again.same) == ("unchanged", 5)


def test_file_that_is_not_the_one_read_is_refused_on_disk_too(tmp_path):
    file = tmp_path / "acte.pdf"
    file.write_bytes(OTHER_FILE)
    with pytest.raises(StoreError):
        save(a_reading(), file=file)


def test_act_is_a_draft_with_what_it_says_of_itself():
    skipped = SkippedTable(2, "RIB", "coordonnées bancaires", 4)
    report = save(a_reading(notes=("une page sans texte",), skipped_tables=(skipped,)))

    act = Deliberation.objects.get()
    assert report.status == "new"
    assert (act.slug, act.status, act.published_at) == ("59-diple-2023-101", "draft", None)
    assert (act.number, act.body, act.session_date) == ("DIPLE/2023/101", "Conseil départemental", date(2023, 6, 26))
    assert (act.page_count, act.source_name, act.department.name) == (6, "deliberation.pdf", "Nord")
    assert "une page sans texte" in act.reading_notes
    assert "Tableau laissé de côté «\u202fRIB\u202f», page\u00a04\u202f: coordonnées bancaires" in act.reading_notes


def test_votes_decisions_totals_and_leftovers_are_stored():
    total = a_total_record("66500.00", precision=Decimal(1000), outside_budget=True)
    act = an_act(
        votes=(a_vote_record(articles=(1, 2), abstentions=3),),
        decisions=(a_decision_record(article=1, amount=Decimal("12500.00")), a_decision_record("d’autoriser")),
    )

    report = save(
        a_reading(
            act=act, totals=(total,), checks=(a_check_record(total, "12500.00"),), leftovers=(a_leftover_record(),)
        )
    )

    stored = Deliberation.objects.get()
    vote, check = stored.votes.get(), Check.objects.get()
    assert (vote.articles, vote.votes_for, vote.against, vote.abstentions, vote.page) == ("1, 2", 44, 30, 3, 2)
    assert list(stored.decisions.values_list("article", "amount_cents")) == [(1, 1_250_000), (None, None)]
    assert (check.status, check.computed_cents, check.difference_cents) == ("different", 1_250_000, -5_400_000)
    assert (check.total.precision_cents, check.total.outside_budget) == (100_000, True)
    assert stored.leftovers.get().text == "Mission locale – voir convention"
    assert (report.totals_different, report.totals_equal, report.leftovers) == (1, 0, 1)


def test_years_of_one_printed_row_count_as_one_row():
    report = save(a_reading(a_record(1, year=2022), a_record(1, year=2023), a_record(2)))

    assert (report.rows, len(report.new)) == (2, 3)


def test_publish_makes_it_public_at_once():
    report = save(a_reading(), publish=True)

    act = Deliberation.objects.published().get()
    assert report.published
    assert act.published_at is not None


def test_file_is_kept_byte_for_byte_under_a_name_made_of_its_hash():
    save(a_reading(name="../../etc/passwd.pdf"))

    act = Deliberation.objects.get()
    assert act.source.name == f"deliberations/{timezone.now():%Y}/{act.sha256}.pdf"
    with act.source.open() as kept:
        assert kept.read() == FILE


def test_path_serves_as_file(tmp_path):
    path = tmp_path / "acte.pdf"
    path.write_bytes(FILE)

    save(a_reading(), file=path)

    with Deliberation.objects.get().source.open() as kept:
        assert kept.read() == FILE


def test_numbers_that_restart_each_session_are_other_acts():
    save(a_reading(act=an_act(number="12")))
    save(a_reading(act=an_act(number="12", session_date=date(2023, 11, 13)), file=OTHER_FILE), file=OTHER_FILE)

    assert sorted(Deliberation.objects.values_list("slug", flat=True)) == ["59-12", "59-12-2023-11-13"]


def test_same_number_of_another_department_is_another_act():
    save(a_reading(act=an_act(number="2023-12")))
    save(a_reading(act=an_act(number="2023-12", department="Aisne"), file=OTHER_FILE), file=OTHER_FILE)

    assert sorted(Deliberation.objects.values_list("slug", flat=True)) == ["02-2023-12", "59-2023-12"]


def test_acts_without_number_do_not_meet():
    save(a_reading(act=an_act(number="")))
    save(a_reading(act=an_act(number=""), file=OTHER_FILE), file=OTHER_FILE)

    slugs = Deliberation.objects.values_list("slug", flat=True)
    assert len(set(slugs)) == 2
    assert all(slug.startswith("59-sans-numero-") for slug in slugs)


def test_trial_reports_the_same_and_writes_nothing():
    save(a_reading(a_record(1, "AFEJI"), a_record(2, "Vitamine T")))
    before = all_rows()
    again = a_reading(a_record(1, "AFEJI", amount="3.00"), a_record(2, "Le Relais", amount="4.00"), file=OTHER_FILE)

    trial = save(again, file=OTHER_FILE, dry_run=True)

    assert all_rows() == before
    assert len(stored_files()) == 1
    assert save(again, file=OTHER_FILE) == trial
    assert (len(trial.changed), len(trial.new), len(trial.gone)) == (1, 1, 1)


def test_trial_of_a_new_act_leaves_no_trace():
    report = save(a_reading(), dry_run=True)

    assert (report.status, len(report.new), report.deliberation_id) == ("new", 1, None)
    assert not any(rows for rows in all_rows().values())
    assert stored_files() == []


def test_crash_in_the_middle_leaves_nothing_half_done(monkeypatch):
    def crash(*args):
        raise DatabaseError("disk full")

    monkeypatch.setattr(parts, "replace", crash)

    with pytest.raises(DatabaseError):
        save(a_reading())

    assert not any(rows for rows in all_rows().values())
    assert not Department.objects.exists()
    assert stored_files() == []


def test_crash_while_updating_leaves_the_former_act_whole(monkeypatch):
    save(a_reading(a_record(1, "AFEJI")))
    before = all_rows()

    def crash(*args):
        raise DatabaseError("disk full")

    monkeypatch.setattr(parts, "replace", crash)
    with pytest.raises(DatabaseError):
        save(a_reading(a_record(1, "Citéo"), file=OTHER_FILE), file=OTHER_FILE)

    assert all_rows() == before
    with Deliberation.objects.get().source.open() as kept:
        assert kept.read() == FILE
    assert len(stored_files()) == 1


def test_file_cut_short_by_an_earlier_crash_is_written_again():
    digest = a_reading().document.sha256
    default_storage.save(f"deliberations/{timezone.now():%Y}/{digest}.pdf", ContentFile(FILE[:5]))

    save(a_reading())

    with Deliberation.objects.get().source.open() as kept:
        assert kept.read() == FILE
    assert stored_files() == [f"{digest}.pdf"]


def test_thousand_lines_cost_no_query_each(django_assert_max_num_queries):
    a_department()
    records = [a_record(number, f"Association {number % 300}", commune="MAUBEUGE") for number in range(1, 1001)]

    with django_assert_max_num_queries(130):
        save(a_reading(*records))

    assert GrantLine.objects.count() == 1000
