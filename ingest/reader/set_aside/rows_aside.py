"""Rows with an amount, in a list of grants, that grant nothing: what credits are left, what is lent, what accounts
say."""

from collections.abc import Sequence

from ingest.reader.headers.column_headers import distinct_cells
from ingest.reader.records import Column, Row
from ingest.reader.set_aside.account_rows import is_account_of_others
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import BALANCES, LOANS

BALANCE_REASON = "crédits ouverts ou restants, pas une subvention"
PART_REASON = "part du total imprimé au-dessus, pas une subvention de plus"
LOAN_REASON = "prêt ou avance à rembourser, pas une subvention"
ACCOUNT_REASON = "compte ou budget d’un organisme, pas une subvention"


def why_aside(row: Row, columns: Sequence[Column], *, after_total: bool = False) -> str:
    """The reason in French why a row grants nothing, empty where it may. `after_total`: a total stands over it."""
    if after_total and _is_part(row):
        return PART_REASON
    if _is_balance(row):
        return BALANCE_REASON
    if any(phrase(cell.text) in LOANS for cell in distinct_cells(row.cells)):
        return LOAN_REASON
    return ACCOUNT_REASON if is_account_of_others(row, columns) else ""


def _is_part(row: Row) -> bool:
    """« dont sport », under a total: a part of it, said again."""
    text = next((cell.text for cell in distinct_cells(row.cells) if cell.text.strip()), "")
    return phrase(text).startswith("dont ")


def _is_balance(row: Row) -> bool:
    """Whether a row tells what credits there are, or what is left of them, and names nobody: « Reste à répartir »."""
    texts = [cell.text for cell in distinct_cells(row.cells) if cell.text.strip() and parse_amount(cell.text) is None]
    return len(texts) == 1 and any(phrase(texts[0]).startswith(one) for one in BALANCES)
