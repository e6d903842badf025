"""What is personal is taken out of every record before anything is stored."""

import pytest
from django.utils import timezone

from grants.models import Change, Deliberation, GrantLine, Operator, PersonalMark, SearchEntry
from ingest import store
from ingest.reader.records import Box, PersonalRecord, Source
from ingest.store.private.masks import MASKED_PERSON, Masks
from ingest.store.readings import kept
from tests.builders import a_commune
from tests.ingest.readings import (
    FILE,
    a_check_record,
    a_decision_record,
    a_leftover_record,
    a_reading,
    a_record,
    a_recusal_record,
    a_total_record,
    a_vote_record,
    an_act,
)

IBAN = "FR76 3000 6000 0112 3456 7890 189"
MAILBOX = "jeanne.dupre@example.org"
PHONE = "03 53 01 02 03"
PERSON = "Madame Jeanne DUPRÉ"


def found(kind: str, text: str, *, page: int = 3, left: float = 0.1, service: bool = False) -> PersonalRecord:
    source = Source(page, 0, 0, Box(left, 0.2, left + 0.3, 0.22))
    return PersonalRecord(kind, text, (source,), "essai", service)


EVERYTHING = (
    found("bank", IBAN),
    found("email", MAILBOX),
    found("phone", PHONE),
    found("person", "Jeanne DUPRÉ"),
    found("signature", ""),
)


def a_private_reading(**fields):
    """Every text of the act holds something personal."""
    told = f"verser sur {IBAN}, écrire à {MAILBOX}, appeler le {PHONE}, voir Jeanne Dupré"
    total = a_total_record("900.00", scope=f"Total de Mme Dupré Jeanne ({MAILBOX})", text=PHONE)
    values = {
        "act": an_act(
            title=f"Aides : {told}",
            decisions=(a_decision_record(told),),
            votes=(a_vote_record(for_detail=f"M. Paul ROUX ({PHONE})"),),
            recusals=(a_recusal_record(f"Foyer rural, {MAILBOX}"),),
        ),
        "leftovers": (a_leftover_record(f"{PERSON} | {PHONE}"),),
        "totals": (total,),
        "checks": (a_check_record(total, "900.00"),),
        "notes": (told,),
        "personal": EVERYTHING,
        "name": f"demande de Jeanne DUPRÉ {PHONE}.pdf",
    }
    lines = (
        a_record(1, PERSON, "400.00", action=told, detail=told, agreement=told, notes=(told,)),
        a_record(2, "Association Jeanne d’Arc", "500.00"),
    )
    return a_reading(*lines, **(values | fields))


def saved(reading=None, **options) -> Deliberation:
    report = store.save(reading or a_private_reading(), file=FILE, **options)
    return Deliberation.objects.get(pk=report.deliberation_id)


def public_texts(act: Deliberation) -> str:
    """Every text of every row that says something of the act, marks and kept readings apart."""
    rows = [act, *act.lines.all(), *act.votes.all(), *act.decisions.all(), *act.recusals.all()]
    rows += [*act.leftovers.all(), *act.stated_totals.all(), *Operator.objects.all(), *SearchEntry.objects.all()]
    rows += [*act.changes.all(), *act.gone_lines.all()]
    rows += [name for operator in Operator.objects.all() for name in operator.names.all()]
    return "\n".join(str(getattr(row, one.attname)) for row in rows for one in row._meta.concrete_fields)


def assert_nothing_private(text: str) -> None:
    folded = text.lower()
    for told in (IBAN, "7890 189", MAILBOX, "jeanne.dupre", PHONE, "DUPRÉ", "Jeanne Dupré", "jeannedupre"):
        assert told.lower() not in folded, told
    assert "30006000011234567890189" not in folded.replace(" ", "")


@pytest.mark.django_db
def test_no_public_row_holds_anything_private():
    act = saved()
    assert_nothing_private(public_texts(act))
    assert act.lines.get(line=1).operator_text == MASKED_PERSON
    assert act.lines.get(line=1).operator is None
    assert act.lines.get(line=2).operator.name == "Association Jeanne d’Arc"
    assert "[numéro de téléphone masqué]" in act.lines.get(line=1).action


@pytest.mark.django_db
def test_members_who_vote_and_stand_aside_keep_their_names_and_not_their_numbers():
    act = saved()
    assert act.votes.get().for_detail == "M. Paul ROUX ([numéro de téléphone masqué])"
    assert act.recusals.get().person == "Sylvie DUPREZ"


@pytest.mark.django_db
def test_staff_have_the_original_in_marks_and_in_the_kept_reading():
    act = saved()
    assert {mark.text for mark in act.personal_marks.all()} == {IBAN, MAILBOX, PHONE, "Jeanne DUPRÉ", ""}
    assert kept.current(act).lines[0].operator == PERSON
    assert act.masked_count == 5
    assert act.masks_print


@pytest.mark.django_db
def test_an_act_without_anything_private_has_no_print():
    act = saved(a_reading())
    assert (act.masks_print, act.masked_count) == ("", 0)


@pytest.mark.django_db
def test_the_same_reading_again_changes_nothing():
    act = saved()
    report = store.save(a_private_reading(), file=FILE)
    assert report.status == "unchanged"
    assert act.personal_marks.count() == 5


def decide(act: Deliberation, status: str, **which) -> None:
    act.personal_marks.filter(**which).update(status=status, decided_at=timezone.now())


@pytest.mark.django_db
def test_what_staff_made_public_is_public_when_the_file_is_read_again():
    act = saved()
    number = act.lines.get(line=1).pk
    decide(act, "public", kind="phone")
    decide(act, "public", kind="person")
    act = saved()
    line = act.lines.get(line=1)
    assert line.pk == number
    assert line.operator_text == PERSON
    assert line.operator.name == PERSON
    assert PHONE in line.action
    assert MAILBOX not in line.action


@pytest.mark.django_db
def test_a_name_masked_again_leaves_neither_operator_nor_journal():
    act = saved(publish=True, word="vu")
    number = act.lines.get(line=1).pk
    decide(act, "public", kind="person")
    act = saved()
    assert Operator.objects.filter(name=PERSON).exists()
    assert Change.objects.filter(kind="corrected").exists()
    decide(act, "masked", kind="person")
    act = saved()
    assert act.lines.get(pk=number).operator_text == MASKED_PERSON
    assert_nothing_private(public_texts(act))


@pytest.mark.django_db
def test_decisions_stand_when_the_page_moves_and_what_is_found_no_more_goes():
    act = saved()
    decide(act, "public", kind="email")
    moved = (found("email", MAILBOX, page=5), found("bank", IBAN))
    act = saved(a_private_reading(personal=moved))
    assert act.personal_marks.get(kind="email").status == "public"
    assert act.personal_marks.get(kind="email").page == 5
    assert not act.personal_marks.filter(kind="signature").exists()


@pytest.mark.django_db
def test_marks_of_staff_stay_whatever_is_read():
    act = saved()
    PersonalMark.objects.create(
        deliberation=act, kind="other", text="Chantier", key="chantier", page=3, boxes=[], by_staff=True
    )
    act = saved(a_private_reading(personal=()))
    assert act.personal_marks.get(by_staff=True).is_masked


@pytest.mark.django_db
def test_a_text_that_staff_masked_is_masked_in_every_line():
    act = saved(a_reading())
    PersonalMark.objects.create(
        deliberation=act, kind="other", text="d’insertion", key="dinsertion", page=3, boxes=[], by_staff=True
    )
    act = saved(a_reading())
    assert act.lines.get().action == "Chantier [donnée personnelle masquée]"


@pytest.mark.django_db
def test_a_beneficiary_that_no_mark_tells_is_masked_all_the_same():
    act = saved(a_reading(a_record(1, "MORVAN Paul")))
    assert act.lines.get().operator_text == MASKED_PERSON
    assert act.personal_marks.get().text == "MORVAN Paul"
    assert act.masked_count == 1
    assert not Operator.objects.exists()
    assert not GrantLine.objects.filter(search_text__contains="morvan").exists()


def test_a_name_is_masked_in_any_order_case_and_accent():
    masks = Masks({"person": {"dupre jeanne": "Jeanne DUPRÉ"}})
    for told in ("Jeanne Dupré", "DUPRE JEANNE", "Dupré, Jeanne"):
        assert masks.text(f"pour {told} seule") == "pour [nom masqué] seule"
    assert masks.text("Jeanne Dupressoir") == "Jeanne Dupressoir"


def test_a_surname_alone_is_masked_after_a_civility_only():
    masks = Masks({"person": {"carlier": "CARLIER"}})
    assert masks.text("M. Carlier, rue Carlier") == "M. [nom masqué], rue Carlier"


def test_what_is_public_is_left():
    masks = Masks(public={"phone": {"0353010203"}})
    assert masks.text(f"{PHONE} ou 06 39 98 12 34") == f"{PHONE} ou [numéro de téléphone masqué]"


@pytest.mark.django_db
def test_a_town_that_bears_a_first_name_is_no_person():
    a_commune("Bois-Bernard", code="62148")
    act = saved(a_reading(a_record(1, "BOIS BERNARD"), personal=(found("person", "BOIS BERNARD"),)))
    assert act.lines.get().operator_text == "BOIS BERNARD"
    assert act.masked_count == 0


@pytest.mark.django_db
def test_a_person_who_bears_the_name_of_a_town_is_a_person_after_a_civility():
    a_commune("Lille", code="59350")
    act = saved(a_reading(a_record(1, "M. LILLE")))
    assert act.lines.get().operator_text == MASKED_PERSON
    assert act.masked_count == 1
