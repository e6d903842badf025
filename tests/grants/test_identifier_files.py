"""The list of operators, filled in a spreadsheet and read back."""

import csv
import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from grants import history
from grants.identifier_files import load
from grants.models import Operator
from tests.builders import a_line, an_operator

pytestmark = pytest.mark.django_db
SIRET = "73282932000074"


@pytest.mark.parametrize(("query", "delimiter"), [("", ","), ("?tableur=fr", ";")])
def test_the_list_of_the_site_is_filled_and_read_back(client, tmp_path, capsys, query, delimiter):
    operator = a_line(operator=an_operator("Réussir")).operator
    text = b"".join(client.get(f"/operateurs.csv{query}").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    rows[0] |= {"siret": "732 829 320 00074", "rna": "W593001234"}
    path = tmp_path / "operateurs.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    before = history.current().number

    call_command("load_identifiers", str(path))

    operator.refresh_from_db()
    assert (operator.siret, operator.rna) == (SIRET, "W593001234")
    assert "Opérateurs mis à jour\u202f: 1, lignes refusées\u202f: 0." in capsys.readouterr().out
    assert history.current().number == before + 1


def test_a_wrong_number_changes_nothing_and_is_told():
    operator = an_operator("Réussir", siret=SIRET)
    rows = [
        {"operateur_id": str(operator.pk), "siret": "7,32829E+13", "rna": "W593001234"},
        {"operateur_id": "999", "siret": SIRET, "rna": ""},
    ]

    loaded = load(rows)

    assert loaded.changed == 0
    (first, why), (second, unknown) = loaded.refused
    assert (first, second) == (2, 3)
    assert "Réussir" in why
    assert "SIRET" in why
    assert "999" in unknown
    operator.refresh_from_db()
    assert (operator.siret, operator.rna) == (SIRET, "")


def test_a_blank_cell_leaves_what_is_known():
    operator = an_operator("Réussir", siret=SIRET)
    before = history.current().number

    loaded = load([{"operateur_id": str(operator.pk), "siret": "", "rna": ""}])

    assert (loaded.changed, loaded.refused) == (0, ())
    assert Operator.objects.get(pk=operator.pk).siret == SIRET
    assert history.current().number == before


@pytest.mark.parametrize("content", [b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b"", b"operateur_id\r\n1\r\n"])
def test_another_file_is_refused_with_a_french_sentence(tmp_path, content):
    path = tmp_path / "autre.csv"
    path.write_bytes(content)

    with pytest.raises(CommandError, match=r"autre\.csv n’"):
        call_command("load_identifiers", str(path))


def test_a_number_typed_by_staff_makes_every_page_fresh(admin_client):
    operator = a_line(operator=an_operator("Réussir")).operator
    before = history.current().number

    admin_client.post(f"/admin/grants/operator/{operator.pk}/change/", {"kind": "", "siret": SIRET, "rna": ""} | INLINE)

    assert Operator.objects.get(pk=operator.pk).siret == SIRET
    assert history.current().number > before


INLINE = {"names-TOTAL_FORMS": "0", "names-INITIAL_FORMS": "0"}
