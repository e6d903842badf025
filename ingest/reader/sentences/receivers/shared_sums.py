"""Amounts of a sentence that several beneficiaries share by a word: « 500 € à chacune des associations suivantes : … »,
« respectivement 500 € et 700 € à A et à B », « 500 € et 700 € aux clubs A et B ».

What enters: a sentence that grants and the entries that follow it. What leaves: each beneficiary with its amount. Where
the names cannot be told one from another, nothing leaves: the amount goes to nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.entry_names import listed_name
from ingest.reader.sentences.names.printed_names import Beneficiary, tidy, without_article
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts, states_amount
from ingest.reader.vocabulary.grants import TO
from ingest.reader.vocabulary.name_ends import NAME_END
from ingest.reader.vocabulary.organisations import KINDS, ORGANISATION, SEVERAL, kinds
from ingest.reader.vocabulary.patterns import ANY_AID, FOLLOWS

_EACH = re.compile(
    r"\b(?:a |pour )?chacune?\b(?! d'un montant)|\ba chaque (?:association|club|structure|organisme|commune|ecole)\b"
    r"|\bpar (?:association|club|structure|organisme|commune|beneficiaire)\b(?! et par\b)"
    r"|\b(?:identiques?|montant unitaire) (?:d'un montant )?de\b"
)
# « 900 € au collège et au lycée la même somme »
_AS_MUCH = re.compile(
    # « dont la moitié à la signature » is for nobody else, « l'association Autant en emporte le vent » is a name.
    r"\b(?:la meme somme|le meme montant|le double|et la moitie|autant) (?:au\b|aux\b|a la\b|a l')"
    r"|(?:€|euros?) [^;:]*\b(?:de|d'un|du) meme montant\b(?!,? (?:soit|que |qu'))"
    r"|\b(?:au|aux|a la|a l') ?[^;:]{2,60} (?:la meme somme|le meme montant|le double|autant)\b\s*(?:[,;.]|$)"
)
_EACH_ONE = re.compile(r" (?:a )?chacune?\b(?! d)")
_RESPECTIVELY = re.compile(r"\brespecti(?:vement|fs?|ves?)\b")
# « à la Ruche, pour son gala à la Halle, et au Moulin »: not each « à » opens a name.
_TELLS_WHAT_FOR = re.compile(r"\b(?:pour|dans|lors|afin|destinee?s?)\b")
# « … aux associations suivantes : A, B et C »
_LISTED_AFTER = re.compile(rf"\b(?:{FOLLOWS}|chacune?|par \w+ a)\b[^:;]{{0,80}}:\s*(?P<names>[^;]+)")
_KINDS = kinds(SEVERAL, plural="s")
_SEVERAL = rf"\baux (?P<all>(?:\w+ )?{_KINDS})\s*:?\s+"
# Where the names stand of those who each receive the sum; the first that fits.
_NAMES_OF_EACH = (
    _LISTED_AFTER,
    # « 500 € chacun aux clubs A, B et C »
    re.compile(rf"\bchacune? {_SEVERAL}(?P<names>[^;:]+?)(?=,? pour |[.;]?\s*$)"),
    # « une aide identique de 500 € aux clubs A et B »
    re.compile(rf"\b(?:identiques?|unitaire)\b[^;:]{{0,60}}? {_SEVERAL}(?P<names>[^;:]+?)(?=,? pour |[.;]?\s*$)"),
    # « aux clubs A, B et C une aide de 500 € chacun »
    re.compile(
        rf"{_SEVERAL}(?P<names>[^;]+?)(?=,? (?:une? |d'une |la somme |un montant |\d[\d ]*(?:,\d\d)? ?(?:€|euros?)))"
    ),
)
# « à chacune des coopératives des écoles A, B et C une somme de… »
_EACH_OF = re.compile(
    r"\bchacune? des? (?P<names>[^;:]+?)(?=,? (?:une? |d'une? |la somme |le montant |\d)|,? pour |[.;]?\s*$)"
)
_CAPITAL = re.compile(r"[A-ZÀ-Ý«]")
_OF = re.compile(r"de (?:la |l')?|du |d'")
_OF_SEVERAL = re.compile(r"\bdes (?=[aeiouyàâéèêîôû])")
# « clubs de », « coopératives de l'école »
_KIND_OF_PLACES = re.compile(rf" (?P<of>(?:{_OF.pattern})(?:{kinds(KINDS, plural='')} )?)$")
_OF_PLACE = re.compile(r"\s*,?\s*\bet\s+(?=(?:de |du |des |d['’]))|\s*,\s*(?=(?:de |du |des |d['’]))")
# « associations de parents d'élèves et de la Ruche »: the first has no capital to tell its name.
_PLACE_UNNAMED = re.compile(r"(?:,| et) (?:de |du |des |d')")
# « 900 € répartis à parts égales entre le club A et la chorale B », unlike « répartis entre les clubs de la ville »
_SHARED_BETWEEN = re.compile(r"\b(?:parts egales entre|reparti(?:e?s?|r) entre (?!les |des )) ?(?P<names>[^;:]+)")
# « …, dont le coût s'élève respectivement à 900 € et 700 € »
_TELLS_COST = re.compile(r",? dont (?:le|les) (?:couts?|budgets?|depenses?|montants? (?:des travaux|ht|ttc))\b")
_BETWEEN_AMOUNTS = re.compile(r"\s*(?:,|et|puis|, et)\s*(?:de |d'un montant de )?")
_OF_ONE = re.compile(rf"\b(?:deux|trois|quatre|cinq|\d) (?:{ANY_AID})\b")
# « aux associations A, B et C »: what they all are.
_KIND_OF_ALL = re.compile(rf"{_KINDS} (?:suivante?s ?: )?")
# What follows the last name, or stands between it and the sums.
_GRANT_WORDS = re.compile(
    rf",? (?:des |les |de |d'une? |une? )?(?:{ANY_AID}|sommes?|montants?|respecti\w+)\b"
    r"|,? (?:pour|au titre|dans le cadre|afin|en vue|en 20\d\d)\b|;"
)
_LAST_JOIN = re.compile(r"\s+et\s+(?:(?:à |pour )?(?:l['’]|la |le |les )|au |aux )?(?=[A-ZÀ-Ý«\"])")
# « la commune de Bor et association Le Bief », in plain text
_KIND_JOIN = re.compile(rf"\s+et\s+(?:(?:a |pour )?(?:l'|la |le |les )|au |aux )?(?={ORGANISATION.pattern})")
IN_A_ROW = "nom lu dans une énumération, sans ce qui le précède\u202f: à vérifier"
_SHARED_BY_JOIN = "noms séparés par « et » : bénéficiaire à vérifier"


def share_out(text: str, entries: Sequence[str]) -> list[tuple[FoundAmount, Beneficiary]] | None:
    """(amount, beneficiary) for each name; empty where none can be told; None where the text shares nothing out.

    `entries`: the texts that follow, one a line, where the names may be listed.
    """
    text = text[: cost.start()] if (cost := _TELLS_COST.search(plain(text))) else text
    lowered = plain(text)
    found = list(find_amounts(text))
    if len(found) == 1 and _AS_MUCH.search(lowered):
        return []
    if len(found) == 1 and _EACH.search(lowered):
        return [(found[0], name) for name in _each(text, lowered, entries)]
    if len(found) < 2:
        return None
    if any(_EACH_ONE.match(lowered, one.end) for one in found):
        return []  # « 900 € à A, à B et à C 300 € chacun »
    if _RESPECTIVELY.search(lowered):
        # « d'un montant respectif de 500 € à A et de 700 € à B »: each says whose it is.
        each_to = all(TO.match(lowered, one.end + 1) for one in found)
        return None if each_to else _in_turn(text, lowered, found)
    # « 500 € et 700 € à A et à B », and nothing else between the sums
    return (_in_turn(text, lowered, found) or None) if _are_joined(lowered, found) else None


def lists_names(text: str) -> bool:
    """Whether a text that grants one sum lists who receives it: « 500 € aux associations suivantes : A, B et C »."""
    listed = _LISTED_AFTER.search(plain(text)) or _SHARED_BETWEEN.search(plain(text))
    return listed is not None and len(_names(text[slice(*listed.span("names"))])) > 1


def _each(text: str, lowered: str, entries: Sequence[str]) -> list[Beneficiary]:
    match = next(filter(None, (where.search(lowered) for where in _NAMES_OF_EACH)), None)
    of_places = match and _OF.match(lowered, match.start("names"))  # « aux communes de Bor et de Luz 500 € chacune »
    if match and not of_places:
        return _names(text[slice(*match.span("names"))])
    each = match or _EACH_OF.search(lowered)
    said = text[each.start("all" if match else "names") : each.end("names")] if each else ""
    if capital := _CAPITAL.search(said):
        return _each_of(said, capital.start())
    if named := _to_each(text, lowered):
        return named
    bare = (entry for entry in takewhile(_is_of_the_list, entries) if ":" not in entry and not states_amount(entry))
    return [Beneficiary(name) for entry in bare if (name := listed_name(entry))]


def _to_each(text: str, lowered: str) -> list[Beneficiary]:
    """« à la Ruche et au Moulin 500 € chacun »: the names after « à », where there are several on one side."""
    [found] = find_amounts(text)
    for low, high in ((0, found.start), (found.end, len(text))):
        places = list(TO.finditer(lowered, low, high))
        ends = (*(match.start() for match in places[1:]), high)
        names = [_cut(text, lowered, match.end(), end) for match, end in zip(places, ends, strict=False)]
        told = any(
            _TELLS_WHAT_FOR.search(lowered, place.end(), end) for place, end in zip(places, ends[:-1], strict=False)
        )
        if len(names) > 1 and not told and all(name[:1].isupper() for name in names):
            return [Beneficiary(name) for name in names]
    return []


def _each_of(said: str, capital: int) -> list[Beneficiary]:
    """« clubs d'Ancy, de Bor et de Cuy », what they all are and the places of each; or their names, from `capital`."""
    if _PLACE_UNNAMED.search(plain(said[:capital])):
        return []
    kind = _KIND_OF_PLACES.search(plain(said[:capital]))
    places = _OF_PLACE.split(said[kind.start("of") :]) if kind else []
    if kind and len(places) > 1:
        one = _OF_SEVERAL.sub("de l’", said[: kind.start("of")])
        if any("," in place for place in places) or " des " in one:
            return []  # « communes de Bor, Luz et de Vic », « amicales des clubs de Bor et de Vic »
        one = re.sub(r"s\b", "", one)
        return [Beneficiary(one + tidy(place), doubt=IN_A_ROW) for place in places]
    # « chacun des trois clubs (Judo, Tennis, Rugby) »
    return [replace(one, doubt=one.doubt or IN_A_ROW) for one in _names(re.sub(r"^([^()]*)\)", r"\1", said[capital:]))]


def _is_of_the_list(entry: str) -> bool:
    """« 800 € à chacune des associations suivantes : » opens another list."""
    return not (states_amount(entry) and (_EACH.search(plain(entry)) or entry.rstrip().endswith(":")))


def _names(printed: str) -> list[Beneficiary]:
    """« A, B et C »: the last two are parted by « et », which a name may hold too."""
    pieces = [piece for piece in re.split(r"\s*[,•]\s*|\s+[-–]\s+", printed.strip(" .")) if piece]
    if not pieces:
        return []
    last = _LAST_JOIN.split(pieces[-1])
    kind = _KIND_JOIN.search(plain(pieces[-1])) if len(last) == 1 else None
    last = [pieces[-1][: kind.start()], pieces[-1][kind.end() :]] if kind else last
    doubt = _SHARED_BY_JOIN if len(last) == 2 else ""
    names = [listed_name(without_article(piece)) for piece in (*pieces[:-1], *last)]
    if not all(names):
        return []
    told = len(pieces) - 1
    return [Beneficiary(name, doubt=doubt if place >= told else "") for place, name in enumerate(names)]


def _in_turn(text: str, lowered: str, found: Sequence[FoundAmount]) -> list[tuple[FoundAmount, Beneficiary]]:
    """As many names as amounts, in the same order, after the last amount or before the first."""
    if not _are_joined(lowered, found):
        return []
    for low, high in ((found[-1].end, len(text)), (0, found[0].start)):
        places = list(TO.finditer(lowered, low, high))
        if len(places) == 1 and _OF_ONE.search(lowered, 0, found[0].start):
            # « Deux subventions d'un montant respectif de 600 € et 800 € sont attribuées à A »: both are its own.
            name = _cut(text, lowered, places[0].end(), high)
            return [(one, Beneficiary(name)) for one in found] if name else []
        if len(places) == 1 and (enumerated := _enumerated(text, lowered, places[0].end(), high, len(found))):
            return list(zip(found, enumerated, strict=True))
        if len(places) != len(found):
            continue
        ends = [*(match.start() for match in places[1:]), high]
        names = [_cut(text, lowered, match.end(), end) for match, end in zip(places, ends, strict=True)]
        if all(names):
            return [(one, Beneficiary(name)) for one, name in zip(found, names, strict=True)]
    return []


def _are_joined(lowered: str, found: Sequence[FoundAmount]) -> bool:
    """Whether the amounts stand one after the other: « 500 €, 700 € et 900 € »."""
    return all(_BETWEEN_AMOUNTS.fullmatch(lowered, one.end, other.start) for one, other in pairwise(found))


def _enumerated(text: str, lowered: str, start: int, high: int, count: int) -> list[Beneficiary]:
    """« aux associations A, B et C », as many names as there are amounts: none where they are not as many."""
    stop = _GRANT_WORDS.search(lowered, start, high)
    said = text[start : stop.start() if stop else high]
    kind, capital = _KIND_OF_ALL.match(plain(said)), _CAPITAL.search(said)
    of_places = _each_of(said, capital.start()) if capital else []
    names = of_places if len(of_places) == count else _names(said[kind.end() :] if kind else said)
    return [replace(one, doubt="") for one in names] if len(names) == count else []


def _cut(text: str, lowered: str, start: int, end: int) -> str:
    stop = NAME_END.search(lowered, start, end)
    return listed_name(re.sub(r"\s+et\s*$", "", text[start : stop.start() if stop else end]))
