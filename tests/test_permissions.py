"""Every address of the desk refuses visitors, staff without rights, and roles that are not enough: the URL table is
walked, so that a new address is refused until somebody says who may open it."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from grants import roles
from grants.models import Deliberation, ErrorReport
from ingest.models import ColumnProfile
from tests.builders import a_commune, a_deliberation, a_line, a_territory

pytestmark = pytest.mark.django_db

# Of the admin itself: to sign in and out, the own password, texts of its scripts; the start page says what one may do.
OF_EVERYBODY = {
    "login",
    "logout",
    "password_change",
    "password_change_done",
    "jsi18n",
    "index",
    "view_on_site",
    "autocomplete",
}
# What an agent is refused and an editor is not: a new address of theirs is named here, or open to agents on purpose.
OF_EDITORS = {
    *("grants_deliberation_publish", "grants_deliberation_withdraw", "grants_deliberation_undo_withdrawal"),
    *("grants_deliberation_delete", "grants_deliberation_personal_add", "grants_deliberation_personal_decide"),
    *("grants_operator_merge", "grants_operator_undo_merge", "grants_operator_judge", "grants_operator_search"),
    *("grants_operator_list", "grants_operator_upload", "grants_operator_apply_list", "grants_operator_undo_list"),
    *("grants_territory_extent", "grants_territory_merge", "grants_territory_undo_merge", "grants_programme_judge"),
}
VALUES = {"uuid": "6f1c2f1e-0b1c-4f6e-9d5e-0c1f2a3b4c5d", "str": "59", "slug": "premier-jour"}


def addresses() -> dict[str, str]:
    """Every address under `/admin/` by its name, its arguments filled."""
    found = {name: f"/{route}" for route, name in walked(get_resolver()) if route.startswith("admin/")}
    del found["logout"], found[None]  # one ends the walk, the other is what answers 404
    for model in apps.get_models():
        first = model._default_manager.first()
        own = model._meta.label_lower.replace(".", "_") + "_"
        found |= {name: at.replace("/1/", f"/{first.pk}/", 1) for name, at in found.items() if first and own in name}
    return found


def walked(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str | None]]:
    for entry in resolver.url_patterns:
        route = before + re.sub(r"^\^|\$$", "", str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from walked(entry, route)
        elif isinstance(entry, URLPattern):
            yield filled(route), entry.name


def filled(route: str) -> str:
    route = re.sub(r"<(\w+):\w+>", lambda found: VALUES.get(found[1], "1"), route)
    route = route.replace("(?P<app_label>auth|grants|ingest)", "grants")
    return re.sub(r"\(\[\^/\]\+\)|<\w+>", "1", route)


def a_member(role: str | None) -> User:
    user = User.objects.create_user("membre", is_staff=True)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def refused(client, method: str) -> set[str]:
    """The names of the addresses that answer 403 to whoever is signed in."""
    return {name for name, address in addresses().items() if getattr(client, method)(address).status_code == 403}


@pytest.fixture(autouse=True)
def record():
    line = a_line(deliberation=a_deliberation(published=False), territory=a_territory(), commune=a_commune())
    ErrorReport.objects.create(line=line, line_pk=line.pk, what="amount", message="Voir la page.")
    ColumnProfile.objects.create(
        department=line.department, signature=[], headers=[], kinds=[], years=[], key="x", at=timezone.now()
    )


def test_the_walk_finds_the_addresses_of_the_desk():
    found = addresses()

    act = f"/admin/grants/deliberation/{Deliberation.objects.get().pk}"
    assert found["grants_deliberation_publish"] == f"{act}/publier/"
    assert found["grants_deliberation_history"] == f"{act}/history/"
    assert not [name for name in found if name.endswith("_simple_history")], "an earlier state is not to be sent back"
    assert not [address for address in found.values() if "<" in address or "(" in address]


@pytest.mark.parametrize("method", ["get", "post"])
def test_visitors_are_sent_to_the_login(client, method):
    for name, address in addresses().items():
        if name not in ("login", "jsi18n"):
            response = getattr(client, method)(address)
            assert response.status_code == 302, name
            assert "/admin/login/" in response["Location"], name


@pytest.mark.parametrize("method", ["get", "post"])
def test_staff_without_a_right_are_refused(client, method):
    client.force_login(a_member(None))

    assert set(addresses()) - refused(client, method) <= OF_EVERYBODY | {"app_list"}


def test_agents_are_refused_what_editors_may_do_and_nothing_else(client):
    member = a_member(roles.AGENT)
    client.force_login(member)
    of_agents = refused(client, "get") & refused(client, "post")
    member.groups.set([Group.objects.get(name=roles.EDITOR)])

    assert of_agents - refused(client, "get") == OF_EDITORS


def test_editors_give_no_account(client):
    client.force_login(a_member(roles.EDITOR))

    assert {name for name in addresses() if name.startswith(("auth_user", "auth_group"))} <= refused(client, "get")


def test_administrators_give_accounts_without_being_more_than_they_are(client):
    client.force_login(a_member(roles.ADMINISTRATOR))
    root = User.objects.create_superuser("racine")

    page = client.get(f"/admin/auth/user/{User.objects.get(username='membre').pk}/change/").content.decode()

    assert 'name="groups"' in page
    assert 'name="is_superuser"' not in page and 'name="user_permissions"' not in page
    assert client.post(f"/admin/auth/user/{root.pk}/change/", {"username": "autre"}).status_code == 403
    assert client.get("/admin/auth/group/").status_code == 200
    assert client.get("/admin/auth/group/add/").status_code == 403


def test_an_account_is_given_in_one_page_that_says_what_each_role_may(client):
    client.force_login(a_member(roles.ADMINISTRATOR))
    page = client.get("/admin/auth/user/add/").content.decode()
    assert "<h1>Donner un compte</h1>" in page and "Accès à l’espace de travail" in page
    assert 'name="is_superuser"' not in page and "publie aussi, tient les registres" in page

    agents = Group.objects.get(name=roles.AGENT)
    typed = {"username": "nouvelle", "first_name": "Ada", "is_staff": "on", "groups": agents.pk}
    typed |= dict.fromkeys(("password1", "password2"), "une phrase assez longue")
    client.post("/admin/auth/user/add/", typed | {"is_superuser": "on"})

    given = User.objects.get(username="nouvelle")
    assert given.check_password("une phrase assez longue") and list(given.groups.all()) == [agents]
    assert given.is_staff and not given.is_superuser
    assert '<td class="field-role">Agent</td>' in client.get("/admin/auth/user/").content.decode()
