"""From a reading to the database: what is written, what is compared, what is left alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.utils import timezone

from grants import history
from grants.corrections import set_seat
from grants.models import (
    Change,
    Check,
    Deliberation,
    Department,
    GrantLine,
    Operator,
    OperatorName,
    Programme,
    SearchEntry,
    StatedTotal,
    Territory,
)
from grants.operators.merging import merge
from ingest import store
from ingest.reader.errors import NoGrantError
from ingest.reader.records import SkippedTable
from ingest.store import StoreError, acts
from ingest.store.beside import parts
from ingest.store.files import content_of
from ingest.store.lines import changes
from tests.builders import a_commune, a_commune_name, a_department
from tests.ingest.readings import (
    FILE,
    a_check_record,
    a_decision_record,
    a_leftover_record,
    a_reading,
    a_record,
    a_recusal_record,
    a_source,
    a_total_record,
    a_vote_record,
    an_act,
)

pytestmark = pytest.mark.django_db
OTHER_FILE = b"%PDF-1.7 the act printed again"


def save(reading, file=FILE, **options):
    return store.save(reading, file=file, **options)


def stored_files():
    folder = f"deliberations/{timezone.now():%Y}"
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


# ---- a new act ---------------------------------------------------------------------------------------------------


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


# ---- what is refused ---------------------------------------------------------------------------------------------


def test_reading_without_line_nor_total_is_refused():
    with pytest.raises(NoGrantError, match="aucune subvention"):
        save(a_reading(lines=()))

    assert not Deliberation.objects.exists()


def test_reading_with_leftovers_alone_is_stored():
    assert save(a_reading(lines=(), leftovers=(a_leftover_record(),))).leftovers == 1


def test_reading_with_stated_totals_alone_is_stored():
    assert save(a_reading(lines=(), totals=(a_total_record(),))).rows == 0


@pytest.mark.parametrize("printed", ["", "Flandre"])
def test_unknown_department_is_refused_and_nothing_is_left(printed):
    with pytest.raises(StoreError, match=r"deliberation\.pdf.+département.+indiquez lequel") as caught:
        save(a_reading(act=an_act(department=printed)))

    assert printed in str(caught.value)
    assert not Deliberation.objects.exists()
    assert stored_files() == []


def test_department_can_be_told_where_none_is_printed():
    save(a_reading(act=an_act(department="")), told=store.Told(department="62"))

    assert Deliberation.objects.get().department.name == "Pas-de-Calais"


def test_printed_department_goes_before_the_one_told():
    save(a_reading(), told=store.Told(department="62"))

    assert Deliberation.objects.get().department.name == "Nord"


def test_another_file_than_the_one_read_is_refused():
    with pytest.raises(StoreError, match="n’est pas celui qui a été lu"):
        save(a_reading(), file=OTHER_FILE)


def test_second_amount_for_the_same_row_and_year_is_left_over():
    report = save(a_reading(a_record(1, amount="100.00"), a_record(1, amount="200.00")))

    assert GrantLine.objects.get().amount == 100
    assert "200.00 €" in Deliberation.objects.get().leftovers.get().text
    assert report.leftovers == 1


def test_amount_beyond_any_measure_is_left_over():
    save(a_reading(a_record(1), a_record(2, amount="1234567890123456789012.00")))

    assert GrantLine.objects.count() == 1
    assert Deliberation.objects.get().leftovers.get().reason == "montant hors de toute mesure"


def test_total_beyond_any_measure_is_left_over():
    total = a_total_record("1234567890123456789012.00", text="12345 67890")

    save(a_reading(totals=(total,), checks=(a_check_record(total, "12500.00"),)))

    assert not StatedTotal.objects.exists()
    assert "12345 67890" in Deliberation.objects.get().leftovers.get().text


def test_numbers_that_no_column_holds_are_left_empty_and_said():
    record = a_record(places=10**12, places_text="1000 000 000 000")

    save(a_reading(record, act=an_act(votes=(a_vote_record(votes_for=20_230_626),))))

    line = GrantLine.objects.get()
    assert (line.places, line.places_text) == (None, "1000 000 000 000")
    assert "places" in line.notes
    vote = Deliberation.objects.get().votes.get()
    assert (vote.votes_for, vote.against) == (None, 30)


def test_text_longer_than_its_column_is_cut_and_said():
    save(a_reading(a_record(operator="Association " + "très " * 200)))

    line = GrantLine.objects.get()
    assert line.operator_text.endswith("…")
    assert "opérateur imprimé" in line.notes


def test_characters_that_no_database_takes_are_replaced():
    save(a_reading(a_record(operator="Le\x00 Relais", action="Atelier \ud800")))

    line = GrantLine.objects.get()
    assert (line.operator_text, line.action) == ("Le\ufffd Relais", "Atelier \ufffd")


# ---- which act it is ---------------------------------------------------------------------------------------------


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


# ---- read again --------------------------------------------------------------------------------------------------


def all_rows():
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Deliberation, GrantLine, Operator, OperatorName, StatedTotal, Check, Programme)
    }


def a_full_reading():
    total = a_total_record()
    return a_reading(
        a_record(1, "AFCI", commune="MAUBEUGE"),
        a_record(2, "A.F.C.I"),
        a_record(3, "A.F.C.I", territory="DTA"),
        a_record(4, "A.F.C.I", territory="DTA"),
        totals=(total,),
        checks=(a_check_record(total, "12500.00"),),
        act=an_act(votes=(a_vote_record(),), recusals=(a_recusal_record("AFCI"),)),
        leftovers=(a_leftover_record(),),
    )


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


# ---- all or nothing ----------------------------------------------------------------------------------------------


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


# ---- operators ---------------------------------------------------------------------------------------------------


def test_spellings_that_surely_are_one_name_are_one_operator():
    names = ["L’ÉCOLE DE LA VIE", "l'école de la vie", "Ecole de la Vie", "L'École  de la Vie", "École-de-la-vie"]

    save(a_reading(*(a_record(number, name) for number, name in enumerate(names, 1))))

    operator = Operator.objects.get()
    assert operator.names.count() == 5
    assert operator.name == "L'École de la Vie"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CCAS de Lens", "CCAS Lens"),
        ("Association Vitamine T", "Vitamine T"),
        ("Mission locale du Valenciennois", "Mission locale Valenciennois"),
        ("AFEJI", "AFEJI Hauts-de-France"),
    ],
)
def test_less_sure_names_stay_apart(one, other):
    save(a_reading(a_record(1, one), a_record(2, other)))

    assert Operator.objects.count() == 2


def test_operators_are_the_same_from_one_act_to_the_next():
    save(a_reading(a_record(1, "DEFI MOBILITE")))
    save(a_reading(a_record(1, "Défi Mobilité"), act=an_act(number="2"), file=OTHER_FILE), file=OTHER_FILE)

    operator = Operator.objects.get()
    assert (operator.name, operator.lines.count()) == ("Défi Mobilité", 2)


def test_search_text_of_former_lines_follows_the_shown_name():
    save(a_reading(a_record(1, "A.F.C.I")))
    second = a_reading(a_record(1, "AFCI"), a_record(2, "AFCI", reference="b"), act=an_act(number="2"), file=OTHER_FILE)

    save(second, file=OTHER_FILE)

    assert all(" afci " in text for text in GrantLine.objects.values_list("search_text", flat=True))


def test_spelling_given_to_an_operator_by_staff_is_followed():
    save(a_reading(a_record(1, "AFEJI"), a_record(2, "Afeji Hauts-de-France")))
    kept, merged = Operator.objects.get(name="AFEJI"), Operator.objects.get(name="Afeji Hauts-de-France")
    merged.names.update(operator=kept)

    save(a_reading(a_record(1, "Afeji Hauts-de-France"), act=an_act(number="2"), file=OTHER_FILE), file=OTHER_FILE)

    assert GrantLine.objects.get(deliberation__number="2").operator == kept


def test_text_that_names_nobody_makes_no_operator():
    save(a_reading(a_record(1, "-"), a_record(2, "")))

    assert not Operator.objects.exists()
    assert GrantLine.objects.filter(operator=None).count() == 2


# ---- towns -------------------------------------------------------------------------------------------------------


def test_town_is_found_from_the_seat_or_the_name_and_how_is_said():
    a_commune("Maubeuge", code="59392")
    a_commune_name("Saint-Pol-sur-Mer", commune=a_commune("Dunkerque", code="59183"))
    records = (
        a_record(1, "AFEJI", commune="MAUBEUGE CEDEX"),
        a_record(2, "AFCI", commune="ST POL SUR MER"),
        a_record(3, "CCAS de Maubeuge", commune=""),
        a_record(4, "Le Relais", commune="Tombouctou"),
    )

    save(a_reading(*records))

    found = GrantLine.objects.order_by("line").values_list("commune", "commune_found_by")
    assert list(found) == [("59392", "printed"), ("59183", "old name"), ("59392", "operator name"), (None, "")]


def test_operator_has_the_seat_printed_most_often_and_lines_keep_theirs():
    a_commune("Maubeuge", code="59392")
    a_commune("Douai", code="59178")
    towns = ["Maubeuge", "Douai", "Douai"]

    save(a_reading(*(a_record(number, "AFEJI", commune=town) for number, town in enumerate(towns, 1))))

    assert Operator.objects.get().commune_id == "59178"
    assert list(GrantLine.objects.order_by("line").values_list("commune", flat=True)) == ["59392", "59178", "59178"]


def test_seat_chosen_by_staff_is_kept():
    maubeuge, douai = a_commune("Maubeuge", code="59392"), a_commune("Douai", code="59178")
    save(a_reading(a_record(1, "AFEJI", commune="Maubeuge")))
    Operator.objects.update(commune=douai, commune_found_by="staff")

    save(a_reading(a_record(1, "AFEJI", commune="Maubeuge", amount="3.00")))

    assert Operator.objects.get().commune == douai
    assert GrantLine.objects.get().commune == maubeuge


def test_seat_chosen_by_staff_serves_lines_that_print_none():
    douai = a_commune("Douai", code="59178")
    save(a_reading(a_record(1, "AFEJI")))
    set_seat(Operator.objects.get(), douai)

    report = save(a_reading(a_record(1, "AFEJI"), a_record(2, "AFEJI", reference="new")))

    assert (report.same, len(report.new)) == (1, 1)
    assert list(GrantLine.objects.values_list("commune", "commune_found_by")) == [("59178", "staff")] * 2


def test_seat_gives_no_territory():
    a_commune("Maubeuge", code="59392")

    save(a_reading(a_record(commune="MAUBEUGE")))

    assert GrantLine.objects.get().territory is None
    assert not Territory.objects.exists()


# ---- headings ----------------------------------------------------------------------------------------------------


def test_headings_that_differ_by_case_are_one_on_each_level():
    records = (
        a_record(1, programme="parcours IAE", subprogramme="Accompagnement EI", territory="Hénin-Carvin"),
        a_record(2, programme="Parcours IAE", subprogramme="ACCOMPAGNEMENT EI", territory="HENIN CARVIN"),
        a_record(3, programme="Mobilité", subprogramme="Accompagnement EI"),
    )

    save(a_reading(*records))

    assert list(Programme.objects.filter(parent=None).values_list("name", flat=True)) == ["Mobilité", "Parcours IAE"]
    assert Programme.objects.exclude(parent=None).count() == 2
    assert Territory.objects.get().name == "Hénin-Carvin"


def test_headings_belong_to_their_department():
    save(a_reading())
    save(a_reading(act=an_act(department="Aisne"), file=OTHER_FILE), file=OTHER_FILE)

    assert Programme.objects.count() == 2


def test_operation_printed_without_programme_is_a_heading_of_the_first_level():
    save(a_reading(a_record(programme="", subprogramme="Référent solidarité")))

    line = GrantLine.objects.get()
    assert (line.programme.name, line.programme.parent, line.subprogramme) == ("Référent solidarité", None, None)
    assert (line.programme_text, line.subprogramme_text) == ("", "Référent solidarité")


# ---- recusals ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operator", "organisation"),
    [
        ("CCAS d'Anzin", "CCAS d’Anzin"),
        ("ENTREPRENDRE ENSEMBLE", "association Entreprendre Ensemble"),
        ("Association Entreprendre Ensemble", "Entreprendre Ensemble"),
        ("Association d'Action Éducative", "l'Association d'Action Educative"),
        ("GIE Eurasanté", "Eurasanté"),
        ("Foyer rural de Villelune (FRV)", "Foyer rural de Villelune"),
        ("Boule joyeuse de Villelune", "La Boule joyeuse"),
    ],
)
def test_recusal_is_linked_to_the_one_operator_it_names(operator, organisation):
    save(a_reading(a_record(1, operator), act=an_act(recusals=(a_recusal_record(organisation),))))

    assert Deliberation.objects.get().recusals.get().operator.names.get().name == operator


@pytest.mark.parametrize(
    "organisation", ["", "CCAS d'Anzin et de Marly", "Vitamine T", "Anzin", "CCAS", "Club des aînés"]
)
def test_recusal_that_leaves_a_doubt_is_not_linked(organisation):
    records = (a_record(1, "CCAS d'Anzin"), a_record(2, "Association Vitamine T"), a_record(3, "SAS Vitamine T"))
    records += (a_record(4, "Club des aînés de Marly"), a_record(5, "Club des aînés d'Anzin"))

    save(a_reading(*records, act=an_act(recusals=(a_recusal_record(organisation),))))

    assert Deliberation.objects.get().recusals.get().operator is None


# ---- cost --------------------------------------------------------------------------------------------------------


def test_thousand_lines_cost_no_query_each(django_assert_max_num_queries):
    a_department()
    records = [a_record(number, f"Association {number % 300}", commune="MAUBEUGE") for number in range(1, 1001)]

    with django_assert_max_num_queries(130):
        save(a_reading(*records))

    assert GrantLine.objects.count() == 1000
