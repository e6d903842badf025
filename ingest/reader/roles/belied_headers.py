"""Headers that the cells under them belie: funders’ names over money, « N° » over row numbers, « Aide » over words."""

import re
from dataclasses import replace

from ingest.reader.grant_rows.beneficiary_cells import opens_with_street
from ingest.reader.headers.cell_profiles import Profile
from ingest.reader.headers.column_drafts import BY_DEFAULT, BY_WEAK_WORD, DOUBT_NOTE, HALF, MOST, Draft
from ingest.reader.headers.header_words import head_role
from ingest.reader.money.money_units import is_only_unit
from ingest.reader.money.money_words import holds
from ingest.reader.records import Role
from ingest.reader.vocabulary.headers import (
    ACCOUNT_HEADS,
    DEPARTMENT_HEADS,
    HEADERS,
    NAMING,
    NEUTRAL,
    OPINIONS,
    POSTCODE_HEADS,
)
from ingest.reader.vocabulary.money import ADDED, COST, CREDITS, GRANTS, PART_HEADS, PARTS, PROPOSED, VOTED
from ingest.reader.vocabulary.payers import FUNDERS
from ingest.reader.vocabulary.phrases import phrase

# Characters, on average: longer cells under « Dossier » say what the file is about.
_LONGEST_REFERENCE = 20
# Over cells of nothing but amounts, whatever stands before it.
_MONEY_TOO = frozenset(
    {"montant", "montant vote", "subvention", "aide", "participation", "attribue", "accorde", "vote"}
)
# Figures.
_POSTCODE = 5

# « 59 », « 2A », « 974 »
_DEPARTMENT_NUMBER = re.compile(r"0?[1-9]|[1-9]\d|2[ab]|97\d")

# Figures without spaces; fewer of them count something.
_LONG_NUMBER = re.compile(r"\d{5,}")

# Roles that the name of a funder suggests, and that a column of figures belies: « EPCI », « Autres financeurs ».
_MAY_NAME_FUNDERS: tuple[Role | None, ...] = (None, "commune", "operator", "territory", "remark")

# Roles whose cells print no cents, whatever their header says: « Crédits programmés » over 1 500,00.
_OF_NO_MONEY: tuple[Role | None, ...] = (None, "reference", "agreement", "programme", "subprogramme", "territory")

# What the header of an added amount may say: « Avenant n° 1 », « Montant de l'avenant ».
_ADDING = NEUTRAL.union({"n", "montant"}, *(words.split() for words in [*ADDED, *VOTED, *PROPOSED, *GRANTS]))


def set_right(draft: Draft, *, has_unit: bool) -> Draft:
    """Set a header right by its cells: funders' names over money, « N° » over row numbers, « Aide » over words.

    `has_unit`: whether a column of the table prints its amounts with their unit.
    """
    cells = draft.profile
    if cells.filled == 0:
        return draft
    if cells.names >= MOST and draft.levels and all(map(is_only_unit, draft.levels)):
        return replace(draft, role=None, levels=())
    words_first = draft.role in ("detail", "remark", "action", "other") and not _says_money_too(draft)
    words_first = words_first and not phrase(draft.header).startswith("dont ")  # « dont projets »: a part of money
    if _adds_money(draft, has_unit=has_unit) or (cells.currency >= MOST and not words_first):
        return draft if draft.role == "amount" else replace(draft, role="amount")
    if role := _role_of_figures(draft):
        return replace(draft, role=role)
    has_cents = cells.money >= MOST and draft.levels and draft.role in _OF_NO_MONEY
    if has_cents or _is_money_of_funder(draft) or _is_part_of_money(draft):
        return replace(draft, role="amount", certainty=BY_WEAK_WORD)
    if draft.role == "amount" and cells.amounts < HALF and cells.names >= MOST:
        return _words_under_money(draft)
    if _are_codes(draft) or (draft.role == "operator" and _are_streets(cells)):
        return replace(draft, role="other")
    if _are_file_numbers(draft):
        return replace(draft, role="reference", certainty=BY_WEAK_WORD)
    if draft.role == "places" and cells.counts < HALF and cells.names >= MOST:
        return replace(draft, role="detail")
    return _words_under_reference(draft) if draft.role == "reference" and cells.references < HALF else draft


def _says_money_too(draft: Draft) -> bool:
    """« Actions et montants votés »: whether a header of something else goes on with what is given."""
    return any(holds(phrase(level), _MONEY_TOO) for level in draft.levels)


def _words_under_reference(draft: Draft) -> Draft:
    """« N° » over row numbers, « Dossier » over what the file is about."""
    if _are_row_numbers(draft.profile):
        return replace(draft, role="other")
    if draft.profile.names >= MOST and draft.profile.length > _LONGEST_REFERENCE:
        return replace(draft, role="action", certainty=BY_WEAK_WORD)
    return draft


def _are_codes(draft: Draft) -> bool:
    """« Aide (S : subvention, A : avance) » or « Type » over letters, numbers of whoever receives, « Chapitre » or
    « Nature » over those of accounts."""
    weak = draft.role in ("programme", "action", "detail") and draft.certainty <= BY_WEAK_WORD
    if draft.role == "amount":
        postcodes = phrase(draft.header) in POSTCODE_HEADS and _are_postcodes(draft.profile)
        return postcodes or _are_letters(draft.profile)
    if weak and _are_letters(draft.profile):
        return True
    if draft.role in ("operator", "commune") and draft.profile.counts >= MOST:
        return True  # « N° tiers », « Code commune »
    numbers = draft.role in ("programme", "subprogramme", "detail", "action") and draft.profile.counts >= MOST
    return numbers and not ACCOUNT_HEADS.isdisjoint(map(phrase, (draft.header, *draft.levels[-1:])))


def _role_of_figures(draft: Draft) -> Role | None:
    """What figures are that are no money under a header that may speak of it: numbers of départements, in a list of a
    région or of the State; « 25 / 0 / 2 » under « Vote (P / C / A) »."""
    head = phrase(draft.levels[-1]) if draft.levels else ""
    if head in DEPARTMENT_HEADS and all(map(_DEPARTMENT_NUMBER.fullmatch, draft.profile.values)):
        return "territory"
    return "detail" if draft.role == "amount" and not draft.profile.amounts and head.startswith("vote") else None


def _are_letters(cells: Profile) -> bool:
    return all(len(value) == 1 and value.isalpha() for value in cells.values)


def _are_file_numbers(draft: Draft) -> bool:
    """« Opération », « Projet » over numbers of files: 18006541, 2031/0112."""
    cells = draft.profile
    if draft.role not in ("subprogramme", "action"):
        return False
    return cells.references >= MOST or all(map(_LONG_NUMBER.fullmatch, cells.values))


def _are_streets(cells: Profile) -> bool:
    """« Bénéficiaire », set over « Nom | Adresse », over the streets alone."""
    return sum(map(opens_with_street, cells.values)) >= MOST * len(cells.values)


def _are_postcodes(cells: Profile) -> bool:
    """« CP » over five figures set in one: postcodes, no crédits de paiement."""
    return cells.counts >= MOST and all(len(value) == _POSTCODE and value.isdigit() for value in cells.values)


def _words_under_money(draft: Draft) -> Draft:
    """What words are under a header that speaks of money: an opinion, what its last words name, or a doubt."""
    if any(phrase(level).startswith(word) for level in draft.levels for word in OPINIONS):
        return replace(draft, role="detail", certainty=BY_WEAK_WORD)
    if role := _role_after_title(draft.levels):
        return replace(draft, role=role, certainty=BY_WEAK_WORD)
    words = phrase(" ".join(draft.levels))
    if holds(words, COST | CREDITS) and not holds(words, GRANTS | VOTED):
        return replace(draft, role="detail")  # « AP de rattachement »: nothing granted would be there
    return replace(draft, role="detail", certainty=BY_DEFAULT, note=DOUBT_NOTE.format(header=draft.header))


def _role_after_title(levels: tuple[str, ...]) -> Role | None:
    """The role that the last words of a header name by themselves, where a title of the table that speaks of money
    stands over them in the same cell: « Programme d'aides 2030 Bénéficiaire », « Aides locales Nom de la structure »,
    not « Aides aux bénéficiaires »."""
    words = phrase(levels[-1]).split() if levels else []
    for start in range(1, len(words)):
        last = words[start:]
        while last and words[start] in NAMING and last[0] in NEUTRAL:
            last = last[1:]
        role = HEADERS.get(" ".join(last))
        if role and role != "amount" and words[start - 1] not in NEUTRAL:
            return role
    return None


def _adds_money(draft: Draft, *, has_unit: bool) -> bool:
    """Whether amounts stand under words that name what a vote adds and nothing else: « Complément à voter ».

    Where the table prints a unit beside its amounts, bare figures under « Complément » count something else.
    """
    figures = draft.profile.currency if has_unit else draft.profile.amounts
    if draft.role not in ("detail", "agreement") or figures < HALF:
        return False
    words = [word for word in phrase(draft.header).split() if not word.isdigit()]
    return holds(" ".join(words), ADDED) and all(word in _ADDING for word in words)


def _is_money_of_funder(draft: Draft) -> bool:
    """Whether figures stand under the name of who pays or of a part of what is paid: « CAF », « Investissement »."""
    if draft.role not in _MAY_NAME_FUNDERS or not draft.levels or draft.profile.amounts < MOST:
        return False
    return holds(phrase(draft.levels[-1]), FUNDERS | PARTS)


def _is_part_of_money(draft: Draft) -> bool:
    """Whether figures stand under words of any kind that stand under a name of money: « Subvention – Projet »."""
    if draft.role == "action" and phrase(draft.header) in PART_HEADS:
        return draft.profile.currency >= MOST
    under_money = "amount" in map(head_role, draft.levels[:-1])
    return draft.role in ("action", "detail", None) and under_money and draft.profile.amounts >= MOST


def _are_row_numbers(cells: Profile) -> bool:
    """Whether a column headed « N° » counts the rows: short figures, never twice the same."""
    return cells.counts > MOST and cells.length <= 3
