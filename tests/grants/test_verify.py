"""A citation can be checked: the same question gives the same lines, or what changed is told."""

import re
from html import escape, unescape
from urllib.parse import urlencode

import pytest

from grants import history
from grants.addresses import readdress
from grants.figures import stats
from grants.figures.fingerprints import TokenError, of_line, parse_token
from grants.models import GrantLine
from grants.operators.merging import merge
from ingest.store.publishing import publish, withdraw
from tests.builders import a_commune, a_deliberation, a_line, a_programme, a_territory, an_operator
from tests.grants.pages import html_of, text_of

pytestmark = pytest.mark.django_db


def verification_of(client, address):
    """The address at which the citation of a page is checked."""
    found = re.search(r'href="([^"]*/verifier/[^"]*)"', html_of(client, address))
    assert found, address
    return unescape(found[1]).removeprefix("http://testserver")


def test_every_page_of_figures_is_cited_with_a_print_that_holds(client):
    operator = an_operator()
    line = a_line(operator=operator, amount=500, year=2023)
    pages = [
        *(line.get_absolute_url(), operator.get_absolute_url(), line.programme.get_absolute_url()),
        *(line.deliberation.get_absolute_url(), line.department.get_absolute_url(), "/subventions/?annee=2023"),
    ]

    for page in pages:
        text = text_of(client, verification_of(client, page))
        assert "inchangé Les mêmes lignes" in text, page
    history.bump()
    assert ", données du " in text_of(client, pages[0])


def test_publication_says_what_it_added(client):
    operator = an_operator()
    a_line(operator=operator, amount=500)
    address = verification_of(client, operator.get_absolute_url())
    draft = a_deliberation(published=False, number="2024-8")
    a_line(deliberation=draft, operator=operator, amount=70)
    publish(draft, None)

    text = text_of(client, address)

    assert "changé La même question ne donne plus les mêmes lignes" in text
    assert "Le jour de la citation 1 500,00 €" in text
    assert "Aujourd’hui 2 570,00 €" in text
    assert "Mise en ligne ou comptée de nouveau : Nord – 2024-8, 70,00 € parmi ces lignes" in text


def test_withdrawal_correction_and_loss_are_told(client):
    operator = an_operator()
    kept = a_deliberation(number="2023-1")
    corrected, gone = (a_line(deliberation=kept, operator=operator, amount=amount) for amount in (500, 600))
    other = a_line(deliberation=a_deliberation(number="2023-2"), operator=operator, amount=7)
    stranger = a_line(deliberation=kept, operator=an_operator("Autre"), amount=9)
    address = verification_of(client, operator.get_absolute_url())
    withdraw(other.deliberation, None)
    before = GrantLine.objects.get(pk=corrected.pk)
    GrantLine.objects.filter(pk=corrected.pk).update(amount_cents=55000)
    history.lines_changed(
        kept, new=[], changed=[(before, GrantLine.objects.get(pk=corrected.pk))], gone=[gone, stranger]
    )
    gone.delete()

    text = text_of(client, address)

    assert "Retirée : Nord – 2023-2, 7,00 € (1 montant)" in text
    assert f"Ajoutée ou corrigée : ligne {corrected.line} de Nord – 2023-1" in text
    assert "Ligne disparue : ligne 2 de Nord – 2023-1, Réussir en Sambre Avesnois, 600,00 €" in text
    assert "Autre" not in text


def test_merge_is_told_as_another_attachment(client):
    kept, gone = an_operator("Un"), an_operator("Deux")
    a_line(operator=kept)
    a_line(operator=gone)
    address = verification_of(client, kept.get_absolute_url())
    merge(gone, kept)

    assert "leur rattachement a changé" in text_of(client, address)


@pytest.mark.parametrize("asked", ["empreinte=x", "empreinte=1_2_3", "empreinte=a_b_c_d", "operateur=1"])
def test_what_is_no_print_is_refused(client, asked):
    assert "n’est pas une empreinte de ce site" in text_of(client, f"/verifier/?{asked}", status=400)


def citation_of(client, address):
    """The sentence that a page gives to paste."""
    return unescape(re.search(r"<blockquote>(.*?)</blockquote>", html_of(client, address), re.DOTALL)[1]).strip()


def test_a_citation_pasted_whole_is_verified(client):
    operator = an_operator(commune=a_commune())
    line = a_line(operator=operator, territory=a_territory(), subprogramme=a_programme("Accueil", parent=a_programme()))
    history.bump()
    things = [line, operator, operator.commune, line.department, line.territory, line.programme, line.subprogramme]
    pages = [*(thing.get_absolute_url() for thing in (*things, line.deliberation)), "/subventions/?annee=2023&q=rsa"]
    cited = {page: citation_of(client, page) for page in pages}

    for page, citation in cited.items():
        text = text_of(client, f"/verifier/?{urlencode({'citation': citation})}")
        assert "inchangé Les mêmes lignes" in text, page
    a_line(operator=operator, year=2023, territory=line.territory, subprogramme=line.subprogramme)
    GrantLine.objects.filter(pk=line.pk).update(amount_cents=7)
    history.bump()
    for page, citation in cited.items():
        text = text_of(client, f"/verifier/?{urlencode({'citation': citation})}")
        assert "changé La même question ne donne plus les mêmes lignes" in text, page
        assert "rattachement" not in text


def test_a_citation_of_before_a_merge_or_of_an_old_number_is_followed(client):
    kept, gone = an_operator("Un"), an_operator("Deux")
    act = a_line(operator=gone, deliberation=a_deliberation(number="2023-17")).deliberation
    history.bump()
    cited = [citation_of(client, gone.get_absolute_url()), citation_of(client, act.get_absolute_url())]
    merge(gone, kept)
    act.number = "2023-177"
    readdress(act, "2023-17")
    act.save()

    for citation in cited:
        assert "inchangé" in text_of(client, f"/verifier/?{urlencode({'citation': citation})}")


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("Un article", "n’a pas d’empreinte"),
        ("empreinte 3f9a2b1c4d5e", "n’a pas l’adresse"),
        ("empreinte 3f9a2b1c4d5e : https://exemple.fr/aide/", "n’est pas celle d’une page de chiffres"),
        ("empreinte 3f9a2b1c4d5e : https://exemple.fr/ailleurs", "n’est pas celle d’une page de chiffres"),
        ("empreinte 3f9a2b1c4d5e : http://[", "n’est pas celle d’une page de chiffres"),
        ("empreinte 3f9a2b1c4d5e : http://testserver/operateurs/999-x/", "999 » n’est pas un opérateur"),
        ("empreinte 3f9a2b1c4d5e : http://testserver/programmes/x/", "x » n’est pas un programme"),
        ("empreinte 3f9a2b1c4d5e : http://testserver/deliberations/59-x/", "59-x » n’est pas une délibération"),
    ],
)
def test_what_is_no_citation_says_what_it_lacks_and_stays_to_be_mended(client, pasted, told):
    html = html_of(client, f"/verifier/?{urlencode({'citation': pasted})}", status=400)

    assert told in text_of(client, f"/verifier/?{urlencode({'citation': pasted})}", status=400)
    assert f">{escape(pasted)}</textarea>" in html


def test_page_without_a_print_explains_how_it_is_made(client):
    assert "SHA-256 du texte « nombre centimes mélange »" in text_of(client, "/verifier/")


@pytest.mark.parametrize(("amount", "year"), [("12500.50", 2023), ("-45.10", None), ("0", 2022), ("9e12", 2023)])
def test_database_and_formula_agree(amount, year):
    line = a_line(amount=amount, year=year)

    found = stats.summary(GrantLine.objects.all())

    assert found.fingerprint == of_line(line.pk, year, line.amount_cents).fingerprint


def test_two_lines_that_exchange_their_amounts_change_the_print():
    first, second = a_line(amount=100), a_line(amount=200)
    before = stats.summary(GrantLine.objects.all())
    GrantLine.objects.filter(pk=first.pk).update(amount_cents=20000)
    GrantLine.objects.filter(pk=second.pk).update(amount_cents=10000)

    after = stats.summary(GrantLine.objects.all())

    assert after.amount_cents == before.amount_cents
    assert after.fingerprint != before.fingerprint


def test_token_is_read_back():
    token = parse_token("7_12_-23556300_3f9a2b1c4d5e")

    assert (token.version, token.rows, token.cents, token.print) == (7, 12, -23556300, "3f9a2b1c4d5e")
    assert str(token) == "7_12_-23556300_3f9a2b1c4d5e"
    with pytest.raises(TokenError):
        parse_token(f"{'9' * 5000}_1_1_x")
