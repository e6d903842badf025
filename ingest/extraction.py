"""`manage.py extract`: one PDF read without the database, its lines or a stage of the reading as CSV or JSON.

No Django here, so that the command starts at once: `manage.py` runs `main` directly.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from ingest.processes.limited import limited
from ingest.reader.errors import ReadingError, TooLargeError, ended_by
from ingest.reader.machine.memory import collection_paused
from portal.files import refusal, shown_name

if TYPE_CHECKING:
    from ingest.reader.stages import Stages

STAGES = (
    *("pages", "rules", "words", "tables", "paragraphs", "act"),
    *("columns", "rows", "lines", "totals", "leftovers", "personal"),
)
FORMATS = ("csv", "json")
ENGINES = ("pdfium", "pdfplumber")
DONE, FAILED = 0, 1
MEBIBYTE = 1024 * 1024
# Mebibytes of address space where nothing else is said, as for readings of the queue: ten times what a thousand pages
# take.
MOST_MEMORY = 2048

DESCRIPTION = (
    "Lit une délibération en PDF sans toucher à la base\u202f: lignes de subvention en CSV ou lecture en JSON."
)
# What each stage lists, in the order of the reading, for who looks for the first that is wrong.
STAGE_HELP = """\
étapes, dans l’ordre de la lecture\u202f:
  pages       taille, nombre de mots et de filets, ce qui n’a pas pu être lu
  rules       filets et fonds de couleur
  words       mots et leur place
  tables      cellules des tableaux
  paragraphs  texte hors des tableaux
  act         numéro, dates, objet, votes, déports
  columns     rôle de chaque colonne, tableaux écartés et pourquoi
  rows        nature de chaque ligne de tableau
  lines       lignes de subvention
  totals      totaux annoncés, comparés aux lignes
  leftovers   ce qui n’a pas pu être lu, et pourquoi
  personal    données personnelles à masquer

Un tableau mal lu\u202f? --debug DOSSIER dessine chaque page avec ce qui y a été trouvé\u202f; cherchez la première
chose fausse, puis listez l’étape qui l’a faite."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the command, by their names; `debug`: a folder where pages are drawn too, empty for none."""

    file: str
    format: str = "csv"
    output: str = ""
    stage: str = "lines"
    engine: str = "pdfium"
    debug: str = ""

    @property
    def path(self) -> Path:
        """The PDF to read."""
        return Path(self.file)


class _Parser(argparse.ArgumentParser):
    """A wrong command is told in one French sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"Commande incomprise\u202f; «\u202f{self.prog} --help\u202f» montre comment l’écrire.\n")


def add_arguments(parser: argparse._ActionsContainer) -> None:
    """The arguments of the command; wrong values are told in French by `run`."""
    parser.add_argument("file", metavar="FICHIER.pdf", help="le PDF à lire")
    parser.add_argument("--format", default="csv", help="csv (par défaut) ou json")
    parser.add_argument("--output", default="", metavar="FICHIER", help="où écrire (sortie standard sinon)")
    parser.add_argument("--stage", default="lines", help="l’étape à lister, lines par défaut (voir plus bas)")
    parser.add_argument(
        "--debug",
        default="",
        metavar="DOSSIER",
        help="dessiner aussi dans ce dossier chaque page, avec ce qui y a été trouvé",
    )
    parser.add_argument("--engine", default="pdfium", help="pdfium (par défaut) ou pdfplumber")


def main(arguments: Sequence[str]) -> int:
    """Run the command with these arguments, in a process that may take READER_MAX_MEMORY_MB; gives its exit status."""
    parser = _Parser(
        prog="manage.py extract",
        description=DESCRIPTION,
        epilog=STAGE_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="%(prog)s FICHIER.pdf [options]",
        add_help=False,
    )
    options = parser.add_argument_group("options")
    options.add_argument("-h", "--help", action="help", help="montrer cette aide")
    add_arguments(options)
    asked = Asked(**vars(parser.parse_args(arguments)))
    said = os.environ.get("READER_MAX_MEMORY_MB", "")
    status = limited(lambda: run(asked), (int(said) if said.isdecimal() else MOST_MEMORY) * MEBIBYTE)
    if status >= 0:
        return status
    if -status != signal.SIGINT:
        sys.stderr.write(f"{ended_by(asked.path.name, -status)}\n")
    return FAILED


@collection_paused()
def run(asked: Asked, stdout: TextIO | None = None, stderr: TextIO | None = None) -> int:
    """Read one file and write what is asked; gives the exit status. What goes wrong is one sentence on `stderr`."""
    stdout, stderr = stdout or sys.stdout, stderr or sys.stderr
    wrong = _wrong_option(asked)
    if wrong:
        stderr.write(wrong + "\n")
        return FAILED
    try:
        stages = _read_stages(asked) if asked.debug else None
        if stages and not _is_written(lambda: _draw(asked.path, stages, Path(asked.debug)), asked.debug, stderr):
            return FAILED
        write = _listed(asked, stages)
    except ReadingError as error:
        stderr.write(f"{error}\n")
        return FAILED
    except (MemoryError, RecursionError):
        stderr.write(f"{TooLargeError(asked.path.name)}\n")
        return FAILED
    return DONE if _is_written(lambda: _deliver(write, asked.output, stdout), asked.output, stderr) else FAILED


def _is_written(action: Callable[[], None], target: str, stderr: TextIO) -> bool:
    try:
        action()
    except OSError as error:
        stderr.write(f"{target or 'sortie standard'}\u202f: impossible d’y écrire ({refusal(error)}).\n")
        return False
    return True


def _deliver(write: "Writer", output: str, stdout: TextIO) -> None:
    if not output:
        write(stdout)
        stdout.flush()
        return
    with Path(output).open("w", encoding="utf-8", newline="") as target:
        write(target)


def _wrong_option(asked: Asked) -> str:
    for name, known in (("format", FORMATS), ("stage", STAGES), ("engine", ENGINES)):
        value = getattr(asked, name)
        if value not in known:
            return f"--{name} {value}\u202f: valeur inconnue\u202f; choisir entre {', '.join(known)}."
    if not asked.path.is_file():
        what = "c’est un dossier, pas un fichier" if asked.path.is_dir() else "ce fichier n’existe pas"
        return f"{shown_name(asked.file)}\u202f: {what}."
    return ""


Writer = Callable[[TextIO], None]


def _listed(asked: Asked, stages: "Stages | None") -> Writer:
    from ingest.reader import output

    columns: Sequence[str]
    if asked.stage == "lines":
        stages = stages or _read_stages(asked)
        from ingest.reader.stages import reading_of

        reading = reading_of(stages)
        if asked.format == "json":
            return lambda file: output.write_json(output.reading_document(reading), file)
        columns, records = output.LINE_COLUMNS, output.line_records(reading.lines)
    else:
        from ingest.reader.inspection.stage_records import stage_list

        columns, records = stage_list(asked.stage, asked.path, asked.engine, stages)
    if asked.format == "json":
        return lambda file: output.write_json(list(records), file)
    return lambda file: output.write_csv(records, columns, file)


def _processes() -> int:
    """Two where a core is free: with other work on all, a second process is waited for longer than it helps."""
    cores = os.cpu_count() or 1
    return 2 if cores > 1 and os.getloadavg()[0] < cores else 1


def _read_stages(asked: Asked) -> "Stages":
    from ingest.reader.documents import open_document

    processes = _processes()
    document = open_document(
        asked.path, engine=asked.engine, processes=processes, meanwhile=lambda: import_module("ingest.reader.pipeline")
    )
    # Loaded after its pages are read, or while another process reads them: a file that is refused is refused at once.
    from ingest.reader.pipeline import stages_of

    return stages_of(document, processes=processes)


def _draw(path: Path, stages: "Stages", folder: Path) -> None:
    from ingest.reader.inspection.page_drawings import draw_pages

    draw_pages(path, stages, folder)
