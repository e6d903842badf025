"""Lists of operators as spreadsheets leave them: bytes to rows, and numbers that a spreadsheet has spoilt."""

import csv

import pytest

from grants.operators.files import Row, WrongFileError, read, siret_of

COLUMNS = ("siret", "rna")
SIRET = "73282932000074"
LINES = "operateur_id,siret,rna\r\n12,73282932000074,W593001234\r\n"


@pytest.mark.parametrize(
    "content",
    [
        LINES.encode(),
        LINES.encode("utf-8-sig"),
        LINES.replace(",", ";").encode("cp1252"),
        LINES.replace(",", "\t").encode("utf-16"),
        LINES.replace("\r\n", "\n").encode(),
        b"\r\n".join(LINES.encode().splitlines()) + b"\r\n,,\r\n\r\n",
    ],
)
def test_a_list_is_read_however_the_spreadsheet_saved_it(content):
    assert read(content, "liste.csv", COLUMNS) == [Row(2, {"operateur_id": "12", "siret": SIRET, "rna": "W593001234"})]


def test_accents_of_windows_are_kept_and_rows_keep_the_number_of_their_line():
    content = 'Operateur_ID ;siret;nom\r\n1;;Réussir\r\n2;;"École,\nde la 2e chance"\r\n3;;\'=1+1\r\n'.encode("cp1252")

    rows = read(content, "liste.csv", COLUMNS)

    assert [row.text("nom") for row in rows] == ["Réussir", "École,\nde la 2e chance", "=1+1"]
    assert [row.line for row in rows] == [2, 4, 5]
    assert rows[0].text("absente") == ""


@pytest.fixture
def no_limit():
    """Other libraries of a process raise the longest cell that Python's own reader takes."""
    before = csv.field_size_limit(2**31 - 1)
    yield
    csv.field_size_limit(before)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a,b\r\n1,2\r\n", "n’a pas les colonnes operateur_id, siret, rna"),
        (b"operateur_id\r\n1\r\n", "n’a pas les colonnes"),
        (b"", "n’a pas les colonnes"),
        (b"PK\x03\x04\x14\x00", "c’est un classeur. Enregistrez-le en CSV"),
        (b"operateur_id,siret\r\n1,\x00\x81\r\n", "ce n’est pas du texte"),
        (b'operateur_id,siret\r\n1,"' + b"x" * 200_000, "une ligne est illisible"),
    ],
)
def test_another_file_is_refused_with_a_french_sentence(content, sentence, no_limit):
    with pytest.raises(WrongFileError, match=r"^autre\.csv n’") as refused:
        read(content, "autre.csv", COLUMNS)

    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("text", "number", "mended"),
    [
        (SIRET, SIRET, False),
        ("732 829 320 00074", SIRET, False),
        ("73282932000074,00", SIRET, False),
        ("73282932000074.0", SIRET, False),
        ("5520044800003", "05520044800003", True),
        ("7328293200007", "7328293200007", False),  # one figure is missing, and no zero gives it back
        ("732829320", "732829320", False),
    ],
)
def test_zeros_that_a_spreadsheet_dropped_come_back_where_the_check_figure_agrees(text, number, mended):
    found, remark = siret_of(text)

    assert found == number
    assert ("zéros de tête" in remark) == mended


@pytest.mark.parametrize("text", ["7,32829E+13", "7.32829320001E+13", "7,3E13"])
def test_a_rounded_number_cannot_be_mended_and_says_why(text):
    with pytest.raises(ValueError, match="arrondi ce SIRET"):
        siret_of(text)
