"""Tables that are not about grants → the reason in French: budgets, prices, accounts, co-funding plans, indicators.

It judges by headers, labels and what the columns were found to be, never by where a table stands.
"""

import re
from collections.abc import Iterable

from ingest.reader.act.sitting import Point
from ingest.reader.act.vote_tables import read_vote_table
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Column, Row, Table
from ingest.reader.roles.account_rows import count_rows, is_account
from ingest.reader.roles.column_drafts import BY_WEAK_WORD
from ingest.reader.roles.column_headers import find_header
from ingest.reader.roles.money_words import holds
from ingest.reader.roles.wanting_columns import (
    NO_AMOUNT_REASON,
    NO_BENEFICIARY_REASON,
    NO_GRANTED_AMOUNT_REASON,
    NO_ROW_REASON,
    NOBODY_REASON,
    REASONS_BY_NOTE,
)
from ingest.reader.vocabulary import (
    ACCOUNTS,
    BANK,
    BUDGET,
    EXTENDED,
    FUNDERS,
    GRANTS,
    INDICATORS,
    OWN_FUNDS,
    OWN_GRANTS,
    PAYERS,
    PERSONAL_DATA,
    PRICES,
    VOTED,
    phrase,
)

# Share of the cells, or of the names, that must be of one kind to make the table of that kind.
_MOST = 0.6
# Rows of « 60 – Achats », « 74 – Subventions d'exploitation » that make a table an association's accounts.
_ACCOUNT_ROWS = 2
# « DETR (40 %) », « Département – amendes de police »
_ASIDE = re.compile(r"\s*(?:\(|\s[-–—:]\s)")
_MARK = re.compile(r"[xX✓✔✗●■□☐☑☒]|oui|non", re.IGNORECASE)

REMINDED_REASON = "rappel de subventions déjà votées"
EXTENDED_REASON = "délais prolongés de subventions déjà votées"
# What the sentence over a table says of its money, where that is no grant.
_ANNOUNCED = (
    (
        re.compile(
            r"\b(?:contribution|participation|cotisation)s?\b[^.:]{0,40}\b(?:du|appele|verse|acquitte)e?s?"
            r" par (?:les |chaque |l'ensemble des )?(?:communes?|membres?|adherents?|collectivites)"
        ),
        "sommes dues à l’auteur de l’acte",
    ),
    (re.compile(r"\bindemnites? (?:de fonction|des elus|des conseillers|du maire|mensuelles)"), "indemnités d’élus"),
    (re.compile(r"\battribu\w+ (?:les?|des|du) (?:marches?|lots?)\b"), "marchés publics"),
    (re.compile(r"\ben non[ -]valeur\b"), "créances abandonnées"),
    (
        re.compile(
            r"\battributions? de compensation\b|\bclect\b|\bcharges transferees\b"
            r"|\bdotations? de solidarite (?:communautaire|metropolitaine)\b"
        ),
        "reversements entre collectivités, pas des subventions",
    ),
    (
        re.compile(r"\bprorog(?:er?|ation)\b[^.:]{0,40}\b(?:delais?|durees?|validite)\b[^.:]{0,60}\bsubventions?\b"),
        EXTENDED_REASON,
    ),
    (
        re.compile(
            r"(?:^|[.;] )(?![^.;]*\b(?:propos|decide d|attribuer|accorder|allouer|octroyer|voter))[^.;]*"
            r"(?:\b(?:attributions?|subventions?|aides?)\b[^.;]{0,60}\b(?:ont|avaient) (?:deja )?ete "
            r"(?:attribue|accorde|alloue|decide|vote)e?s?\b[^.;]*"
            r"\b(?:lors de|par deliberation|le \d)|\bpour (?:memoire|rappel)\b|^rappel des"
            r" (?:attributions|subventions|aides))[^.;]*:?$"
        ),
        REMINDED_REASON,
    ),
    (re.compile(r"\bgaranti\w*\b[^.:]{0,80}\b(?:emprunt|pret)s?\b"), "garanties d’emprunt"),
)
# The same, where no header over the amounts says that they are granted.
_ANNOUNCED_UNLESS_GRANTED = (
    (re.compile(r"^(?!.*\b(?:subvention|aide)s?\b).*\btarif(?:s|ation|aire)?\b"), "liste de prix"),
    (
        re.compile(r"\badh(?:esion|er)\w*\b[^.:]{0,160}\bcotisations?\b|\bcotisations?\b[^.:]{0,80}\badhesions?\b"),
        "cotisations d’adhérent, pas des subventions",
    ),
    (
        re.compile(
            r"\b(?:contribution|participation|cotisation)s?\b(?: \w+)?"
            r" des (?:communes?|membres?|adherents?|collectivites)\b"
        ),
        "sommes dues à l’auteur de l’acte",
    ),
)
_OWED = frozenset({"cotisation", "adhesion", "participation", "contribution"})
# Characters of the text over a table that announce it.
_ANNOUNCE_LENGTH = 220

BUDGET_REASON = "tableau d’imputation budgétaire : des crédits, pas des subventions"
OTHER_POINT_REASON = "un point de la séance où rien ne dit que des aides sont accordées"


def why_not_grants(
    table: Table,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    *,
    payer: str = "department",
    point: Point | None = None,
) -> str:
    """Why the table gives no grant line, empty where it does. `payer`: a key of `PAYERS`; `point`: that of the minutes
    under whose title the table stands."""
    heads = [phrase(level) for levels in find_header(table).levels for level in levels]
    # « Emploi de l'aide » says what a grant is for, « Emplois » where money of one's own goes.
    own_money = [head for head in heads if not holds(head, GRANTS)]
    lines = [row for row in rows if row.kind == "line"]
    named = _is_headed(columns, "operator")
    tests = (
        (_is_bank_details(table), "coordonnées bancaires"),
        (read_vote_table(table) is not None, "résultats d’un vote"),
        *((pattern.search(_announced(table)) is not None, reason) for pattern, reason in _ANNOUNCED),
        *(
            (pattern.search(_announced(table)) is not None and not _says_granted(columns), reason)
            for pattern, reason in _ANNOUNCED_UNLESS_GRANTED
        ),
        (point is not None and not point.may_grant and not _says_granted(columns), OTHER_POINT_REASON),
        (_is_matrix(lines), "grille de cases cochées"),
        (_opening(heads, EXTENDED) > 0, EXTENDED_REASON),
        (not named and not _grants_to_towns(columns) and _opening(heads, BUDGET) >= 2, BUDGET_REASON),
        (_opening(heads, INDICATORS) > 0 and not named, "indicateurs"),
        (not _has_money(columns), NO_AMOUNT_REASON),
        (_opening(heads, PERSONAL_DATA) > 0 and not named, "données échangées, pas des subventions"),
        (
            not named and _heads_of_funders(columns) >= 2 and not _pays_towns(columns, payer),
            "plan de cofinancement",
        ),
        (_names_are_funders(columns, lines), "plan de cofinancement"),
        (
            (_is_accounts(lines) and not (named and _says_voted(columns, payer)))
            or (not named and not _grants_to_towns(columns) and _opening(own_money, ACCOUNTS) > 0),
            "comptes ou budget d’un organisme",
        ),
        (not named and _opening(heads, PRICES) > 0, "liste de prix"),
        (not any(column.role == "amount" for column in columns), _uncounted(columns)),
        (not _names_anyone(columns), NOBODY_REASON),
        (
            not _has_beneficiary(columns) and not _says_voted(columns, payer),
            NO_BENEFICIARY_REASON,
        ),
        (not lines, NO_ROW_REASON),
    )
    return next((reason for found, reason in tests if found), "")


def _announced(table: Table) -> str:
    return plain(table.title[-_ANNOUNCE_LENGTH:])


def _is_headed(columns: Iterable[Column], role: str) -> bool:
    """Whether a column has its role from its header, not from its cells."""
    return any(column.role == role and column.certainty >= BY_WEAK_WORD for column in columns)


def _opening(heads: Iterable[str], words: frozenset[str]) -> int:
    """How many header cells open with one of the phrases."""
    return sum(any(head == one or head.startswith(f"{one} ") for one in words) for head in heads)


def _has_money(columns: Iterable[Column]) -> bool:
    return any(column.role in ("amount", "amount_other") for column in columns)


def _is_bank_details(table: Table) -> bool:
    texts = [phrase(cell.text) for row in table.grid for cell in row if cell and cell.column == 0]
    return _opening(dict.fromkeys(texts), BANK) >= 2


def _is_matrix(lines: list[Row]) -> bool:
    cells = [cell.text.strip() for row in lines for cell in row.cells[1:] if cell and cell.text.strip()]
    return bool(cells) and sum(bool(_MARK.fullmatch(text)) for text in cells) >= len(cells) * _MOST


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


def _is_accounts(lines: list[Row]) -> bool:
    """Rows numbered as the French chart of accounts numbers charges (6…) and products (7…)."""
    return sum(map(is_account, lines)) >= max(_ACCOUNT_ROWS, len(lines) * _MOST) and not count_rows(lines)


def _uncounted(columns: Iterable[Column]) -> str:
    notes = [column.note for column in columns if column.role == "amount_other"]
    return next((REASONS_BY_NOTE[note] for note in notes if note in REASONS_BY_NOTE), NO_GRANTED_AMOUNT_REASON)


def _names_anyone(columns: Iterable[Column]) -> bool:
    return any(column.role in ("operator", "commune", "action") for column in columns)


def _has_beneficiary(columns: Iterable[Column]) -> bool:
    return any(column.role in ("operator", "commune") for column in columns)


def _grants_to_towns(columns: tuple[Column, ...]) -> bool:
    """Whether towns stand beside what is said to be a grant: « Commune | Dépense subventionnable | Subvention »."""
    heads = [phrase(column.header) for column in columns if column.role == "amount"]
    return _is_headed(columns, "commune") and any(holds(head, GRANTS | VOTED) for head in heads)


def _pays_towns(columns: tuple[Column, ...], payer: str) -> bool:
    """Whether towns stand beside the share of the author of the act: « Commune | Région | Conseil départemental »."""
    own = PAYERS[payer] | OWN_GRANTS.get(payer, frozenset())
    heads = [phrase(column.header) for column in columns if column.role == "amount"]
    return _is_headed(columns, "commune") and any(holds(head, own) for head in heads)


def _says_voted(columns: Iterable[Column], payer: str) -> bool:
    """Whether the header of the counted amounts says that they are voted, a grant, or paid by the author of the act."""
    heads = [phrase(column.header) for column in columns if column.role == "amount"]
    return any(holds(head, VOTED | PAYERS[payer] | GRANTS) for head in heads)


def _says_granted(columns: Iterable[Column]) -> bool:
    """Whether the header of the counted amounts says a grant, and not what a member owes."""
    heads = [phrase(column.header) for column in columns if column.role == "amount"]
    return any(holds(head, (VOTED | GRANTS) - _OWED) for head in heads)
