"""Which column names who receives, where no header says it: that with words of organisations, else the only names.

Takes the drafts of the columns and the words over the table; gives them with that column found, or as they are.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.reader.grant_rows.bracketed_towns import are_spelt_as_towns
from ingest.reader.grant_rows.towns_under import TOWN
from ingest.reader.headers.column_drafts import BY_CONTENT, BY_HEADER, HALF, MOST, Draft, guessed
from ingest.reader.headers.header_words import head_role
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.headers import BODY_HEADS, WEAK_HEADERS
from ingest.reader.vocabulary.organisations import BODIES, ORGANISATION, kinds
from ingest.reader.vocabulary.patterns import GIVE
from ingest.reader.vocabulary.phrases import phrase

# « … arrête comme suit le montant des subventions : »
_ANNOUNCES_GRANTS = re.compile(r"\b(?:subventions?|aides financieres?|dons?)\b[^.;:]*:$")
# « Liste des subventions 2031 », « Subventions de fonctionnement aux associations », « Subventions votées pour 2031 »
_LISTS_GRANTS = re.compile(
    r"\b(?:liste|tableau|etat|repartition|attribution)s? (?:\w+ )?(?:des |de |d')(?:subventions|aides)\b"
    r"|\bsubventions? [^.;:]{0,40}\baux (?:associations|clubs|organismes|structures|etablissements)\b"
    rf"|^subventions?(?: (?:(?:{GIVE}|vot|propos)ee?s?|communales?|municipales?|de fonctionnement))*"
    r"(?: (?:pour|en|au titre de|[–-]))?(?: (?:l')?(?:annee|exercice|bp|budget primitif))? 20\d\d$"
)
# « Le Maire rappelle les subventions accordées : », « Les subventions suivantes ont été demandées : », « Tarifs »
_OTHER_LIST = re.compile(
    r"\b(?:rappel\w*|demandees?|sollicit\w*|refus\w*|rejet\w*|percues?|plan de financement|recettes?|tarifs?)\b"
)
# « Complément accordé », not « Crédits votés »
_GRANTED = re.compile(rf"\b(?:{GIVE})ee?s?\b")
# « aide au projet », « subvention exceptionnelle », « fonctionnement »
_GIVEN = re.compile(r"^(?:subventions?|aides?|participations?|dotations?|fonctionnement|investissement|equipement)\b")
# Characters, on average: longer cells are sentences about something, not names of beneficiaries.
_LONGEST_NAME = 120
# Share of organisations among names under a sentence that grants: headings such as « Sport » are none. Lists of
# communes have a quarter to a half: « Le Nid », « Vie libre » say nothing of what they are.
_A_FEW = 0.2
# « Réfection du toit », « Achat de livres »: what is done, and not who does it; what bodies are named by is told apart.
_DONE = re.compile(
    r"\w{3,}(?:tion|sion|ment|age|ture)s?\b|(?:achat|travaux|mise|pose|etude|entretien|voirie|fete|tournoi|voyage|sejour)s?\b"
)
_BODIES = re.compile(r"(?:confederation|mouvement|rassemblement|patronage|section|station|delegation)s?\b")
# … not « Gala du club »
_BODY = re.compile(
    r"(?<!\bdu )(?<!\bde l[' ])(?<!\bde la )(?<!\bdes )"
    rf"\b(?:{kinds(BODIES)}|ententes?)\b"
)
# Share of the rows of names that may read as what is done.
_HARDLY_ANY = 0.1
# Share of distinct names over rows, at least, for each to be that of somebody.
_EACH_ITS_OWN = 0.8
# « Objet » over the only names of a table, organisations: whom it is about.
_OBJECT = phrase("objet")


def lists_grants(title: str) -> bool:
    """« Liste des subventions 2031 », « Subventions aux associations »: whether a title says that its table lists what
    is granted, and not what was asked or given before."""
    words = plain(title)
    return _LISTS_GRANTS.search(words) is not None and _OTHER_LIST.search(words) is None


def with_operator(drafts: list[Draft], over: Sequence[str], *, listing: bool) -> list[Draft]:
    """The columns, one of those of names as who receives. `over`: the title of the table, the headings and the sentence
    over it; where one says that it grants, « SPORT » is the heading of those who receive. Of a `listing`, the names
    that differ the most."""
    said = [plain(one) for one in over]
    grants = any(_ANNOUNCES_GRANTS.search(one) or _LISTS_GRANTS.search(one) for one in said)
    grants = grants and not any(map(_OTHER_LIST.search, said))
    of_bodies = _grants(drafts) and not _has_another_name(drafts)
    named = _columns_of_names(drafts, of_bodies=of_bodies)
    if not named:
        return drafts
    told = _told_by_others(named, drafts)
    if told:
        return _with(told, drafts)
    best = _most_telling(named, drafts, grants=grants, of_bodies=of_bodies, listing=listing)
    if best is None:
        return drafts
    all_named = best.profile.different == 1 and best.profile.organisations >= _A_FEW
    if grants and all_named and _is_named_alone(best, drafts):
        return _with(replace(best, role="operator", certainty=BY_HEADER), [_beside_bodies(one) for one in drafts])
    return _with(guessed(best, "operator"), drafts)


def _with(operator: Draft, drafts: list[Draft]) -> list[Draft]:
    return [operator if draft.index == operator.index else draft for draft in drafts]


def _columns_of_names(drafts: list[Draft], *, of_bodies: bool) -> list[Draft]:
    """The columns that may name who receives; of « Objet » alone, where it is over organisations."""
    names = [draft for draft in drafts if draft.profile.names >= MOST]
    named = [draft for draft in names if _may_name(draft, of_bodies=of_bodies)]
    if not named and len(names) == 1 and phrase(names[0].header) == _OBJECT:
        return [one for one in names if one.profile.organisations >= MOST]
    return named


def _told_by_others(named: list[Draft], drafts: list[Draft]) -> Draft | None:
    """The column of names as who receives, where those beside it tell that it is."""
    at_places = next((draft for draft in named if _are_found_at_places(draft, drafts)), None)
    if at_places:
        sure = at_places.profile.organisations >= HALF and _names_bodies(at_places.profile.values)
        return replace(at_places, role="operator", certainty=BY_HEADER) if sure else guessed(at_places, "operator")
    first = named[0]
    before_action = any(one.role == "action" and one.index > first.index for one in drafts)
    # « Intitulé | Action financée | Montant »: who does it, then what is done.
    told = before_action and first.profile.different >= HALF and phrase(first.header) in WEAK_HEADERS
    return guessed(first, "operator") if told else None


def _most_telling(
    named: list[Draft], drafts: list[Draft], *, grants: bool, of_bodies: bool, listing: bool
) -> Draft | None:
    """The column with most organisations, whose names differ the most; None where nothing bears out that it names who
    receives."""
    best = max(named, key=lambda draft: (draft.profile.organisations >= HALF, draft.profile.different))
    headed = best.levels and not (grants and best.profile.different == 1) and not (of_bodies and _heads_bodies(best))
    alone = len(named) == 1 and not headed and not _has_another_name([one for one in drafts if one is not best])
    if listing or best.profile.organisations >= HALF or alone:
        return best
    # « … les subventions suivantes : », over columns without any name: the one that names a few bodies.
    best = max(named, key=lambda draft: draft.profile.organisations)
    *_, next_best, most = (0.0, *sorted(draft.profile.organisations for draft in named))
    borne_out = grants and not any(draft.levels for draft in drafts) and most >= max(_A_FEW, 2 * next_best)
    return best if borne_out else None


def _is_named_alone(best: Draft, drafts: list[Draft]) -> bool:
    """« … les subventions suivantes : », over names and sums and nothing else but numbers of files, towns, or the same
    few words of what is given, « aide au projet »."""
    numbers = [draft for draft in drafts if draft.role == "reference" or draft.profile.numbers_rows]
    beside = [draft for draft in drafts if draft is not best and draft.role != "amount" and draft not in numbers]
    beside = [draft for draft in beside if not _tells_what_is_given(draft) and not _heads_figures(draft)]
    towns = beside if all(map(_holds_towns, beside)) and len(beside) == 1 else []
    sums = [draft for draft in drafts if draft.role == "amount"]
    headed = len(sums) == 1 or all(draft.levels for draft in sums)
    return bool(sums) and headed and beside == towns and _names_nothing_done(best)


def _heads_figures(draft: Draft) -> bool:
    """« BP 2031 », « Écart », « Imputation »: whether a column with a title holds figures, or codes."""
    return bool(draft.levels) and draft.profile.names < HALF


def _tells_what_is_given(draft: Draft) -> bool:
    """Whether a column without a title says the same few words of grants on its rows, and names no body."""
    cells = draft.profile
    few = cells.filled > 0 and cells.different < HALF and not draft.levels
    return few and all(_GIVEN.search(plain(value)) is not None for value in cells.values)


def _beside_bodies(draft: Draft) -> Draft:
    """What stands without a title beside the names of those to whom a sentence grants: sums with cents, what is given,
    or towns."""
    if draft.role is None and _tells_what_is_given(draft):
        return replace(draft, role="action", certainty=BY_HEADER)
    if draft.role is None and not draft.profile.numbers_rows and not _heads_figures(draft):
        return guessed(draft, "commune")
    by_cents = draft.certainty == BY_CONTENT and draft.profile.money >= MOST
    return replace(draft, certainty=BY_HEADER) if by_cents else draft


def _names_nothing_done(draft: Draft) -> bool:
    """Whether a column without a title, under « Libellé », or bodies for the most part under « Sport », says of hardly
    any row what is done: « Animation » may head some."""
    bodies = draft.profile.organisations >= HALF and head_role(draft.header) is None
    titled = bool(draft.levels) and phrase(draft.header) not in WEAK_HEADERS and not bodies
    done = sum(map(_tells_what_is_done, draft.profile.values))
    return not titled and done <= _HARDLY_ANY * len(draft.profile.values)


def _holds_towns(draft: Draft) -> bool:
    """Whether a column without a title prints towns, a few of them spelt as nothing else is."""
    texts = draft.profile.texts
    towns = [text for text in texts if TOWN.fullmatch(text)]
    mostly = len(towns) >= _EACH_ITS_OWN * len(texts) > 0 and are_spelt_as_towns(towns)
    return not draft.levels and draft.role is None and mostly


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
