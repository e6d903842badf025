"""The head of pages for machines: one canonical address, other formats, what a shared link shows, structured data."""

import io
import json
import re
from html import unescape

import pytest
from PIL import Image

from grants.cards import HEIGHT, WIDTH, Card, draw, png_of
from grants.views.cards import OperatorCardView
from tests.builders import a_commune, a_deliberation, a_line, a_territory, an_operator

pytestmark = pytest.mark.django_db
NASTY = '</script><script>alert(1)</script> & "amis" \u2028'


def head_of(client, address):
    return client.get(address).content.decode().split("</head>")[0]


def data_of(client, address):
    """The graph of a page, by type."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head_of(client, address), re.DOTALL)
    assert len(blocks) == 1, address
    return {thing["@type"]: thing for thing in json.loads(blocks[0])["@graph"]}


def meta_of(client, address):
    found = re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)">', head_of(client, address))
    return {name: unescape(content) for name, content in found}


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/subventions/?page=1&tri=montant&annee=2023", "/subventions/?annee=2023"),
        (
            "/subventions/?departement=59&annee=2023&annee=2022&utm=x",
            "/subventions/?annee=2022&annee=2023&departement=59",
        ),
        ("/subventions/?annee=2023&annee=2023", "/subventions/?annee=2023"),
        ("/operateurs/?tri=-montant&q=sambre", "/operateurs/?q=sambre"),
        ("/deliberations/?departement=59", "/deliberations/?departement=59"),
        ("/a-verifier/?piste=dix-fois&page=1", "/a-verifier/?piste=dix-fois"),
        ("/carte/?page=1&maille=territoires&annee=2023&utm=x", "/carte/?annee=2023&maille=territoires"),
        ("/?utm_source=x", "/"),
        ("/plan-du-site/?annee=2023", "/plan-du-site/"),
    ],
)
def test_canonical_address_keeps_the_question_in_one_order(client, asked, canonical):
    a_line(year=2023)
    a_line(year=2022)

    head = head_of(client, asked)

    assert f'<link rel="canonical" href="http://testserver{canonical.replace("&", "&amp;")}">' in head


def test_page_of_a_thing_has_one_address_whatever_is_asked(client):
    act = a_line().deliberation

    assert f'canonical" href="http://testserver{act.page_url(3)}">' in head_of(client, f"{act.page_url(3)}?zoom=2")
    assert "canonical" not in head_of(client, "/introuvable/")


def test_other_formats_are_told_to_machines(client):
    operator = a_line().operator
    head = head_of(client, operator.get_absolute_url())
    base = operator.get_absolute_url().rstrip("/")

    for suffix, kind in (("csv", "text/csv"), ("json", "application/json"), ("atom", "application/atom+xml")):
        assert f'<link rel="alternate" href="{base}.{suffix}" type="{kind}"' in head


def test_shared_link_shows_title_description_and_image(client):
    operator = a_line(operator=an_operator('L’"Envol" & co')).operator

    found = meta_of(client, operator.get_absolute_url())

    assert found["og:title"].startswith('L’"Envol" & co')
    assert found["og:description"]
    assert found["og:url"] == f"http://testserver{operator.get_absolute_url()}"
    assert found["og:image"] == f"http://testserver{operator.get_absolute_url()}apercu.png"
    assert meta_of(client, "/a-propos/")["og:image"] == "http://testserver/apercu.png"


def test_cards_are_images_of_the_right_size_kept_until_they_say_something_else(client, settings):
    line = a_line(amount=1000)
    addresses = [
        "/apercu.png",
        *(f"{thing.get_absolute_url()}apercu.png" for thing in (line.operator, line.deliberation)),
    ]

    for address in addresses:
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        with Image.open(io.BytesIO(response.content)) as image:
            assert image.size == (WIDTH, HEIGHT)
            assert len(image.convert("RGB").getcolors(maxcolors=WIDTH * HEIGHT)) > 3
        assert client.get(address, HTTP_IF_NONE_MATCH=response["ETag"]).status_code == 304
    folder = settings.DATA_DIR / "cards"
    assert len(list(folder.iterdir())) == len(addresses)
    client.get(addresses[0])
    assert len(list(folder.iterdir())) == len(addresses)
    a_line(amount=1000)
    client.get(addresses[0])
    assert len(list(folder.iterdir())) == len(addresses) + 1


def test_card_tells_what_its_sum_takes_back(rf):
    operator = an_operator()
    a_line(operator=operator, amount=1000)
    a_line(operator=operator, amount=-400)
    view = OperatorCardView()
    view.setup(rf.get("/"), key=str(operator.pk))

    card = view.card()

    assert card.amount == "600\u00a0€ votés"
    assert card.detail.endswith(" · dont −400\u00a0€ de retraits")


def test_card_of_a_draft_or_of_nothing_is_404(client):
    draft = a_line(deliberation=a_deliberation(published=False), operator=an_operator("Secret"))

    assert client.get(f"{draft.deliberation.get_absolute_url()}apercu.png").status_code == 404
    assert client.get(f"{draft.operator.get_absolute_url()}apercu.png").status_code == 404


def test_card_holds_any_name_with_or_without_fonts(monkeypatch):
    card = Card("Opérateur", "Association " + "interminablement longue " * 20 + "x" * 200, "1 €", "d" * 300, "Site")

    drawn = draw(card)
    monkeypatch.setattr("grants.cards._file", lambda names: "")
    monkeypatch.setattr(
        "grants.cards._font", lambda names, size: __import__("PIL.ImageFont").ImageFont.load_default(size)
    )

    assert draw(card) != drawn
    assert png_of(card) == png_of(card)


def test_structured_data_say_what_each_page_is_about(client):
    operator = an_operator("CCAS de Maubeuge", commune=a_commune(), siret="26590092500019")
    line = a_line(operator=operator, amount="12500.50", territory=a_territory())

    grant = data_of(client, line.get_absolute_url())["MonetaryGrant"]
    assert grant["amount"] == {"@type": "MonetaryAmount", "value": "12500.50", "currency": "EUR"}
    assert (grant["funder"]["@type"], grant["fundedItem"]["taxID"]) == ("GovernmentOrganization", "26590092500019")
    assert grant["subjectOf"]["legislationIdentifier"] == line.deliberation.number
    page = data_of(client, operator.get_absolute_url())
    assert page["Organization"]["address"]["addressLocality"] == "Maubeuge"
    assert [step["name"] for step in page["BreadcrumbList"]["itemListElement"]] == [
        "Accueil",
        "Opérateurs",
        operator.name,
    ]
    files = [file["contentUrl"] for file in page["Dataset"]["distribution"]]
    for address in files:
        assert client.head(address.removeprefix("http://testserver")).status_code == 200
    assert data_of(client, line.deliberation.get_absolute_url())["Legislation"]["legislationDate"] == "2023-06-26"
    assert data_of(client, operator.commune.get_absolute_url())["City"]["identifier"] == operator.commune.pk
    assert "GovernmentOrganization" in data_of(client, line.department.get_absolute_url())
    assert "AdministrativeArea" in data_of(client, line.territory.get_absolute_url())
    assert "BreadcrumbList" in data_of(client, line.programme.get_absolute_url())
    home = data_of(client, "/")
    target = home["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    assert client.get(target.removeprefix("http://testserver").replace("{q}", "maubeuge")).status_code == 200
    assert home["Dataset"]["license"].startswith("https://www.etalab.gouv.fr/")


def test_hostile_names_stay_data(client):
    operator = an_operator(NASTY)
    a_line(operator=operator)
    html = client.get(operator.get_absolute_url()).content.decode()

    assert "<script>alert" not in html
    assert data_of(client, operator.get_absolute_url())["Organization"]["name"] == operator.name
    assert client.get(operator.get_absolute_url())["Content-Security-Policy"].count("default-src 'self'")
