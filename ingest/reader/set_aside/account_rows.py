"""Rows of accounts or of a budget: numbered as the French chart of accounts numbers charges (6…) and products (7…), or
named as its balances are, « Dépenses », « Résultat de clôture »."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.reader.geometry.grid_cells import printed_texts
from ingest.reader.records import Column, Row
from ingest.reader.vocabulary.decoys import ACCOUNT_LABELS
from ingest.reader.vocabulary.phrases import phrase

# Share of the rows that are numbered one more than the one above.
_MOST_STEPS = 0.8
_ACCOUNT_NUMBER = re.compile(r"[67]\d{0,4}\s*[-–—:.]?\s+[^\W\d]")
_ACCOUNT = re.compile(r"[67]\d{1,4}\s*[-–—]\s*[^\W\d]")
# Accounts to which a public authority charges the grants that it gives, of operation, of equipment, or unusual ones:
# M14, M52, M57.
_GRANTS_ACCOUNT = re.compile(r"(?:657|204|674)\d{0,4}\b")


def is_account(row: Row) -> bool:
    """Whether a row opens with the number of an account, holds one with its dash, or is one of their balances."""
    texts = printed_texts(row.cells)
    opening = " ".join(texts[:2])
    return bool(_ACCOUNT_NUMBER.match(opening) or any(_ACCOUNT.match(text) for text in texts) or _is_balance(texts[:1]))


def charges_grants(row: Row) -> bool:
    """Whether a row opens with the account of the grants of a council: « 65748 | Les Amis du Bief »."""
    return bool(_GRANTS_ACCOUNT.match(_opening(row)))


def _opening(row: Row) -> str:
    return next(iter(printed_texts(row.cells)), "")


def _is_balance(texts: Sequence[str]) -> bool:
    """« Dépenses », « Résultat de l'exercice 2031 », « Report N-1 »."""
    words = f"{phrase(texts[0])} " if texts else ""
    return any(words.startswith(f"{label} ") for label in ACCOUNT_LABELS)


def are_numbered(rows: Sequence[Row]) -> bool:
    """Whether rows are numbered one after the other, « 60 », « 61 », « 62 »: those of a long list, no accounts."""
    numbers = [int(text) for text in map(_opening, rows) if text.isdecimal()]
    steps = sum(after - before == 1 for before, after in pairwise(numbers))
    return len(numbers) > 1 and steps >= _MOST_STEPS * (len(rows) - 1)


def is_account_of_others(row: Row, columns: Sequence[Column]) -> bool:
    """Whether the beneficiary of a line would be an account, « 70 – Ventes »."""
    named = [row.cells[column.index] for column in columns if column.role == "operator"]
    return any(cell is not None and _ACCOUNT.match(cell.text) for cell in named)
