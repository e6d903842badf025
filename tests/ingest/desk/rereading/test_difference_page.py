"""The page of the difference: the sentence first, before and after in words, the buttons, who may press them."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.storage import default_storage

from grants.models import Deliberation
from ingest import store
from ingest.desk import edits
from ingest.desk.rereading import replacing
from ingest.models import PendingReading
from ingest.pages.page_images import PageImageError
from ingest.store.publishing import publish
from ingest.store.readings import kept
from tests.ingest.readings import FILE, a_reading, a_record, an_act

CORRECTED = b"%PDF-1.7 corrected"
pytestmark = pytest.mark.django_db


@pytest.fixture
def act():
    records = [a_record(1, "CCAS de Maubeuge", "1000.00"), a_record(2, "AFEJI", "3000.00")]
    return Deliberation.objects.get(pk=store.save(a_reading(*records), file=FILE).deliberation_id)


@pytest.fixture
def pending(act):
    records = [a_record(1, "CCAS de Maubeuge", "1016.00"), a_record(2, "Emmaüs", "5.00")]
    reading = a_reading(*records, file=CORRECTED, name="corrigée.pdf", act=an_act(title="Insertion"))
    return replacing.propose(act, reading, CORRECTED)


def agent(client, *permissions: str) -> User:
    user = User.objects.create_user("agent", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=[f"{one}_deliberation" for one in permissions]))
    client.force_login(user)
    return user


def address(act, name: str) -> str:
    return f"/admin/grants/deliberation/{act.pk}/{name}"


def page(client, act, name: str = "lecture/nouvelle/") -> str:
    response = client.get(address(act, name))
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_says_the_sentence_first_then_before_and_after(client, act, pending):
    agent(client, "view", "change")

    text = page(client, act)

    sentence = replacing.comparison(pending).difference.sentence
    assert text.index(sentence) < text.index("Remplacer") < text.index("Ce que le public verra")
    assert "<del>1\u202f000\u00a0€</del>" in text
    assert "<ins>1\u202f016\u00a0€</ins>" in text
    assert "Emmaüs" in text
    assert "AFEJI" in text
    assert "lecture=nouvelle" in text
    assert "Rien\u202f: cette délibération est un brouillon." in text


def test_images_of_rows_have_their_size_before_they_come(client, act, pending):
    agent(client, "view", "change")

    images = re.findall(r"<img [^>]*>", page(client, act))
    assert len(images) == 4, "a line before and after, one that is new, one that is gone"
    assert [one for one in images if not re.search(r'width="\d+" height="\d+"', one)] == []


def test_years_of_a_row_are_told_to_count_apart(client, act, pending):
    agent(client, "view", "change")
    assert "compte ici à part" not in page(client, act)

    years = [a_record(1, "CCAS de Maubeuge", amount, year=year) for year, amount in ((2023, "1000.00"), (2024, "5.00"))]
    replacing.propose(act, a_reading(*years, file=CORRECTED, name="corrigée.pdf"), CORRECTED)

    assert "2\u00a0montants sur 1\u00a0ligne imprimée dans la nouvelle lecture" in page(client, act)


def test_the_page_of_a_published_act_says_what_the_public_will_see(client, act, pending):
    agent(client, "view", "change")
    publish(act, None)

    text = page(client, act)

    assert "1\u00a0ligne de plus" in text
    assert "1\u00a0ligne de moins" in text


def test_corrections_are_told_with_those_where_the_new_reading_disagrees(client, act):
    agent(client, "view", "change")
    edits.correct(act.lines.get(operator_text="AFEJI"), None, action="Atelier")
    replacing.propose(act, a_reading(a_record(2, "AFEJI", "3000.00", action="Autre"), file=CORRECTED), CORRECTED)

    text = page(client, act)

    assert "≠ lit autre chose" in text
    assert "Atelier" in text


def test_replacing_then_undoing_from_the_pages(client, act, pending):
    agent(client, "view", "change")
    seen = replacing.comparison(pending).print

    client.post(address(act, "lecture/nouvelle/remplacer/"), {"vu": seen})
    after = page(client, act, "lecture/")
    replaced = [line.operator_text for line in act.lines.all()]
    client.post(address(act, "lecture/annuler/"))

    assert replaced == ["CCAS de Maubeuge", "Emmaüs"]
    assert "Annuler le remplacement" in after
    assert [line.operator_text for line in act.lines.all()] == ["CCAS de Maubeuge", "AFEJI"]
    assert "Annuler le remplacement" not in page(client, act, "lecture/")


def test_replacing_by_exactly_the_same_says_that_nothing_changed_and_offers_no_undoing(client, act):
    agent(client, "view", "change")
    same = replacing.propose(act, kept.current(act), FILE)
    seen = {"vu": replacing.comparison(same).print}

    response = client.post(address(act, "lecture/nouvelle/remplacer/"), seen, follow=True)

    text = response.content.decode()
    assert "exactement la même chose" in text
    assert "Vous pouvez l’annuler" not in text
    assert "Annuler le remplacement" not in text


def test_replacing_without_having_seen_the_difference_is_refused(client, act, pending):
    agent(client, "view", "change")

    response = client.post(address(act, "lecture/nouvelle/remplacer/"), follow=True)

    assert "a changé depuis cette comparaison" in response.content.decode()
    assert PendingReading.objects.exists()


def test_keeping_the_reading_in_force(client, act, pending, django_capture_on_commit_callbacks):
    agent(client, "view", "change")

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address(act, "lecture/nouvelle/garder/"), follow=True)

    assert "L’ancienne lecture est gardée" in response.content.decode()
    assert not default_storage.exists(pending.source)


def test_the_act_says_that_a_reading_waits_and_that_its_reader_is_old(client, act, pending):
    agent(client, "view", "change")
    Deliberation.objects.update(reader_version="1")

    text = page(client, act, "lecture/")

    assert "Une nouvelle lecture attend votre décision" in text
    assert "Lue par la version 1" in text
    assert f"?replaces={act.pk}" in text


def test_a_reading_that_can_no_longer_be_opened_can_only_be_refused(client, act, pending):
    agent(client, "view", "change")
    PendingReading.objects.update(packed=b"nothing")

    text = page(client, act)

    assert "ne peut plus être ouverte" in text
    assert "nouvelle/garder/" in text
    assert "nouvelle/remplacer/" not in text


@pytest.mark.parametrize("name", ["lecture/nouvelle/remplacer/", "lecture/nouvelle/garder/", "lecture/annuler/"])
def test_deciding_needs_the_right_to_change(client, act, pending, name):
    agent(client, "view")
    text = page(client, act)

    assert client.post(address(act, name)).status_code == 403
    assert "demande un autre droit" in text
    assert "Garder l’ancienne lecture" not in text
    assert PendingReading.objects.exists()


@pytest.mark.parametrize("name", ["lecture/nouvelle/remplacer/", "lecture/nouvelle/garder/"])
def test_without_a_reading_that_waits_there_is_nothing_to_decide(client, act, name):
    agent(client, "view", "change")

    for response in (
        client.get(address(act, "lecture/nouvelle/"), follow=True),
        client.post(address(act, name), follow=True),
    ):
        assert "n’attend de décision" in response.content.decode()


def test_a_crop_is_that_of_the_file_asked_for(client, act, pending, monkeypatch):
    agent(client, "view")
    asked = []

    def cut(path, sha256, number, box):
        asked.append(sha256)
        raise PageImageError("no image in this test")

    monkeypatch.setattr("ingest.desk.views.printed_pages.crop", cut)
    for which in ("", "&lecture=nouvelle"):
        client.get(address(act, f"lecture/extrait.webp?page=1&box=0,0,1,1{which}"))

    assert asked == [act.sha256, pending.sha256]


@pytest.mark.parametrize("count", [3, 60])
def test_the_number_of_queries_does_not_follow_the_number_of_lines(client, act, count, django_assert_max_num_queries):
    agent(client, "view", "change")
    records = [a_record(number, f"Association {number}") for number in range(1, count)]
    replacing.propose(act, a_reading(*records, file=CORRECTED), CORRECTED)

    with django_assert_max_num_queries(125):
        page(client, act)


def test_the_reading_of_an_act_online_is_replaced_by_who_may_publish(client, act, pending):
    publish(act, None, word="Vu.")
    agent(client, "view", "change")
    seen = replacing.comparison(pending).print

    assert "revient à un éditeur" in page(client, act)
    assert client.post(address(act, "lecture/nouvelle/remplacer/"), {"vu": seen}).status_code == 403
    assert act.lines.filter(amount_cents=300_000).exists()

    client.logout()
    User.objects.all().delete()
    agent(client, "view", "change", "publish")
    assert client.post(address(act, "lecture/nouvelle/remplacer/"), {"vu": seen}).status_code == 302
    assert not act.lines.filter(amount_cents=300_000).exists()
