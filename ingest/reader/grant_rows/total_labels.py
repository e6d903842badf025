"""The cells of a row → the label of the total that it states, « Sous-total », « Somme », beside amounts and no name."""

import re

from ingest.reader.grant_rows.money_cells import is_over_money
from ingest.reader.records import Cell, Column, Row
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import BALANCES, CARRIED_LABELS, opens_with_total

# What a list counts, as `phrase` leaves it: « 19 dossiers », « Nombre de dossiers : 19 », beside the sum of a group.
_COUNTED = re.compile(
    r"\d+ (?:dossier|subvention|aide|projet|beneficiaire|ligne|demande|operation|association|commune|organisme|action"
    r"|enregistrement)s?\b"
)
_OF_LINES = frozenset({"operator", "commune", "reference", "agreement"})
# A word of totals that names associations as well.
_NAMES_TOO = "ensemble "
_COUNTED_ROWS = re.compile(rf"(?:nombre|nb|nbre)\b.* \d+|{_COUNTED.pattern}")


def is_carried(row: Row) -> bool:
    """Whether a row of totals carries over a page what was added up so far."""
    return row.kind == "total" and phrase(row.label) in CARRIED_LABELS


def tells_part(row: Row) -> bool:
    """« dont sport », under a total or an amount: a part of it, said again."""
    text = next((cell.text for cell in row.cells if cell and cell.text.strip()), "")
    return phrase(text).startswith("dont ")


def tells_balance(text: str) -> bool:
    """« Crédits inscrits », « Déjà réparti », « Reste disponible »: what there is to give, or what is left of it."""
    words = phrase(text)
    return any(words.startswith(one) for one in BALANCES)


def tells_count(text: str) -> bool:
    """« 19 dossiers », « Nombre de dossiers : 19 »: what a list counts."""
    return _COUNTED_ROWS.fullmatch(phrase(text)) is not None


def total_label(own: list[Cell], columns: tuple[Column, ...]) -> str:
    """The label of a total row: a text that opens with a word of totals, beside amounts and no other name."""
    for cell in own:
        if not (opens_with_total(cell.text) or (_COUNTED.match(phrase(cell.text)) and states_amount(cell.text))):
            continue
        label = [cell, *_running_over(cell, own, columns)]
        others = [other for other in own if other not in label]
        names = [other for other in others if not tells_count(other.text)]
        named = any(columns[other.column].role in _naming(cell.text) for other in names)
        stated = any(other.text and is_over_money(other, columns) for other in others) or states_amount(cell.text)
        if stated and not named:
            return " ".join(one.text for one in label)
    return ""


def _naming(label: str) -> frozenset[str]:
    """The roles of the cells that a total of that label does not fill: « Ensemble des sauveteurs » has a purpose too
    where it is a name."""
    return _OF_LINES | {"action"} if phrase(label).startswith(_NAMES_TOO) else _OF_LINES


def _running_over(cell: Cell, own: list[Cell], columns: tuple[Column, ...]) -> list[Cell]:
    """The cell in which a label goes on, in small letters, or in bold as it begins where sums alone stand beside it:
    « Total du programme | Culture »."""
    beside = next((other for other in own if other.column == cell.column + cell.colspan), None)
    if not beside or columns[beside.column].holds_money:
        return []
    sums = (other for other in own if other not in (cell, beside))
    in_bold = cell.bold and beside.bold and all(is_over_money(other, columns) for other in sums)
    return [beside] if beside.text[:1].islower() or in_bold else []
