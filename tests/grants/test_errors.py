"""Answers that are no page: French, told by their status, JSON for programs."""

import pytest
from django.test import Client

from tests.builders import a_line
from tests.grants.pages import text_of


@pytest.fixture
def visitor(db):
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


def test_method_that_a_page_does_not_take_is_405(client):
    response = client.delete("/a-propos/")

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert "Cette adresse ne se demande pas ainsi" in response.content.decode()


@pytest.mark.django_db
def test_address_too_long_is_414(client):
    assert "Erreur 414 Cette adresse est trop longue" in text_of(client, f"/subventions/?q={'a' * 4_000}", status=414)


def test_host_that_is_not_ours_is_400(visitor):
    response = visitor.get("/", HTTP_HOST="ailleurs.example")

    assert response.status_code == 400
    assert "Cette demande n’a pas de sens" in response.content.decode()


def test_form_without_its_token_is_403(visitor):
    response = visitor.post("/admin/login/", {"username": "x"})

    assert response.status_code == 403
    assert "sans le jeton" in response.content.decode()


def test_more_than_is_received_is_413(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10

    response = client.post("/admin/login/", {"username": "x" * 100})

    assert response.status_code == 413
    assert "Cet envoi est trop gros" in response.content.decode()


def test_error_of_the_api_is_json(client, db):
    response = client.get("/api/introuvable")

    assert (response.status_code, response["Content-Type"]) == (404, "application/json")
    assert response.json()["erreur"]


def test_method_that_the_api_does_not_take_is_405_in_french(client, db):
    response = client.post("/api/v1/lignes")

    assert (response.status_code, response["Allow"]) == (405, "GET")
    assert response.json()["erreur"] == "Cette adresse se lit\u202f; elle ne reçoit pas de «\u202fPOST\u202f»."


def test_missing_line_says_where_to_look(client, db):
    a_line()

    assert "Aucune ligne à cette adresse." in text_of(client, "/lignes/999/", status=404)


def test_failure_of_the_page_of_failures_is_french_too(visitor, monkeypatch):
    def fail(*args):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("grants.views.home.stats.summary", fail)
    monkeypatch.setattr("grants.views.errors.render_to_string", fail)

    response = visitor.get("/")

    assert response.status_code == 500
    assert "Le serveur n’a pas su répondre" in response.content.decode()
