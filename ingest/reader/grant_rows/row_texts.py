"""The rows of a grant table → what each says besides its money: beneficiary, town, reference, programme, purpose.

What enters: a table with its roles. What leaves: texts as printed, those that rows above or a sheet say taken in, with
a note in French where they are in doubt. No amount and no year is read here.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from ingest.reader.geometry.grid_cells import cell_text
from ingest.reader.grant_rows.beneficiary_cells import NameAndTown, read_beneficiary, read_town
from ingest.reader.grant_rows.bodies_over import bodies_over_rows
from ingest.reader.grant_rows.bracketed_towns import Bracketed, names_what_for, towns_in_brackets
from ingest.reader.grant_rows.headings import Headings
from ingest.reader.grant_rows.towns_under import purposes_under_names, towns_under_names
from ingest.reader.headers.cell_profiles import is_reference
from ingest.reader.money.money_roles import COST_NOTE
from ingest.reader.money.money_words import holds
from ingest.reader.records import Column, ReadTable, Role, Row
from ingest.reader.vocabulary.headers import NEUTRAL
from ingest.reader.vocabulary.money import ASKED, GRANTS, MONEY_UNITS, PARTS, PROPOSED, VOTED, WHOLE
from ingest.reader.vocabulary.payers import FUNDERS
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import DITTO, DITTO_SIGNS, NO_REFERENCE, OCCUPANTS

# Roles whose texts rows repeat; a beneficiary repeated so is told in `lines.py`, with a note.
_REPEATED: frozenset[Role] = frozenset({"programme", "subprogramme", "territory", "commune"})


# What any header of amounts may say: « Montant proposé au vote » tells nothing of what is paid.
_EXPECTED_WORDS = NEUTRAL | MONEY_UNITS | {"montant", "mt", "mnt", "somme", "vote", "titre"}
_EXPECTED_WORDS = _EXPECTED_WORDS.union(
    *(words.split() for words in VOTED | PROPOSED | ASKED | GRANTS | WHOLE | PARTS | FUNDERS)
)
# Rows that tell of whom a list is.
_ROWS_ASKED = 50
_NO_BENEFICIARY_NOTE = "aucun bénéficiaire imprimé"
DITTO_NOTE = "« idem »\u202f: bénéficiaire de la ligne au-dessus"
_BLANK_NOTE = "aucun bénéficiaire imprimé\u202f: celui de la ligne au-dessus est repris, à vérifier"
_SHEET_NOTE = "bénéficiaire nommé hors du tableau, par la fiche ou la phrase qui l’entoure"
_OVER_NOTE = "l’intitulé au-dessus de la ligne est lu comme le bénéficiaire\u202f: à vérifier"
TOWN_NOTE = "la commune est lue comme bénéficiaire"
_TOWN_UNDER_NOTE = "la dernière ligne de la case est lue comme la commune du bénéficiaire\u202f: à vérifier"
_PURPOSE_NOTE = "ce qui est sous le nom est lu comme l’objet de l’aide\u202f: à vérifier"
_BRACKETS_NOTE = "ce qui est entre parenthèses est lu comme la commune du bénéficiaire\u202f: à vérifier"
_TWO_NOTE = "la case nomme aussi ce que l’aide paie\u202f: à vérifier"
_REFERENCE_NOTE = "numéro de dossier imprimé : « {text} »"


class RowTexts:
    """The texts of one table; its columns by role are looked up once."""

    def __init__(self, read: ReadTable) -> None:
        self.read = read
        self.by_role: dict[Role, list[Column]] = {}
        for column in read.columns:
            self.by_role.setdefault(column.role, []).append(column)
        names = self.by_role.get("operator", []) if "commune" not in self.by_role else []
        self.towns_under: dict[int, NameAndTown] = towns_under_names(read.rows, names[0].index) if names else {}
        brackets = towns_in_brackets(read.rows, names[0]) if names and not self.towns_under else {}
        self.in_brackets: dict[int, Bracketed] = brackets
        alone = [] if {"action", "detail"} & set(self.by_role) or self.towns_under or brackets else names
        self.purposes: dict[int, tuple[str, str]] = purposes_under_names(read.rows, alone[0].index) if alone else {}
        unnamed = not {"operator", "commune"} & set(self.by_role) and "operator" not in read.sheet
        self.over: dict[int, NameAndTown] = bodies_over_rows(read.rows) if unnamed else {}
        builders = _are_builders(read.columns) and not _are_of_occupants(read)
        self._town_note = "" if builders else TOWN_NOTE

    def text(self, row: Row, role: Role) -> str:
        """What a row says in the first column of a role, or what the sheet around its table says where none has it."""
        columns = self.by_role.get(role, [])
        if columns and role in _REPEATED:
            return _text_or_above(self.read.rows, row, columns[0])
        return cell_text(row, columns[0]) if columns else self.read.sheet.get(role, "")

    def operator(self, row: Row) -> tuple[str, str]:
        """(beneficiary, why it is in doubt). A table of communes names them by their towns."""
        if row.index in self.towns_under:
            return self.towns_under[row.index].name, _TOWN_UNDER_NOTE
        if row.index in self.purposes:
            return read_beneficiary(self.purposes[row.index][0]).name, _PURPOSE_NOTE
        if row.index in self.in_brackets:
            found = self.in_brackets[row.index]
            return read_beneficiary(found.name).name, "" if found.sure else _BRACKETS_NOTE
        if self.by_role.get("operator"):
            name = read_beneficiary(self.text(row, "operator")).name
            if name and not _is_ditto(name):
                return name, self._why_two(row)
            above = self._above(row)
            if above and (name or (self.action(row) and self._opens_with_name())):
                return above, DITTO_NOTE if name else _BLANK_NOTE
            return "", _nobody(above)
        if row.index in self.over:
            return self.over[row.index].name, _OVER_NOTE
        if "operator" in self.read.sheet:
            return self.read.sheet["operator"], _SHEET_NOTE
        town = self.text(row, "commune")
        return (town, self._town_note) if town else ("", _NO_BENEFICIARY_NOTE)

    def _why_two(self, row: Row) -> str:
        """Why a name may say too much: « Bénéficiaire / projet » over several lines, and no column of projects; or its
        cell covers that column too."""
        column, projects = self.by_role["operator"][0], self.by_role.get("action", [])
        cell = row.cells[column.index]
        both = cell is not None and any(row.cells[one.index] is cell for one in projects)
        several = cell is not None and len(cell.lines) > 1 and not projects and names_what_for(column)
        return _TWO_NOTE if both or several else ""

    def _opens_with_name(self) -> bool:
        """Whether the first line names its beneficiary: over a blank one, names stand in the middle of their rows."""
        first = next(row for row in self.read.rows if row.kind == "line")
        return bool(self.text(first, "operator"))

    def _above(self, row: Row) -> str:
        """The beneficiary of the nearest line above in the table that names one, under the same heading."""
        for other in reversed(self.read.rows[: row.index]):
            if other.kind != "line":
                return ""
            name = read_beneficiary(self.text(other, "operator")).name
            if name and not _is_ditto(name):
                return name
        return ""

    def programmes(self, row: Row, headings: Headings) -> tuple[str, str]:
        """(programme, subprogramme), of columns of their own or of the headings over the row that do not name who
        receives."""
        if row.index in self.over:
            headings = replace(headings, labels=headings.labels[:-1])
        return headings.fill(
            self.text(row, "programme") if "programme" in self.by_role else None,
            self.text(row, "subprogramme") if "subprogramme" in self.by_role else None,
        )

    def action(self, row: Row) -> str:
        """What is done with the money, of a column of its own or behind the beneficiary."""
        found = self.in_brackets.get(row.index)
        _, purpose = self.purposes.get(row.index, ("", ""))
        return self.text(row, "action") or purpose or (found.rest if found else "")

    def commune(self, row: Row) -> str:
        """The town, of a column of its own or beside the beneficiary, or under it."""
        if row.index in self.towns_under:
            return self.towns_under[row.index].town
        if row.index in self.in_brackets:
            return self.in_brackets[row.index].town
        if row.index in self.over:
            return self.over[row.index].town
        return read_town(self.text(row, "commune")) or read_beneficiary(self.text(row, "operator")).town

    def reference(self, row: Row) -> tuple[str, str]:
        """(reference, note): a word, an unfinished number or a number stuck to words is noted, not a reference."""
        text = self.text(row, "reference")
        if not text or (not text.endswith(("/", "-", "_")) and phrase(text) not in NO_REFERENCE and _is_code(text)):
            return text, ""
        return "", _REFERENCE_NOTE.format(text=text)

    def detail(self, row: Row) -> str:
        """What else is said of the grant, then, after a bar, of how it is financed."""
        texts = [_with_header(column, cell_text(row, column)) for column in self.by_role.get("detail", [])]
        remarks = [cell_text(row, column) for column in self.by_role.get("remark", [])]
        detail = " ; ".join(text for text in texts if text)
        remark = " ; ".join(text for text in remarks if text)
        return " | ".join(text for text in (detail, remark) if text)

    def amount_header(self, column: Column, heading: str) -> str:
        """The words over the amount, in a table where nothing else says what is paid."""
        if heading or {"action", "detail", "remark"} & set(self.by_role):
            return ""
        return _telling(column.header)


@lru_cache(maxsize=500)
def _telling(header: str) -> str:
    """The words over an amount; none where they say no more than that it is one."""
    words = [word for word in phrase(header).split() if word not in _EXPECTED_WORDS and not word.isdigit()]
    return header.rstrip(" *") if words else ""


def _are_builders(columns: Sequence[Column]) -> bool:
    """Whether the communes of a table bear the cost that it prints beside the grant: theirs is the work, and the money.

    A place (« Lieu », « Localisation ») may be where somebody else works.
    """
    named = any(column.role == "commune" and phrase(column.header).split()[:1] == ["commune"] for column in columns)
    return named and any(column.note == COST_NOTE for column in columns)


def _are_of_occupants(read: ReadTable) -> bool:
    """« Dossier 12 | Propriétaire occupant | Bor »: whether the title or most rows speak of persons who live there."""
    said = " ".join((read.table.title, *read.titles, *(column.header for column in read.columns)))
    lines = list(islice((row for row in read.rows if row.kind == "line"), _ROWS_ASKED))
    named = sum(any(cell and phrase(cell.text) in OCCUPANTS for cell in row.cells) for row in lines)
    return holds(phrase(said), OCCUPANTS) or named > len(lines) / 2


def _nobody(above: str) -> str:
    """Why a row without a beneficiary is in doubt, with the one above it, which it may go on."""
    return f"{_NO_BENEFICIARY_NOTE}\u202f; au-dessus\u202f: «\u202f{above}\u202f»" if above else _NO_BENEFICIARY_NOTE


def _is_code(text: str) -> bool:
    """Whether a reference cell holds one file number and nothing else."""
    return is_reference(text) or (any(character.isdigit() for character in text) and " " not in text)


def _with_header(column: Column, text: str) -> str:
    """A bare number such as « 1.2 » says nothing without the head of its column."""
    if text and not any(character.isalpha() for character in text) and "." in text:
        return f"{column.header} {text}"
    return text


def _is_ditto(text: str) -> bool:
    """Whether a cell says no more than that it is as the one above."""
    return text.strip() in DITTO_SIGNS or phrase(text) in DITTO


def _text_or_above(rows: Sequence[Row], row: Row, column: Column) -> str:
    """The text of a row in a column, or that of the line above which it repeats; empty where no line above, under the
    same heading, prints any."""
    text = cell_text(row, column)
    if not _is_ditto(text):
        return text
    for other in reversed(rows[: row.index]):
        if other.kind == "group":
            return ""
        above = cell_text(other, column) if other.kind == "line" else ""
        if above and not _is_ditto(above):
            return above
    return ""
