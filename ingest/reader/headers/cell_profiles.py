"""What the cells of one column hold, whatever its header says: shares of amounts, counts, references, names, towns.

Counted over the rows of the body; cells merged over several columns are labels and say nothing of one column.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.reader.records import Table
from ingest.reader.values.amounts import Amount, parse_amount
from ingest.reader.values.dates import parse_date, parse_year
from ingest.reader.values.figures import parse_count
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import ORGANISATIONS
from portal.french import fold

# `2022/01256`, `D23-0456`, `EX012345`, `24D01205`, `2024-SUB-0012`: figures in an order of no amount, date or year.
_REFERENCE = re.compile(
    r"(?=(?:\D*\d){4})[A-Z]{0,6}[ _/-]?\d{1,8}(?:[A-Z]{1,4}\d{2,8})?"
    r"(?:[ _/.-]+(?:[A-Z]{0,3}\d+[A-Z]?|[A-Z]{1,2})|[_/.-][A-Z]{3,6}[_/.-]?\d+){0,3}"
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
# `2.10`: the tenth heading of a second part, no two euros ten.
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_CENT = Decimal("0.01")
# Characters: the longest cell that may still be a year or a reference.
_LONGEST_CODE = 24


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares (0 to 1) of the `filled` cells. `different`: distinct values over filled cells; `length`: mean characters.

    `currency`: amounts printed with their unit; `money`: these and figures with cents; `amounts`: any figure.
    """

    filled: int
    amounts: float
    money: float
    currency: float
    counts: float
    references: float
    dates: float
    years: float
    names: float
    organisations: float
    different: float
    length: float
    values: frozenset[str]


def profile(texts: Iterable[str]) -> Profile:
    """The profile of the texts of one column; blank ones are left out."""
    filled = Counter(_filled(texts))
    count = max(filled.total(), 1)
    amounts = {text: _amount(text) for text in filled}
    values = distinct_values(filled)

    def share(holds: Callable[[str], object]) -> float:
        return sum(times for text, times in filled.items() if holds(text)) / count

    return Profile(
        filled=filled.total(),
        amounts=share(lambda text: amounts[text]),
        money=share(lambda text: _is_money(amounts[text])),
        currency=share(lambda text: (amount := amounts[text]) and amount.currency),
        counts=share(lambda text: parse_count(text) is not None),
        references=share(is_reference),
        dates=share(lambda text: len(text) <= _LONGEST_CODE and parse_date(text)),
        years=share(lambda text: parse_count(text) and parse_year(text)),
        names=share(lambda text: _LETTERS.search(text) and not amounts[text]),
        organisations=share(lambda text: not ORGANISATIONS.isdisjoint(phrase(text).split())),
        different=len(values) / count,
        length=sum(len(text) * times for text, times in filled.items()) / count,
        values=values,
    )


def is_money(text: str) -> bool:
    """Whether a cell prints an amount with its unit or its cents."""
    return _is_money(_amount(text))


def _is_money(amount: Amount | None) -> bool:
    return amount is not None and (amount.currency or amount.precision == _CENT)


def _amount(text: str) -> Amount | None:
    return None if _SECTION_NUMBER.fullmatch(text.strip()) else parse_amount(text)


def distinct_values(texts: Iterable[str]) -> frozenset[str]:
    """The folded texts of one column, blank ones left out."""
    return frozenset(map(fold, _filled(texts)))


def _filled(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text.strip(" -–—/."))


def is_reference(text: str) -> bool:
    """Whether the text has the form of a file number: `2022/01256`, `D23-0456`, `EX012345`."""
    text = text.strip()
    if len(text) > _LONGEST_CODE or parse_date(text) or parse_count(text) is not None:
        return False
    return bool(_REFERENCE.fullmatch(text.upper())) and parse_amount(text) is None


def column_texts(table: Table, column: int, first_row: int) -> list[str]:
    """The texts of the body that stand in this column alone, one a row: a merged cell once for each row it covers."""
    cells = [row[column] for row in table.grid[first_row:]]
    return [cell.text for cell in cells if cell and cell.colspan == 1]
