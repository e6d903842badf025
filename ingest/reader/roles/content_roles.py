"""Roles for the columns whose header says nothing: by what other tables have shown, codes, money, then names."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.reader.grant_rows.bracketed_towns import COMPOUND, SPELT_AS_TOWNS
from ingest.reader.grant_rows.towns_under import TOWN
from ingest.reader.headers.cell_profiles import Profile
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
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Role
from ingest.reader.vocabulary.headers import BODY_HEADS, WEAK_HEADERS
from ingest.reader.vocabulary.patterns import GIVE
from ingest.reader.vocabulary.persons import ORGANISATION
from ingest.reader.vocabulary.phrases import phrase

# « … arrête comme suit le montant des subventions : »
_ANNOUNCES_GRANTS = re.compile(r"\b(?:subventions?|aides financieres?|dons?)\b[^.;:]*:$")
# « Liste des subventions 2031 », « Subventions de fonctionnement aux associations »
_LISTS_GRANTS = re.compile(
    r"\b(?:liste|tableau|etat|repartition|attribution)s? (?:\w+ )?(?:des |de |d')(?:subventions|aides)\b"
    r"|\bsubventions? [^.;:]{0,40}\baux (?:associations|clubs|organismes|structures|etablissements)\b"
)
# « Complément accordé », not « Crédits votés »
_GRANTED = re.compile(rf"\b(?:{GIVE})ee?s?\b")
# Characters, on average: longer cells are sentences about something, not names of beneficiaries.
_LONGEST_NAME = 120
# Share of organisations among names under a sentence that grants: headings such as « Sport » are none. Lists of
# communes have a quarter to a half: « Le Nid », « Vie libre » say nothing of what they are.
_A_FEW = 0.2
# « Réfection du toit », « Achat de livres »: what is done, and not who does it; what bodies are named by is told apart.
_DONE = re.compile(
    r"\w{3,}(?:tion|sion|ment|age|ture)s?\b|(?:achat|travaux|mise|pose|etude|entretien|voirie|fete|tournoi|voyage|sejour)s?\b"
)
_BODIES = re.compile(r"(?:association|confederation|mouvement|rassemblement|patronage|section|station|delegation)s?\b")
# … not « Gala du club »
_BODY = re.compile(
    r"(?<!\bdu )(?<!\bde l[' ])(?<!\bde la )(?<!\bdes )"
    r"\b(?:association|amicale|cercle|club|collectif|comite|compagnie|entente|federation|ligue|societe|syndicat|union)s?\b"
)
# Share of the rows of names that may read as what is done.
_HARDLY_ANY = 0.1
# Share of distinct names over rows, at least, for each to be that of somebody.
_EACH_ITS_OWN = 0.8
# « Objet » over the only names of a table, organisations: whom it is about.
_OBJECT = phrase("objet")


def by_content(drafts: list[Draft], known: Known, over: Sequence[str], *, listing: bool, in_unit: bool) -> list[Draft]:
    """Roles for columns whose header says nothing: what other tables have shown, codes, money, then names.
    `over`: the title of the table, the headings and the sentence over it; `listing`: it is a list, whatever its names
    look like; `in_unit`: the table says that it counts in thousands or millions of euros."""
    drafts = [draft if draft.role else _by_form(draft, known, taken_roles(drafts), in_unit=in_unit) for draft in drafts]
    if not any(draft.role == "operator" for draft in drafts):
        grants = any(_ANNOUNCES_GRANTS.search(said) or _LISTS_GRANTS.search(said) for said in map(plain, over))
        drafts = _find_operator(drafts, grants=grants, listing=listing)
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
    if bare_figures and "places" not in taken and not _numbers_rows(cells):
        bare = "amount" not in taken and cells.amounts >= MOST
        return replace(draft, role="amount", certainty=BY_DEFAULT) if bare else guessed(draft, "places")
    return draft


def _numbers_rows(cells: Profile) -> bool:
    """Whether a column numbers the rows, wherever it stands: figures that differ, none larger than there are rows."""
    figures = {int(value) for value in cells.values if value.isdecimal()}
    return cells.different == 1 and len(figures) == cells.filled > 1 and max(figures) == cells.filled


def _find_operator(drafts: list[Draft], *, grants: bool, listing: bool) -> list[Draft]:
    """The column of names of a table whose header names no beneficiary: words of organisations, else the only names.
    `grants`: a sentence over the table says that it grants; « SPORT » is then the heading of those who receive. Of a
    `listing`, the names that differ the most."""
    of_bodies = _grants(drafts) and not _has_another_name(drafts)
    named = [draft for draft in drafts if draft.profile.names >= MOST and _may_name(draft, of_bodies=of_bodies)]
    alone_named = [draft for draft in drafts if draft.profile.names >= MOST]
    if not named and len(alone_named) == 1 and phrase(alone_named[0].header) == _OBJECT:
        named = [one for one in alone_named if one.profile.organisations >= MOST]
    if not named:
        return drafts
    if at_places := [draft for draft in named if _are_found_at_places(draft, drafts)]:
        first = at_places[0]
        sure = first.profile.organisations >= HALF and _names_bodies(first.profile.values)
        operator = replace(first, role="operator", certainty=BY_HEADER) if sure else guessed(first, "operator")
        return [operator if one is first else one for one in drafts]
    before_action = any(one.role == "action" and one.index > named[0].index for one in drafts)
    if before_action and named[0].profile.different >= HALF and phrase(named[0].header) in WEAK_HEADERS:
        # « Intitulé | Action financée | Montant »: who does it, then what is done.
        return [guessed(draft, "operator") if draft is named[0] else draft for draft in drafts]
    best = max(named, key=lambda draft: (draft.profile.organisations >= HALF, draft.profile.different))
    headed = best.levels and not (grants and best.profile.different == 1) and not (of_bodies and _heads_bodies(best))
    alone = len(named) == 1 and not headed and not _has_another_name(drafts)
    if not listing and best.profile.organisations < HALF and not alone:
        # « … les subventions suivantes : », over columns without any name: the one that names a few bodies.
        best = max(named, key=lambda draft: draft.profile.organisations)
        *_, next_best, most = (0.0, *sorted(draft.profile.organisations for draft in named))
        if not grants or any(draft.levels for draft in drafts) or most < max(_A_FEW, 2 * next_best):
            return drafts
    # « … les subventions suivantes : », over names and sums and nothing else.
    beside = [draft for draft in drafts if draft is not best and draft.role not in ("amount", "reference")]
    towns = beside if all(map(_holds_towns, beside)) and len(beside) == 1 else []
    sums = [draft for draft in drafts if draft.role == "amount"]
    named_alone = len(sums) == 1 and beside == towns and _names_nothing_done(best)
    sure = grants and named_alone and best.profile.different == 1 and best.profile.organisations >= _A_FEW
    operator = replace(best, role="operator", certainty=BY_HEADER) if sure else guessed(best, "operator")
    others = [_beside_bodies(draft) if sure else draft for draft in drafts]
    return [operator if draft is best else other for draft, other in zip(drafts, others, strict=True)]


def _beside_bodies(draft: Draft) -> Draft:
    """What stands without a title beside the names of those to whom a sentence grants: sums with cents, or towns."""
    if draft.role is None:
        return guessed(draft, "commune")
    by_cents = draft.certainty == BY_CONTENT and draft.profile.money >= MOST
    return replace(draft, certainty=BY_HEADER) if by_cents else draft


def _names_nothing_done(draft: Draft) -> bool:
    """Whether a column without a title, or under « Libellé », says of hardly any row what is done: « Animation » may
    head some."""
    titled = bool(draft.levels) and phrase(draft.header) not in WEAK_HEADERS
    done = sum(map(_tells_what_is_done, draft.profile.values))
    return not titled and done <= _HARDLY_ANY * len(draft.profile.values)


def _holds_towns(draft: Draft) -> bool:
    """Whether a column without a title prints towns, a few of them spelt as nothing else is: « Saint-Aubin », « Le
    Vignal »."""
    texts = draft.profile.texts
    towns = [text for text in texts if TOWN.fullmatch(text)]
    few = sum(COMPOUND.match(text) is not None for text in towns) >= SPELT_AS_TOWNS * len(towns)
    return not draft.levels and draft.role is None and len(towns) >= _EACH_ITS_OWN * len(texts) > 0 and few


def _are_found_at_places(draft: Draft, drafts: list[Draft]) -> bool:
    """« Libellé | Localisation »: whether names, each its own and none of what is done, stand beside where they are; a
    « Commune » may be who receives."""
    places = [one for one in drafts if one.role == "commune" and phrase(one.header).split()[:1] != ["commune"]]
    if phrase(draft.header) not in WEAK_HEADERS or not places or draft.profile.different < _EACH_ITS_OWN:
        return False
    return not any(map(_tells_what_is_done, draft.profile.values))


def _names_bodies(values: Collection[str]) -> bool:
    """Whether a few names at least are of bodies that are no buildings either, as schools and theatres are."""
    return sum(_BODY.search(plain(value)) is not None for value in values) >= _A_FEW * len(values)


def _tells_what_is_done(text: str) -> bool:
    words = plain(text)
    return bool(_DONE.match(words)) and not ORGANISATION.match(words) and not _BODIES.match(words)


def _grants(drafts: list[Draft]) -> bool:
    """Whether the header of a column of amounts says that it is granted."""
    return any(draft.role == "amount" and _GRANTED.search(plain(draft.header)) for draft in drafts)


def _heads_bodies(draft: Draft) -> bool:
    return phrase(draft.header) in BODY_HEADS


def _may_name(draft: Draft, *, of_bodies: bool) -> bool:
    """Whether a column may name the beneficiaries: its header says nothing, or a word such as « Libellé » alone.
    `of_bodies`: « Service » too, in a table that grants and names nothing else."""
    if draft.profile.length > _LONGEST_NAME:
        return False
    if of_bodies and draft.role == "other" and _heads_bodies(draft):
        return True
    if draft.role != "action":
        return draft.role is None
    done = sum(map(_tells_what_is_done, draft.profile.values))
    return phrase(draft.header) in WEAK_HEADERS and done < HALF * len(draft.profile.values)


def _has_another_name(drafts: list[Draft]) -> bool:
    """Whether a row of the table is named by something else than a beneficiary: an action, a town, a programme."""
    return any(draft.role in ("action", "commune", "programme", "subprogramme") for draft in drafts)


def _leftover_role(draft: Draft) -> Draft:
    """A column that nothing explains: its words go with the detail, its figures nowhere."""
    if draft.profile.names >= HALF:
        return replace(draft, role="detail", certainty=BY_CONTENT)
    return replace(draft, role="other", certainty=BY_CONTENT)
