"""`manage.py extract`: columns that stay, stages, formats, errors in one French sentence, a quick start."""

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.conf import settings
from django.core.management import call_command

from ingest import extraction
from ingest.reader import pipeline
from ingest.reader.errors import TooLargeError
from ingest.reader.inspection.stage_records import STAGE_LISTS

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "tests" / "data"
SMALL = DATA / "variants" / "forms-of-amounts.pdf"
# A contract with whoever reads these files: this order, these names.
COLUMNS = (
    "line,table,reference,department,territory,programme,subprogramme,operator,commune,action,detail,places,year,amount,"
    "agreement,page,box,certainty,notes"
)


def extract(file, **options):
    """(exit status, standard output, standard error) of one run."""
    out, err = io.StringIO(), io.StringIO()
    status = extraction.run(extraction.Asked(str(file), **options), out, err)
    return status, out.getvalue(), err.getvalue()


def test_lines_come_as_csv_in_the_agreed_columns():
    status, out, err = extract(SMALL)
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == COLUMNS
    first = next(csv.DictReader(io.StringIO(out)))
    assert (first["line"], first["amount"], first["page"]) == ("1", "1500.00", "1")
    x0, y0, x1, y1 = map(float, first["box"].split())
    assert 0 <= x0 < x1 <= 1
    assert 0 <= y0 < y1 <= 1
    assert 0 < float(first["certainty"]) <= 1


def test_json_holds_the_whole_reading():
    status, out, _ = extract(SMALL, format="json")
    reading = json.loads(out)
    assert status == 0
    assert set(reading) >= {
        "document",
        "deliberation",
        "lines",
        "totals",
        "checks",
        "leftovers",
        "personal",
        "skipped_tables",
        "notes",
    }
    assert reading["document"]["name"] == SMALL.name
    assert len(reading["document"]["sha256"]) == 64
    assert reading["lines"][0]["amount"] == "1500.00"
    assert reading["lines"][0]["source"]["page"] == 1


@pytest.mark.parametrize(
    ("stage", "column"),
    [
        ("pages", "width"),
        ("rules", "kind"),
        ("words", "text"),
        ("tables", "colspan"),
        ("paragraphs", "kind"),
        ("act", "fact"),
        ("columns", "role"),
        ("rows", "kind"),
        ("lines", "operator"),
    ],
)
def test_each_stage_can_be_looked_at(stage, column):
    status, out, _ = extract(SMALL, stage=stage)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert rows
    assert rows[0][column]
    status, out, _ = extract(SMALL, stage=stage, format="json")
    assert status == 0
    assert json.loads(out)


def test_rows_of_a_stage_say_what_became_of_each():
    _, out, _ = extract(DATA / "samples" / "nord-2023-177.pdf", stage="rows")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["kind"] for row in rows} >= {"header", "line", "total"}
    assert any(row["skipped"] for row in rows)


def test_help_says_what_each_stage_lists(capsys):
    with pytest.raises(SystemExit):
        extraction.main(["--help"])
    said = capsys.readouterr().out
    for stage in extraction.STAGES:
        assert re.search(rf"^  {stage} +\w", said, re.MULTILINE)
    assert not re.search("positional|show this", said)


@pytest.mark.parametrize("arguments", [[], ["acte.pdf", "--colour", "red"]])
def test_command_that_is_not_understood_is_told_in_french(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        extraction.main(arguments)
    assert ended.value.code == extraction.FAILED
    assert capsys.readouterr().err.startswith("Commande incomprise\u202f;")


def test_every_stage_has_its_list_with_its_columns():
    assert set(extraction.STAGES) == {*STAGE_LISTS, "lines"}
    for stage in extraction.STAGES:
        status, out, err = extract(DATA / "samples" / "nord-2023-177.pdf", stage=stage)
        assert (status, err) == (0, "")
        if stage not in ("leftovers", "personal", "rules"):
            assert list(csv.DictReader(io.StringIO(out)))


def test_totals_are_listed_with_their_check():
    _, out, _ = extract(DATA / "samples" / "pdc-2023-259.pdf", stage="totals")
    rows = list(csv.DictReader(io.StringIO(out)))
    equal = next(row for row in rows if row["status"] == "equal")
    assert equal["difference"] == "0.00"
    assert equal["computed"] == equal["amount"]


def test_leftovers_are_listed_with_their_reason():
    _, out, _ = extract(SMALL, stage="leftovers")
    [row] = csv.DictReader(io.StringIO(out))
    assert row["reason"].startswith("montant non chiffré")
    assert "Cinéma Étoile" in row["text"]


def test_pages_are_drawn_beside_the_list(tmp_path):
    status, out, err = extract(SMALL, debug=str(tmp_path / "pages"))
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == COLUMNS
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["page-0001.png"]


def test_pages_without_any_grant_are_drawn_before_it_is_said(tmp_path):
    status, out, err = extract(DATA / "odd" / "no-grant.pdf", debug=str(tmp_path))
    assert (status, out) == (1, "")
    assert "aucune subvention n’a été trouvée" in err
    assert list(tmp_path.glob("page-*.png"))


def test_output_goes_to_a_file(tmp_path):
    target = tmp_path / "lignes.csv"
    status, out, _ = extract(SMALL, output=str(target))
    assert (status, out) == (0, "")
    assert target.read_text(encoding="utf-8").splitlines()[0] == COLUMNS


def test_both_engines_give_the_same_lines():
    def amounts(engine):
        return [row["amount"] for row in csv.DictReader(io.StringIO(extract(SMALL, engine=engine)[1]))]

    assert amounts("pdfium") == amounts("pdfplumber")


@pytest.mark.parametrize(
    ("file", "options", "sentence"),
    [
        (DATA / "odd" / "nowhere.pdf", {}, "ce fichier n’existe pas."),
        (DATA / "odd", {}, "c’est un dossier, pas un fichier."),
        (DATA / "odd" / "empty.pdf", {}, "le fichier est vide (0 octet)."),
        (DATA / "odd" / "not-a-pdf.pdf", {}, "ce n’est pas un fichier PDF."),
        (DATA / "odd" / "encrypted.pdf", {}, "protégé par un mot de passe."),
        (DATA / "odd" / "no-grant.pdf", {}, "aucune subvention n’a été trouvée dans ce document."),
        (SMALL, {"format": "xml"}, "choisir entre csv, json."),
        (SMALL, {"stage": "cells"}, "choisir entre pages, rules, words, tables, paragraphs, act, columns,"),
        (SMALL, {"engine": "tesseract"}, "choisir entre pdfium, pdfplumber."),
        (SMALL, {"output": "/nowhere/lignes.csv"}, "impossible d’y écrire (ce fichier ou ce dossier n’existe pas)."),
        (SMALL, {"debug": str(SMALL / "pages")}, "impossible d’y écrire (un fichier tient la place d’un dossier)."),
    ],
)
def test_what_goes_wrong_is_one_french_sentence(file, options, sentence):
    status, out, err = extract(file, **options)
    assert status != 0
    assert out == ""
    assert sentence in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("failure", [MemoryError, RecursionError])
def test_a_file_that_asks_for_too_much_is_refused_in_one_french_sentence(monkeypatch, failure):
    monkeypatch.setattr(pipeline, "stages_of", Mock(side_effect=failure))
    assert extract(SMALL) == (extraction.FAILED, "", f"{TooLargeError(SMALL.name)}\n")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (-signal.SIGABRT, "le document dépasse les limites de lecture"),
        (-signal.SIGSEGV, "la lecture s’est arrêtée brutalement"),
    ],
)
def test_a_file_that_ends_the_reader_is_refused_in_one_french_sentence(monkeypatch, capsys, status, sentence):
    monkeypatch.setattr(extraction, "limited", lambda work, memory: status)
    assert extraction.main([str(SMALL)]) == extraction.FAILED
    assert capsys.readouterr().err.startswith(f"{SMALL.name}\u202f: {sentence}")


def test_the_memory_of_a_reading_is_that_of_the_settings(monkeypatch):
    given = []
    monkeypatch.delenv("READER_MAX_MEMORY_MB", raising=False)
    monkeypatch.setattr(extraction, "limited", lambda work, memory: given.append(memory) or 0)
    extraction.main([str(SMALL)])
    monkeypatch.setenv("READER_MAX_MEMORY_MB", "300")
    extraction.main([str(SMALL)])
    assert given == [settings.READER_MAX_MEMORY_BYTES, 300 * extraction.MEBIBYTE]


def test_a_name_that_is_not_utf_8_is_read_and_shown(tmp_path):
    file = tmp_path / os.fsdecode(b"d\xe9lib\xe9ration.pdf")
    shutil.copyfile(SMALL, file)
    status, out, err = extract(file, format="json", debug=str(tmp_path / "pages"))
    assert (status, err) == (0, "")
    assert json.loads(out)["document"]["name"] == "délibération.pdf"


def test_command_of_django_runs_the_same(capsys):
    out = io.StringIO()
    call_command("extract", str(SMALL), stdout=out)
    assert out.getvalue().splitlines()[0] == COLUMNS
    with pytest.raises(SystemExit):
        call_command("extract", str(DATA / "odd" / "empty.pdf"), stderr=io.StringIO())


def test_shell_command_starts_without_django():
    code = (
        "import sys; sys.argv = ['manage.py', 'extract', sys.argv[1]]\n"
        "import runpy\n"
        "try:\n    runpy.run_path('manage.py', run_name='__main__')\n"
        "except SystemExit as end:\n    status = end.code\n"
        "loaded = [name for name in sys.modules if name.split('.')[0] in ('django', 'grants')]\n"
        "sys.exit(status or len(loaded))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SMALL)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == COLUMNS


def test_pages_are_read_before_what_understands_them_is_loaded():
    code = (
        "import sys\n"
        "from ingest import extraction\n"
        "from ingest.reader import documents\n"
        "real, loaded = documents.open_document, []\n"
        "def opened(path, **options):\n"
        "    loaded.extend(name for name in sys.modules if name in ('ingest.reader.pipeline', 'numpy', 'pdfplumber'))\n"
        "    return real(path, **options)\n"
        "documents.open_document = opened\n"
        "status = extraction.run(extraction.Asked(sys.argv[1]))\n"
        "sys.exit(status or len(loaded))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(SMALL)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("cores", "load", "processes"), [(2, 0.4, 2), (2, 2.1, 1), (1, 0.0, 1)])
def test_a_second_process_is_begun_where_a_core_is_free(monkeypatch, cores, load, processes):
    asked = []
    monkeypatch.setattr(extraction.os, "cpu_count", lambda: cores)
    monkeypatch.setattr(extraction.os, "getloadavg", lambda: (load, 0.0, 0.0))
    real = pipeline.stages_of
    monkeypatch.setattr(pipeline, "stages_of", lambda document, **options: asked.append(options) or real(document))
    assert extract(SMALL)[0] == 0
    assert [options["processes"] for options in asked] == [processes]
