"""Table → what each of its columns is: roles by header words first, by what the cells hold where the header is silent.

A role that is not sure has a low certainty and a note in French; no column is given a role in silence. It reads one
table at a time; `known` brings what other tables of the same document have shown (territories, operators, towns).
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ingest.reader.headers.cell_profiles import column_texts
from ingest.reader.headers.column_drafts import BY_HEADER, BY_WEAK_WORD, HALF, MOST, Draft, Known, year_named
from ingest.reader.headers.column_headers import Header, find_header
from ingest.reader.headers.header_words import by_header, read_head
from ingest.reader.money.money_columns import choose_amounts
from ingest.reader.money.money_roles import TENTHS_NOTE, MoneyRole
from ingest.reader.money.money_table import MoneyTable
from ingest.reader.money.money_units import amounts_of, is_in_tenths, unit_of, unit_over
from ingest.reader.money.money_words import MoneyColumn
from ingest.reader.money.payer import stacked_of_payer
from ingest.reader.money.rates import read_rates
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import UNSURE, Column, Role, Table
from ingest.reader.roles.belied_headers import set_right
from ingest.reader.roles.content_roles import by_content
from ingest.reader.roles.missing_parts import with_missing_parts
from ingest.reader.roles.unread_lists import is_unread_list
from ingest.reader.roles.year_columns import given_by_voters, years_of_a_whole, years_of_grants
from ingest.reader.vocabulary.headers import AREA_HEADS, heads_address
from ingest.reader.vocabulary.patterns import GIVE, GIVES
from ingest.reader.vocabulary.phrases import phrase

# « La Commission décide de programmer les opérations suivantes : », « Il est proposé de programmer : », not « … de
# solliciter : »
_DECIDES = re.compile(
    rf"\b(?:decide|{GIVES}|(?:il est|vous est) propose d(?:e |')(?=programm|{GIVE}))\b"
    r"(?![^.;]*\b(?:sollicit|demand))[^.;]*:$"
)
# « N° dossier – Bénéficiaire », « Numéro et bénéficiaire », « Opération / Bénéficiaire »
_PARTED = re.compile(r"/|\s[–—-]\s|\bet\b")
# Distinct values over rows: under it, a column repeats headings; over it, it names one thing a row.
_HEADING_REPEATS = 0.6

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


def read_columns(
    table: Table,
    *,
    payer: str = "department",
    act_year: int | None = None,
    known: Known | None = None,
    granted: Collection[Decimal] = (),
    over: Sequence[str] = (),
) -> tuple[Column, ...]:
    """What each column is, from left to right. `payer`: who votes (a key of `PAYERS`); `act_year`: year of the act;
    `granted`: the sums that its decisions grant; `over`: the headings and the sentence over the title of the table."""
    header = find_header(table)
    drafts, unit = _settled(table, header, known or {}, (table.title, *over))
    units = {one.index: max(unit_of(one.header), unit_of(unit)) for one in drafts if one.role == "amount"}
    columns = [
        MoneyColumn(draft.index, draft.levels, amounts_of(table, draft.index, header.rows, units[draft.index]))
        for draft in drafts
        if draft.index in units
    ]
    rates = [read_rates(table, draft.index, draft.header, header.rows) for draft in drafts if draft.role == "other"]
    announced = _DECIDES.search(plain(table.title)) is not None
    money = choose_amounts(MoneyTable(columns, payer, act_year, rates, granted, announced))
    for column in columns:
        if units[column.index] == 1 and is_in_tenths(column.amounts.values()):
            money[column.index] = replace(money[column.index], certainty=UNSURE, note=TENTHS_NOTE)
    return tuple(_column(draft, money.get(draft.index), unit, payer) for draft in drafts)


def _settled(table: Table, header: Header, known: Known, over: Sequence[str]) -> tuple[list[Draft], str]:
    """Each column with its role, and the words that say the unit of all amounts of the table, empty without any."""
    drafts = [by_header(index, header, table) for index in range(table.width)]
    has_unit = any(draft.profile.currency >= MOST for draft in drafts)
    drafts = [set_right(draft, has_unit=has_unit) for draft in drafts]
    drafts = _second_names(with_missing_parts(drafts, table, header.rows))
    over_words = [level for draft in drafts if draft.role != "amount" for level in header.levels[draft.index]]
    unit = unit_over([table.title, *header.titles, *over_words])
    listing = is_unread_list(table, header, drafts)
    drafts = by_content(drafts, known, over, listing=listing, in_unit=bool(unit))
    drafts = years_of_grants(drafts, table, header.rows)
    drafts = years_of_a_whole(drafts, table, header.rows)
    drafts = given_by_voters(drafts, table, header.rows)
    drafts = _operation_level(drafts, table, header.rows)
    return _one_of_each(_areas_of_towns(drafts)), unit


def _second_names(drafts: list[Draft]) -> list[Draft]:
    """« Opération / Bénéficiaire », « N° – Bénéficiaire » names who receives where no other column does: surely where
    a number alone stands before each name. So does « Canton / Commune », the towns under the name of their canton."""
    if any(draft.role in ("operator", "commune") for draft in drafts):
        return drafts
    named = [draft for draft in drafts if draft.profile.names >= MOST]
    areas = (draft for draft in named if read_head(_PARTED.split("".join(draft.levels[-1:]))[0])[0] == "territory")
    if town := next((draft for draft in areas if _is_second(draft, "commune")), None):
        return [replace(one, role="commune") if one is town else one for one in drafts]
    second = next((draft for draft in named if _is_second(draft, "operator")), None)
    return [replace(one, role="operator", certainty=BY_WEAK_WORD) if one is second else one for one in drafts]


def _is_second(draft: Draft, role: Role) -> bool:
    return any(read_head(part) == (role, BY_HEADER) for part in _PARTED.split("".join(draft.levels[-1:]))[1:])


def _operation_level(drafts: list[Draft], table: Table, first_row: int) -> list[Draft]:
    """« Opération » names what is done where it stands after the beneficiary, or its town, and no column of programmes
    stands beside it, or it differs on every row, or from row to row."""
    named = {draft.role: draft.index for draft in reversed(drafts)}
    operator = named.get("operator", named.get("commune"))
    has_action = any(draft.role == "action" for draft in drafts)

    def level(draft: Draft) -> Draft:
        if draft.role != "subprogramme" or operator is None or draft.index < operator or has_action:
            return draft
        texts = column_texts(table, draft.index, first_row)
        changes = sum(above != below for above, below in pairwise(texts)) / max(1, len(texts) - 1)
        one_a_row = max(draft.profile.different, changes) > _HEADING_REPEATS and draft.profile.filled > 1
        alone = "programme" not in named and draft.profile.names >= MOST
        return replace(draft, role="action") if one_a_row or alone else draft

    return [level(draft) for draft in drafts]


def _areas_of_towns(drafts: list[Draft]) -> list[Draft]:
    """« EPCI | Commune »: groups that come again beside their towns are where these are found."""
    towns = any(one.role == "commune" and not _is_address(one) for one in drafts)
    return [
        replace(one, role="territory") if towns and _is_area(one) and one.profile.different < HALF else one
        for one in drafts
    ]


def _one_of_each(drafts: list[Draft]) -> list[Draft]:
    """The surest column keeps the role; the next one of the same role gives its text to the next role."""
    seen: set[Role] = set()
    settled: dict[int, Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (-draft.certainty, _gives_way(draft), draft.index)):
        role = draft.role
        while role in _NEXT_ROLE and role in seen:
            role = "other" if _is_address(draft) else "territory" if _is_area(draft) else _NEXT_ROLE[role]
        if role in _NEXT_ROLE:
            seen.add(role)
        settled[draft.index] = replace(draft, role=role)
    return [settled[draft.index] for draft in drafts]


def _gives_way(draft: Draft) -> bool:
    """Whether numbers that are no file’s stand under « N° d’ordre », those of cantons beside their names, streets
    beside towns, groups of communes beside those who receive."""
    if draft.role == "territory":
        return draft.profile.counts >= MOST
    blank = draft.profile.filled == 0
    return (
        blank
        or _is_address(draft)
        or _is_area(draft)
        or (draft.role == "reference" and draft.profile.references < HALF)
    )


def _is_area(draft: Draft) -> bool:
    return draft.role == "operator" and _lowest(draft) in AREA_HEADS


def _is_address(draft: Draft) -> bool:
    """« Rue », « Adresse du logement »: streets, or a whole address where no other column names the town."""
    return draft.role == "commune" and heads_address(_lowest(draft))


def _lowest(draft: Draft) -> str:
    """The level of a header nearest to its cells: « Adresse » under « Bénéficiaire »."""
    return phrase(draft.levels[-1]) if draft.levels else ""


def _column(draft: Draft, money: MoneyRole | None, unit: str, payer: str) -> Column:
    assert draft.role is not None  # noqa: S101  (every draft is settled by by_content)
    if money is None:
        year = year_named(draft.levels) if draft.role == "places" else None
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
        stacked_of_payer(draft.header, payer),
    )
