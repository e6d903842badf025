"""Programmes that change name, at the desk."""

import pytest

from grants.models import Programme, ProgrammeTie
from tests.builders import a_line, a_programme
from tests.grants.desk.staff import an_agent

pytestmark = pytest.mark.django_db
TIES = "/admin/grants/programme/suites/"


@pytest.fixture
def editor(client):
    user = an_agent("change_programme")
    client.force_login(user)
    return user


def two() -> tuple[Programme, Programme]:
    pair = a_programme("Parcours IAE"), a_programme("Parcours IAE renforcé")
    for programme, year in zip(pair, (2022, 2023), strict=True):
        a_line(programme=programme, year=year)
    return pair


def judged(client, earlier: Programme, later: Programme, verdict: str, **fields) -> str:
    data = {"earlier": earlier.pk, "later": later.pk, "verdict": verdict} | fields
    return client.post(f"{TIES}juger/", data, follow=True).content.decode()


def test_a_change_of_name_is_proposed_tied_and_untied(client, editor):
    first, second = two()
    page = client.get(TIES).content.decode()
    assert "Intitulés très proches" in page
    assert page.index(">Parcours IAE<") < page.index(">Parcours IAE renforcé<")

    page = judged(client, first, second, "same", word="Rapport, page 4.")
    assert "est la suite de" in page
    assert "Rapport, page 4." in page
    assert "Aucune proposition" in page
    assert ProgrammeTie.objects.get().author == editor
    assert "Parcours IAE renforcé" in client.get(f"/admin/grants/programme/{first.pk}/suite/").content.decode()

    assert "la décision est reprise" in judged(client, first, second, "")
    assert "Intitulés très proches" in client.get(TIES).content.decode()


def test_a_programme_is_tied_by_hand_to_one_of_its_level(client, editor):
    first, second = two()
    below = a_programme("Accompagnement", parent=first)

    page = client.get(f"/admin/grants/programme/{first.pk}/suite/").content.decode()

    assert f'<option value="{second.pk}">' in page
    assert f'<option value="{below.pk}">' not in page


def test_what_cannot_follow_is_told(client, editor):
    first, second = two()

    assert "sa propre suite" in judged(client, first, first, "same")
    assert "Choisissez deux programmes." in client.post(f"{TIES}juger/", {}, follow=True).content.decode()
    assert not ProgrammeTie.objects.exists()


def test_those_who_may_not_change_programmes_look_only(client):
    first, second = two()
    client.force_login(an_agent())

    assert "C’est sa suite" not in client.get(TIES).content.decode()
    assert client.get(f"/admin/grants/programme/{first.pk}/suite/").status_code == 200
    assert client.post(f"{TIES}juger/", {"earlier": first.pk, "later": second.pk}).status_code == 403
