"""The open data of a list of lines: its columns as ordered data, and the CSV written row by row, whatever the number.

Columns come printed first, then derived, then provenance. Amounts are euros with a dot and two decimals, dates are ISO.
A text that a spreadsheet would take for a formula is given an apostrophe before it; a number never is.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from grants.models import GrantLine
from grants.querysets import GrantLineQuerySet

ROWS_AT_ONCE = 2_000  # read from the database: 2 MB of memory, and no gain in speed above
BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take UTF-8 for Windows-1252
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# « -450 », « + 1 900,00 € »: a number is no formula, and stays as printed.
_PRINTED_NUMBER = re.compile(r"[+-]?[\s\d.,]*\d[\s\d.,]*[kM]?\s*[€%]?\s*")

Kind = Literal["imprimé", "déduit", "provenance"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, what it holds, whether it is printed, derived or provenance."""

    name: str
    description: str
    kind: Kind
    value: Callable[[GrantLine], Any]


def _of(path: str) -> Callable[[GrantLine], Any]:
    """The value at the end of a path, an empty text where something on the way is absent."""
    names = path.split(".")

    def value(line: GrantLine) -> Any:
        found: Any = line
        for name in names:
            found = getattr(found, name)
            if found is None:
                return ""
        return found

    return value


def _box(line: GrantLine) -> str:
    return " ".join(f"{side:.5f}" for side in (line.x0, line.y0, line.x1, line.y1))


def _printed(name: str, description: str, path: str) -> Column:
    return Column(name, description, "imprimé", _of(path))


def _derived(name: str, description: str, value: str | Callable[[GrantLine], Any]) -> Column:
    return Column(name, description, "déduit", _of(value) if isinstance(value, str) else value)


def _provenance(name: str, description: str, value: str | Callable[[GrantLine], Any]) -> Column:
    return Column(name, description, "provenance", _of(value) if isinstance(value, str) else value)


COLUMNS = (
    _printed("operateur_imprime", "Nom de l’opérateur, tel qu’imprimé", "operator_text"),
    _printed("siege_imprime", "Commune du siège, telle qu’imprimée", "commune_text"),
    _printed("territoire_imprime", "Territoire, tel qu’imprimé", "territory_text"),
    _printed("programme_imprime", "Programme, tel qu’imprimé", "programme_text"),
    _printed("operation_imprimee", "Opération, telle qu’imprimée", "subprogramme_text"),
    _printed("action", "Nom ou objet de l’action, tel qu’imprimé", "action"),
    _printed("complement", "Complément et observations, tels qu’imprimés", "detail"),
    _printed("numero_dossier", "Numéro de dossier, tel qu’imprimé", "reference"),
    _printed("convention", "Convention, telle qu’imprimée", "agreement"),
    _printed("places_imprimees", "Nombre de places, tel qu’imprimé", "places_text"),
    _printed("montant_imprime", "Montant, tel qu’imprimé", "amount_text"),
    _derived(
        "montant", "Montant voté en euros, point décimal, négatif pour un retrait", lambda line: f"{line.amount:.2f}"
    ),
    _derived("annee", "Année pour laquelle la ligne est votée ; vide si elle n’est pas imprimée", "year"),
    _derived("places", "Nombre de places ; vide s’il n’est pas imprimé", "places"),
    _derived("departement_code", "Code INSEE du département qui a voté", "department.code"),
    _derived("departement", "Département qui a voté", "department.name"),
    _derived("operateur_id", "Identifiant permanent de l’opérateur sur ce site", "operator.pk"),
    _derived("operateur", "Opérateur, ses graphies sûres réunies", "operator.name"),
    _derived("territoire_id", "Identifiant du territoire sur ce site", "territory.pk"),
    _derived("territoire", "Territoire, ses graphies réunies", "territory.name"),
    _derived("programme_id", "Identifiant du programme sur ce site", "programme.pk"),
    _derived("programme", "Programme, ses graphies réunies", "programme.name"),
    _derived("operation_id", "Identifiant de l’opération sur ce site", "subprogramme.pk"),
    _derived("operation", "Opération, ses graphies réunies", "subprogramme.name"),
    _derived("commune_insee", "Code INSEE de la commune du siège, pas du lieu de l’action", "commune.code"),
    _derived("commune", "Commune du siège, pas du lieu de l’action", "commune.name"),
    _derived("commune_trouvee_par", "Comment la commune a été trouvée", "commune_found_by"),
    _provenance("id", "Identifiant permanent de la ligne sur ce site", "pk"),
    _provenance("deliberation", "Numéro de la délibération", "deliberation.number"),
    _provenance("assemblee", "Assemblée qui a voté", "deliberation.body"),
    _provenance("date_seance", "Date de la séance, AAAA-MM-JJ", "deliberation.session_date"),
    _provenance("ligne", "Numéro de la ligne imprimée dans l’acte ; une ligne peut porter plusieurs années", "line"),
    _provenance("tableau", "Tableau ou partie de l’acte", "table"),
    _provenance("page", "Page du PDF, à partir de 1", "page"),
    _provenance("cadre", "Place de la ligne : gauche, haut, droite, bas, en fractions de la page", _box),
    _provenance("certitude", "Certitude de la lecture, de 0 à 1", lambda line: f"{line.certainty:.2f}"),
    _provenance("notes", "Notes de lecture", "notes"),
    _provenance("pdf_sha256", "Empreinte SHA-256 du PDF lu", "deliberation.sha256"),
    Column("adresse", "Adresse permanente de la ligne", "provenance", GrantLine.get_absolute_url),
    Column("adresse_preuve", "Adresse de la page imprimée, ligne encadrée", "provenance", lambda line: line.page_url),
)
ADDRESSES = {"adresse", "adresse_preuve"}


def csv_rows(lines: GrantLineQuerySet, site: str) -> Iterator[str]:
    """The CSV file of these lines, piece by piece: header first, one row a line, in the order of the queryset.

    `site` is the scheme and host that complete the addresses (`https://exemple.fr`). Memory does not grow with the
    number of lines.
    """
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow([column.name for column in COLUMNS])
    for line in lines.with_context().iterator(chunk_size=ROWS_AT_ONCE):
        yield writer.writerow(_cells(line, site))


def safe_text(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe goes before what begins like a formula, unless it is a number."""
    if text.startswith(FORMULA_STARTS) and not _PRINTED_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _cells(line: GrantLine, site: str) -> list[str]:
    cells = []
    for column in COLUMNS:
        value = column.value(line)
        if column.name in ADDRESSES:
            value = f"{site}{value}"
        cells.append(safe_text(str(value)))
    return cells


class _Echo:
    """What the csv module writes to: gives each row back instead of keeping it."""

    def write(self, row: str) -> str:
        return row
