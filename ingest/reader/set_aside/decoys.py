"""Tables that are not about grants → the reason in French: budgets, prices, accounts, co-funding plans, indicators.

It judges by headers, labels and what the columns were found to be, never by where a table stands.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ingest.reader.act.flow.sitting import Point
from ingest.reader.act.tables.vote_tables import read_vote_table
from ingest.reader.headers.column_drafts import BY_WEAK_WORD
from ingest.reader.headers.column_headers import find_header
from ingest.reader.headers.header_words import head_role
from ingest.reader.money.money_words import holds, own_words, say_over_amounts
from ingest.reader.records import Column, Row, Table
from ingest.reader.set_aside.account_rows import are_numbered, charges_grants, is_account
from ingest.reader.set_aside.announced_decoys import why_announced_otherwise
from ingest.reader.set_aside.reasons import (
    BUDGET_REASON,
    CONTRACTS_REASON,
    EXTENDED_REASON,
    NO_AMOUNT_REASON,
    NO_BENEFICIARY_REASON,
    NO_GRANTED_AMOUNT_REASON,
    NO_ROW_REASON,
    NOBODY_REASON,
    PAY_REASON,
    PRICES_REASON,
    REASONS_BY_NOTE,
)
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.decoys import (
    ACCOUNTS,
    BANK,
    BUDGET,
    CONTRACTS,
    COUNTED,
    EXTENDED,
    INDICATORS,
    OWN_FUNDS,
    PAY,
    PERSONAL_DATA,
    PRICES,
)
from ingest.reader.vocabulary.money import GRANTS, PROPOSED, VOTED
from ingest.reader.vocabulary.payers import FUNDERS, PAYERS
from ingest.reader.vocabulary.phrases import phrase

# Share of the cells, or of the names, that must be of one kind to make the table of that kind.
_MOST = 0.6
# Rows of « 60 – Achats », « 74 – Subventions d'exploitation » that make a table an association's accounts.
_ACCOUNT_ROWS = 2
# « DETR (40 %) », « Département – amendes de police »
_ASIDE = re.compile(r"\s*(?:\(|\s[-–—:]\s)")
_LOT = re.compile(r"\s*lot\s(?:n\s?[°ºo]\s?|num[ée]ro\s)?\d", re.IGNORECASE)
_MARK = re.compile(r"[xX✓✔✗●■□☐☑☒]|oui|non", re.IGNORECASE)

_FUNDING_REASON = "plan de cofinancement"
_ACCOUNTS_REASON = "comptes ou budget d’un organisme"


def why_not_grants(
    table: Table,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    *,
    payer: str,
    point: Point | None = None,
) -> str:
    """Why the table gives no grant line, empty where it does. `payer`: a key of `PAYERS`; `point`: that of the minutes
    under whose title the table stands."""
    lines = [row for row in rows if row.kind == "line"]
    return (
        _why_no_money(table)
        or why_announced_otherwise(table, columns, point)
        or _why_headed_otherwise(table, columns, lines, payer)
        or _why_nobody_is_granted(columns, lines, payer)
    )


def _why_no_money(table: Table) -> str:
    """Tables whose figures are no money at all."""
    if _is_bank_details(table):
        return "coordonnées bancaires"
    return "résultats d’un vote" if read_vote_table(table) is not None else ""


def _why_headed_otherwise(table: Table, columns: tuple[Column, ...], lines: list[Row], payer: str) -> str:
    """Tables of money, or of other things, whose headers and cells say that they are of another kind."""
    return next((reason for is_one, reason in _other_kinds(table, columns, lines, payer) if is_one), "")


def _other_kinds(table: Table, columns: tuple[Column, ...], lines: list[Row], payer: str) -> Iterator[tuple[bool, str]]:
    """Each kind of table that is no list of grants: whether this one is of it, and how that is said."""
    heads = [phrase(level) for levels in find_header(table).levels for level in levels]
    # « Emploi de l'aide » says what a grant is for, « Emplois » where money of one's own goes.
    own_money = [head for head in heads if not holds(head, GRANTS)]
    named = _is_headed(columns, "operator")
    pays_towns = _pays_towns(columns, payer)
    unnamed = not named and not pays_towns and not _grants_to_towns(columns)
    yield _is_matrix(lines) and not _prices_rows(lines, columns), "grille de cases cochées"
    yield _opening(heads, EXTENDED) > 0, EXTENDED_REASON
    yield unnamed and _opening(heads, BUDGET) >= 2, BUDGET_REASON
    yield not named and _opening(heads, INDICATORS) > 0, "indicateurs"
    yield not _has_money(columns), NO_AMOUNT_REASON
    yield not named and _opening(heads, PERSONAL_DATA) > 0, "données échangées, pas des subventions"
    yield not named and not pays_towns and _heads_of_funders(columns) >= 2, _FUNDING_REASON
    yield _names_are_funders(columns, lines), _FUNDING_REASON
    yield _is_accounts(lines, columns) and not _lists_grants(lines, columns, payer), _ACCOUNTS_REASON
    yield unnamed and _opening(own_money, ACCOUNTS) > 0, _ACCOUNTS_REASON
    yield unnamed and _opening(heads, PRICES) > 0, PRICES_REASON
    unpaid = [head for head in heads if not _opening([head], PAY)]
    yield unpaid != heads and not any(holds(head, GRANTS | VOTED | PROPOSED) for head in unpaid), PAY_REASON
    bought = heads[:1] == ["lot"] or _opening(heads, CONTRACTS) > 0
    yield _are_lots(lines) or (bought and own_money == heads), CONTRACTS_REASON


def _why_nobody_is_granted(columns: tuple[Column, ...], lines: list[Row], payer: str) -> str:
    """Tables of money whose columns, as they were understood, grant nothing to anybody."""
    if not any(column.role == "amount" for column in columns):
        return _uncounted(columns)
    if not _names_anyone(columns):
        return NOBODY_REASON
    if not _has_beneficiary(columns) and not _says_voted(columns, payer):
        return NO_BENEFICIARY_REASON
    return "" if lines else NO_ROW_REASON


def _is_headed(columns: Iterable[Column], role: str) -> bool:
    """Whether a column has its role from its header, be it misread, not from its cells."""
    return any(
        column.role == role and (column.certainty >= BY_WEAK_WORD or head_role(column.header) == role)
        for column in columns
    )


def _opening(heads: Iterable[str], words: frozenset[str]) -> int:
    """How many header cells open with one of the phrases."""
    return sum(not words.isdisjoint(accumulate(head.split(" "), "{} {}".format)) for head in heads)


def _has_money(columns: Iterable[Column]) -> bool:
    return any(column.holds_money for column in columns)


def _is_bank_details(table: Table) -> bool:
    texts = [phrase(cell.text) for row in table.grid for cell in row if cell and cell.column == 0]
    return _opening(dict.fromkeys(texts), BANK) >= 2


def _are_lots(lines: list[Row]) -> bool:
    """« Lot 1 – Gros œuvre », « Lot n° 2 Charpente »: what a contract of works is parted in."""
    first = [row.cells[0].text for row in lines if row.cells[0]]
    return len(first) > 1 and sum(bool(_LOT.match(text)) for text in first) >= len(lines) * _MOST


def _is_matrix(lines: list[Row]) -> bool:
    cells = [cell.text.strip() for row in lines for cell in row.cells[1:] if cell and cell.text.strip()]
    return bool(cells) and sum(bool(_MARK.fullmatch(text)) for text in cells) >= len(cells) * _MOST


def _prices_rows(lines: list[Row], columns: Iterable[Column]) -> bool:
    """Whether an amount stands on most rows, beside the ticks: « Renouvellement | Convention | Subvention »."""
    money = [column.index for column in columns if column.role == "amount"]
    cells = ([row.cells[index] for index in money] for row in lines)
    priced = sum(any(cell and parse_amount(cell.text) for cell in one) for one in cells)
    return priced >= len(lines) * _MOST


def _heads_of_funders(columns: Iterable[Column]) -> int:
    """Columns headed by the name of a funder alone: « Etat », « Conseil départemental », « CAF »."""
    heads = (
        phrase(re.sub(r"\(.*?\)", "", column.header.split(" – ")[-1]))
        for column in columns
        if column.role not in ("commune", "territory", "operator")
    )
    return sum(head in FUNDERS or _opening([head], FUNDERS) > 0 and not holds(head, GRANTS) for head in heads)


def _names_are_funders(columns: tuple[Column, ...], lines: list[Row]) -> bool:
    operator = next((column.index for column in columns if column.role == "operator"), None)
    if operator is None or len(lines) < 2:
        return False
    cells = [row.cells[operator] for row in lines]
    names = [phrase(_ASIDE.split(cell.text)[0]) for cell in cells if cell]
    own = any(_opening([name], OWN_FUNDS) for name in names)
    return own or (bool(names) and sum(name in FUNDERS for name in names) >= len(names) * _MOST)


def _is_accounts(lines: list[Row], columns: tuple[Column, ...]) -> bool:
    """Rows numbered as the French chart of accounts numbers charges (6…) and products (7…), and not by what their first
    column says that it counts."""
    if holds(phrase(columns[0].header), COUNTED):
        return False
    return sum(map(is_account, lines)) >= max(_ACCOUNT_ROWS, len(lines) * _MOST) and not are_numbered(lines)


def _lists_grants(lines: list[Row], columns: tuple[Column, ...], payer: str) -> bool:
    """Whether beneficiaries stand beside what is voted, or beside the accounts of grants alone; both, where their looks
    alone tell them."""
    voted, charged = _says_voted(columns, payer), all(charges_grants(row) for row in lines if is_account(row))
    if _is_headed(columns, "operator"):
        return voted or charged
    return voted and charged and any(column.role == "operator" for column in columns)


def _uncounted(columns: Iterable[Column]) -> str:
    notes = [column.note for column in columns if column.role == "amount_other"]
    return next((REASONS_BY_NOTE[note] for note in notes if note in REASONS_BY_NOTE), NO_GRANTED_AMOUNT_REASON)


def _names_anyone(columns: Iterable[Column]) -> bool:
    return any(column.role in ("operator", "commune", "action") for column in columns)


def _has_beneficiary(columns: Iterable[Column]) -> bool:
    return any(column.role in ("operator", "commune") for column in columns)


def _grants_to_towns(columns: tuple[Column, ...]) -> bool:
    """Whether towns stand beside what is said to be a grant: « Commune | Dépense subventionnable | Subvention »."""
    return _is_headed(columns, "commune") and say_over_amounts(columns, GRANTS | VOTED)


def _pays_towns(columns: tuple[Column, ...], payer: str) -> bool:
    """Whether towns stand beside the share of the author of the act: « Commune | Région | Conseil départemental »."""
    return _is_headed(columns, "commune") and say_over_amounts(columns, own_words(payer))


def _says_voted(columns: Iterable[Column], payer: str) -> bool:
    """Whether the header of the counted amounts says that they are voted, a grant, or paid by the author of the act."""
    return say_over_amounts(columns, VOTED | PAYERS[payer] | GRANTS)
