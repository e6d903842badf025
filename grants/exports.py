"""The open data of a list of lines: its columns as ordered data, and the CSV written row by row, whatever the number.

Columns come printed first, then derived, then provenance. Amounts are euros with a dot and two decimals, dates are ISO.
A text that a spreadsheet would take for a formula is given an apostrophe before it; a number never is.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from django.urls import reverse

from grants.querysets import GrantLineQuerySet

ROWS_AT_ONCE = 2_000  # read from the database: 2 MB of memory, and no gain in speed above
BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take UTF-8 for Windows-1252
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# « -450 », « + 1 900,00 € »: a number is no formula, and stays as printed.
_PRINTED_NUMBER = re.compile(r"[+-]?[\s\d.,]*\d[\s\d.,]*[kM]?\s*[€%]?\s*")

Kind = Literal["imprimé", "déduit", "provenance"]


def _as_it_is(value: Any) -> str:
    """The text of one value, empty where it is absent."""
    return "" if value is None else str(value)


def _euros(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def _fraction(certainty: float) -> str:
    return f"{certainty:.2f}"


def _box(*sides: float) -> str:
    return " ".join(f"{side:.5f}" for side in sides)


def _line_address(pk: int) -> str:
    return reverse("line_detail", args=[pk])


@lru_cache(maxsize=ROWS_AT_ONCE)
def _page_address(slug: str, page: int) -> str:
    return reverse("deliberation_page", args=[slug, page])


def _proof_address(slug: str, page: int, line: int) -> str:
    return f"{_page_address(slug, page)}#ligne-{line}"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, what it holds, whether it is printed, derived or provenance.

    `text` makes the cell of the values of `paths` (fields of a line, through its relations). An `address` is completed
    by the scheme and host of the site.
    """

    name: str
    description: str
    kind: Kind
    paths: tuple[str, ...]
    text: Callable[..., str] = _as_it_is
    address: bool = False


def _printed(name: str, description: str, path: str) -> Column:
    return Column(name, description, "imprimé", (path,))


def _derived(name: str, description: str, path: str, text: Callable[..., str] = _as_it_is) -> Column:
    return Column(name, description, "déduit", (path,), text)


def _provenance(name: str, description: str, *paths: str, text: Callable[..., str] = _as_it_is) -> Column:
    return Column(name, description, "provenance", paths, text)


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
    _derived("montant", "Montant voté en euros, point décimal, négatif pour un retrait", "amount_cents", _euros),
    _derived("annee", "Année pour laquelle la ligne est votée\u202f; vide si elle n’est pas imprimée", "year"),
    _derived("places", "Nombre de places\u202f; vide s’il n’est pas imprimé", "places"),
    _derived("departement_code", "Code INSEE du département qui a voté", "department__code"),
    _derived("departement", "Département qui a voté", "department__name"),
    _derived("operateur_id", "Identifiant permanent de l’opérateur sur ce site", "operator__pk"),
    _derived("operateur", "Opérateur, ses graphies sûres réunies", "operator__name"),
    _derived("territoire_id", "Identifiant du territoire sur ce site", "territory__pk"),
    _derived("territoire", "Territoire, ses graphies réunies", "territory__name"),
    _derived("programme_id", "Identifiant du programme sur ce site", "programme__pk"),
    _derived("programme", "Programme, ses graphies réunies", "programme__name"),
    _derived("operation_id", "Identifiant de l’opération sur ce site", "subprogramme__pk"),
    _derived("operation", "Opération, ses graphies réunies", "subprogramme__name"),
    _derived("commune_insee", "Code INSEE de la commune du siège, pas du lieu de l’action", "commune__code"),
    _derived("commune", "Commune du siège, pas du lieu de l’action", "commune__name"),
    _derived("commune_trouvee_par", "Comment la commune a été trouvée", "commune_found_by"),
    _provenance("id", "Identifiant permanent de la ligne sur ce site", "pk"),
    _provenance("deliberation", "Numéro de la délibération", "deliberation__number"),
    _provenance("assemblee", "Assemblée qui a voté", "deliberation__body"),
    _provenance("date_seance", "Date de la séance, AAAA-MM-JJ", "deliberation__session_date"),
    _provenance(
        "ligne", "Numéro de la ligne imprimée dans l’acte\u202f; une ligne peut porter plusieurs années", "line"
    ),
    _provenance("tableau", "Tableau ou partie de l’acte", "table"),
    _provenance("page", "Page du PDF, à partir de 1", "page"),
    _provenance(
        "cadre",
        "Place de la ligne\u202f: gauche, haut, droite, bas, en fractions de la page",
        "x0",
        "y0",
        "x1",
        "y1",
        text=_box,
    ),
    _provenance("certitude", "Certitude de la lecture, de 0 à 1", "certainty", text=_fraction),
    _provenance("notes", "Notes de lecture", "notes"),
    _provenance("pdf_sha256", "Empreinte SHA-256 du PDF lu", "deliberation__sha256"),
    Column("adresse", "Adresse permanente de la ligne", "provenance", ("pk",), _line_address, address=True),
    Column(
        "adresse_preuve",
        "Adresse de la page imprimée, ligne encadrée",
        "provenance",
        ("deliberation__slug", "page", "line"),
        _proof_address,
        address=True,
    ),
)


def csv_rows(lines: GrantLineQuerySet, site: str) -> Iterator[str]:
    """The CSV file of these lines, piece by piece: header first, one row a line, in the order of the queryset.

    `site` is the scheme and host that complete the addresses (`https://exemple.fr`). Memory does not grow with the
    number of lines.
    """
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow([column.name for column in COLUMNS])
    paths = tuple(dict.fromkeys(path for column in COLUMNS for path in column.paths))
    places = [[paths.index(path) for path in column.paths] for column in COLUMNS]
    for values in lines.values_list(*paths).iterator(chunk_size=ROWS_AT_ONCE):
        cells = (column.text(*(values[place] for place in of)) for column, of in zip(COLUMNS, places, strict=True))
        yield writer.writerow(
            [site + cell if column.address else safe_text(cell) for column, cell in zip(COLUMNS, cells, strict=True)]
        )


def safe_text(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe goes before what begins like a formula, unless it is a number."""
    if text.startswith(FORMULA_STARTS) and not _PRINTED_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


class _Echo:
    """What the csv module writes to: gives each row back instead of keeping it."""

    def write(self, row: str) -> str:
        return row
