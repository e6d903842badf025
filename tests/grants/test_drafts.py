"""Drafts: staff read them on pages like the public ones, nobody else knows that they exist, nothing counts them.

The addresses are those of the site itself: a new page is tried without being named here.
"""

import re
from html import unescape

import pytest
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from grants.models import Deliberation, GrantLine
from ingest.store.publishing import publish
from tests.builders import (
    a_check,
    a_commune,
    a_data_version,
    a_decision,
    a_deliberation,
    a_department,
    a_leftover,
    a_line,
    a_programme,
    a_recusal,
    a_territory,
    a_total,
    a_vote,
    an_operator,
)
from tests.public_record import one_page_pdf

SECRET = "Zythologie"  # a word that only the draft prints
FORMATS = ("csv", "xlsx", "json")
pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Deliberation:
    a_data_version()
    seat = a_commune("Louvroil", code="59365")
    public = a_line(operator=an_operator("CCAS de Maubeuge", commune=a_commune()), deliberation=a_deliberation())
    act = a_deliberation(
        published=False, number=f"{SECRET}/2024/1", title=f"{SECRET} du Nord", content=one_page_pdf(), page_count=1
    )
    a_line(
        deliberation=act,
        operator=an_operator(f"{SECRET} et compagnie", commune=seat),
        programme=a_programme(f"Programme {SECRET}"),
        subprogramme=a_programme(f"Opération {SECRET}", parent=a_programme(f"Programme {SECRET}")),
        territory=a_territory(f"Territoire {SECRET}"),
        year=2031,
        page=1,
        action=f"{SECRET} pour tous",
    )
    a_line(deliberation=act, operator=public.operator, amount=77_777, page=1, year=2031)
    a_check(total=a_total(deliberation=act, scope=f"Total {SECRET}", page=1), computed=3)
    a_leftover(deliberation=act, text=f"{SECRET} non lue", page=1)
    a_recusal(deliberation=act, organisation=f"{SECRET} et compagnie", page=1)
    a_vote(deliberation=act)
    a_decision(deliberation=act, text=f"d’aider la {SECRET}", page=1)
    return act


@pytest.fixture
def staff(client) -> User:
    user = User.objects.create_user("camille", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_deliberation"))
    client.force_login(user)
    return user


# ---- the addresses of the site -----------------------------------------------------------------------------------


def patterns(found=None) -> list[URLPattern]:
    """Every address of the site but those of the admin and of the API, which have names of their own."""
    flat = []
    for one in found or get_resolver().url_patterns:
        if isinstance(one, URLResolver):
            flat += [] if one.namespace else patterns(one.url_patterns)
        else:
            flat.append(one)
    return flat


def values_for(line: GrantLine) -> dict[str, object]:
    """What stands in the addresses of an act and of its lines, by name."""
    return {"slug": line.deliberation.slug, "page": line.page, "pk": line.pk}


def addresses_of(line: GrantLine) -> list[str]:
    """All the addresses under `/deliberations/<act>` and `/lignes/<line>`."""
    found = []
    for one in patterns():
        names = set(one.pattern.converters)
        if not one.name or not names & {"slug", "pk"} or not names <= {"slug", "page", "pk", "format"}:
            continue
        if one.name.startswith("scdl"):
            continue
        kwargs = {name: value for name, value in values_for(line).items() if name in names}
        for suffix in FORMATS if "format" in names else [None]:
            found.append(reverse(one.name, kwargs=kwargs | ({"format": suffix} if suffix else {})))
    return found


def pages_of_all() -> list[str]:
    """All the addresses that name nothing: home, lists, files, feeds, searches, site maps."""
    found = []
    for one in patterns():
        names = set(one.pattern.converters)
        if not one.name or names - {"format"}:
            continue
        for suffix in FORMATS if "format" in names else [None]:
            found.append(reverse(one.name, kwargs={"format": suffix} if suffix else {}))
    return [address for address in found if not address.startswith(("/admin", "/api"))]


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def the_line(act: Deliberation) -> GrantLine:
    return act.lines.get(operator_text__contains=SECRET)


def a_public_operator(draft):
    return draft.lines.exclude(operator=the_line(draft).operator).first().operator


def test_the_walk_finds_the_pages_of_an_act(draft):
    found = addresses_of(the_line(draft))

    for address in (
        draft.get_absolute_url(),
        draft.page_url(1),
        f"/deliberations/{draft.slug}.csv",
        f"/deliberations/{draft.slug}.atom",
        f"/deliberations/{draft.slug}/apercu.png",
        f"/deliberations/{draft.slug}/page/1.webp",
        f"/deliberations/{draft.slug}/source.pdf",
        f"/lignes/{the_line(draft).pk}/",
        f"/lignes/{the_line(draft).pk}.json",
    ):
        assert address in found
    assert len(pages_of_all()) > 40


# ---- staff -------------------------------------------------------------------------------------------------------


def test_staff_read_every_page_of_a_draft_and_nobody_may_keep_them(client, draft, staff):
    line = the_line(draft)
    wrong = {}

    for address in [*addresses_of(line), line.zoom_url]:
        response = client.get(address)
        kept = response.get("Cache-Control", "")
        told = body(response).decode(errors="ignore")
        is_page = response.get("Content-Type", "").startswith("text/html")
        if response.status_code != 200 or "private" not in kept or "no-store" not in kept or "public" in kept:
            wrong[address] = (response.status_code, kept)
        elif is_page and "Brouillon." not in told:
            wrong[address] = "does not say that it is a draft"

    assert not wrong


def test_no_link_of_a_draft_leads_to_what_has_no_page_yet(client, draft, staff):
    line = the_line(draft)
    pages = (line.get_absolute_url(), draft.get_absolute_url(), line.page_url.partition("#")[0])
    told = "".join(client.get(page).content.decode() for page in pages)

    links = {unescape(link) for link in re.findall(r'href="(/(?!static/|admin/)[^"#.]+)["#]', told)}

    assert f"{SECRET} et compagnie" in told and links, "its name is there, without a link"
    assert {link: code for link in links if (code := client.get(link).status_code) != 200} == {}
    assert a_public_operator(draft).get_absolute_url() in links


# ---- everybody else ----------------------------------------------------------------------------------------------


def test_nobody_else_finds_a_draft(client, draft):
    line = the_line(draft)
    client.force_login(User.objects.create_user("stagiaire", is_staff=True))
    without_right = {address: client.get(address).status_code for address in [*addresses_of(line), line.zoom_url]}
    client.logout()
    anonymous = {address: client.get(address).status_code for address in [*addresses_of(line), line.zoom_url]}

    assert {address: code for address, code in anonymous.items() if code != 404} == {}
    assert {address: code for address, code in without_right.items() if code != 404} == {}


@pytest.mark.parametrize("thing", ["operator", "programme", "subprogramme", "territory"])
def test_what_only_a_draft_names_has_no_page(client, draft, thing):
    assert client.get(getattr(the_line(draft), thing).get_absolute_url()).status_code == 404


@pytest.mark.parametrize("who", ["anonymous", "staff"])
def test_no_list_search_feed_file_or_site_map_holds_a_draft(client, draft, who, request):
    if who == "staff":
        request.getfixturevalue("staff")
    asked = [*pages_of_all(), f"/subventions/?q={SECRET}", f"/recherche/?q={SECRET}", f"/subventions.csv?q={SECRET}"]
    asked += ["/operateurs/?q=zyth", "/sitemap-deliberations.xml", "/sitemap-lines.xml", "/api/v1/lignes"]
    asked += [
        f"/recherche/suggestions/?q={SECRET[:6]}",
        a_department().get_absolute_url(),
        a_commune().get_absolute_url(),
    ]
    found = []

    for address in asked:
        text = body(client.get(address)).decode(errors="ignore")
        # What was asked is said again, in the box and in the sentence: what is answered is what counts.
        answered = re.sub(rf"{SECRET}", "", text) if f"={SECRET}" in address else text
        if SECRET.lower() in answered.lower() or "77\u202f777" in text or "77777" in text or draft.slug in text:
            found.append(address)

    assert found == []


def test_published_the_same_word_is_found_everywhere(client, draft):
    publish(draft, None, word="vu")
    cache.clear()

    for address in ("/deliberations/", "/subventions.csv", f"/recherche/?q={SECRET}", "/deliberations.atom"):
        assert draft.slug in body(client.get(address)).decode()
