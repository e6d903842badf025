"""Operators: one for all the sure spellings of a name, each spelling kept, the most readable one shown."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import Count

from grants.models import GrantLine, Operator, OperatorName
from grants.operators.kinds import kind_of
from grants.operators.naming import KIND_WORDS, NAMES_AT_HAND, telling_words, without_legal_form
from ingest.store.names.spelling import most_readable
from portal.french import fold_name, squeeze

_KEY_LENGTH = Operator._meta.get_field("key").max_length
_NAME_LENGTH = Operator._meta.get_field("name").max_length
# How many words that are no kind's two names must share to be one.
_FEWEST_WORDS = 2
_TOWN = re.compile(
    r"^(?:la |les |l['’])?(?:communes?|ville|mairie) (?:de la |de l['’]|des |du |de |d['’])", re.IGNORECASE
)


@lru_cache(maxsize=NAMES_AT_HAND)
def operator_key(name: str) -> str:
    """What all the sure spellings of a name share; empty for a text that names nothing (`-`)."""
    return fold_name(name)[:_KEY_LENGTH]


def operators_named(names: Iterable[str]) -> dict[str, Operator]:
    """The operator of each printed name: found by a spelling already known, then by key, its own or that of a spelling
    that staff gave, else made. One that was merged into another is that other."""
    keys = {name: key for name in set(map(squeeze, names)) if (key := operator_key(name))}
    by_spelling = {
        spelling.name: spelling.operator
        for spelling in OperatorName.objects.filter(name__in=_cut(keys)).select_related(
            "operator__commune", "operator__merged_into__commune"
        )
    }
    unknown = defaultdict(Counter)
    for name, key in keys.items():
        if name[:_NAME_LENGTH] not in by_spelling:
            unknown[key][name[:_NAME_LENGTH]] += 1
    by_key = _found_or_made(unknown)
    OperatorName.objects.bulk_create(
        [OperatorName(operator=by_key[key], name=name) for key in sorted(unknown) for name in sorted(unknown[key])],
        ignore_conflicts=True,
    )
    found = {name: by_spelling.get(name[:_NAME_LENGTH]) or by_key[key] for name, key in keys.items()}
    return {name: operator.merged_into or operator for name, operator in found.items()}


def _cut(names: Iterable[str]) -> list[str]:
    return [name[:_NAME_LENGTH] for name in names]


def _found_or_made(spellings: dict[str, Counter]) -> dict[str, Operator]:
    there = Operator.objects.filter(key__in=list(spellings))
    given = OperatorName.objects.filter(key__in=list(spellings)).select_related(
        "operator__commune", "operator__merged_into__commune"
    )
    by_given = {spelling.key: spelling.operator for spelling in given}
    missing = sorted(spellings.keys() - by_given.keys() - set(there.values_list("key", flat=True)))
    Operator.objects.bulk_create(
        [Operator(key=key, name=(name := most_readable(spellings[key])), kind=kind_of(name)) for key in missing],
        ignore_conflicts=True,
    )
    by_key = {operator.key: operator for operator in there.select_related("commune", "merged_into__commune")}
    return by_key | by_given


def refresh(operators: Iterable[Operator]) -> list[Operator]:
    """Show the most readable spelling, and the seat that the lines print most often; staff's own choice is kept.

    Gives the operators whose shown name changed.
    """
    by_id = {operator.pk: operator for operator in operators}
    lines = GrantLine.objects.filter(operator__in=by_id).order_by()
    spellings, seats = defaultdict(Counter), defaultdict(Counter)
    for pk, text, count in lines.values_list("operator", "operator_text").annotate(Count("pk")):
        spellings[pk][squeeze(text)[:_NAME_LENGTH]] += count
    found = lines.exclude(commune=None).values_list("operator", "commune", "commune_found_by")
    for pk, commune, found_by, count in found.annotate(Count("pk")):
        seats[pk][commune, found_by] += count
    names = {pk: operator.name for pk, operator in by_id.items()}
    changed = [operator for pk, operator in by_id.items() if _describe(operator, spellings[pk], seats[pk])]
    renamed = [operator for operator in changed if operator.name != names[operator.pk]]
    for operator in renamed:
        operator.compared = False
    fields = ["name", "kind", "commune", "commune_found_by", "compared"]
    Operator.objects.bulk_update(changed, fields, batch_size=200)
    return renamed


def _describe(operator: Operator, spellings: Counter, seats: Counter) -> bool:
    before = (operator.name, operator.kind, operator.commune_id, operator.commune_found_by)
    if spellings and not operator.name_by_staff:
        operator.name = most_readable(spellings)
    if not operator.kind_by_staff:
        operator.kind = kind_of(operator.name)
    if operator.commune_found_by != Operator.FoundBy.STAFF:
        operator.commune_id, operator.commune_found_by = _seat(seats)
    return before != (operator.name, operator.kind, operator.commune_id, operator.commune_found_by)


def _seat(seats: Counter) -> tuple[str | None, str]:
    """The most frequent printed seat, else the one that the name tells; of equal ones, the first by code."""
    by_name = Operator.FoundBy.OPERATOR_NAME
    told = {seat: count for seat, count in seats.items() if seat[1] != by_name} or seats
    if not told:
        return None, ""
    by_commune = Counter()
    for (commune, _), count in told.items():
        by_commune[commune] += count
    return min(told, key=lambda seat: (-by_commune[seat[0]], seat[0], -told[seat], seat[1]))


def with_merged(operators: Iterable[Operator]) -> list[Operator]:
    """These operators and those merged into them, under whose names an act may also speak of them: one query."""
    operators = list(operators)
    return [*operators, *Operator.objects.filter(merged_into__in=operators).select_related("merged_into")]


def operator_of_organisation(organisation: str, operators: Iterable[Operator]) -> Operator | None:
    """The one operator of the act that this organisation surely is: same key, the words of the legal form and « commune
    de » apart; else the only one whose name goes on where that of the organisation ends."""
    operators = list(operators)
    for key_of in (operator_key, _key_without_legal_form, _key_of_town):
        key = key_of(organisation)
        same = {operator.merged_into or operator for operator in operators if key and key_of(operator.name) == key}
        if len(same) == 1:
            return same.pop()
    words = _words(organisation)
    alike = {one.merged_into or one for one in operators if _opens_alike(words, _words(one.name))}
    return alike.pop() if len(alike) == 1 else None


@lru_cache(maxsize=NAMES_AT_HAND)
def _key_of_town(name: str) -> str:
    """« Saulx », of which one is the mayor, for « Commune de Saulx »."""
    return operator_key(_TOWN.sub("", squeeze(name)))


@lru_cache(maxsize=NAMES_AT_HAND)
def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name, its legal form and what stands in brackets apart."""
    return telling_words(without_legal_form(re.sub(r"\([^()]*\)", " ", name)))


def _opens_alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """« Judo Club » for « Judo Club des Ormes »: the first name opens the other, and says more than a kind."""
    return words == others[: len(words)] and len(set(words) - KIND_WORDS) >= _FEWEST_WORDS


@lru_cache(maxsize=NAMES_AT_HAND)
def _key_without_legal_form(name: str) -> str:
    return operator_key(without_legal_form(squeeze(name)))
