"""Rows with an amount, in a list of grants, that grant nothing: credits that are left, loans, refusals, accounts."""

from collections.abc import Sequence

from ingest.reader.geometry.grid_cells import distinct_cells, printed_texts
from ingest.reader.grant_rows.total_labels import tells_balance, tells_part
from ingest.reader.money.money_words import holds, say_over_amounts
from ingest.reader.records import Column, Row
from ingest.reader.set_aside.account_rows import is_account_of_others
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.money import VOTED
from ingest.reader.vocabulary.phrases import phrase, phrases
from ingest.reader.vocabulary.rows import LOANS, REFUSED

BALANCE_REASON = "crédits ouverts ou restants, pas une subvention"
PART_REASON = "part du total imprimé au-dessus, pas une subvention de plus"
LOAN_REASON = "prêt ou avance à rembourser, pas une subvention"
REFUSED_REASON = "refus imprimé sur la ligne\u202f: «\u202f{text}\u202f»"
ACCOUNT_REASON = "compte ou budget d’un organisme, pas une subvention"

# Characters. Longer cells tell something else.
LONGEST_SAID, LONGEST_REFUSAL = 30, 80
# Columns that tell of a grant what no other does.
_TELLING = frozenset({"detail", "remark", "other"})
_IN_FAVOUR = phrases("favorable")
_LONGEST_WORDING = max(len(one.split()) for one in REFUSED)
_FIRST_WORDS = frozenset(one.split()[0] for one in REFUSED)


def why_aside(row: Row, columns: Sequence[Column], *, after_amount: bool) -> str:
    """The reason in French why a row grants nothing, empty where it may. `after_amount`: a total or a line stands over
    it, but for other parts of its amount."""
    if after_amount and tells_part(row):
        return PART_REASON
    if _is_balance(row):
        return BALANCE_REASON
    if any(_says(cell.text, LOANS) for cell in distinct_cells(row.cells)):
        return LOAN_REASON
    if (refused := why_refused(row, columns)) and not are_voted(columns):
        return refused
    return ACCOUNT_REASON if is_account_of_others(row, columns) else ""


def why_refused(row: Row, columns: Sequence[Column]) -> str:
    """The reason in French where a row prints, outside its columns of money, that nothing is given; else empty."""
    cells = ((column, row.cells[column.index]) for column in columns if not column.holds_money)
    texts = (cell.text for column, cell in cells if cell and (_says(cell.text, REFUSED) or _refuses(cell.text, column)))
    return next((REFUSED_REASON.format(text=text) for text in texts), "")


def _refuses(text: str, column: Column) -> bool:
    """« Retiré de l'ordre du jour », « Rejeté : hors délai »: whether what is told beside a grant opens with a refusal,
    and says nothing else of it."""
    words = phrase(text).split() if column.role in _TELLING and len(text) <= LONGEST_REFUSAL else []
    if not words or words[0] not in _FIRST_WORDS:
        return False
    longest_first = range(min(_LONGEST_WORDING, len(words)), 0, -1)
    opening = next((count for count in longest_first if " ".join(words[:count]) in REFUSED), 0)
    return opening > 0 and not holds(" ".join(words[opening:]), VOTED | _IN_FAVOUR)


def _says(text: str, said: frozenset[str]) -> bool:
    return len(text) <= LONGEST_SAID and phrase(text) in said


def are_voted(columns: Sequence[Column]) -> bool:
    """Whether a header says that its amounts are voted: an opinion against them is not the last word."""
    return say_over_amounts(columns, VOTED)


def _is_balance(row: Row) -> bool:
    """Whether a row tells what credits there are, or what is left of them, and names nobody: « Reste à répartir »."""
    texts = [text for text in printed_texts(row.cells) if parse_amount(text) is None]
    return len(texts) == 1 and tells_balance(texts[0])
