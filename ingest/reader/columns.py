"""Table → what each of its columns is: roles by header words first, by what the cells hold where the header is silent.

A role that is not sure has a low certainty and a note in French; no column is given a role in silence. It reads one
table at a time; `known` brings what other tables of the same document have shown (territories, operators, towns).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.reader.records import Column, Role, Table
from ingest.reader.roles.column_headers import Header, find_header
from ingest.reader.roles.money_columns import MoneyColumn, MoneyRole, choose_amounts, holds
from ingest.reader.roles.money_units import parse_in_unit, unit_of, unit_over
from ingest.reader.roles.profiles import Profile, column_texts, profile
from ingest.reader.roles.rates import read_rates
from ingest.reader.text import Amount, find_years, parse_amount
from ingest.reader.vocabulary import (
    ACCOUNT_HEADS,
    ADDED,
    FUNDERS,
    GRANTS,
    HEADERS,
    NEUTRAL,
    OPINIONS,
    PARTS,
    VOTED,
    WEAK_HEADERS,
    YEAR_WORDS,
    phrase,
)

# Certainties of a role: its header says so · one of its words does · only the cells do · nothing much does.
BY_HEADER, BY_WEAK_WORD, BY_CONTENT, BY_DEFAULT = 1.0, 0.85, 0.6, 0.5
# Share of the filled cells that must hold money, figures or codes for a column to be one of them.
_MOST = 0.6
_HALF = 0.5
# Figures that may be grants: at least so many, half of them of so many euros, most of them round.
_FEWEST_ROUND, _USUAL_GRANT, _MOST_ROUND = 3, 100, 0.8
# Share of the rows on which years must come to the amount beside them.
_MOST_SUMS = 0.8
# Distinct values over rows: under it, a column repeats headings; over it, it names one thing a row.
_HEADING_REPEATS = 0.6
# Characters, on average: longer cells under « Dossier » say what the file is about.
_LONGEST_REFERENCE = 20
# Characters, on average: longer cells are sentences about something, not names of beneficiaries.
_LONGEST_NAME = 120
# Words of one phrase of the vocabulary, at most.
_LONGEST_PHRASE = 5

# Said on every line of the table.
BY_CONTENT_NOTE = "colonne sans titre, reconnue par son contenu : {role}"
DOUBT_NOTE = "le contenu de la colonne « {header} » ne ressemble pas à son titre"

# Roles that one column at most can have, and what the next column of the same role becomes.
_NEXT_ROLE: dict[Role, Role] = {
    "programme": "subprogramme",
    "subprogramme": "action",
    "operator": "detail",
    "commune": "detail",
    "territory": "detail",
    "action": "detail",
    "reference": "other",
    "agreement": "detail",
}
ROLE_NAMES: dict[str, str] = {
    "reference": "numéro",
    "territory": "territoire",
    "programme": "programme",
    "subprogramme": "opération",
    "operator": "bénéficiaire",
    "commune": "commune",
    "action": "action",
    "detail": "complément",
    "places": "places",
    "amount": "montant",
}

# Roles that the name of a funder suggests, and that a column of figures belies: « EPCI », « Autres financeurs ».
_MAY_NAME_FUNDERS: tuple[Role | None, ...] = (None, "commune", "operator", "territory", "remark")

# What the header of an added amount may say: « Avenant n° 1 », « Montant de l'avenant ».
_ADDING = NEUTRAL.union({"n", "montant"}, *(words.split() for words in [*ADDED, *VOTED, *GRANTS]))

Known = Mapping[Role, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Draft:
    """One column while its role is sought."""

    index: int
    levels: tuple[str, ...]
    profile: Profile
    role: Role | None = None
    certainty: float = BY_HEADER
    note: str = ""

    @property
    def header(self) -> str:
        return " – ".join(self.levels)


def read_columns(
    table: Table, *, payer: str = "department", act_year: int | None = None, known: Known | None = None
) -> tuple[Column, ...]:
    """What each column is, from left to right. `payer`: who votes (a key of `PAYERS`); `act_year`: year of the act."""
    header = find_header(table)
    drafts = [_by_header(index, header, table) for index in range(table.width)]
    has_unit = any(draft.profile.currency >= _MOST for draft in drafts)
    drafts = [_money_or_not(draft, has_unit=has_unit) for draft in drafts]
    drafts = _by_content(drafts, known or {})
    drafts = _years_of_grants(drafts, table, header.rows)
    drafts = _years_of_a_whole(drafts, table, header.rows)
    drafts = _operation_level(drafts)
    drafts = _one_of_each(drafts)
    over_words = [level for draft in drafts if draft.role != "amount" for level in draft.levels]
    unit = unit_over([table.title, *header.titles, *over_words])
    money = _choose_money(drafts, table, header, unit, payer, act_year)
    return tuple(_column(draft, money.get(draft.index), unit) for draft in drafts)


def head_role(text: str) -> tuple[Role | None, float]:
    """The role of the first word of a header that the vocabulary knows, and how sure it is; None without any."""
    words = phrase(text).split()
    skipped = False
    for start in range(len(words)):
        for length in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
            role = HEADERS.get(" ".join(words[start : start + length]))
            if role:
                return role, BY_WEAK_WORD if skipped else BY_HEADER
        skipped = skipped or not (words[start] in NEUTRAL or words[start].isdigit())
    weak = next((WEAK_HEADERS[word] for word in words if word in WEAK_HEADERS), None)
    return weak, BY_WEAK_WORD


def _by_header(index: int, header: Header, table: Table) -> _Draft:
    """The lowest level that names a role decides; a level such as « Solidarité » under « Montant » leaves it above."""
    levels = header.levels[index]
    draft = _Draft(index, levels, profile(column_texts(table, index, header.rows)))
    for level in reversed(levels):
        over_money = draft.profile.amounts >= _MOST and any(head_role(one)[0] == "amount" for one in levels)
        if _names_a_year(level) and (draft.profile.money >= _MOST or over_money):
            # « Exercice 2024 » says which year, not what: the cells or the words above do.
            continue
        role, certainty = head_role(level)
        if role:
            return replace(draft, role=role, certainty=certainty)
    return draft


def _names_a_year(level: str) -> bool:
    """Whether words say a year and nothing else: « 2024 », « Exercice 2024 », « Année 2024 »."""
    return bool(find_years(level)) and all(word.isdigit() or word in YEAR_WORDS for word in phrase(level).split())


def _money_or_not(draft: _Draft, *, has_unit: bool) -> _Draft:
    """Set a header right by its cells: funders' names over money, « N° » over row numbers, « Aide » over words.

    `has_unit`: whether a column of the table prints its amounts with their unit.
    """
    cells = draft.profile
    if cells.filled == 0:
        return draft
    words_first = draft.role in ("detail", "remark", "action", "other")
    if _adds_money(draft, has_unit=has_unit) or (cells.currency >= _MOST and not words_first):
        return draft if draft.role == "amount" else replace(draft, role="amount")
    has_cents = cells.money >= _MOST and draft.levels and draft.role in (None, "reference", "agreement")
    if has_cents or _is_money_of_funder(draft) or _is_part_of_money(draft):
        return replace(draft, role="amount", certainty=BY_WEAK_WORD)
    if draft.role == "amount" and cells.amounts < _HALF and cells.names >= _MOST:
        return _words_under_money(draft)
    if _are_codes(draft):
        return replace(draft, role="other")
    if draft.role == "places" and cells.counts < _HALF and cells.names >= _MOST:
        return replace(draft, role="detail")
    return _words_under_reference(draft) if draft.role == "reference" and cells.references < _HALF else draft


def _words_under_reference(draft: _Draft) -> _Draft:
    """« N° » over row numbers, « Dossier » over what the file is about."""
    if _are_row_numbers(draft.profile):
        return replace(draft, role="other")
    if draft.profile.names >= _MOST and draft.profile.length > _LONGEST_REFERENCE:
        return replace(draft, role="action", certainty=BY_WEAK_WORD)
    return draft


def _are_codes(draft: _Draft) -> bool:
    """« Aide (S : subvention, A : avance) » over letters, « Chapitre » or « Nature » over the numbers of accounts."""
    if draft.role == "amount":
        return all(len(value) == 1 and value.isalpha() for value in draft.profile.values)
    numbers = draft.role in ("programme", "detail", "action") and draft.profile.counts >= _MOST
    return numbers and phrase(draft.header) in ACCOUNT_HEADS


def _words_under_money(draft: _Draft) -> _Draft:
    """What words are under a header that speaks of money: an opinion, what its last words name, or a doubt."""
    if any(phrase(level).startswith(word) for level in draft.levels for word in OPINIONS):
        return replace(draft, role="detail", certainty=BY_WEAK_WORD)
    if role := _role_after_title(draft.levels):
        return replace(draft, role=role, certainty=BY_WEAK_WORD)
    return replace(draft, role="detail", certainty=BY_DEFAULT, note=DOUBT_NOTE.format(header=draft.header))


def _role_after_title(levels: tuple[str, ...]) -> Role | None:
    """The role that the last words of a header name by themselves, where a title of the table that speaks of money
    stands over them in the same cell: « Programme d'aides 2030 Bénéficiaire », not « Aides aux bénéficiaires »."""
    words = phrase(levels[-1]).split() if levels else []
    for start in range(1, len(words)):
        role = HEADERS.get(" ".join(words[start:]))
        if role and role != "amount" and words[start - 1] not in NEUTRAL:
            return role
    return None


def _adds_money(draft: _Draft, *, has_unit: bool) -> bool:
    """Whether amounts stand under words that name what a vote adds and nothing else: « Complément à voter ».

    Where the table prints a unit beside its amounts, bare figures under « Complément » count something else.
    """
    figures = draft.profile.currency if has_unit else draft.profile.amounts
    if draft.role not in ("detail", "agreement") or figures < _HALF:
        return False
    words = [word for word in phrase(draft.header).split() if not word.isdigit()]
    return holds(" ".join(words), ADDED) and all(word in _ADDING for word in words)


def _is_money_of_funder(draft: _Draft) -> bool:
    """Whether figures stand under the name of who pays or of a part of what is paid: « CAF », « Investissement »."""
    if draft.role not in _MAY_NAME_FUNDERS or not draft.levels or draft.profile.amounts < _MOST:
        return False
    return holds(phrase(draft.levels[-1]), FUNDERS | PARTS)


def _is_part_of_money(draft: _Draft) -> bool:
    """Whether figures stand under words of any kind that stand under a name of money: « Subvention – Projet »."""
    under_money = any(head_role(level)[0] == "amount" for level in draft.levels[:-1])
    return draft.role in ("action", "detail", None) and under_money and draft.profile.amounts >= _MOST


def _are_row_numbers(cells: Profile) -> bool:
    """Whether a column headed « N° » counts the rows: short figures, never twice the same."""
    return cells.counts > _MOST and cells.length <= 3


def _by_content(drafts: list[_Draft], known: Known) -> list[_Draft]:
    """Roles for columns whose header says nothing: what other tables have shown, codes, money, then names."""
    drafts = [draft if draft.role else _by_form(draft, known, _taken(drafts)) for draft in drafts]
    if not any(draft.role == "operator" for draft in drafts):
        drafts = _find_operator(drafts)
    return [_leftover_role(draft) if draft.role is None else draft for draft in drafts]


def _years_of_grants(drafts: list[_Draft], table: Table, first_row: int) -> list[_Draft]:
    """« Clubs | 2030 | 2031 »: figures under years are what was given where the title speaks of grants, or where they
    are round as money is and nothing else is the amount, but for what another year is said to be."""
    undated = any(draft.role == "amount" and _year(draft.levels) is None for draft in drafts)
    if undated or not _taken(drafts) & {"operator", "commune"}:
        return drafts
    titled = holds(phrase(table.title), GRANTS) and not _taken(drafts) & {"amount"}
    note = BY_CONTENT_NOTE.format(role=ROLE_NAMES["amount"])
    return [
        replace(draft, role="amount", certainty=BY_CONTENT, note=note)
        if draft.role == "other"
        and draft.profile.amounts >= _MOST
        and any(map(_names_a_year, draft.levels))
        and (titled or _are_round(_amounts(table, draft.index, first_row, 1)))
        else draft
        for draft in drafts
    ]


def _are_round(amounts: Mapping[int, Amount]) -> bool:
    """Whether figures are round and large enough to be grants: counts of places or of members are not."""
    values = sorted(abs(amount.value) for amount in amounts.values())
    if len(values) < _FEWEST_ROUND or values[len(values) // 2] < _USUAL_GRANT:
        return False
    return sum(not value % 10 for value in values) >= _MOST_ROUND * len(values)


def _years_of_a_whole(drafts: list[_Draft], table: Table, first_row: int) -> list[_Draft]:
    """« 2024 | 2025 | Montant total »: figures under years that come to an amount, row by row, are amounts."""
    figures = [draft for draft in drafts if draft.role == "other" and draft.profile.amounts >= _MOST]
    years = [draft for draft in figures if any(map(_names_a_year, draft.levels))]
    wholes = [draft for draft in drafts if draft.role == "amount" and not _year(draft.levels)]
    parts = [_amounts(table, draft.index, first_row, 1) for draft in years]
    for whole in wholes if len(years) > 1 else ():
        stated = _amounts(table, whole.index, first_row, 1)
        sums = {row: sum(part[row].value for part in parts if row in part) for row in stated}
        if stated and sum(sums[row] == amount.value for row, amount in stated.items()) >= _MOST_SUMS * len(stated):
            return [replace(draft, role="amount", certainty=BY_HEADER) if draft in years else draft for draft in drafts]
    return drafts


def _taken(drafts: list[_Draft]) -> set[Role]:
    return {draft.role for draft in drafts if draft.role}


def _by_form(draft: _Draft, known: Known, taken: set[Role]) -> _Draft:
    cells = draft.profile
    if not cells.filled:
        return draft
    for role, values in known.items():
        if role not in taken and len(cells.values & values) >= len(cells.values) * _HALF:
            return _guessed(draft, role)
    if cells.references >= _MOST and "reference" not in taken:
        return _guessed(draft, "reference")
    if cells.money >= _MOST:
        return replace(draft, role="amount", certainty=BY_CONTENT)
    # Bare figures in the first column number the rows: sums and counts stand beside a name.
    bare_figures = draft.index > 0 and not draft.levels and cells.counts >= _MOST and cells.years < _MOST
    if bare_figures and "places" not in taken:
        bare = "amount" not in taken and cells.amounts >= _MOST
        return replace(draft, role="amount", certainty=BY_DEFAULT) if bare else _guessed(draft, "places")
    return draft


def _guessed(draft: _Draft, role: Role) -> _Draft:
    return replace(draft, role=role, certainty=BY_CONTENT, note=BY_CONTENT_NOTE.format(role=ROLE_NAMES[role]))


def _find_operator(drafts: list[_Draft]) -> list[_Draft]:
    """The column of names of a table whose header names no beneficiary: words of organisations, else the only names."""
    named = [draft for draft in drafts if _may_name(draft) and draft.profile.names >= _MOST]
    if not named:
        return drafts
    best = max(named, key=lambda draft: (draft.profile.organisations >= _HALF, draft.profile.different))
    if best.profile.organisations < _HALF and (len(named) > 1 or best.levels or _has_another_name(drafts)):
        return drafts
    return [_guessed(draft, "operator") if draft is best else draft for draft in drafts]


def _may_name(draft: _Draft) -> bool:
    """Whether a column may name the beneficiaries: its header says nothing, or a word such as « Libellé » alone."""
    if draft.profile.length > _LONGEST_NAME:
        return False
    return draft.role is None or (draft.role == "action" and phrase(draft.header) in WEAK_HEADERS)


def _has_another_name(drafts: list[_Draft]) -> bool:
    """Whether a row of the table is named by something else than a beneficiary: an action, a town, a programme."""
    return any(draft.role in ("action", "commune", "programme", "subprogramme") for draft in drafts)


def _leftover_role(draft: _Draft) -> _Draft:
    """A column that nothing explains: its words go with the detail, its figures nowhere."""
    if draft.profile.names >= _HALF:
        return replace(draft, role="detail", certainty=BY_CONTENT)
    return replace(draft, role="other", certainty=BY_CONTENT)


def _operation_level(drafts: list[_Draft]) -> list[_Draft]:
    """« Opération » names what is done where it differs on every row and stands after the beneficiary, or its town."""
    named = {draft.role: draft.index for draft in reversed(drafts)}
    operator = named.get("operator", named.get("commune"))
    has_action = any(draft.role == "action" for draft in drafts)

    def level(draft: _Draft) -> _Draft:
        after = operator is not None and draft.index > operator
        one_a_row = draft.profile.different > _HEADING_REPEATS and draft.profile.filled > 1
        if draft.role == "subprogramme" and after and one_a_row and not has_action:
            return replace(draft, role="action")
        return draft

    return [level(draft) for draft in drafts]


def _one_of_each(drafts: list[_Draft]) -> list[_Draft]:
    """The surest column keeps the role; the next one of the same role gives its text to the next role."""
    seen: set[Role] = set()
    settled: dict[int, _Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (-draft.certainty, _numbers_rows(draft), draft.index)):
        role = draft.role
        while role in _NEXT_ROLE and role in seen:
            role = _NEXT_ROLE[role]
        if role in _NEXT_ROLE:
            seen.add(role)
        settled[draft.index] = replace(draft, role=role)
    return [settled[draft.index] for draft in drafts]


def _numbers_rows(draft: _Draft) -> bool:
    """Whether numbers that are no file's stand under « N° d'ordre »: another column has those of the files."""
    return draft.role == "reference" and draft.profile.references < _HALF


def _choose_money(
    drafts: list[_Draft], table: Table, header: Header, unit: str, payer: str, act_year: int | None
) -> dict[int, MoneyRole]:
    columns = [
        MoneyColumn(
            draft.index,
            draft.levels,
            _amounts(table, draft.index, header.rows, max(unit_of(draft.header), unit_of(unit))),
        )
        for draft in drafts
        if draft.role == "amount"
    ]
    rates = [read_rates(table, draft.index, draft.header, header.rows) for draft in drafts if draft.role == "other"]
    return choose_amounts(columns, payer=payer, act_year=act_year, rates=rates)


def _amounts(table: Table, column: int, first_row: int, unit: int) -> dict[int, Amount]:
    """The amounts that can be read in one column, by row of the grid, in its `unit`."""
    amounts = {}
    for row, cells in enumerate(table.grid):
        cell = cells[column]
        if cell and row >= first_row:
            amount = parse_amount(cell.text) or (parse_in_unit(cell.text, unit) if unit > 1 else None)
            if amount:
                amounts[row] = amount
    return amounts


def _column(draft: _Draft, money: MoneyRole | None, unit: str) -> Column:
    assert draft.role is not None  # noqa: S101  (every draft is settled by _by_content)
    if money is None:
        year = _year(draft.levels) if draft.role == "places" else None
        return Column(draft.index, draft.header, draft.role, year, draft.certainty, note=draft.note)
    # A unit said once over the table is one more level over each of its amounts.
    header = draft.header if unit_of(draft.header) > 1 or not unit else " – ".join((unit, *draft.levels))
    return Column(
        draft.index,
        header,
        "amount" if money.counted else "amount_other",
        money.year,
        min(draft.certainty, money.certainty),
        money.deducted,
        money.note or draft.note,
    )


def _year(levels: tuple[str, ...]) -> int | None:
    for level in reversed(levels):
        years = find_years(level)
        if len(years) == 1:
            return years[0]
    return None
