"""Rows of accounts or of a budget, numbered as the French chart of accounts numbers charges (6…) and products (7…)."""

import re
from collections.abc import Sequence

from ingest.reader.records import Column, Row
from ingest.reader.roles.column_headers import distinct_cells

_ACCOUNT_NUMBER = re.compile(r"[67]\d{0,4}\s*[-–—:.]?\s+[^\W\d]")
_ACCOUNT = re.compile(r"[67]\d{1,4}\s*[-–—]\s*[^\W\d]")


def is_account(row: Row) -> bool:
    """Whether a row opens with the number of an account, or holds one with its dash."""
    texts = [cell.text for cell in distinct_cells(row.cells) if cell.text]
    opening = " ".join(texts[:2])
    return bool(_ACCOUNT_NUMBER.match(opening) or any(_ACCOUNT.match(text) for text in texts))


def is_account_of_others(row: Row, columns: Sequence[Column]) -> bool:
    """Whether the beneficiary of a line would be an account, « 70 – Ventes »."""
    named = [row.cells[column.index] for column in columns if column.role == "operator"]
    return any(cell is not None and _ACCOUNT.match(cell.text) for cell in named)
