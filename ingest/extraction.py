"""`manage.py extract`: one PDF read without the database, its lines or a stage of the reading as CSV or JSON.

No Django here, so that the command starts at once: `manage.py` runs `main` directly.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from ingest.reader.errors import ReadingError

STAGES = ("words", "tables", "rows", "lines")
FORMATS = ("csv", "json")
ENGINES = ("pdfium", "pdfplumber")
DONE, FAILED = 0, 1

DESCRIPTION = (
    "Lit une délibération en PDF sans toucher à la base\u202f: lignes de subvention en CSV ou lecture en JSON."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command; wrong values are told in French by `run`."""
    parser.add_argument("file", metavar="FICHIER.pdf", help="le PDF à lire")
    parser.add_argument("--format", default="csv", help="csv (par défaut) ou json")
    parser.add_argument("--output", default="", metavar="FICHIER", help="où écrire (sortie standard sinon)")
    parser.add_argument("--stage", default="lines", help="words, tables, rows ou lines (par défaut)")
    parser.add_argument("--engine", default="pdfium", help="pdfium (par défaut) ou pdfplumber")


def main(arguments: Sequence[str]) -> int:
    """Run the command with these arguments; gives its exit status."""
    parser = argparse.ArgumentParser(prog="manage.py extract", description=DESCRIPTION)
    add_arguments(parser)
    asked = parser.parse_args(arguments)
    return run(asked.file, format=asked.format, output=asked.output, stage=asked.stage, engine=asked.engine)


def run(
    file: str,
    *,
    format: str = "csv",  # noqa: A002  (the name of the option)
    output: str = "",
    stage: str = "lines",
    engine: str = "pdfium",
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Read one file and write what is asked; gives the exit status. What goes wrong is one sentence on `stderr`."""
    stdout, stderr = stdout or sys.stdout, stderr or sys.stderr
    wrong = _wrong_option(file, format, stage, engine)
    if wrong:
        stderr.write(wrong + "\n")
        return FAILED
    try:
        write = _WRITERS[stage](Path(file), format, engine)
    except ReadingError as error:
        stderr.write(f"{error}\n")
        return FAILED
    try:
        _deliver(write, output, stdout)
    except OSError as error:
        stderr.write(f"{output or 'sortie standard'}\u202f: impossible d’y écrire ({error.strerror}).\n")
        return FAILED
    return DONE


def _deliver(write: "Writer", output: str, stdout: TextIO) -> None:
    if not output:
        write(stdout)
        stdout.flush()
        return
    with Path(output).open("w", encoding="utf-8", newline="") as target:
        write(target)


def _wrong_option(file: str, format: str, stage: str, engine: str) -> str:  # noqa: A002
    for name, value, known in (("format", format, FORMATS), ("stage", stage, STAGES), ("engine", engine, ENGINES)):
        if value not in known:
            return f"--{name} {value}\u202f: valeur inconnue\u202f; choisir entre {', '.join(known)}."
    if not Path(file).is_file():
        return f"{file}\u202f: ce fichier n’existe pas."
    return ""


Writer = Callable[[TextIO], None]


def _words(path: Path, format: str, engine: str) -> Writer:  # noqa: A002
    from ingest.reader import output
    from ingest.reader.documents import open_document

    document = open_document(path, engine=engine)
    return _records(output.word_records(document), output.WORD_COLUMNS, format)


def _tables(path: Path, format: str, engine: str) -> Writer:  # noqa: A002
    from ingest.reader import output
    from ingest.reader.documents import open_document
    from ingest.reader.tables import find_tables

    tables = find_tables(open_document(path, engine=engine))
    return _records(output.cell_records(tables), output.CELL_COLUMNS, format)


def _rows(path: Path, format: str, engine: str) -> Writer:  # noqa: A002
    from ingest.reader import output
    from ingest.reader.pipeline import read_rows

    return _records(output.row_records(read_rows(path, engine=engine)), output.ROW_COLUMNS, format)


def _lines(path: Path, format: str, engine: str) -> Writer:  # noqa: A002
    from ingest.reader import output
    from ingest.reader.pipeline import read

    reading = read(path, engine=engine)
    if format == "json":
        return lambda file: output.write_json(output.reading_document(reading), file)
    return _records(output.line_records(reading.lines), output.LINE_COLUMNS, format)


def _records(records, columns: Sequence[str], format: str) -> Writer:  # type: ignore[no-untyped-def]  # noqa: A002
    from ingest.reader import output

    if format == "json":
        return lambda file: output.write_json(list(records), file)
    return lambda file: output.write_csv(records, columns, file)


_WRITERS = {"words": _words, "tables": _tables, "rows": _rows, "lines": _lines}
