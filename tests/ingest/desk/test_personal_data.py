"""Staff see what is personal, decide, and everything that the public reads follows."""

from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from grants import history
from grants.models import Deliberation, ErrorReport, Operator, PersonalMark
from ingest import store
from ingest.desk import personal_data
from ingest.desk.personal_data import DecisionError, decide, found_in, mask_also
from ingest.reader import pipeline
from ingest.reader.records import Box, Reading
from ingest.store.private.masks import MASKED_PERSON
from tests.samples.variants.private_persons import MAILBOX, OFFICE, PHONE

pytestmark = pytest.mark.django_db
ACT = Path(__file__).resolve().parents[2] / "data" / "variants" / "private-persons.pdf"
WHY = "la bénéficiaire l’a demandé"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return pipeline.read(ACT)


@pytest.fixture
def act(reading) -> Deliberation:
    report = store.save(reading, file=ACT, publish=True, word="vu")
    return Deliberation.objects.get(pk=report.deliberation_id)


def a_user(*permissions: str) -> User:
    user = User.objects.create_user(f"agent-{User.objects.count()}", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def an_editor() -> User:
    return a_user("view_deliberation", "change_deliberation", "decide_personal_data")


def marks(act: Deliberation, **which) -> list[int]:
    return list(act.personal_marks.filter(**which).values_list("pk", flat=True))


def page(client, act: Deliberation, name: str = "personal") -> str:
    return client.get(reverse(f"admin:grants_deliberation_{name}", args=[act.pk])).content.decode()


# ---- decisions ---------------------------------------------------------------------------------------------------


def test_one_thing_on_two_pages_is_decided_once(act):
    found = found_in(act)
    dupre = next(thing for thing in found.waiting if thing.first.text == "Jeanne DUPRÉ")
    assert dupre.pages == [1, 2]
    assert found.masked_count == act.masked_count == 9
    assert [thing.first.text for thing in found.services] == [OFFICE]
    decide(act, an_editor(), [dupre.first.pk], "public", WHY)
    assert set(act.personal_marks.filter(text="Jeanne DUPRÉ").values_list("status", flat=True)) == {"public"}


def test_a_name_made_public_comes_back_in_its_line_and_keeps_the_number(act):
    line = act.lines.get(line=2)
    assert line.operator_text == MASKED_PERSON
    version, read_at = history.current().number, act.read_at

    decide(act, an_editor(), marks(act, text="Jeanne DUPRÉ", page=1), "public", WHY)

    line.refresh_from_db()
    act.refresh_from_db()
    assert line.operator_text == "Madame Jeanne DUPRÉ"
    assert line.operator.name == "Madame Jeanne DUPRÉ"
    assert act.masked_count == 8
    assert act.read_at == read_at
    assert history.current().number > version
    assert act.status == "published"
    assert "rendues publiques" in LogEntry.objects.latest("pk").change_message


def test_masked_again_the_name_and_its_operator_are_gone(act):
    editor, number = an_editor(), act.lines.get(line=2).pk
    decide(act, editor, marks(act, text="Jeanne DUPRÉ"), "public", WHY)
    before = Deliberation.objects.get(pk=act.pk).masks_print
    decide(act, editor, marks(act, text="Jeanne DUPRÉ"), "masked", "")
    assert act.lines.get(pk=number).operator_text == MASKED_PERSON
    assert not Operator.objects.filter(name__contains="DUPRÉ").exists()
    assert Deliberation.objects.get(pk=act.pk).masks_print != before
    assert "DUPRÉ" not in str(list(act.changes.values_list("before", "after")))


def test_public_asks_for_a_word_and_for_a_choice(act):
    with pytest.raises(DecisionError, match="pourquoi"):
        decide(act, an_editor(), marks(act, kind="phone"), "public", " ")
    with pytest.raises(DecisionError, match="Cochez"):
        decide(act, an_editor(), [], "masked", "")
    assert not act.personal_marks.filter(status="public").exists()


def test_marks_of_another_act_are_not_decided(act):
    other = PersonalMark.objects.create(
        deliberation=Deliberation.objects.create(
            department=act.department,
            slug="23-autre",
            number="autre",
            sha256="0" * 64,
            page_count=1,
            read_at=act.read_at,
        ),
        kind="phone",
        page=1,
    )
    with pytest.raises(DecisionError):
        decide(act, an_editor(), [other.pk], "public", WHY)


def test_a_place_that_the_machine_missed_is_masked_with_its_text(act):
    pages = mask_also(act, an_editor(), kind="other", page=1, box=Box(0.1, 0.2, 0.3, 0.22), text="Lycée Jules Ferry")
    act.refresh_from_db()
    mark = act.personal_marks.get(by_staff=True)
    assert pages == [1]
    assert len(mark.boxes) == 2, "what is drawn, and where the text is printed"
    line = act.lines.get(line=5)
    assert line.operator_text == "[donnée personnelle masquée]"
    assert mark.is_masked
    assert mark.by_staff
    assert act.masked_count == 10


def test_a_beneficiary_that_staff_say_is_a_person_is_a_person(act):
    mask_also(act, an_editor(), kind="person", page=1, box=Box(0.1, 0.2, 0.3, 0.22), text="Anne Frank")
    line = act.lines.get(line=8)
    assert line.operator_text == MASKED_PERSON
    assert line.operator is None
    assert not Operator.objects.filter(name="Anne Frank").exists()


def test_a_text_is_masked_on_every_page_that_prints_it(act):
    editor = an_editor()
    decide(act, editor, marks(act, text="Jeanne DUPRÉ"), "public", WHY)
    assert mask_also(act, editor, kind="person", page=2, box=Box(0.1, 0.2, 0.3, 0.22), text="Jeanne Dupré") == [1, 2]
    kept = act.personal_marks.filter(key="dupre jeanne")
    assert {mark.status for mark in kept} == {"masked"}
    assert [0.1, 0.2, 0.3, 0.22] in kept.get(page=2).boxes, "what staff drew stays when the act is saved again"
    assert act.lines.get(line=2).operator_text == MASKED_PERSON


def test_a_text_too_short_is_refused(act):
    with pytest.raises(DecisionError, match="trop court"):
        mask_also(act, an_editor(), kind="other", page=1, box=Box(0.1, 0.2, 0.3, 0.22), text="a b")
    assert act.personal_marks.filter(by_staff=True).count() == 0


def test_a_decision_that_cannot_be_applied_changes_nothing(act, monkeypatch):
    def gone(*arguments):
        raise OSError

    monkeypatch.setattr(personal_data, "restore", gone)
    with pytest.raises(DecisionError, match="de nouveau"):
        decide(act, an_editor(), marks(act, kind="phone"), "public", WHY)
    assert not act.personal_marks.filter(status="public").exists()


# ---- pages -------------------------------------------------------------------------------------------------------


def test_the_page_shows_everything_as_printed_with_its_reason(client, act):
    client.force_login(an_editor())
    shown = page(client, act)
    for told in ("Jeanne DUPRÉ", "7890 189", MAILBOX, PHONE, "signature", "civilité devant le nom", "sans décision"):
        assert told in shown
    assert "Rendre publiques ces coordonnées" in shown
    assert f"{reverse('admin:grants_deliberation_crop', args=[act.pk])}?page=2" in shown
    assert shown.rindex('name="mark"') < shown.index("Rendre public ce qui est coché"), "boxes come before what they do"


def test_the_summary_of_the_act_says_how_many_are_masked(client, act):
    client.force_login(an_editor())
    assert "9\u00a0données personnelles masquées" in page(client, act, "reading")


def test_deciding_asks_for_its_own_permission(client, act):
    client.force_login(a_user("view_deliberation", "change_deliberation"))
    shown = page(client, act)
    assert "Jeanne DUPRÉ" in shown
    assert "Rendre public" not in shown
    address = reverse("admin:grants_deliberation_personal_decide", args=[act.pk])
    assert client.post(address, {"mark": marks(act), "status": "public", "word": WHY}).status_code == 403
    assert client.get(reverse("admin:grants_deliberation_personal_add", args=[act.pk])).status_code == 403
    assert not act.personal_marks.filter(status="public").exists()


def test_services_are_made_public_in_one_click(client, act):
    client.force_login(an_editor())
    address = reverse("admin:grants_deliberation_personal_decide", args=[act.pk])
    sent = {"mark": marks(act, is_service=True), "status": "public", "word": "coordonnées d’un service"}
    shown = client.post(address, sent, follow=True).content.decode()
    assert "Données rendues publiques" in shown
    assert act.personal_marks.get(text=OFFICE).status == "public"
    assert act.personal_marks.get(text=MAILBOX).status == "masked"


def test_a_box_drawn_is_read_then_masked(client, act):
    client.force_login(an_editor())
    mark = act.personal_marks.get(text=PHONE)
    sides = {side: f"{100 * getattr(mark, side):.2f}".replace(".", ",") for side in ("x0", "y0", "x1", "y1")}
    address = reverse("admin:grants_deliberation_personal_add", args=[act.pk])
    read = client.get(address, {"page": 2, **sides}).content.decode()
    assert PHONE in read
    sent = client.post(address, {"page": 2, **sides, "kind": "other", "text": "tout seul"}, follow=True)
    assert "Masqué, page 2" in sent.content.decode()
    assert act.personal_marks.get(by_staff=True).text == "tout seul"


def test_what_readers_report_is_shown_with_its_line(client, act):
    line = act.lines.get(line=5)
    ErrorReport.objects.create(line=line, line_pk=line.pk, what="personal", message="mon nom figure ici")
    client.force_login(an_editor())
    shown = page(client, act)
    assert "mon nom figure ici" in shown
    assert "?page=1" in shown


def test_the_page_costs_the_same_however_much_is_found(client, act, django_assert_max_num_queries):
    client.force_login(an_editor())
    for number in range(30):
        PersonalMark.objects.create(
            deliberation=act,
            kind="phone",
            text=f"03 53 01 02 {number:02}",
            key=f"03530102{number:02}",
            page=1,
            boxes=[],
        )
    with django_assert_max_num_queries(25):
        page(client, act)
