"""The three groups: each has what its role takes and nothing of the next one; a right added by hand stays."""

import pytest
from django.contrib.auth.models import Group, Permission

from grants import roles

pytestmark = pytest.mark.django_db


def rights(name: str) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_groups_are_there_after_migrate():
    assert {"Agent", "Éditeur", "Administrateur"} <= set(Group.objects.values_list("name", flat=True))


def test_every_right_named_exists():
    known = set(Permission.objects.values_list("codename", flat=True))
    named = {right for rights_named in roles.ROLES.values() for right in rights_named}

    assert named - known == set()


def test_an_agent_corrects_and_does_not_publish():
    assert {"add_deliberation", "change_deliberation", "change_grantline"} <= rights("Agent")
    assert rights("Agent") & {"publish_deliberation", "merge_operator", "delete_deliberation", "add_user"} == set()


def test_an_editor_publishes_and_gives_no_account():
    assert rights("Agent") < rights("Éditeur")
    assert {"publish_deliberation", "merge_operator"} <= rights("Éditeur")
    assert {right for right in rights("Éditeur") if right.endswith("_user")} == set()


def test_an_administrator_gives_accounts():
    assert rights("Éditeur") < rights("Administrateur")
    assert "add_user" in rights("Administrateur")


def test_a_right_added_by_hand_stays_and_one_taken_away_comes_back():
    agent = Group.objects.get(name="Agent")
    agent.permissions.add(Permission.objects.get(codename="publish_deliberation"))
    agent.permissions.remove(Permission.objects.get(codename="view_operator"))

    roles.install()

    assert {"publish_deliberation", "view_operator"} <= rights("Agent")
