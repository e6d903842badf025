"""Our SCDL files, read by the official validator with the official schemas."""

from datetime import date
from pathlib import Path

import pytest
from validata_core import validate

from tests.builders import a_deliberation, a_department, a_line, a_programme, a_vote, an_operator

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore"),  # the validator's own dependencies
]


def errors(client, tmp_path: Path, name: str, schema: str) -> tuple[int, list[str]]:
    """Rows of the file, and what the validator says against it."""
    content = b"".join(client.get(f"/donnees/scdl/59-2023/{name}.csv").streaming_content)
    path = tmp_path / f"{name}.csv"
    path.write_bytes(content)
    report = validate(str(path), str(REFERENCE / schema / "schema.json"))
    told = report.flatten(["rowPosition", "fieldName", "code", "note"])
    return content.count(b"\r\n") - 1, [str(error) for error in told]


def a_record(*, siret: str = "12345678200010") -> None:
    """Lines that are hard to write, with and without what the schema wants."""
    act = a_deliberation(department=a_department(siret=siret), session_date=date(2023, 5, 15))
    known = an_operator("L’Étoile, « d’Œuvre »", siret="73282932000074", rna="W593001234")
    programme = a_programme("Parcours ; IAE")
    for amount in ("0", "-450", "1234567.89"):
        a_line(deliberation=act, operator=known, amount=amount, programme=programme)
    a_line(deliberation=act, operator=known, action="Accompagnement vers l’emploi, " * 20)
    a_line(deliberation=act, operator=known, action="=1+1", programme=None, year=None)
    a_line(deliberation=act, operator=an_operator("Corse", siret="73282932000074", rna="W2A1234567"))
    a_line(deliberation=act, operator=known, line=90, year=2022)
    a_line(deliberation=act, operator=known, line=90, year=2023)
    a_line(deliberation=act, operator=an_operator("Sans SIRET"))
    a_line(deliberation=act, operator=None)
    a_line(deliberation=act, operator=known, outside_budget=True)
    a_line(deliberation=a_deliberation(session_date=None), operator=known, year=2023)
    a_vote(deliberation=act, articles="", votes_for=70, against=2, abstentions=4, present=70, proxies=8,
           absent_without_proxy=4)  # fmt: skip
    a_vote(deliberation=a_deliberation(session_date=date(2023, 6, 12)), articles="1")


def test_the_strict_file_has_no_error(client, tmp_path):
    a_record()

    assert errors(client, tmp_path, "subventions-scdl", "scdl-subventions") == (7, [])


def test_the_complete_file_has_errors_only_where_the_report_says_so(client, tmp_path):
    a_record()

    rows, told = errors(client, tmp_path, "subventions-completes", "scdl-subventions")

    assert rows == 11
    assert told


def test_the_deliberations_file_has_no_error(client, tmp_path):
    a_record()

    assert errors(client, tmp_path, "deliberations-scdl", "scdl-deliberations") == (2, [])


@pytest.mark.parametrize(
    ("name", "schema"), [("subventions-scdl", "scdl-subventions"), ("deliberations-scdl", "scdl-deliberations")]
)
def test_without_the_siret_of_the_department_a_file_is_its_header_and_valid(client, tmp_path, name, schema):
    a_record(siret="")

    assert errors(client, tmp_path, name, schema) == (0, [])
