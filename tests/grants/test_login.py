"""The login of the desk: wrong passwords are counted by account and by address, and forgotten after a while."""

import re

import pytest
from django.contrib.auth.models import User
from django.db.models import F

from grants import strangers
from grants.models import ReportTrace
from grants.strangers import MOST_WRONG, PATIENCE
from tests.grants.pages import words_of

pytestmark = pytest.mark.django_db
RIGHT, WRONG, ELSEWHERE = "phrase-de-passe-longue", "azerty", "203.0.113.9"


@pytest.fixture(autouse=True)
def agathe():
    return User.objects.create_user("agathe", password=RIGHT, is_staff=True)


def log_in(client, password, *, account="agathe", address="127.0.0.1"):
    """What the page says; nothing where the door opens."""
    response = client.post("/admin/login/", {"username": account, "password": password}, REMOTE_ADDR=address)
    return words_of(response.content.decode()) if response.status_code == 200 else ""


def test_too_many_wrong_passwords_wait_even_with_the_right_one(client):
    for _ in range(MOST_WRONG):
        assert "Trop de mots de passe" not in log_in(client, WRONG)

    assert "Trop de mots de passe faux. Attendez un quart d’heure" in log_in(client, RIGHT)
    assert log_in(client, RIGHT, address=ELSEWHERE) == "", "the person is not locked out from another place"


def test_wrong_passwords_are_forgotten_after_a_while(client):
    for _ in range(MOST_WRONG):
        log_in(client, WRONG)
    ReportTrace.objects.update(at=F("at") - PATIENCE)

    assert log_in(client, RIGHT) == ""


def test_one_password_tried_on_every_account_waits_too(client, monkeypatch):
    monkeypatch.setattr(strangers, "MOST_WRONG_HERE", 3)
    for account in ("un", "deux", "trois"):
        log_in(client, WRONG, account=account)

    assert "Trop de mots de passe faux" in log_in(client, RIGHT)


def test_no_trace_tells_who_tried(client):
    log_in(client, WRONG)
    log_in(client, "", account="agathe")  # a form half filled is no attempt

    traces = list(ReportTrace.objects.values_list("print", flat=True))
    assert len(traces) == 2
    assert all(re.fullmatch("[0-9a-f]{64}", trace) for trace in traces)
