"""Acts: the list, the page of one act, its printed pages. The public never sees a draft; staff preview it."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from grants.models import Bundle, BundlePart, Deliberation
from tests.builders import (
    a_check,
    a_decision,
    a_deliberation,
    a_department,
    a_leftover,
    a_line,
    a_programme,
    a_recusal,
    a_total,
    a_vote,
    an_operator,
)
from tests.grants.pages import html_of, text_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff_client(client, django_user_model):
    """A member of staff who may view deliberations."""
    user = django_user_model.objects.create_user("agent", password="x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_deliberation"))
    client.force_login(user)
    return client


def an_act(**fields) -> Deliberation:
    return a_deliberation(**({"number": "2023-259"} | fields))


# ---- the list ----------------------------------------------------------------------------------------------------


def test_list_shows_published_acts_latest_first_with_the_sum_of_their_lines(client):
    old = a_deliberation(number="2022-1", session_date=date(2022, 6, 27), title="Ancienne")
    new = a_deliberation(number="2025-1", session_date=date(2025, 6, 16), title="Nouvelle")
    a_line(deliberation=old, amount=100)
    a_line(deliberation=new, amount=900)
    a_line(deliberation=a_deliberation(number="2026-1", published=False, title="Brouillon secret"))

    text = text_of(client, "/deliberations/")

    assert text.index("Nouvelle Nord, Conseil départemental, n° 2025-1 16 juin 2025 1 900 €") < text.index("Ancienne")
    assert "27 juin 2022 1 100 €" in text
    assert "Brouillon secret" not in text
    assert "2026" not in text


def test_list_narrows_to_a_department_and_a_year_of_session(client):
    pas_de_calais = a_department("Pas-de-Calais", code="62")
    for department, number, year in ((None, "A-1", 2022), (None, "A-2", 2023), (pas_de_calais, "B-1", 2023)):
        a_line(
            deliberation=a_deliberation(department=department, number=number, session_date=date(year, 6, 1)),
            year=2030,
        )

    html = html_of(client, "/deliberations/?departement=59&annee=2023")
    text = words_of(html)

    assert "<title>Délibérations, Nord, séances de 2023 —" in html
    assert "<h1>Délibérations, Nord, séances de 2023</h1>" in html
    assert "A-2" in text
    assert "A-1" not in text
    assert "B-1" not in text
    assert "B-1" in text_of(client, "/deliberations/?departement=62&annee=")
    assert "ne répond à ces deux critères à la fois" in text_of(client, "/deliberations/?departement=62&annee=2022")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("departement=99", "Aucune délibération publiée du département « 99 »."),
        ("annee=abc", "Aucune délibération publiée d’une séance de « abc »."),
    ],
)
def test_list_says_what_is_wrong_instead_of_an_empty_list(client, query, told):
    a_line(deliberation=an_act())

    text = text_of(client, f"/deliberations/?{query}", status=400)

    assert told in text
    assert "2023-259" not in text


def test_list_shows_an_act_without_a_line_and_without_a_date(client):
    an_act(session_date=None, title="")

    text = text_of(client, "/deliberations/")

    assert "2023-259" in text
    assert "non imprimée 0 aucune ligne" in text


def test_list_without_any_published_act_says_so(client):
    assert "Aucune délibération n’est publiée pour l’instant" in text_of(client, "/deliberations/")


def test_list_takes_the_same_queries_for_one_act_or_thirty(client, django_assert_num_queries):
    a_line(deliberation=an_act())
    with django_assert_num_queries(7):
        client.get("/deliberations/")
    for _ in range(30):
        a_line(deliberation=a_deliberation())
    with django_assert_num_queries(7):
        client.get("/deliberations/")


# ---- one act -----------------------------------------------------------------------------------------------------


def test_act_says_what_it_prints_of_itself(client):
    act = an_act(title="Appel à projets 2023", president="Claire MARTEL", report_reference="Rapport 56")
    a_line(deliberation=act, amount="12500.50")

    text = text_of(client, act.get_absolute_url())

    assert "Nord · Conseil départemental · n° 2023-259 Appel à projets 2023" in text
    assert "Somme des lignes 12 500,50 € pour 2023 Lignes imprimées 1 1 opérateur" in text
    assert "26 juin 2023 Rapport 56" in text
    assert "Présidence Claire MARTEL" in text
    assert "Secrétariat non imprimé" in text
    assert "Reçu en préfecture le 3 juillet 2023" in text
    assert act.sha256 in text
    assert "12 pages" in text
    assert 'href="/deliberations/59-2023-259/source.pdf"' in html_of(client, act.get_absolute_url())


def test_draft_does_not_exist_for_the_public(client):
    act = an_act(published=False)
    a_line(deliberation=act)

    assert client.get(act.get_absolute_url()).status_code == 404
    assert client.get(act.page_url(1)).status_code == 404
    assert client.get("/deliberations/59-nulle-part/").status_code == 404


def test_staff_without_the_right_to_view_do_not_see_a_draft(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("autre", password="x", is_staff=True))

    assert client.get(an_act(published=False).get_absolute_url()).status_code == 404


def test_staff_preview_a_draft_under_a_banner(staff_client):
    act = an_act(published=False)
    a_line(deliberation=act, amount=700)

    html = html_of(staff_client, act.get_absolute_url())

    assert "<strong>Brouillon.</strong> Cette délibération n’est pas publiée" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "700" in html
    assert "Citer cette page" not in html
    assert "Brouillon." in html_of(staff_client, act.page_url(1))


def test_a_published_act_has_no_banner_and_sets_no_cookie(client):
    act = an_act()

    response = client.get(act.get_absolute_url())

    assert "Brouillon" not in response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_one_vote_shows_its_counts_and_its_groups(client):
    act = an_act()
    a_vote(deliberation=act, votes_for=17, against=16, abstentions=1, not_voting=28, for_detail="Union pour le Nord")

    text = text_of(client, act.get_absolute_url())

    assert "Tout l’acte à la majorité 17 16 1 28" in text
    assert "Pour Union pour le Nord" in text
    html = html_of(client, act.get_absolute_url())
    assert '<rect class="for" width="50.0%"' in html
    assert '<rect class="against" x="50.0%" width="47.1%"' in html


def test_votes_by_articles_are_rows_and_what_is_not_printed_is_no_zero(client):
    act = an_act()
    for articles, votes_for, against in (("1, 2", 24, 0), ("5, 6, 7", 21, None)):
        a_vote(
            deliberation=act,
            articles=articles,
            result="Adopté",
            votes_for=votes_for,
            against=against,
            abstentions=None,
            not_voting=None,
            for_detail="",
            absent_without_proxy=6,
        )

    text = text_of(client, act.get_absolute_url())

    assert "Articles 1 et 2 Adopté 24 0 —" in text
    assert "Articles 5 à 7 Adopté 21 — —" in text
    assert "N.p.p." not in text
    assert text.count("Absents sans procuration 6") == 1


def test_an_act_without_a_vote_or_a_recusal_says_so(client):
    text = text_of(client, an_act().get_absolute_url())

    assert "Aucun vote n’a été lu dans ce document." in text
    assert "Aucun déport n’a été lu dans ce document." in text
    assert "Aucune ligne de subvention n’a été lue dans ce document." in text
    assert "Ce document n’imprime aucun total que nous ayons lu." in text


def test_recusals_are_put_together_by_organisation_and_lead_to_the_operator(client):
    act, operator = an_act(), an_operator("CCAS de Maubeuge")
    a_line(deliberation=act, operator=operator)
    a_recusal(deliberation=act, person="DUPREZ", function="Présidente", operator=operator)
    a_recusal(deliberation=act, person="MARTIN", function="", operator=operator)
    a_recusal(deliberation=act, person="LENOIR", organisation="", function="", articles="1, 2")

    text = text_of(client, act.get_absolute_url())

    assert "CCAS de Maubeuge : 2 élus DUPREZ (Présidente), MARTIN." in text
    assert "Articles 1 et 2 : 1 élu LENOIR. L’organisme n’est pas imprimé." in text
    assert f'<a href="{operator.get_absolute_url()}">Ce que reçoit CCAS de Maubeuge</a>' in html_of(
        client, act.get_absolute_url()
    )


def test_decisions_with_an_amount_come_first_and_the_others_are_folded(client):
    act = an_act()
    a_decision(deliberation=act, article=2, text="d’autoriser la signature des conventions", amount=None)
    a_decision(deliberation=act, article=1, text="de valider le financement", amount=958080)

    text = text_of(client, act.get_absolute_url())

    assert "Article 1 de valider le financement 958 080,00 €" in text
    assert "1 décision sans montant Article 2 d’autoriser la signature" in text


def test_checks_show_differences_first_and_fold_many_equal_totals(client):
    act = an_act()
    for number in range(13):
        a_check(total=a_total(deliberation=act, scope=f"Sous-total {number}", amount=100), computed=100)
    a_check(
        total=a_total(deliberation=act, scope="Thématique 5", amount="194133.34"),
        computed="140133.34",
        note="L’annexe n’imprime qu’un dispositif.",
    )
    a_check(total=a_total(deliberation=act, scope="Autre document", amount=5), computed=None)

    html, text = html_of(client, act.get_absolute_url()), text_of(client, act.get_absolute_url())

    assert "−54 000,00 € écart" in text
    assert "L’annexe n’imprime qu’un dispositif." in text
    assert 'class="different"' in html
    assert "Totaux contrôlés 14 1 écart" in text
    assert "<summary>13 totaux égaux</summary>" in html
    assert "<summary>1 total non comparable</summary>" in html
    assert text.index("Thématique 5") < text.index("Sous-total 0")


def test_a_few_equal_totals_are_not_folded_and_a_rounded_one_shows_what_is_printed(client):
    act = an_act()
    a_check(total=a_total(deliberation=act, scope="Total", amount=100), computed=100)
    rounded = a_total(deliberation=act, scope="Enveloppe", amount=7_000_000, precision_cents=10**8, text="7 M€")
    a_check(total=rounded, computed="7084897", status="rounded")
    a_total(deliberation=act, scope="Sans contrôle", amount=3, outside_budget=True)

    html, text = html_of(client, act.get_absolute_url()), text_of(client, act.get_absolute_url())

    assert "totaux égaux</summary>" not in html
    assert "imprimé « 7 M€ »" in text
    assert "égal à l’arrondi imprimé" in text
    assert "hors budget du département" in text
    assert "aucun écart" in text


def test_leftovers_are_public_with_their_reason_and_their_page(client):
    act = an_act()
    leftover = a_leftover(deliberation=act, text="Mission locale – voir convention", reason="aucun montant", page=5)

    text, html = text_of(client, act.get_absolute_url()), html_of(client, act.get_absolute_url())

    assert "1 rangée de tableau ou somme que la lecture n’a pas su ranger" in text
    assert "« Mission locale – voir convention » aucun montant" in text
    assert f'href="/deliberations/59-2023-259/page/5/#non-lu-{leftover.position}"' in html
    assert "tout est rangé" in text_of(client, a_deliberation().get_absolute_url())


def test_lines_are_shown_in_the_order_of_the_act_with_a_link_to_all(client):
    act = an_act()
    for line in (3, 1, 2):
        a_line(deliberation=act, line=line, operator=an_operator(f"Opérateur {line}"))
    a_line(deliberation=a_deliberation(), operator=an_operator("D’un autre acte"))

    text, html = text_of(client, act.get_absolute_url()), html_of(client, act.get_absolute_url())

    rows = text.split("Les lignes Toutes les lignes")[1]
    assert rows.index("Opérateur 1") < rows.index("Opérateur 2") < rows.index("Opérateur 3")
    assert "D’un autre acte" not in text
    assert f'href="/subventions/?deliberation={act.pk}&amp;tri=acte"' in html
    assert "Total des 3 lignes" in text_of(client, f"/subventions/?deliberation={act.pk}")


def test_an_act_cut_out_of_a_bundle_says_from_which_pages(client):
    act, other = an_act(), a_deliberation()
    bundle = Bundle.objects.create(sha256="b" * 64, name="recueil de juin.pdf", page_count=204)
    BundlePart.objects.create(bundle=bundle, first_page=12, last_page=18, sha256=act.sha256)

    told = text_of(client, act.get_absolute_url()).replace("\xa0", " ")

    assert "pages 12 à 18 sur 204 de « recueil de juin.pdf »" in told.replace("\u202f", " ")
    assert "b" * 64 in told
    assert "Tirée d’un recueil" not in text_of(client, other.get_absolute_url())


def test_act_takes_the_same_queries_for_one_line_or_thirty(client, django_assert_num_queries):
    act = an_act()
    a_line(deliberation=act)
    a_check(total=a_total(deliberation=act))
    with django_assert_num_queries(16):
        client.get(act.get_absolute_url())
    for index in range(30):
        a_line(
            deliberation=act,
            operator=an_operator(f"Opérateur {index}"),
            programme=a_programme(f"Programme {index}"),
            year=2000 + index,
        )
        a_check(total=a_total(deliberation=act))
        a_recusal(deliberation=act, organisation=f"Organisme {index}", operator=an_operator(f"Opérateur {index}"))
        a_vote(deliberation=act)
        a_decision(deliberation=act, amount=3)
        a_leftover(deliberation=act)
    with django_assert_num_queries(16):
        client.get(act.get_absolute_url())


# ---- a printed page ----------------------------------------------------------------------------------------------


def test_page_frames_each_row_over_its_image_in_points(client):
    act = an_act(page_sizes=[[800.0, 600.0]] * 12)
    a_line(deliberation=act, line=45, page=3, x0=0.1, y0=0.5, x1=0.9, y1=0.55)

    html = html_of(client, act.page_url(3))

    assert '<li id="ligne-45"><svg viewBox="0 0 800.0 600.0">' in html
    assert '<rect x="80.0" y="300.0" width="640.0" height="30.0"/>' in html
    assert f'src="/deliberations/59-2023-259/page/3.webp?v={act.sha256[:12]}"' in html
    assert 'alt="Page 3 de la délibération imprimée ; le texte de chaque ligne est donné à côté."' in html
    assert "style=" not in html


def test_page_gives_the_rows_as_text_with_links_to_each_amount(client):
    act = an_act()
    operator = an_operator("CCAS de Tourcoing")
    first = a_line(deliberation=act, line=7, page=3, year=2022, amount=160682, operator=operator)
    second = a_line(deliberation=act, line=7, page=3, year=2023, amount=261022, operator=operator)
    a_line(deliberation=act, line=8, page=4, operator=an_operator("D’une autre page"))

    html, text = html_of(client, act.page_url(3)), text_of(client, act.page_url(3))

    assert "1 ligne imprimée sur cette page" in text
    assert html.count('id="ligne-7"') == 1
    assert first.get_absolute_url() in html
    assert second.get_absolute_url() in html
    assert "2022 160 682" in text
    assert "D’une autre page" not in text


def test_page_leads_to_the_rows_before_and_after_even_on_other_pages(client):
    act = an_act()
    for line, page in ((1, 2), (2, 4), (3, 4), (4, 7)):
        a_line(deliberation=act, line=line, page=page)

    html = html_of(client, act.page_url(4))

    assert 'rel="prev" href="/deliberations/59-2023-259/page/2/#ligne-1"' in html
    assert 'rel="next" href="#ligne-3"' in html
    assert 'rel="prev" href="#ligne-2"' in html
    assert 'rel="next" href="/deliberations/59-2023-259/page/7/#ligne-4"' in html


def test_page_leads_to_the_pages_beside_it_and_ends_where_the_act_ends(client):
    act = an_act(page_count=3, page_sizes=[[595.0, 842.0]] * 3)
    first, middle, last = (html_of(client, act.page_url(number)) for number in (1, 2, 3))

    assert 'rel="prev"' not in first
    assert 'rel="next" href="/deliberations/59-2023-259/page/2/"' in first
    assert 'rel="prev" href="/deliberations/59-2023-259/page/1/"' in middle
    assert 'rel="next"' not in last
    assert client.get(act.page_url(4)).status_code == 404
    assert client.get(act.page_url(0)).status_code == 404


def test_page_without_a_row_is_the_image_and_says_so(client):
    act = an_act()

    text, html = text_of(client, act.page_url(1)), html_of(client, act.page_url(1))

    assert "Aucune ligne sur cette page" in text
    assert "<img" in html
    assert "<rect" not in html


def test_page_of_unknown_size_shows_rows_without_frames(client):
    act = an_act(page_sizes=[])
    a_line(deliberation=act, line=1, page=3)

    html = html_of(client, act.page_url(3))

    assert "Les dimensions de cette page ne sont pas connues" in html
    assert 'id="ligne-1"' in html
    assert "<rect" not in html


def test_page_zooms_without_a_script(client):
    act = an_act()

    assert 'href="/deliberations/59-2023-259/page/1/?zoom=2"' in html_of(client, act.page_url(1))
    large = html_of(client, f"{act.page_url(1)}?zoom=2")
    assert 'class="sheet x2"' in large
    assert "&amp;large=1" in large
    for wrong in ("9", "-1", "x", ""):
        assert 'class="sheet"' in html_of(client, f"{act.page_url(1)}?zoom={wrong}")


def test_page_frames_stated_totals_and_what_was_not_read(client):
    act = an_act()
    a_total(deliberation=act, scope="Sous-total Opération 1", page=4, amount=17920)
    a_total(deliberation=act, scope="D’une autre page", page=5)
    a_leftover(deliberation=act, text="Report 12 345 €", page=4)

    html = html_of(client, act.page_url(4))

    assert 'id="total-1"' in html
    assert 'id="non-lu-1"' in html
    assert "Sous-total Opération 1" in html
    assert "Report 12 345 €" in html
    assert "D’une autre page" not in html
    assert html.count("<rect") == 2


def test_page_takes_the_same_queries_for_one_row_or_thirty(client, django_assert_num_queries):
    act = an_act()
    a_line(deliberation=act, page=3)
    with django_assert_num_queries(7):
        client.get(act.page_url(3))
    for index in range(30):
        a_line(deliberation=act, page=3, operator=an_operator(f"Opérateur {index}"))
        a_total(deliberation=act, page=3)
    with django_assert_num_queries(7):
        client.get(act.page_url(3))
