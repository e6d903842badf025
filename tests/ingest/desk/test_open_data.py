"""« Prêt pour l’open data ? »: what the pages say, what their forms keep and refuse, and who may use them."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from grants import history
from grants.models import AgreementDate, DepartmentBudget, Operator
from tests.builders import a_budget, a_deliberation, a_department, a_line, an_agreement_date, an_operator
from tests.grants.pages import text_of

pytestmark = pytest.mark.django_db

SIRET, OTHER_SIRET = "12345678200010", "73282932000074"
LIST = "/admin/grants/deliberation/open-data/"
YEAR = f"{LIST}59/2023/"


def a_user(client, *permissions: str) -> User:
    user = User.objects.create_user("agent", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_deliberation", *permissions]))
    client.force_login(user)
    return user


@pytest.fixture
def editor(client):
    return a_user(client, "change_deliberation", "change_operator", "change_department")


def act_page(act) -> str:
    return f"/admin/grants/deliberation/{act.pk}/open-data/"


def sent(client, form: str, address: str = YEAR, **values):
    return client.post(address, {"form": form} | values, follow=True)


# ---- what the pages say ------------------------------------------------------------------------------------------


def test_a_year_says_what_rows_lack_and_where_it_is_filled_in(client, editor):
    a_department(siret=SIRET)
    a_line(operator=an_operator("Réussir", siret=OTHER_SIRET), amount=75)
    a_line(operator=an_operator("Sans SIRET"), amount=25)

    page = client.get(YEAR).content.decode()
    text = text_of(client, YEAR)

    assert "Acceptées 1" in text
    assert "Part acceptée des montants 75 %" in text
    assert "SIRET du bénéficiaire 1 Data.Subvention refuse" in text
    assert 'href="/admin/grants/department/59/change/"' in page
    assert "1 opérateur sans SIRET" in text


def test_a_year_without_a_figure_has_no_grade_and_says_what_is_missing(client, editor):
    a_line(amount=500)

    text = text_of(client, YEAR)

    assert "Pas de note : le total des subventions du compte administratif 2023 n’est pas saisi" in text
    assert "Note 2023" not in text


def test_a_year_with_a_figure_says_its_grade_and_what_would_raise_it(client, editor):
    a_line(amount=300_000, operator=an_operator("CCAS", kind="ccas"))
    a_line(amount=999_999, outside_budget=True)
    a_budget(1_000_000)

    text = text_of(client, YEAR)

    assert "Note 2023 C" in text
    assert "Pour la note B, il manque 200 000 €" in text
    assert "Avec les seules lignes qui ont un SIRET E" in text
    assert "barème du 15 février 2026" in text


def test_clocks_say_the_vote_the_deadline_and_how_late(client, editor):
    act = a_deliberation(published=False, session_date=date(2023, 6, 26))
    a_line(deliberation=act, operator=an_operator("Aide et travail", kind="association"), amount=50_000)
    late = (timezone.localdate() - date(2023, 9, 26)).days

    text = text_of(client, YEAR)

    assert "vote : 26 juin 2023" in text
    assert "26 septembre 2023" in text
    assert f"en retard de {late:,}".replace(",", " ") in text
    assert "SIRET du département, SIRET du bénéficiaire, date de signature" in text
    assert "1 convention en retard" in text_of(client, LIST)


def test_an_act_has_its_own_page_linked_from_its_reading(client, editor):
    act = a_deliberation(published=False)
    a_line(deliberation=act, operator=an_operator("Sans SIRET"))

    assert act_page(act) in client.get(f"/admin/grants/deliberation/{act.pk}/lecture/").content.decode()
    text = text_of(client, act_page(act))
    assert "SIRET du bénéficiaire 1" in text
    assert "Tout l’exercice 2023" in text


def test_an_act_that_nothing_dates_says_that_its_rows_are_in_no_file(client, editor):
    act = a_deliberation(published=False, session_date=None)
    a_line(deliberation=act, year=None)

    assert "1 ligne sans année, et la date de la séance n’a pas été lue" in text_of(client, act_page(act))


@pytest.mark.parametrize("address", [f"{LIST}59/1999/", f"{LIST}99/2023/", "/admin/grants/deliberation/9/open-data/"])
def test_what_does_not_exist_is_not_found(client, editor, address):
    a_line()

    assert client.get(address).status_code == 404


def test_as_many_questions_for_many_lines(client, editor, django_assert_max_num_queries):
    act = a_deliberation(published=False)
    for number in range(30):
        a_line(operator=an_operator(f"Publié {number}"), amount=50_000)
        a_line(deliberation=act, operator=an_operator(f"Brouillon {number}"), amount=50_000)

    with django_assert_max_num_queries(30):
        client.get(YEAR)
    with django_assert_max_num_queries(25):
        client.get(act_page(act))


# ---- numbers -----------------------------------------------------------------------------------------------------


def test_several_numbers_are_kept_at_once_and_the_files_change(client, editor):
    a_department(siret=SIRET)
    one, two = an_operator("Un"), an_operator("Deux")
    a_line(operator=one)
    a_line(operator=two)
    before = history.current().number

    page = sent(client, "sirets", **{f"siret-{one.pk}": "732 829 320 00074", f"siret-{two.pk}": ""}).content.decode()

    assert Operator.objects.get(pk=one.pk).siret == OTHER_SIRET
    assert Operator.objects.get(pk=two.pk).siret == ""
    assert history.current().number == before + 1
    assert "1\u00a0SIRET enregistré." in page
    latest = one.records.latest()
    assert (latest.siret, latest.history_user) == (OTHER_SIRET, editor)


def test_a_wrong_number_is_told_beside_its_field_and_nothing_is_kept(client, editor):
    one, two = an_operator("Un"), an_operator("Deux")
    a_line(operator=one)
    a_line(operator=two)

    page = sent(
        client, "sirets", **{f"siret-{one.pk}": OTHER_SIRET, f"siret-{two.pk}": "73282932000075"}
    ).content.decode()

    assert "Ce numéro n’est pas un SIRET" in page.split(f'id="id_siret-{two.pk}"')[1].split("</td>")[0]
    assert f'value="{OTHER_SIRET}"' in page
    assert not Operator.objects.exclude(siret="").exists()


def test_a_number_typed_meanwhile_by_somebody_else_is_not_lost_in_silence(client, editor):
    operator = an_operator("Un", siret=SIRET)
    a_line(operator=operator)

    page = sent(client, "sirets", **{f"siret-{operator.pk}": OTHER_SIRET}).content.decode()

    assert f"{SIRET} a été saisi entre-temps" in page
    assert Operator.objects.get(pk=operator.pk).siret == SIRET


def test_two_operators_of_one_number_are_said_to_be_perhaps_the_same(client, editor):
    an_operator("Réussir ancien nom", siret=OTHER_SIRET)
    operator = an_operator("Réussir")
    a_line(operator=operator)

    page = sent(client, "sirets", **{f"siret-{operator.pk}": OTHER_SIRET}).content.decode()

    assert "Réussir et Réussir ancien nom ont le même SIRET" in page


# ---- what the accounts hold --------------------------------------------------------------------------------------


def test_the_figure_is_kept_with_its_author_and_the_last_one_stands(client, editor):
    a_line(amount=970_000)

    sent(client, "budget", amount="2 000 000,50 €", source="Compte administratif 2023, p. 8")
    page = sent(client, "budget", amount="1 000 000", source="Compte administratif 2023, p. 9").content.decode()

    first, second = DepartmentBudget.objects.order_by("pk")
    assert (first.grants_cents, first.author) == (2_000_000_50, editor)
    assert DepartmentBudget.objects.in_force().get() == second
    assert "Ce qui a été saisi (2)" in page
    assert "<dd><strong>A</strong></dd>" in page


@pytest.mark.parametrize(
    ("amount", "source", "told"),
    [
        ("0", "p. 8", "plus grand que zéro"),
        ("-5", "p. 8", "plus grand que zéro"),
        ("beaucoup", "p. 8", "pas un montant en euros"),
        ("NaN", "p. 8", "pas un montant en euros"),
        ("1,234", "p. 8", "Deux chiffres au plus"),
        ("", "p. 8", "Donnez le total"),
        ("100", "", "Dites où ce total est écrit"),
        ("9" * 20, "p. 8", "cent milliards"),
    ],
)
def test_a_wrong_figure_is_refused_with_its_reason(client, editor, amount, source, told):
    a_line()

    assert told in sent(client, "budget", amount=amount, source=source).content.decode()
    assert not DepartmentBudget.objects.exists()


# ---- days of signature -------------------------------------------------------------------------------------------


def test_days_of_signature_are_kept_changed_and_taken_back(client, editor):
    act, operator = a_deliberation(published=False, session_date=date(2023, 6, 26)), an_operator()
    a_line(deliberation=act, operator=operator, amount=50_000)
    name = f"signature-{act.pk}-{operator.pk}"

    page = sent(client, "signatures", **{name: "2023-07-10"}).content.decode()
    assert 'value="2023-07-10"' in page
    assert "10\u00a0octobre\u00a02023" in page
    sent(client, "signatures", act_page(act), **{name: "2023-07-10"})
    sent(client, "signatures", act_page(act), **{name: ""})

    assert list(AgreementDate.objects.order_by("pk").values_list("signed_on", "author")) == [
        (date(2023, 7, 10), editor.pk),
        (None, editor.pk),
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2023-06-25", "Avant le vote, qui est du 26\u00a0juin\u00a02023"),
        ((timezone.localdate() + timedelta(days=2)).isoformat(), "dans l’avenir"),
        ("hier", "Ce n’est pas une date"),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_its_field(client, editor, day, told):
    act, operator = a_deliberation(published=False, session_date=date(2023, 6, 26)), an_operator()
    a_line(deliberation=act, operator=operator, amount=50_000)

    page = sent(client, "signatures", **{f"signature-{act.pk}-{operator.pk}": day}).content.decode()

    assert told in page
    assert not AgreementDate.objects.exists()


# ---- who may -----------------------------------------------------------------------------------------------------


def test_a_reader_of_the_desk_sees_no_field_and_may_send_none(client):
    a_user(client)
    operator = an_operator()
    act = a_deliberation(published=False)
    a_line(deliberation=act, operator=operator, amount=50_000)
    a_line(operator=operator)
    an_agreement_date(date(2023, 7, 1), deliberation=act, operator=operator)

    page = client.get(YEAR).content.decode()

    assert "<button" not in page.split('id="content-main"')[1]
    for form in ("sirets", "signatures", "budget"):
        assert sent(client, form).status_code == 403


def test_a_form_of_no_known_name_is_refused_even_to_an_administrator(client):
    client.force_login(User.objects.create_superuser("responsable"))
    a_line()

    assert client.post(YEAR).status_code == 403
    assert client.post(YEAR, {"form": "autre"}).status_code == 403


def test_the_pages_are_for_staff_who_may_see_acts(client):
    act = a_deliberation()
    a_line(deliberation=act)
    for address in (LIST, YEAR, act_page(act)):
        assert client.get(address).status_code == 302
    client.force_login(User.objects.create_user("autre", is_staff=True))
    for address in (LIST, YEAR, act_page(act)):
        assert client.get(address).status_code == 403
