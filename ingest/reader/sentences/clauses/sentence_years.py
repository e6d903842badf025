"""The year that a sum of the prose is for.

What enters: a sentence and the place of an amount in it. What leaves: the year printed beside it, or none. A period, a
date and a name that holds a year (« appel à projets 2030-2033 ») say nothing of it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts, states_amount
from ingest.reader.vocabulary.grants import TO

_FOR = (
    r"(?:pour|au titre d(?:e|u)|en|sur)(?: l')?"
    r"(?: ?(?:annee|exercice|budget|de l'annee|de l'exercice|cette annee|la seule annee|le budget|le))?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/-]|\s?[-/]\s?(?:19|20)\d\d| a (?:19|20)\d\d)"
# « une avance de 500 € sur la subvention de fonctionnement 2031 »
_ON_GRANT = r"(?:a valoir )?sur (?:la|sa) (?:subvention|participation|dotation|contribution)"
_ON_GRANT += r"(?: de \w+| annuelle)?(?: de| pour)?"
_AFTER = re.compile(rf"\s*(?:[,(]?\s*(?:{_FOR}|{_ON_GRANT}) |\((?=\d{{4}}\))){_YEAR}")
# « à 500 € pour A et à 300 € pour B, au titre de l'année 2031 »
_FOR_ALL = re.compile(
    rf"(?:(?:au titre d(?:e|u)|pour)(?: l')? ?(?:annee|exercice|budget|de l'annee|de l'exercice)|au titre de"
    rf"|(?P<bare>pour)(?= \d{{4}}\s*(?:[,;.)]|$))) {_YEAR}"
)
_BEFORE = re.compile(
    rf"(?<![\w])(?:{_FOR}|l'annee|l'exercice|le budget|participation|subvention"
    rf"|contribution) {_YEAR}"
)
# « 500 € au Judo Club pour 2031 et de 300 € »: the year of the sum before, right before the next one
_AFTER_NAME = re.compile(
    rf"(?:(?<!comme )(?<!que )pour|au titre d(?:e|u))(?: l')?(?: ?(?:annee|exercice|l'annee|l'exercice))? {_YEAR}"
    r"\s*[,;.]?\s*(?:et )?(?:de |d'une? [a-z]+ de )?$"
)
# « … en 2031 : 500 € », « 2031 : 500 € »
_YEAR_BEFORE = re.compile(rf"{_YEAR}\s*[:=]?\s*$")
# « – Année 2031 : 500 € », all that an entry says
_ONLY_YEAR = re.compile(rf"\W*(?:{_FOR} )?(?:l')?(?:annee |exercice )?{_YEAR}\s*[:=-]?\s*")
_OVER_YEARS = re.compile(
    r"[^.;:\d]{0,20}?\b(?:sur|pour|en)(?: une (?:duree|periode) de| les)? (?:deux|trois|quatre|cinq|six|[2-6])"
    r" (?:ans|annees|exercices)\b"
)
# « à verser en trois fois »: when it is paid, one grant all the same.
_PAID = re.compile(
    r"\b(?:verse\w*|pay(?:er|ee?s?|able)|mandat\w+|acomptes?|avances?|soldes?|tranches?|echeanc\w+|en \w+ fois)\b"
)
# « 900 € la première année, 700 € la deuxième »: a year that is counted from one that is not told; « pour la quatrième
# année consécutive » is this year.
_COUNTED_YEAR = re.compile(
    r"\s*,? (?:pour |lors de )?la (?:premiere|deuxieme|seconde|troisieme|quatrieme|\d ?(?:re|e|eme|nde))"
    r"(?: annee\b(?! consecutive)|(?! \w))"
)
# Years that an agreement runs at most: a longer list says something else.
MOST_YEARS = 6
# « 500 € (400 € en 2030), 300 € à B »: the year of the sum in brackets is that of no other.
# « à la Ruche, qui a reçu 400 € en 2030, 500 € »
_IN_BRACKETS = re.compile(r"\([^()]*\)|, qui (?:avait|avaient|a|ont) [^,;:]*,")
# « sauf celle du club (400 € en 2030) : »
_BRACKETED_SUM = re.compile(rf"{_AFTER.pattern}\s*\)")
_YEARLY_BEFORE = re.compile(r"\b(?:annuel(?:le)?s?|chaque annee|par an(?:nee)?|par exercice)\b[^;:]{0,60}$")
_YEARLY_AFTER = re.compile(
    r"(?:[^.;:()\d]|\([^)]*\)){0,80}?\b(?:par (?:an(?:nee)?|exercice)\b|annuels?\b|chaque annee"
    r"|pour chacun(?:e)? des (?:annees|exercices))"
)
# « 900 € pour les années 2031 à 2033, à raison de 300 € par an »
_EACH_YEAR = re.compile(r"[^;:()]{0,80}\b(?:a raison de|soit) ")
_SEVERAL_YEARS = re.compile(
    r"\b(?:pour|en|sur|de|durant|pendant|au titre d(?:e|es)|a compter d(?:e|es))? ?(?:les |la periode |des "
    r"|chacun(?:e)? des )?"
    r"(?:annees |exercices |trois annees |deux annees )?(?:19|20)\d\d"
    r"(?:(?:, ?| et | puis |, et )(?:en |pour )?(?:19|20)\d\d)*"
    r"(?:(?P<to> a |-| - |/)(?:19|20)\d\d|(?:, ?| et | puis )(?:en |pour )?(?:19|20)\d\d)(?!\d)"
)


def spans_years(text: str, end: int) -> bool:
    """Whether an amount that ends at `end` is said just after it to be of several years: « 90 000 € sur trois ans »."""
    return _OVER_YEARS.match(plain(text), end) is not None


def year_of(text: str, start: int, end: int, act_year: int | None = None) -> int | None:
    """The year of the amount at start–end: just after it, else the last one named before it, else the one that ends the
    sentence, « pour 2032 », which is no year before that of the act, « comme pour 2030 »; None where none is."""
    lowered = plain(text)
    after = _AFTER.match(lowered, end)
    if after:
        return int(after["year"])
    if own := _year_of_each(text, lowered).get(start):
        return own
    alone = _ONLY_YEAR.fullmatch(lowered, 0, start)
    if alone:
        return int(alone["year"])
    named = _years_named(text)
    before = bisect_right(named, start, key=lambda found: found[0])
    if before:
        return named[before - 1][1]
    said = [(int(match["year"]), match["bare"]) for match in _FOR_ALL.finditer(lowered, end)]
    whole = {year for year, bare in said if not bare or year >= (act_year or year)}
    return whole.pop() if len(whole) == 1 else None


def counts_years(text: str, end: int) -> bool:
    """Whether an amount that ends at `end` is of a year that the text counts: « 900 € la deuxième année »."""
    lowered = plain(text)
    return "annee" in lowered and _COUNTED_YEAR.match(lowered, end) is not None


def _year_of_each(text: str, lowered: str) -> dict[int, int]:
    """« 500 € au Judo Club pour 2031 et 300 € au Tennis »: the year of each sum that has one behind its beneficiary, by
    where the sum starts; none of a sum alone."""
    sums = list(find_amounts(text))
    ends = [*(one.start for one in sums[1:]), len(text)] if len(sums) > 1 else []
    years = [_AFTER_NAME.search(lowered, one.end, end) for one, end in zip(sums, ends, strict=False)]
    told = zip(sums, years, strict=False)
    return {one.start: int(year["year"]) for one, year in told if year and TO.match(lowered, one.end + 1)}


def past_sums(text: str, sums: Sequence[FoundAmount], year: int | None) -> list[FoundAmount]:
    """« 800 € en 2030, 900 € en 2031 », in an act of 2031: the sums of years before that of another sum, which is of
    the act's `year` or of a later one; each is granted where each says to whom. One alone in its brackets, « (800 € en
    2030) », is told in passing."""
    if year is None:
        return []
    years = [year_of(text, one.start, one.end, year) for one in sums]
    if len(_year_of_each(text, plain(text))) == len(list(find_amounts(text))) or not any(
        found is not None and found >= year for found in years
    ):
        return [one for one in sums if _is_in_passing(plain(text), one, year)]
    return [one for one, found in zip(sums, years, strict=True) if found is not None and found < year]


def _is_in_passing(lowered: str, found: FoundAmount, year: int) -> bool:
    told = _BRACKETED_SUM.match(lowered, found.end) if lowered[: found.start].rstrip().endswith("(") else None
    return told is not None and int(told["year"]) < year


def years_of(text: str, start: int, end: int) -> tuple[int, ...]:
    """Every year of an amount that is said to be given each year: « 500 € par an pour 2031, 2032 et 2033 », « une
    subvention annuelle de 500 € de 2031 à 2033 »; empty where it is of one year."""
    lowered = plain(text)
    if not (_YEARLY_BEFORE.search(lowered[:start]) or _YEARLY_AFTER.match(lowered, end)):
        return ()
    after = _SEVERAL_YEARS.search(lowered, end)
    found = after or next(iter(_SEVERAL_YEARS.finditer(lowered, 0, start)), None)
    if not found:
        return ()
    return _years_said(found[0])


def _years_said(said: str) -> tuple[int, ...]:
    """« 2031, 2032 et 2033 », « de 2031 à 2033 » → each of these years."""
    found = _SEVERAL_YEARS.search(said)
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", found[0])] if found else []
    if found and found["to"] and len(years) == 2:
        years = list(range(years[0], years[1] + 1))
    return tuple(years) if 1 < len(years) <= MOST_YEARS and years == sorted(set(years)) else ()


def parts_by_year(text: str, found: FoundAmount) -> tuple[tuple[FoundAmount, int], ...]:
    """« 900 €, répartis à hauteur de 500 € en 2031 et 400 € en 2032 »: the parts of an amount that follow it, or else
    stand before it, each of a year of its own; empty where they do not add up to it."""
    lowered, left = plain(text), found.amount.value
    each = next((one for one in find_amounts(text) if one.start > found.end), None)
    if each and _EACH_YEAR.fullmatch(lowered, found.end, each.start) and _YEARLY_AFTER.match(lowered, each.end):
        years = _years_said(lowered[found.end : each.start])
        return tuple((each, year) for year in years) if each.amount.value * len(years) == left else ()
    if _PAID.search(lowered, found.end):
        return ()
    parts: list[tuple[FoundAmount, int]] = []
    others = [one for one in find_amounts(text) if one.amount.value != found.amount.value]
    following = [one for one in others if one.start >= found.end]
    low = found.end if following else 0
    for part in following or others:
        after, before = _AFTER.match(lowered, part.end), _YEAR_BEFORE.search(lowered[low : part.start])
        year = after or before
        left -= part.amount.value
        if not year or left < 0:
            return ()
        parts.append((part, int(year["year"])))
        if left == 0:
            return tuple(parts) if len({year for _, year in parts}) == len(parts) > 1 else ()
    return ()


@lru_cache(maxsize=8)
def _years_named(text: str) -> tuple[tuple[int, int], ...]:
    """(end, year) of every year that a sentence names for its money, in order."""
    lowered = plain(text)
    beside = [bracket.span() for bracket in _IN_BRACKETS.finditer(text) if states_amount(bracket[0])]
    found = (match for match in _BEFORE.finditer(lowered) if not _is_told(lowered, match))
    found = (match for match in found if not any(low < match.start() < high for low, high in beside))
    return tuple((match.end(), int(match["year"])) for match in found)


def _is_told(lowered: str, match: re.Match[str]) -> bool:
    """« un trop-perçu sur l'année 2030 »: where the money came from, not what it is for."""
    back = re.search(r"trop[ -]?(?:percu|verse)", lowered[max(0, match.start() - 60) : match.start()])
    return "budget" not in match[0] and (match[0].startswith("sur ") or back is not None)
