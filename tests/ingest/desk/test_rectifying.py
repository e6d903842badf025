"""Acts that say that they change another: proposed from their words, tied and untied on their page."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User

from grants.models import Deliberation
from ingest.desk.rectifying import acts_matching, proposals_of
from tests.builders import a_decision, a_deliberation, a_department, a_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def earlier():
    act = a_deliberation(number="DIPLE/2023/101", title="Insertion par l’activité économique")
    a_line(deliberation=act, amount=1000)
    return act


def a_draft(title: str = "Insertion", **fields) -> Deliberation:
    act = a_deliberation(published=False, title=title, number=fields.pop("number", "DIPLE/2023/177"), **fields)
    a_line(deliberation=act, amount=1200)
    return act


def someone(client, *permissions: str) -> User:
    user = User.objects.create_user("camille", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=[f"{one}_deliberation" for one in permissions]))
    client.force_login(user)
    return user


def address(act, name: str = "rectificatif/") -> str:
    return f"/admin/grants/deliberation/{act.pk}/{name}"


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("La présente délibération annule et remplace la délibération n° DIPLE/2023/101 du 26 juin 2023.", "replaces"),
        ("D’abroger la délibération n°2023-101 ;", "replaces"),
        ("La délibération n° 2023/101 est abrogée.", "replaces"),
        ("Délibération rectificative de la délibération n° 2023-101", "completes"),
        ("Cet avenant modifie la délibération n° DIPLE/2023/101.", "completes"),
        ("Vu la délibération n° DIPLE/2023/101 modifiée.", ""),
        ("La convention n° 2023-101 est modifiée par avenant.", ""),
        ("Modification de l’article 2. Vu la délibération n° DIPLE/2023/101.", ""),
    ],
)
def test_what_the_title_says_is_proposed(earlier, text, how):
    found = proposals_of(a_draft(text))

    assert [(one.earlier, one.how, one.page) for one in found] == ([(earlier, how, None)] if how else [])


def test_what_a_decision_says_is_proposed_with_its_page(earlier):
    act = a_draft()
    a_decision(deliberation=act, text="de compléter la liste. Complète la délibération n° DIPLE/2023/101.", page=4)

    (found,) = proposals_of(act)

    assert (found.earlier, found.verb, found.page) == (earlier, "complète", 4)
    assert found.quote == "Complète la délibération n° DIPLE/2023/101."


def test_only_acts_of_the_same_departement_are_proposed():
    a_deliberation(number="2023-101", department=a_department("Pas-de-Calais", code="62"))

    assert not proposals_of(a_draft("Annule et remplace la délibération n° 2023-101"))


def test_a_number_that_only_ends_alike_is_not_the_same():
    a_deliberation(number="2023-1101")

    assert not proposals_of(a_draft("Annule et remplace la délibération n° 101"))


def test_what_is_said_already_is_not_proposed_again(client, earlier):
    act = a_draft("Annule et remplace la délibération n° DIPLE/2023/101")
    someone(client, "view", "change")
    client.post(address(act), {"acte": earlier.pk, "lien": "replaces"})

    act.refresh_from_db()
    assert not proposals_of(act)


def test_a_search_finds_other_acts_by_number_and_title(earlier):
    act = a_draft()

    assert list(acts_matching(act, "2023/101")) == [earlier]
    assert list(acts_matching(act, "activité")) == [earlier]
    assert not acts_matching(act, "2023/177")


def test_the_page_proposes_and_ties_and_unties(client, earlier):
    act = a_draft("Annule et remplace la délibération n° DIPLE/2023/101")
    someone(client, "view", "change")
    proposed = client.get(address(act)).content.decode()

    tied = client.post(address(act), {"acte": earlier.pk, "lien": "replaces"}, follow=True).content.decode()
    act.refresh_from_db()
    link = (act.rectifies, act.rectification)
    client.post(address(act, "rectificatif/defaire/"))

    act.refresh_from_db()
    assert "Elle la remplace" in proposed
    assert "dès qu’elle sera publiée" in tied
    assert link == (earlier, "replaces")
    assert act.rectifies is None
    assert LogEntry.objects.filter(object_id=str(earlier.pk)).count() == 2


def test_the_search_of_the_page_works_without_javascript(client, earlier):
    someone(client, "view", "change")
    act = a_draft()

    found = client.get(address(act) + "?q=activité").content.decode()
    none = client.get(address(act) + "?q=introuvable").content.decode()

    assert str(earlier) in found
    assert "Aucune délibération du même département" in none


def test_a_circle_is_refused_in_french(client, earlier):
    someone(client, "view", "change", "publish")
    act = a_draft()
    client.post(address(act), {"acte": earlier.pk, "lien": "completes"})

    page = client.post(address(earlier), {"acte": act.pk, "lien": "replaces"}, follow=True).content.decode()

    assert "rectifie déjà" in page
    earlier.refresh_from_db()
    assert earlier.rectifies is None


@pytest.mark.parametrize("sent", [{}, {"acte": "1"}, {"acte": "x", "lien": "replaces"}, {"acte": "1", "lien": "eats"}])
def test_nonsense_changes_nothing(client, earlier, sent):
    someone(client, "view", "change")
    act = a_draft()

    page = client.post(address(act), sent, follow=True).content.decode()

    assert "Choisissez une délibération" in page


def test_tying_an_act_that_is_online_needs_the_right_to_publish(client, earlier):
    act = a_deliberation(number="DIPLE/2023/177")
    someone(client, "view", "change")

    page = client.get(address(act)).content.decode()
    refused = client.post(address(act), {"acte": earlier.pk, "lien": "replaces"})
    untied = client.post(address(act, "rectificatif/defaire/"))

    assert "demande le droit de publier" in page
    assert (refused.status_code, untied.status_code) == (403, 403)


def test_the_summary_of_the_act_says_what_its_text_says(client, earlier):
    act = a_draft("Annule et remplace la délibération n° DIPLE/2023/101")
    someone(client, "view", "change")

    page = client.get(address(act, "lecture/")).content.decode()

    assert "? Son texte dit qu’elle remplace" in page
