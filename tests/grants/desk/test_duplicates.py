"""The pages of likely duplicates: what is proposed, two operators side by side, what a person says of them."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from grants.models import Operator, OperatorPair
from grants.operators import duplicates
from tests.builders import a_commune, a_deliberation, a_line, a_recusal, an_operator
from tests.grants.desk.staff import an_agent

pytestmark = pytest.mark.django_db
COMPARED = 30  # queries: session and rights, the pair and what was said of it, eleven for each operator
LIST = "/admin/grants/operator/doublons/"


def two(one: str = "Association PAGE", other: str = "PAGE", **fields) -> tuple[Operator, Operator]:
    pair = an_operator(one, commune=a_commune()), an_operator(other)
    for operator in pair:
        a_line(operator=operator, year=2023, **fields)
    return pair


def address(page: str, *operators: Operator) -> str:
    return reverse(f"admin:grants_operator_{page}", args=[operator.pk for operator in operators])


def listed(client, query: str = "") -> str:
    return client.get(LIST + query).content.decode()


@pytest.fixture
def editor(client):
    user = an_agent("merge_operator", "change_operator")
    client.force_login(user)
    return user


def test_new_operators_are_compared_when_the_list_is_opened(client, editor):
    one, other = two()

    page = listed(client)

    assert "Même nom, à la forme juridique près" in page
    assert address("compare", *sorted((one, other), key=lambda operator: operator.pk)) in page
    assert "12\u202f500,00\u00a0€" in page
    assert "Maubeuge" in page
    assert "1\u00a0paire" in page


def test_a_register_too_large_is_searched_when_asked(client, editor, monkeypatch):
    monkeypatch.setattr(duplicates, "SEARCHED_AT_ONCE", 1)
    two()

    page = listed(client)
    assert "opérateurs nouveaux ou renommés" in page
    assert not OperatorPair.objects.exists()

    client.post("/admin/grants/operator/doublons/chercher/")
    assert "Association PAGE" in listed(client)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?raison=forme", True),
        ("?raison=sigle", False),
        ("?q=page", True),
        ("?q=réussir", False),
        ("?etat=different", False),
        ("?etat=nimporte", True),
    ],
)
def test_the_list_is_narrowed_by_reason_name_and_verdict(client, editor, query, shown):
    two()

    assert ("Association PAGE" in listed(client, query)) == shown


@pytest.mark.parametrize(("verdict", "told"), [("different", "ce n’est pas le même"), ("later", "remis à plus tard")])
def test_what_is_said_of_a_pair_is_kept_with_its_author_and_can_be_taken_back(client, editor, verdict, told):
    one, other = two()
    listed(client)

    answer = client.post(address("judge", other, one), {"verdict": verdict, "word": "Vu au répertoire.", "back": LIST})
    assert answer["Location"] == LIST
    page = listed(client)
    assert told in page
    assert "0\u00a0paire" in page
    judged = listed(client, f"?etat={verdict}")
    assert "Vu au répertoire." in judged
    assert "agente" in judged

    client.post(address("judge", one, other), {"verdict": ""})
    assert "1\u00a0paire" in listed(client)
    remembered = client.get(address("compare", one, other)).content.decode()
    assert "Vu au répertoire." in remembered
    assert "décision reprise depuis" in remembered


@pytest.mark.parametrize("elsewhere", ["https://ailleurs.example/", "//ailleurs.example/", "ailleurs", ""])
def test_a_form_leads_nowhere_else(client, editor, elsewhere):
    one, other = two()

    answer = client.post(address("judge", one, other), {"verdict": "later", "back": elsewhere})

    assert answer["Location"] == LIST


def test_two_operators_are_shown_side_by_side_with_what_is_printed_of_each(client, editor):
    one, other = two(operator_text="PAGE, à Maubeuge", action="Atelier vélo")
    a_recusal(operator=one)
    draft = a_line(operator=other, deliberation=a_deliberation(published=False), action="Brouillon")

    page = client.get(address("compare", one, other)).content.decode()

    for told in (
        "Association PAGE",
        "PAGE, à Maubeuge",
        "Maubeuge",
        "Nord",
        "Atelier vélo",
        "Brouillon",
        "25\u202f000,00",
    ):
        assert told in page
    assert reverse("admin:grants_deliberation_sheet", args=[draft.deliberation_id, draft.page]) in page


def test_of_two_that_are_the_same_the_one_with_more_rows_is_proposed_to_stay(client, editor):
    one, other = two()
    a_line(operator=other, year=2023)

    page = client.get(address("compare", one, other)).content.decode()

    assert address("merge", other, one) in page


def test_an_operator_is_compared_with_those_like_it_or_with_any_other(client, editor):
    one, other = two()
    third = an_operator("Réussir en Sambre")
    listed(client)

    page = client.get(address("choose", one)).content.decode()
    found = client.get(address("choose", one) + "?q=reussir").content.decode()

    assert address("compare", one, other) in page
    assert address("compare", one, third) not in page
    assert address("compare", one, third) in found
    assert "Aucun autre opérateur" in client.get(address("choose", one) + "?q=zzz").content.decode()
    assert client.get(address("compare", one, one))["Location"] == address("choose", one)


def test_the_list_takes_the_same_queries_for_two_pairs_or_twenty(client, editor, django_assert_num_queries):
    names = ["Réussir", "Habiter", "Jardiner", "Cuisiner", "Dessiner", "Chanter", "Marcher", "Nager"]
    for name in names[:2]:
        two(f"Association {name}", name)
    duplicates.search()
    with django_assert_num_queries(8):
        listed(client)
    for name in names[2:]:
        two(f"Association {name}", name)
    duplicates.search()
    with django_assert_num_queries(8):
        listed(client)


def test_a_comparison_takes_the_same_queries_for_one_line_or_thirty(client, editor, django_assert_num_queries):
    one, other = two()
    duplicates.search()
    with django_assert_num_queries(COMPARED):
        client.get(address("compare", one, other))
    for number in range(30):
        a_line(operator=one, deliberation=a_deliberation(), operator_text=f"PAGE, site {number}", year=2000 + number)
    with django_assert_num_queries(COMPARED):
        client.get(address("compare", one, other))


def test_only_those_who_may_merge_judge(client):
    one, other = two()
    client.force_login(an_agent("change_operator"))

    assert client.post(address("judge", one, other), {"verdict": "later"}).status_code == 403
    assert client.post("/admin/grants/operator/doublons/chercher/").status_code == 403
    assert "Pas le même" not in listed(client)
    assert not OperatorPair.objects.filter(verdict="later").exists()


@pytest.mark.parametrize("page", ["duplicates", "choose", "compare"])
def test_pages_are_closed_to_visitors_and_to_staff_without_rights(client, page):
    one, other = two()
    asked = address(page, *{"duplicates": (), "choose": (one,), "compare": (one, other)}[page])

    assert client.get(asked).status_code == 302
    client.force_login(User.objects.create_user("stagiaire", is_staff=True))
    assert client.get(asked).status_code == 403
