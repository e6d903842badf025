"""Programmes that change name from year to year: proposed by their names and by the operators that they share, tied by
a person, read as a chain. A tie adds nothing up: each name keeps its own figures, shown beside those of the others.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from django.db import transaction
from django.db.models import Count, Max, Min, Q, Sum
from django.utils import timezone
from rapidfuzz import fuzz

from grants import history
from grants.models import GrantLine, Programme, ProgrammeTie
from grants.operators.naming import telling_words
from grants.querysets import GrantLineQuerySet
from grants.templatetags.french import counted, quoted
from portal.french import fold

# Of 100, `fuzz.token_set_ratio`: « Aide aux chantiers », « Aide aux ateliers et chantiers » have 100; two names that
# share their first long word alone (« Accompagnement global », « Accompagnement santé ») have 80.
CLOSE_RATIO = 85
LEAST_SHARE = 50  # of 100: half of the operators of the smaller programme are in the other
FEWEST_SHARED = 3  # operators: two programmes have one or two in common by chance
RARE = 40  # programmes that share a word: above, the word tells nothing
MOST_PROPOSED = 100  # pairs: more is noise
SURER, OTHER = 60, 40  # of 100: what the better of two clues weighs in a score, and the other
# « Opération 6 : », « Thématique 1. », « 3 – »: numbers are given anew each year.
_RANK = re.compile(r"^\s*(?:[^\W\d]+\s+)?\d+\s*[:.)–-]\s*")
Verdict = ProgrammeTie.Verdict


@dataclass(frozen=True, slots=True)
class Link:
    """One name of a chain: its years, rows and cents among the lines asked for."""

    programme: Programme
    first_year: int | None
    last_year: int | None
    lines: int
    amount_cents: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two programmes of which the second may be the first under a later name; `score` of 100."""

    earlier: Link
    later: Link
    score: int
    reasons: tuple[str, ...]


# ---- what a person says ------------------------------------------------------------------------------------------


@transaction.atomic
def judge(earlier: Programme, later: Programme, verdict: str, *, author=None, word: str = "") -> ProgrammeTie:
    """Keep that `later` is, or is not, `earlier` under another name; an empty verdict takes back the one before.

    Raises ValueError, a French sentence, where the two cannot follow each other.
    """
    tie = ProgrammeTie.objects.filter(earlier=earlier, later=later).first() or ProgrammeTie(
        earlier=earlier, later=later
    )
    if verdict == Verdict.SAME:
        _check(earlier, later)
    tie.verdict, tie.author, tie.word, tie.at = verdict, author, word, timezone.now() if verdict else None
    tie.save()
    history.bump()
    return tie


def _check(earlier: Programme, later: Programme) -> None:
    if earlier.pk == later.pk:
        raise ValueError("Un programme ne peut pas être sa propre suite.")
    if earlier.department_id != later.department_id:
        raise ValueError("Deux programmes de deux départements ne peuvent pas se suivre.")
    if bool(earlier.parent_id) != bool(later.parent_id):
        raise ValueError("Un programme et une opération ne peuvent pas se suivre\u202f: ce sont deux niveaux.")
    if earlier.pk in _after(later.pk, _ties([earlier.department_id])):
        raise ValueError(f"{quoted(later.name)} vient déjà avant {quoted(earlier.name)}.")


# ---- chains ------------------------------------------------------------------------------------------------------


def chain_of(programme: Programme, lines: GrantLineQuerySet) -> tuple[Link, ...]:
    """Every name of this programme that these lines print, in the order of their years; empty where it has one only.

    One query where nothing is tied, three otherwise.
    """
    ties = _ties([programme.department_id])
    backwards = [(later, earlier) for earlier, later in ties]
    keys = {programme.pk, *_after(programme.pk, ties), *_after(programme.pk, backwards)}
    if len(keys) == 1:
        return ()
    links = _links(lines, keys)
    return tuple(sorted(links.values(), key=_by_year)) if len(links) > 1 else ()


def neighbours(programme: Programme, chain: Iterable[Link]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The names just before and just after this one."""
    by_id = {link.programme.pk: link for link in chain}
    ties = _ties([programme.department_id]) if by_id else []
    before = [by_id[earlier] for earlier, later in ties if later == programme.pk and earlier in by_id]
    after = [by_id[later] for earlier, later in ties if earlier == programme.pk and later in by_id]
    return tuple(sorted(before, key=_by_year)), tuple(sorted(after, key=_by_year))


def _ties(departments: Iterable[str]) -> list[tuple[int, int]]:
    ties = ProgrammeTie.objects.in_force().filter(earlier__department__in=departments)
    return list(ties.order_by("pk").values_list("earlier", "later"))


def _after(pk: int, ties: Iterable[tuple[int, int]]) -> set[int]:
    """Everything that follows, directly or not."""
    following = defaultdict(set)
    for earlier, later in ties:
        following[earlier].add(later)
    found, to_see = set(), [pk]
    while to_see:
        fresh = following[to_see.pop()] - found
        found |= fresh
        to_see += fresh
    return found


def _by_year(link: Link) -> tuple:
    return (link.first_year or 0, link.last_year or 0, link.programme.name)


def _links(lines: GrantLineQuerySet, keys: Iterable[int]) -> dict[int, Link]:
    """What these programmes add up to, by their number; those that no line prints are left out."""
    keys, links = set(keys), {}
    programmes = Programme.objects.select_related("department", "parent").in_bulk(keys)
    for level in ("programme", "subprogramme"):
        of_level = {pk for pk, one in programmes.items() if bool(one.parent_id) == (level == "subprogramme")}
        if not of_level:
            continue
        figures = (
            lines.filter(**{f"{level}__in": of_level})
            .order_by()
            .values_list(level)
            .annotate(Min("year"), Max("year"), Count("row_key", distinct=True), Sum("amount_cents"))
        )
        links |= {pk: Link(programmes[pk], *told) for pk, *told in figures}
    return links


# ---- proposals ---------------------------------------------------------------------------------------------------


def proposals() -> list[Proposal]:
    """Programmes that may follow each other, drafts included, the likeliest first. What was judged is left out."""
    lines = GrantLine.objects.all()
    links = _links(lines, Programme.objects.values_list("pk", flat=True))
    operators = _operators(lines)
    judged = {
        frozenset(pair)
        for pair in ProgrammeTie.objects.exclude(pk__in=ProgrammeTie.objects.waiting()).values_list("earlier", "later")
    }
    found = []
    for pair in _candidates(links, operators) - judged:
        earlier, later = sorted((links[pk] for pk in pair), key=_by_year)
        if proposal := _proposal(earlier, later, operators):
            found.append(proposal)
    found.sort(key=lambda one: (-one.score, one.earlier.programme.pk, one.later.programme.pk))
    return found[:MOST_PROPOSED]


def _operators(lines: GrantLineQuerySet) -> dict[int, set[int]]:
    found = defaultdict(set)
    for level in ("programme", "subprogramme"):
        named = lines.naming(level).naming("operator")
        for pk, operator in named.order_by().values_list(level, "operator").distinct():
            found[pk].add(operator)
    return found


def _candidates(links: dict[int, Link], operators: dict[int, set[int]]) -> set[frozenset[int]]:
    """Pairs of one département and one level that share a rare word, or enough operators."""
    blocks, shared = defaultdict(list), Counter()
    by_operator = defaultdict(list)
    for pk, link in links.items():
        side = (link.programme.department_id, bool(link.programme.parent_id))
        for word in set(telling_words(link.programme.name)):
            blocks[side, word].append(pk)
        for operator in operators.get(pk, ()):
            by_operator[side, operator].append(pk)
    for pks in by_operator.values():
        shared.update(map(frozenset, combinations(pks, 2)))
    pairs = {pair for pair, count in shared.items() if count >= FEWEST_SHARED}
    for pks in blocks.values():
        if len(pks) <= RARE:
            pairs.update(map(frozenset, combinations(pks, 2)))
    return pairs


def _proposal(earlier: Link, later: Link, operators: dict[int, set[int]]) -> Proposal | None:
    """One goes on where the other ends: at most the year of the change has both."""
    if None in (earlier.first_year, later.first_year) or later.first_year < earlier.last_year:
        return None
    if earlier.first_year == later.first_year:
        return None
    ratio = round(fuzz.token_set_ratio(*(fold(_RANK.sub("", one.programme.name)) for one in (earlier, later))))
    mine, theirs = operators.get(earlier.programme.pk, set()), operators.get(later.programme.pk, set())
    common, fewest = len(mine & theirs), min(len(mine), len(theirs))
    share = 100 * common // fewest if common >= FEWEST_SHARED else 0
    reasons = []
    if ratio >= CLOSE_RATIO:
        reasons.append("intitulés très proches")
    if share >= LEAST_SHARE:
        reasons.append(f"{counted(common, 'opérateur')} en commun sur {fewest}")
    score = (SURER * max(ratio, share) + OTHER * min(ratio, share)) // 100
    return Proposal(earlier, later, score, tuple(reasons)) if reasons else None


def followers_of(programme: Programme) -> Q:
    """The condition of those with which this one can be tied: its département, its level."""
    return Q(department=programme.department_id, parent__isnull=programme.parent_id is None) & ~Q(pk=programme.pk)
