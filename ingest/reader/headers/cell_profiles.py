"""What the cells of one column hold, whatever its header says: shares of amounts, counts, references, names, towns.

Counted over the rows of the body; cells merged over several columns are labels and say nothing of one column.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from ingest.reader.records import Table
from ingest.reader.values.amount_parts import granted_sum
from ingest.reader.values.amounts import Amount, parse_amount
from ingest.reader.values.dates import parse_date, parse_year
from ingest.reader.values.figures import parse_count
from ingest.reader.vocabulary.organisations import names_organisation
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import DITTO, NO_AMOUNT, SAME_AMOUNT, TOTAL_LABELS
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


class Profile:
    """Shares (0 to 1) of the `filled` texts of one column, blank ones left out. Each is counted when it is asked for:
    of most columns, whose header says what they are, few are."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._times = Counter(_filled(texts))
        self.filled = self._times.total()

    def _share(self, holds: Callable[[str], object]) -> float:
        return sum([times for text, times in self._times.items() if holds(text)]) / max(self.filled, 1)

    def _share_beside_blanks(self, holds: Callable[[str], object]) -> float:
        """The share without what stands in the place of an amount: « idem », « maintien », « NC », « en attente »."""
        held = [text for text in self._times if holds(text)]
        if not 0 < len(held) < len(self._times):
            return float(bool(held))
        blanks = sum([times for text, times in self._times.items() if _stands_for_amount(text)])
        return sum([self._times[text] for text in held]) / max(self.filled - blanks, 1)

    @cached_property
    def _amounts(self) -> Mapping[str, Amount | None]:
        return {text: _amount(text) for text in self._times}

    @cached_property
    def amounts(self) -> float:
        """Any figure."""
        return self._share_beside_blanks(self._amounts.get)

    @cached_property
    def money(self) -> float:
        """Amounts printed with their unit, and figures with cents."""
        return self._share_beside_blanks(lambda text: _is_money(self._amounts[text]))

    @cached_property
    def currency(self) -> float:
        """Amounts printed with their unit."""
        return self._share_beside_blanks(lambda text: (amount := self._amounts[text]) and amount.currency)

    @cached_property
    def counts(self) -> float:
        """Whole numbers."""
        return self._share(lambda text: parse_count(text) is not None)

    @cached_property
    def references(self) -> float:
        """Numbers of files."""
        return self._share(is_reference)

    @cached_property
    def years(self) -> float:
        """Years and nothing else."""
        return self._share(lambda text: parse_count(text) and parse_year(text))

    @cached_property
    def names(self) -> float:
        """Words."""
        return self._share(lambda text: _LETTERS.search(text) and not self._amounts[text])

    @cached_property
    def organisations(self) -> float:
        """Texts with a word that organisations are named by."""
        return self._share(names_organisation)

    @property
    def numbers_rows(self) -> bool:
        """Whether the column numbers the rows, wherever it stands: figures that differ, none larger than there are
        rows."""
        figures = {int(value) for value in self.values if value.isdecimal()}
        return self.different == 1 and len(figures) == self.filled > 1 and max(figures) == self.filled

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts as printed, each once."""
        return tuple(self._times)

    @cached_property
    def values(self) -> frozenset[str]:
        """The texts, folded."""
        return distinct_values(self._times)

    @property
    def different(self) -> float:
        """Distinct values over filled cells."""
        return len(self.values) / max(self.filled, 1)

    @property
    def length(self) -> float:
        """Characters, on average."""
        return sum([len(text) * times for text, times in self._times.items()]) / max(self.filled, 1)


def has_unit_or_cents(text: str) -> bool:
    """Whether a cell prints an amount with its unit or its cents."""
    return _is_money(_amount(text))


def _is_money(amount: Amount | None) -> bool:
    return amount is not None and (amount.currency or amount.precision == _CENT)


def _stands_for_amount(text: str) -> bool:
    said = phrase(text)
    return said in NO_AMOUNT or said in SAME_AMOUNT or said in DITTO


def _amount(text: str) -> Amount | None:
    return None if _SECTION_NUMBER.fullmatch(text.strip()) else parse_amount(text) or granted_sum(text)


def distinct_values(texts: Iterable[str]) -> frozenset[str]:
    """The folded texts of one column, blank ones left out."""
    return frozenset(map(fold, _filled(texts)))


def _filled(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text.strip(" -–—/.="))


def is_reference(text: str) -> bool:
    """Whether the text has the form of a file number: `2022/01256`, `D23-0456`, `EX012345`."""
    text = text.strip()
    if len(text) > _LONGEST_CODE or parse_date(text) or parse_count(text) is not None:
        return False
    return bool(_REFERENCE.fullmatch(text.upper())) and parse_amount(text) is None


def column_texts(table: Table, column: int, first_row: int) -> list[str]:
    """The texts of the body that stand in this column alone, one a row: a merged cell once for each row it covers. The
    labels of totals are none of what a column holds."""
    cells = [row[column] for row in table.grid[first_row:]]
    return [cell.text for cell in cells if cell and cell.colspan == 1 and phrase(cell.text) not in TOTAL_LABELS]
