"""Lists of operators filled in a spreadsheet: the bytes of a CSV → its rows, whatever the spreadsheet made of them.

`,`, `;` or tabulations, a byte order mark or none, UTF-8, what Excel calls « CSV » (Windows-1252) or « Texte Unicode »
(UTF-16). Does not decide what a row changes.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from stdnum.fr import siret

from grants.operators.identifiers import SIRET_LENGTH, typed
from grants.templatetags.french import quoted

KEY = "operateur_id"
NAMES_APART = " | "  # between the spellings of one cell
MOST_ROWS = 100_000
LONGEST_CELL = 32_767  # characters: what a cell of a spreadsheet holds; more is a quote that nothing closes
_DELIMITERS = ";,\t"
_WORKBOOK = b"PK\x03\x04"  # how a zip begins, hence an XLSX
_ROUNDED = re.compile(r"[+-]?\d+(?:[.,]\d+)?\s*[eE]\s*[+-]?\d+")
_DECIMALS = re.compile(r"[.,]0+$")
_SHORTEST_CUT = 10  # figures: a SIRET that lost more than four zeros is something else


class WrongFileError(Exception):
    """A file that is no such list; `str(error)` is a French sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row and the number of its line in the file; `cells` by the name of the column."""

    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """A cell without the spaces around it, nor the apostrophe that keeps a spreadsheet from running it."""
        text = (self.cells.get(column) or "").strip()
        return text[1:] if text.startswith("'") else text


def read(content: bytes, name: str, columns: Iterable[str]) -> list[Row]:
    """The rows of a list that has the key and one of these columns. Raises WrongFileError."""
    if content.startswith(_WORKBOOK):
        raise WrongFileError(f"{name} n’est pas un fichier CSV\u202f: c’est un classeur. Enregistrez-le en CSV.")
    header, rows = _table(_text(content, name), name)
    if KEY not in header or not set(columns) & set(header):
        raise WrongFileError(f"{name} n’a pas les colonnes {KEY}, {', '.join(columns)} de la liste des opérateurs.")
    if len(rows) > MOST_ROWS:
        raise WrongFileError(f"{name} n’est pas lu\u202f: il a plus de {MOST_ROWS} lignes.")
    return rows


def _text(content: bytes, name: str) -> str:
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    for one in (encoding, "cp1252"):
        try:
            text = content.decode(one)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise WrongFileError(f"{name} n’est pas un fichier CSV\u202f: ce n’est pas du texte.")


def _table(text: str, name: str) -> tuple[list[str], list[Row]]:
    header = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=header.count))
    try:
        names = [column.strip().lower() for column in next(reader, [])]
        rows = [Row(reader.line_num, dict(zip(names, cells, strict=False))) for cells in reader if any(cells)]
        if any(len(cell) > LONGEST_CELL for row in rows for cell in row.cells.values()):
            raise csv.Error("cell too long")
    except csv.Error as error:
        raise WrongFileError(f"{name} n’est pas un fichier CSV\u202f: une ligne est illisible.") from error
    return names, rows


def siret_of(text: str) -> tuple[str, str]:
    """The SIRET of a cell, and what had to be mended of it, a French remark or nothing; not yet checked.

    Spreadsheets drop leading zeros: they are given back only where the check figure then agrees. Raises ValueError
    where a spreadsheet rounded the number: nothing can give its figures back.
    """
    if _ROUNDED.fullmatch(text):
        raise ValueError(
            f"le tableur a arrondi ce SIRET en {quoted(text)}, ses derniers chiffres sont perdus. Mettez la colonne au "
            "format Texte, puis recopiez-le."
        )
    number = typed(_DECIMALS.sub("", text))
    if number.isdigit() and _SHORTEST_CUT <= len(number) < SIRET_LENGTH:
        whole = number.zfill(SIRET_LENGTH)
        if siret.is_valid(whole):
            return whole, f"zéros de tête rendus à {quoted(number)}\u202f; la clé de contrôle tombe juste"
    return number, ""
