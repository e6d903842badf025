"""Roles for the columns whose header says nothing: by what other tables have shown, codes, money, then names."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.reader.headers.column_drafts import (
    BY_CONTENT,
    BY_DEFAULT,
    BY_HEADER,
    BY_WEAK_WORD,
    HALF,
    MOST,
    Draft,
    Known,
    guessed,
    names_a_year,
    taken_roles,
)
from ingest.reader.records import Role
from ingest.reader.roles.operator_columns import with_operator


def by_content(drafts: list[Draft], known: Known, over: Sequence[str], *, listing: bool, in_unit: bool) -> list[Draft]:
    """Roles for columns whose header says nothing: what other tables have shown, codes, money, then names.
    `over`: the title of the table, the headings and the sentence over it; `listing`: it is a list, whatever its names
    look like; `in_unit`: the table says that it counts in thousands or millions of euros."""
    drafts = [draft if draft.role else _by_form(draft, known, taken_roles(drafts), in_unit=in_unit) for draft in drafts]
    if not any(draft.role == "operator" for draft in drafts):
        drafts = with_operator(drafts, over, listing=listing)
    return _borne_out([_leftover_role(draft) if draft.role is None else draft for draft in drafts])


def _borne_out(drafts: list[Draft]) -> list[Draft]:
    """The columns, sure of those under a weak word that others bear out: « Nom » over organisations, « Nature » beside
    those who receive."""
    weak = [one for one in drafts if one.certainty == BY_WEAK_WORD and one.role in ("operator", "action")]
    if not weak:
        return drafts
    sure = [one for one in weak if one.role == "operator" and one.profile.organisations >= HALF]
    if sure or any(one.role in ("operator", "commune") and one.certainty == BY_HEADER for one in drafts):
        sure += [one for one in weak if one.role == "action" and one.profile.names >= MOST]
    return [replace(one, certainty=BY_HEADER) if one in sure else one for one in drafts]


def _by_form(draft: Draft, known: Known, taken: set[Role], *, in_unit: bool) -> Draft:
    cells = draft.profile
    if not cells.filled:
        return draft
    for role, values in known.items():
        if role not in taken and len(cells.values & values) >= len(cells.values) * HALF:
            return guessed(draft, role)
    if cells.references >= MOST and "reference" not in taken:
        return guessed(draft, "reference")
    figures_of_year = in_unit and cells.amounts >= MOST and any(map(names_a_year, draft.levels))
    if cells.money >= MOST or figures_of_year:
        return replace(draft, role="amount", certainty=BY_CONTENT)
    # Bare figures in the first column number the rows: sums and counts stand beside a name.
    bare_figures = draft.index > 0 and not draft.levels and cells.counts >= MOST and cells.years < MOST
    if bare_figures and "places" not in taken and not cells.numbers_rows:
        bare = "amount" not in taken and cells.amounts >= MOST
        return replace(draft, role="amount", certainty=BY_DEFAULT) if bare else guessed(draft, "places")
    return draft


def _leftover_role(draft: Draft) -> Draft:
    """A column that nothing explains: its words go with the detail, its figures nowhere."""
    if draft.profile.names >= HALF:
        return replace(draft, role="detail", certainty=BY_CONTENT)
    return replace(draft, role="other", certainty=BY_CONTENT)
