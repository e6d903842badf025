"""The list of operators at the desk: taken, filled, sent back, shown, written, undone."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from grants.models import Operator, OperatorImport
from tests.builders import a_commune, a_line, an_operator
from tests.grants.desk.staff import an_agent

pytestmark = pytest.mark.django_db
LISTS = "/admin/grants/operator/listes/"
SIRET = "73282932000074"


@pytest.fixture
def agent(client):
    user = an_agent("change_operator")
    client.force_login(user)
    return user


def taken(client) -> list[dict[str, str]]:
    content = b"".join(client.get("/admin/grants/operator/liste.csv").streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))


def sent(client, rows: list[dict[str, str]], name: str = "liste.csv"):
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0], delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return client.post(LISTS, {"file": SimpleUploadedFile(name, text.getvalue().encode("utf-8-sig"))})


def test_the_list_holds_every_operator_that_has_a_page_drafts_included(client, agent):
    one = an_operator("=Réussir", commune=a_commune(), kind="association", siret=SIRET)
    one.names.create(name="Réussir (siège)")
    gone = an_operator("Habiter")
    Operator.objects.filter(pk=gone.pk).update(merged_into=one)

    [row] = taken(client)

    assert row == {
        "operateur_id": str(one.pk),
        "nom": "'=Réussir",
        "noms": "'=Réussir | Réussir (siège)",
        "nature": "association ou fondation",
        "siret": SIRET,
        "rna": "",
        "commune_insee": "59392",
        "commune": "Maubeuge",
    }


def test_a_list_sent_back_as_it_was_changes_nothing(client, agent):
    one = an_operator("=Réussir", commune=a_commune(), kind="association", siret=SIRET)
    one.names.create(name="Réussir (siège)")

    answer = sent(client, taken(client))

    page = client.get(answer["Location"]).content.decode()
    assert "Aucune valeur ne change" in page
    assert "appliquer" not in page


def test_a_list_is_previewed_then_written_then_undone(client, agent):
    operator = a_line(operator=an_operator("Réussir")).operator
    rows = taken(client)
    next(row for row in rows if row["nom"] == "Réussir").update(siret=SIRET)

    answer = sent(client, [*rows, {**rows[0], "operateur_id": "999999"}])
    page = client.get(answer["Location"]).content.decode()

    assert "changerait 1\u00a0valeur de 1\u00a0opérateur" in page
    assert "1\u00a0ligne refusée" in page
    assert "aucun opérateur n’a le numéro" in page
    assert f"<strong>{SIRET}</strong>" in page
    assert Operator.objects.get(pk=operator.pk).siret == ""

    client.post(f"{answer['Location']}appliquer/")
    assert Operator.objects.get(pk=operator.pk).siret == SIRET
    assert "Liste enregistrée par agente" in client.get(answer["Location"]).content.decode()
    assert "liste.csv" in client.get(LISTS).content.decode()

    client.post(f"{answer['Location']}defaire/")
    assert Operator.objects.get(pk=operator.pk).siret == ""
    assert "Liste défaite" in client.get(answer["Location"]).content.decode()


def test_a_file_that_is_no_list_is_refused_on_the_page(client, agent):
    an_operator()

    page = client.post(LISTS, {"file": SimpleUploadedFile("classeur.xlsx", b"PK\x03\x04xx")}).content.decode()
    empty = client.post(LISTS, {}).content.decode()

    assert "c’est un classeur. Enregistrez-le en CSV." in page
    assert "Choisissez le fichier CSV." in empty
    assert not OperatorImport.objects.exists()


def test_only_those_who_may_change_operators_send_a_list(client):
    client.force_login(an_agent())
    received = OperatorImport.objects.create(name="liste.csv")

    assert client.get("/admin/grants/operator/liste.csv").status_code == 200
    assert client.get(LISTS).status_code == 403
    assert client.get(f"{LISTS}{received.pk}/").status_code == 403
    assert client.post(f"{LISTS}{received.pk}/appliquer/").status_code == 403
    assert client.post(f"{LISTS}{received.pk}/defaire/").status_code == 403
