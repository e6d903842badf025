"""What a list of operators changes: told, written, taken back; and the command that does the first two."""

import csv
import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from grants import history
from grants.models import Operator, OperatorImport
from grants.operators.changes import COLUMNS, apply, differences, prepare, undo
from grants.operators.files import Row
from grants.search import entries
from tests.builders import a_commune, a_line, an_operator

pytestmark = pytest.mark.django_db
SIRET = "73282932000074"


def row(operator: Operator, line: int = 2, **cells) -> Row:
    return Row(line, {"operateur_id": str(operator.pk), **cells})


def told(*rows: Row) -> list[tuple[str, str, str]]:
    found = differences(rows)
    assert found.mistakes == []
    return [(change.column, change.before, change.after) for change in found.changes]


def sentence(*rows: Row) -> str:
    [(_, sentence)] = differences(rows).mistakes
    return sentence


def test_each_field_that_differs_is_told_and_nothing_is_written():
    operator = an_operator("Réussir", siret=SIRET)
    a_commune()

    found = told(
        row(
            operator,
            nom="Réussir en Sambre",
            nature="Association ou fondation",
            siret=SIRET,
            rna="w593001234",
            commune_insee="59392",
            noms="Réussir | RÉUSSIR (siège)",
        )
    )

    assert found == [
        ("nom", "Réussir", "Réussir en Sambre"),
        ("nature", "", "association"),
        ("rna", "", "W593001234"),
        ("commune_insee", "", "59392"),
        ("noms", "", "RÉUSSIR (siège)"),
    ]
    assert Operator.objects.get(pk=operator.pk).name == "Réussir"


def test_a_blank_cell_leaves_what_is_known_and_a_dash_erases_it():
    operator = an_operator("CCAS de Lille", siret=SIRET, kind="public", kind_by_staff=True)

    assert told(row(operator, siret="", rna="", nature="", nom="", noms="")) == []
    assert told(row(operator, siret="-", nature="-")) == [("nature", "public", "ccas"), ("siret", SIRET, "")]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"siret": "7,32829E+13"}, "Réussir\u202f: le tableur a arrondi ce SIRET"),
        ({"siret": "7328293200007"}, "Réussir\u202f: Ce numéro n’est pas un SIRET\u202f: 13 chiffres"),
        ({"rna": "593001234"}, "celui d’une association"),
        ({"nature": "club"}, "n’est pas une nature d’opérateur"),
        ({"commune_insee": "99999"}, "le code INSEE d’aucune commune"),
        ({"nom": "-"}, "un nom ne peut pas être effacé"),
        ({"noms": "Habiter"}, "est déjà un nom de «\u202fHabiter\u202f»"),
        ({"noms": "–"}, "ne nomme rien"),
        ({"operateur_id": "999999"}, "aucun opérateur n’a le numéro «\u202f999999\u202f»"),
    ],
)
def test_a_mistake_is_told_line_by_line_and_its_row_changes_nothing(cells, expected):
    operator = an_operator("Réussir")
    an_operator("Habiter")

    found = differences([Row(7, row(operator, nom="Autre nom").cells | cells)])

    [(line, sentence)] = found.mistakes
    assert line == 7
    assert expected in sentence
    assert found.changes == []


def test_one_operator_twice_and_one_united_with_another_are_refused():
    operator, kept = an_operator("Réussir"), an_operator("Habiter")

    found = differences([row(operator, 2, rna="W593001234"), row(operator, 3, rna="W593001235")])
    assert len(found.changes) == 1
    assert found.mistakes == [(3, "Réussir est déjà à la ligne 2.")]

    Operator.objects.filter(pk=operator.pk).update(merged_into=kept)
    assert "réuni à «\u202fHabiter\u202f»" in sentence(row(operator, rna="W593001234"))


def test_a_siret_that_two_bear_is_written_and_told():
    one, other, third = an_operator("Réussir", siret=SIRET), an_operator("Habiter"), an_operator("Jardiner")

    found = differences([row(other, siret=SIRET), row(third, 3, siret="5520044800003")])

    assert "aussi celui de «\u202fRéussir\u202f»" in found.changes[0].remark
    assert "zéros de tête" in found.changes[1].remark
    assert one.siret == SIRET


def test_a_list_is_written_in_one_go_and_taken_back(django_user_model):
    author = django_user_model.objects.create_user("agente")
    lille = a_commune("Lille", code="59350")
    operator = an_operator("CCAS", commune=a_commune(), kind="ccas")
    line = a_line(operator=operator, commune_found_by="operator name")
    before = Operator.objects.filter(pk=operator.pk).values().get()
    version = history.current().number
    cells = {
        "nom": "CCAS de Lille",
        "nature": "public",
        "siret": SIRET,
        "commune_insee": "59350",
        "noms": "C.C.A.S. Lille",
    }
    received = prepare("liste.csv", differences([row(operator, **cells)]), author)
    assert history.current().number == version

    assert apply(received) == []

    operator.refresh_from_db()
    line.refresh_from_db()
    assert (operator.name, operator.name_by_staff, operator.kind_by_staff) == ("CCAS de Lille", True, True)
    assert (operator.commune, operator.commune_found_by, line.commune) == (lille, "staff", lille)
    assert "lille" in line.search_text
    assert entries.find("c.c.a.s. lille", 5)["operator"][0].thing == operator
    assert history.current().number > version
    assert apply(received) == []

    assert undo(received, author) == []
    after = Operator.objects.filter(pk=operator.pk).values().get()
    assert after == before
    assert not operator.names.filter(by_staff=True).exists()
    assert received.undone_by == author
    assert undo(received) == []


def test_what_changed_meanwhile_is_left_alone_and_said():
    operator, other = an_operator("Réussir"), an_operator("Habiter")
    received = prepare("liste.csv", differences([row(operator, rna="W593001234"), row(other, 3, rna="W593001235")]))
    Operator.objects.filter(pk=operator.pk).update(rna="W000000001")

    assert apply(received) == ["Réussir\u202f: rna a changé depuis, laissé tel quel."]
    Operator.objects.filter(pk=other.pk).update(rna="W000000002")
    assert undo(received) == ["Habiter\u202f: rna a changé depuis, laissé tel quel."]

    assert set(Operator.objects.values_list("rna", flat=True)) == {"W000000001", "W000000002"}


def test_columns_that_are_not_asked_change_nothing():
    operator = an_operator("Réussir")

    assert differences([row(operator, nom="Autre")], ("siret", "rna")).changes == []
    assert "nom" in COLUMNS


# ---- the command -------------------------------------------------------------------------------------------------


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
        writer.writerows([*rows, rows[0] | {"operateur_id": "999999"}])

    call_command("load_identifiers", str(path))

    operator.refresh_from_db()
    assert (operator.siret, operator.rna) == (SIRET, "W593001234")
    said = capsys.readouterr().out
    assert "Ligne 3\u202f: aucun opérateur" in said
    assert "Opérateurs mis à jour\u202f: 1, lignes refusées\u202f: 1." in said
    assert OperatorImport.objects.get().applied_at is not None


def test_a_file_that_is_no_list_or_is_missing_is_refused(tmp_path):
    wrong = tmp_path / "autre.csv"
    wrong.write_bytes(b"a,b\r\n1,2\r\n")

    for path in (wrong, tmp_path / "absente.csv"):
        with pytest.raises(CommandError, match=rf"{path.name} n’"):
            call_command("load_identifiers", str(path))
