"""The whole set on one day, kept for ever: files, their SHA-256 prints, and what changed since the one before.

A snapshot is a folder of `DATA_DIR/instantanes`, named after its day (`2026-11-21`, then `2026-11-21-2`): it appears
whole or not at all, and nothing in it is ever rewritten. Lines are in the order of their permanent number, so that two
snapshots are compared by reading both side by side.
"""

import csv
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.timezone import localdate

from grants import history
from grants.exports import registers as columns
from grants.exports.columns import day_of
from grants.exports.csv_files import csv_pieces
from grants.exports.lines import LINE_COLUMNS
from grants.exports.tables import LICENCE, Origin, Table
from grants.exports.workbooks import write_workbook
from grants.figures import registers
from grants.models import Deliberation, GrantLine
from portal.prints import print_of

FOLDER = "instantanes"
MANIFEST, PRINTS = "instantane.json", "SHA256SUMS"
LINES_FILE, CHANGES_FILE = "subventions.csv", "changements.csv"
CHANGE_COLUMNS = ("changement", "id", "colonne", "avant", "apres")
ADDED, CORRECTED, WITHDRAWN = "ajoutée", "corrigée", "retirée"
# Where a thing is shown, or when it was put online, says nothing of what was voted.
NOT_COMPARED = frozenset(("adresse", "adresse_preuve", "mise_en_ligne"))
ATTEMPTS = 3  # a publication in the middle of a snapshot begins it again
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d+))?")


class UnsteadyDataError(Exception):
    """The data changed during each attempt."""


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the manifest says. Counts of lines are counts of rows of `subventions.csv`; `previous` may be empty."""

    name: str
    version: int
    lines: int
    added: int
    corrected: int
    withdrawn: int
    previous: str
    files: tuple[SnapshotFile, ...]

    @property
    def day(self) -> str:
        return self.name[:10]


def folder() -> Path:
    """Where snapshots are kept, a folder each."""
    return Path(settings.DATA_DIR) / FOLDER


def snapshots() -> list[Snapshot]:
    """Every snapshot, the latest first."""
    named = [path for path in folder().glob("*") if _NAME.fullmatch(path.name) and (path / MANIFEST).is_file()]
    return [_read(path) for path in sorted(named, key=_order, reverse=True)]


def find(name: str) -> Snapshot | None:
    """The snapshot of this name, whoever typed it; None where there is none, or it is not whole."""
    path = folder() / name
    return _read(path) if _NAME.fullmatch(name) and (path / MANIFEST).is_file() else None


def file_of(snapshot: Snapshot, name: str) -> Path | None:
    """The path of a file that the manifest names; None for any other name."""
    known = {file.name for file in snapshot.files} | {PRINTS, MANIFEST}
    return folder() / snapshot.name / name if name in known else None


def take(site: str) -> Snapshot | None:
    """Makes the snapshot of now; None where no line differs from the latest one. `site` completes the addresses.

    Raises UnsteadyDataError where publications keep changing the data meanwhile.
    """
    folder().mkdir(parents=True, exist_ok=True)
    for _ in range(ATTEMPTS):
        before = history.current().number
        building = Path(tempfile.mkdtemp(prefix=".", dir=folder()))
        try:
            _write_tables(building, site)
            if history.current().number == before:
                return _finish(building, before)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    raise UnsteadyDataError


def _tables() -> Iterator[Table]:
    lines = GrantLine.objects.counted()
    yield Table("subventions", "Toutes les lignes publiées", LINE_COLUMNS, lines.order_by("pk"))
    acts = Deliberation.objects.published().with_amounts().order_by("pk")
    yield Table("deliberations", "Délibérations publiées", columns.ACT_COLUMNS, acts)
    yield Table("operateurs", "Opérateurs", columns.OPERATOR_COLUMNS, registers.operators(lines))
    yield Table("communes", "Communes des sièges", columns.COMMUNE_COLUMNS, registers.communes_answering(""))
    places = registers.places
    yield Table("departements", "Départements", columns.DEPARTMENT_COLUMNS, places(lines, "department"))
    yield Table("territoires", "Territoires", columns.TERRITORY_COLUMNS, places(lines, "territory"))
    yield Table("programmes", "Programmes et opérations", columns.PROGRAMME_COLUMNS, registers.programmes(lines))


def _write_tables(building: Path, site: str) -> None:
    origin = Origin(settings.SITE_NAME, site, f"{site}/donnees/", day_of(history.current().changed_at))
    for table in _tables():
        with (building / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            file.writelines(csv_pieces(table, site))
        if f"{table.name}.csv" == LINES_FILE:
            with (building / f"{table.name}.xlsx").open("wb") as workbook:
                write_workbook(table, origin, workbook)


def _finish(building: Path, version: int) -> Snapshot | None:
    """Compares, signs and names the folder; nothing is kept where no line differs from the latest snapshot."""
    latest = next(iter(snapshots()), None)
    counts = {ADDED: 0, CORRECTED: 0, WITHDRAWN: 0}
    with (building / CHANGES_FILE).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(CHANGE_COLUMNS)
        if latest is not None:
            for change, rows in changes(folder() / latest.name / LINES_FILE, building / LINES_FILE):
                counts[change] += 1
                writer.writerows(rows)
    if latest is not None and not any(counts.values()) and _same_header(latest, building):
        return None
    name = _free_name()
    files = tuple(SnapshotFile(path.name, path.stat().st_size, print_of(path)) for path in sorted(building.iterdir()))
    lines = sum(1 for _ in _rows(building / LINES_FILE))
    snapshot = Snapshot(
        name, version, lines, counts[ADDED], counts[CORRECTED], counts[WITHDRAWN], latest.name if latest else "", files
    )
    said = asdict(snapshot) | {"licence": LICENCE, "source": settings.SITE_NAME}
    (building / MANIFEST).write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
    (building / PRINTS).write_text("".join(f"{file.sha256}  {file.name}\n" for file in files), encoding="utf-8")
    building.chmod(0o755)
    building.rename(folder() / name)
    return snapshot


def changes(old: Path, new: Path) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """What differs between two files of lines, by permanent number: the kind of change and its rows.

    A corrected line gives one row for each column that differs. Both files are read once, side by side.
    """
    before, after = _rows(old), _rows(new)
    past, present = next(before, None), next(after, None)
    while past is not None or present is not None:
        if present is None or (past is not None and int(past["id"]) < int(present["id"])):
            yield WITHDRAWN, [(WITHDRAWN, past["id"], "", "", "")]
            past = next(before, None)
        elif past is None or int(present["id"]) < int(past["id"]):
            yield ADDED, [(ADDED, present["id"], "", "", "")]
            present = next(after, None)
        else:
            if rows := _corrections(past, present):
                yield CORRECTED, rows
            past, present = next(before, None), next(after, None)


def _corrections(past: dict[str, str], present: dict[str, str]) -> list[tuple[str, ...]]:
    return [
        (CORRECTED, present["id"], column, past[column], text)
        for column, text in present.items()
        if column not in NOT_COMPARED and past.get(column, text) != text
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _same_header(latest: Snapshot, building: Path) -> bool:
    """Whether the columns are those of the latest snapshot: new ones alone are worth a snapshot."""
    paths = (folder() / latest.name / LINES_FILE, building / LINES_FILE)
    headers = []
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as file:
            headers.append(file.readline())
    return headers[0] == headers[1]


def _free_name() -> str:
    day, number = localdate().isoformat(), 2
    name = day
    while (folder() / name).exists():
        name, number = f"{day}-{number}", number + 1
    return name


def _order(path: Path) -> tuple[str, int]:
    day, number = _NAME.fullmatch(path.name).groups()
    return day, int(number or 1)


def _read(path: Path) -> Snapshot:
    said: dict[str, Any] = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    files = tuple(SnapshotFile(**file) for file in said["files"])
    return Snapshot(**{name: said[name] for name in Snapshot.__slots__ if name != "files"}, files=files)
