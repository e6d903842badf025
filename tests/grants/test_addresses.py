"""Addresses of before: what was merged, renumbered, read again or withdrawn still answers."""

import json
from urllib.parse import parse_qsl, urlsplit

import pytest

from grants import history
from grants.addresses import free_slug, readdress
from grants.models import Change, CommuneName, Deliberation, FormerSlug, GrantLine
from grants.operators.merging import merge, part
from ingest.store.publishing import withdraw
from tests.builders import a_commune, a_commune_name, a_deliberation, a_line, a_territory, an_operator
from tests.grants.pages import text_of
from tests.public_record import a_small_record

pytestmark = pytest.mark.django_db


def test_merged_operator_leads_to_the_other_with_its_question(client):
    kept, gone = an_operator("Mission locale"), an_operator("Mission Locale du Bassin")
    a_line(operator=kept)
    line = a_line(operator=gone)
    old = gone.get_absolute_url()

    assert len(merge(gone, kept).lines) == 1

    response = client.get(f"{old}?page=1")
    assert (response.status_code, response["Location"]) == (301, f"{kept.get_absolute_url()}?page=1")
    line.refresh_from_db()
    assert line.operator == kept
    assert "mission locale" in line.search_text


def test_merge_follows_earlier_merges_and_can_be_undone(client):
    first, second, third = an_operator("Un"), an_operator("Deux"), an_operator("Trois")
    for operator in (first, second, third):
        a_line(operator=operator)
    merge(first, second)
    merge(second, third)

    assert client.get(first.get_absolute_url())["Location"] == third.get_absolute_url()

    first.refresh_from_db()
    assert part(first) == 1
    assert client.get(first.get_absolute_url()).status_code == 200
    assert GrantLine.objects.by_operator(third).count() == 2
    with pytest.raises(ValueError, match="lui-même"):
        merge(third, third)


def test_corrected_number_moves_the_act_and_every_page_of_it(client):
    act = a_deliberation(number="2023-17")
    old = act.slug
    act.number = "2023-177"

    assert readdress(act, "2023-17")
    act.save()

    assert act.slug == "59-2023-177"
    for path in ("/", "/page/2/", "/source.pdf"):
        response = client.get(f"/deliberations/{old}{path}?zoom=2")
        assert (response.status_code, response["Location"]) == (301, f"/deliberations/59-2023-177{path}?zoom=2")
    # Another act never takes an address that leads elsewhere.
    other = a_deliberation(number="2023-17-bis")
    other.number = "2023-17"
    assert free_slug(other) == "59-2023-17-2023-06-26"


def test_number_typed_in_capitals_leads_to_its_act(client):
    act = a_line(deliberation=a_deliberation(number="DIPLE/2022/273")).deliberation
    FormerSlug.objects.create(slug="59-diple-22", deliberation=act)

    for typed in ("59-DIPLE-2022-273", "59-Diple-22"):
        response = client.get(f"/deliberations/{typed}/?tri=montant")
        assert (response.status_code, response["Location"]) == (301, f"{act.get_absolute_url()}?tri=montant")


def test_number_corrected_back_takes_its_first_address_again():
    act = a_deliberation(number="2023-17")
    act.number = "2023-18"
    readdress(act, "2023-17")
    act.save()
    act.number = "2023-17"
    readdress(act, "2023-18")

    assert act.slug == "59-2023-17"
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["59-2023-18"]
    assert not readdress(act, "2023 17")  # the same number, otherwise written


def test_line_that_is_gone_answers_410_with_what_replaces_it(client):
    act = a_deliberation(number="2023-177")
    gone, new = a_line(deliberation=act, amount=500, year=2023), a_line(deliberation=act, amount=600, year=2023)
    address = gone.get_absolute_url()
    history.lines_changed(act, new=[new], changed=[], gone=[gone])
    gone.delete()

    text = text_of(client, address, status=410)

    assert "« Réussir en Sambre Avesnois », 500 € pour 2023, n’a pas été retrouvée à la relecture" in text
    assert f"La ligne {new.line}, qui la remplace" in text
    assert f'href="{new.get_absolute_url()}"' in client.get(address).content.decode()
    assert client.get("/lignes/999999/").status_code == 404


def test_line_of_another_year_replaces_nothing():
    act = a_deliberation()
    gone, new = a_line(deliberation=act, year=2022), a_line(deliberation=act, year=2023)

    history.lines_changed(act, new=[new], changed=[(gone, gone)], gone=[gone])

    kinds = dict(Change.objects.values_list("kind", "replaced_by"))
    assert kinds == {"added": None, "corrected": None, "gone": None}


def test_withdrawn_act_says_so_and_a_draft_says_nothing(client):
    act = a_deliberation(number="2023-177")
    line = a_line(deliberation=act)
    withdraw(act, None)

    for address in (act.get_absolute_url(), act.page_url(1), line.get_absolute_url()):
        assert "mise en ligne le 6 juillet 2023, a été retirée du site" in text_of(client, address, status=410)
        assert client.get(address)["Cache-Control"] == "no-cache", "a browser keeps any other 410 for ever"
    never = a_line(deliberation=a_deliberation(published=False))
    assert client.get(never.get_absolute_url()).status_code == 404


def test_commune_of_before_leads_to_the_one_of_today(client):
    commune = a_commune("Saint-Souplet", code="59545")
    a_commune_name("Escaufourt", commune=commune)
    CommuneName.objects.update(code="02285")

    response = client.get("/communes/02285-escaufourt/")

    assert (response.status_code, response["Location"]) == (301, "/communes/59545-saint-souplet/")


def test_each_change_moves_the_version():
    act = a_deliberation()
    before = history.current().number
    withdraw(act, None)

    assert history.current().number == before + 1
    assert [change.kind for change in Change.objects.since(before)] == ["withdrawn"]


def test_question_about_a_merged_operator_is_asked_of_the_other(client):
    kept, gone, third = an_operator("Un"), an_operator("Deux"), an_operator("Trois")
    for operator in (kept, gone, third):
        a_line(operator=operator)
    merge(gone, kept)

    response = client.get(f"/subventions/?annee=2023&operateur={gone.pk}&operateur={third.pk}")

    path, _, query = response["Location"].partition("?")
    assert (response.status_code, path) == (301, "/subventions/")
    asked = {"annee=2023", f"operateur={kept.pk}", f"operateur={third.pk}"}
    assert set(query.split("&")) == asked
    assert client.get(response["Location"]).status_code == 200
    assert len(client.get(f"/api/v1/lignes?operateur={gone.pk}").json()["resultats"]) == 2
    assert client.get("/subventions/?operateur=999").status_code == 400


def test_what_narrows_the_page_of_a_thing_leads_to_its_lines(client):
    """The page tells the whole; its files are narrowed at the same address, and name it as their page."""
    line = a_small_record()
    things = {
        "operateur": line.operator,
        "commune": line.commune,
        "departement": line.department,
        "territoire": line.territory,
        "programme": line.programme,
        "operation": line.subprogramme,
        "deliberation": line.deliberation,
    }

    for name, thing in things.items():
        response = client.get(f"{thing.get_absolute_url()}?annee=2022&page=2&annee_max=&utm=x")

        assert response.status_code == 302
        found = client.get(response["Location"])
        assert parse_qsl(urlsplit(response["Location"]).query) == sorted([("annee", "2022"), (name, str(thing.pk))])
        narrowed = client.get(f"{thing.get_absolute_url().rstrip('/')}.json?annee=2022").getvalue()
        assert found.context["summary"].amount_cents == round(json.loads(narrowed)["ensemble"]["montant"] * 100)
        assert client.get(f"{thing.get_absolute_url()}?annee=&utm=x").status_code == 200
    wrong = client.get(f"{line.operator.get_absolute_url()}?annee=abc", follow=True)
    assert (wrong.status_code, wrong.context["mistakes"][0][0]) == (400, "Année")


def test_the_page_of_an_act_that_counts_no_more_is_its_own_whatever_is_asked(client):
    act = a_line(year=2022).deliberation
    Deliberation.objects.filter(pk=act.pk).update(replaced_by=a_deliberation(number="2023-2"))

    assert client.get(f"{act.get_absolute_url()}?annee=2022").status_code == 200


def test_question_about_a_merged_territory_is_asked_of_the_other(client):
    kept, gone = a_territory("Sambre"), a_territory("Sambre et Avesnois")
    a_line(territory=kept), a_line(territory=gone)
    merge(gone, kept)

    response = client.get(f"/subventions/?territoire={gone.pk}")

    assert (response.status_code, response["Location"]) == (301, f"/subventions/?territoire={kept.pk}")


def test_act_has_a_permanent_number_too(client):
    act = a_deliberation(number="2023-177")

    response = client.get(f"/deliberations/{act.pk}/page/2/?zoom=2")

    assert (response.status_code, response["Location"]) == (301, "/deliberations/59-2023-177/page/2/?zoom=2")
    assert client.get(f"/deliberations/{'9' * 100}/").status_code == 404
