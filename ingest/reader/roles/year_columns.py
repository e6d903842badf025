"""Columns headed by a year alone: whether their figures are amounts, and of which year those of any column are."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ingest.reader.headers.column_drafts import (
    BY_CONTENT,
    BY_CONTENT_NOTE,
    BY_HEADER,
    BY_WEAK_WORD,
    HALF,
    MOST,
    ROLE_NAMES,
    Draft,
    guessed,
    names_a_year,
    taken_roles,
    year_named,
)
from ingest.reader.money.money_units import amounts_of
from ingest.reader.money.money_words import holds
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import UNSURE, Column, Table
from ingest.reader.roles.operator_columns import lists_grants
from ingest.reader.values.amounts import Amount
from ingest.reader.values.dates import MONTHS, find_years
from ingest.reader.vocabulary.money import ASKED, COST, GRANTS, PREVIOUS, VOTED, VOTERS
from ingest.reader.vocabulary.patterns import GIVE, PLAN
from ingest.reader.vocabulary.phrases import phrase

_YEAR = re.compile(r"(?<![\d/.-])20\d\d(?![\d/-])")
_DAY = re.compile(rf"\b\d{{1,2}}(?:er)? (?:{'|'.join(name for names in MONTHS for name in names)})\.? 20\d\d\b")
_EXERCISE = re.compile(r"\b(?:exercice|annee)(?: budgetaire)? (?P<year>20\d\d)(?![\d/-])")
# « Bilan des subventions versées en 2030 » and nothing else, in an act of a later year.
_GIVEN_IN = re.compile(
    r"(?:\w+\W+){0,5}?(?:subventions?|aides?)(?: \w+){0,3}"
    rf" (?:{GIVE}|vers|pay|mandat|vot)ee?s? (?:\w+ ){{0,4}}?"
    r"(?:en|pour|au titre de|au cours de)(?: l')?(?: ?(?:annee|exercice))? (?P<year>20\d\d)\W*"
)
_GIVEN_NOTE = "donné une autre année, selon le titre du tableau\u202f: à vérifier"

# Figures that may be grants: at least so many, half of them of so many euros, most of them round.
_FEWEST_ROUND, _USUAL_GRANT, _MOST_ROUND = 3, 100, 0.8
# Share of the rows on which years must come to the amount beside them.
_MOST_SUMS = 0.7


def years_of_grants(drafts: list[Draft], table: Table, first_row: int) -> list[Draft]:
    """« Clubs | 2030 | 2031 »: figures under years are what was given where the title speaks of grants, or where they
    are round as money is and nothing else is the amount, but for what another year is said to be; surely where the
    title says that it lists grants, of that year if it names one."""
    listed = _lists_sums_of(table.title)
    drafts = [
        replace(draft, certainty=BY_HEADER) if _are_of_a_year_alone(draft) and listed(draft) else draft
        for draft in drafts
    ]
    given = [draft for draft in drafts if draft.role == "amount" and not _is_beside_vote(draft)]
    undated = any(year_named(draft.levels) is None for draft in given)
    if undated or not taken_roles(drafts) & {"operator", "commune"}:
        return drafts
    titled = holds(phrase(table.title), GRANTS) and not given
    certainty = BY_WEAK_WORD if titled else BY_CONTENT
    note = "" if titled else BY_CONTENT_NOTE.format(role=ROLE_NAMES["amount"])
    return [
        replace(draft, role="amount", certainty=BY_HEADER if titled and listed(draft) else certainty, note=note)
        if draft.role == "other"
        and draft.profile.amounts >= MOST
        and any(map(names_a_year, draft.levels))
        and (titled or _are_round(amounts_of(table, draft.index, first_row)))
        else draft
        for draft in drafts
    ]


def given_by_voters(drafts: list[Draft], table: Table, first_row: int) -> list[Draft]:
    """« Rappel 2030 | Demande | CM »: the last figures under who votes, round as money is, are what is given, in doubt,
    beside what is asked and other sums that nobody votes."""
    sums = [draft for draft in drafts if draft.role == "amount"]
    asked = any(holds(phrase(draft.header), ASKED) for draft in sums) and all(map(_is_beside_vote, sums))
    if not asked or not taken_roles(drafts) & {"operator", "commune"}:
        return drafts
    voters = [draft for draft in drafts if draft.role == "other" and holds(phrase(draft.header), VOTERS)]
    rounded = [
        one for one in voters if one.profile.amounts >= MOST and _are_round(amounts_of(table, one.index, first_row))
    ]
    return [guessed(draft, "amount") if draft in rounded[-1:] else draft for draft in drafts]


def _is_beside_vote(draft: Draft) -> bool:
    """« Demande », « Réalisé », « Coût du projet »: sums that nobody votes, of whatever year they are."""
    words = phrase(draft.header)
    return holds(words, ASKED | PREVIOUS | COST) and not holds(words, VOTED)


def _lists_sums_of(title: str) -> Callable[[Draft], bool]:
    """Whether sums of a column are those that a title says that its table lists: grants, of the year that it names."""
    years = find_years(title)
    grants = lists_grants(title)
    return lambda draft: grants and (not years or year_named(draft.levels) in years)


def _are_of_a_year_alone(draft: Draft) -> bool:
    """Whether sums of money stand under « 2031 », « BP 2031 » and nothing else."""
    return draft.role == "amount" and draft.certainty == BY_WEAK_WORD and all(map(names_a_year, draft.levels))


def _are_round(amounts: Mapping[int, Amount]) -> bool:
    """Whether figures are round and large enough to be grants: counts of places or of members are not."""
    values = sorted(abs(amount.value) for amount in amounts.values())
    if len(values) < _FEWEST_ROUND or values[len(values) // 2] < _USUAL_GRANT:
        return False
    return sum(not value % 10 for value in values) >= _MOST_ROUND * len(values)


def years_of_a_whole(drafts: list[Draft], table: Table, first_row: int) -> list[Draft]:
    """« 2024 | 2025 | Montant total »: figures under years that come to an amount, row by row, are amounts."""
    figures = [draft for draft in drafts if draft.role == "other" and draft.profile.amounts >= HALF]
    years = [draft for draft in figures if any(map(names_a_year, draft.levels))]
    wholes = [draft for draft in drafts if draft.role == "amount" and not year_named(draft.levels)]
    parts = [amounts_of(table, draft.index, first_row) for draft in years]
    for whole in wholes if len(years) > 1 else ():
        stated = amounts_of(table, whole.index, first_row)
        sums = {row: sum(part[row].value for part in parts if row in part) for row in stated}
        if stated and sum(sums[row] == amount.value for row, amount in stated.items()) >= _MOST_SUMS * len(stated):
            return [replace(draft, role="amount", certainty=BY_HEADER) if draft in years else draft for draft in drafts]
    return drafts


def voted_year(title: str, act_year: int | None) -> int | None:
    """The year after that of the act, where it is the only one that a title names, but for the days of a session
    and names of plans: « Conseil du 15 décembre 2031 – Subventions 2032 », beside what was given in 2031."""
    years = {int(year) for year in _YEAR.findall(PLAN.sub("", _DAY.sub("", plain(title))))}
    return act_year + 1 if act_year is not None and years == {act_year + 1} else None


def of_titled_year(columns: tuple[Column, ...], title: str, act_year: int | None) -> tuple[Column, ...]:
    """The columns, those of amounts as of the year of « Subventions 2025 », « … – exercice 2025 », where the act of
    the year before votes it and no header names another; in doubt, as of the earlier year in which the title says that
    they were given."""
    counted = [column for column in columns if column.role == "amount" and not column.deducted]
    if act_year is None or any(column.year for column in counted):
        return columns
    said = plain(title)
    given = _GIVEN_IN.fullmatch(said)
    if given and int(given["year"]) < act_year:
        year, certainty, note = int(given["year"]), UNSURE, _GIVEN_NOTE
    elif voted_year(title, act_year) or {int(match["year"]) for match in _EXERCISE.finditer(said)} == {act_year + 1}:
        year, certainty, note = act_year + 1, 1.0, ""
    else:
        return columns
    return tuple(
        replace(column, year=year, certainty=min(column.certainty, certainty), note=note or column.note)
        if column in counted
        else column
        for column in columns
    )
