"""Two operators, or two territories, said to be one by a person; and that taken back, exactly.

A merge leaves a record of the lines that it moved. Merges may follow one another (`A` into `B`, then `B` into `C`) and
be undone in any order: a line belongs to the record of each merge through which it has passed, and leaves those records
when one of them gives it back. Nothing merges by itself; who may merge is not decided here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from grants import history
from grants.corrections import refresh_search
from grants.models import GrantLine, Operator, OperatorMerge, OperatorPair, Recusal, Territory, TerritoryMerge
from grants.models.merges import Merge
from grants.search import entries
from grants.templatetags.french import quoted
from portal.french import fold, fold_name

Thing = Operator | Territory
# What a person may choose to keep of either operator.
CHOICES = ("name", "siret", "rna")
_LINES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class _Family:
    """`field`: that of a line; `key_of`: what the printed text of a line and a name of the thing have in common."""

    record: type[Merge]
    field: str
    key_of: Any
    names_of: Any


def _operator_names(operators: Iterable[Operator]) -> Iterable[str]:
    for operator in operators:
        yield operator.name
        yield from operator.names.values_list("name", flat=True)


def _territory_names(territories: Iterable[Territory]) -> Iterable[str]:
    return (territory.name for territory in territories)


_FAMILIES = {
    Operator: _Family(OperatorMerge, "operator", fold_name, _operator_names),
    Territory: _Family(TerritoryMerge, "territory", fold, _territory_names),
}


@transaction.atomic
def merge(gone: Thing, kept: Thing, *, author=None, word: str = "", chosen: dict[str, str] | None = None) -> Merge:
    """Say that `gone` is `kept` under another name, and give the record of what passed to it.

    `gone` keeps its key and its spellings, so that what is printed under them later passes too. `chosen`: what `kept`
    says of itself from now on, by field of `CHOICES`. Raises ValueError, a French sentence, where the two are one
    already, or where `gone` is united with another.
    """
    family = _FAMILIES[type(gone)]
    gone, kept = _now(gone, kept)
    if kept.merged_into_id:
        kept = kept.merged_into
    if isinstance(gone, Territory) and gone.department_id != kept.department_id:
        raise ValueError("Deux territoires de deux départements ne peuvent pas être réunis.")
    if gone.pk == kept.pk or gone.merged_into_id == kept.pk:
        raise ValueError(f"{quoted(str(gone))} ne peut pas être réuni à lui-même.")
    if gone.merged_into_id:
        raise ValueError(f"{quoted(str(gone))} est déjà réuni à {quoted(str(gone.merged_into))}.")
    lines = GrantLine.objects.filter(**{family.field: gone})
    record = family.record(
        gone=gone,
        kept=kept,
        author=author,
        word=word,
        lines=sorted(lines.values_list("pk", flat=True)),
        last_line=GrantLine.objects.aggregate(last=Max("pk"))["last"] or 0,
    )
    if isinstance(kept, Operator):
        recusals = Recusal.objects.filter(operator=gone)
        record.recusals = sorted(recusals.values_list("pk", flat=True))
        recusals.update(operator=kept)
        _describe(kept, record, chosen or {})
    record.save()
    type(gone).objects.filter(merged_into=gone).update(merged_into=kept)
    _point(gone, kept)
    lines.update(**{family.field: kept})
    _tell(record.lines, [gone, kept])
    return record


@transaction.atomic
def part(thing: Thing, *, author=None) -> int:
    """Undo the merge of what is united with another; gives how many lines are its own again."""
    record = _in_force(thing)
    return undo(record, author=author) if record else 0


@transaction.atomic
def undo(record: Merge, *, author=None) -> int:
    """Give back what a merge moved, and what came since under a name of what it united; gives how many lines.

    A field that the merge changed is put back unless somebody changed it since. Undone already: nothing happens.
    """
    if record.undone_at:
        return 0
    family = _FAMILIES[type(record.gone)]
    [gone] = _now(record.gone)
    holder = gone.merged_into or record.kept
    _point(gone, None)
    own = [gone, *_united_with(gone)]
    for one in own[1:]:
        _point(one, gone)
    back = _lines_back(record, holder, own, family)
    _move(back, {family.field: gone})
    if isinstance(gone, Operator):
        recusals = _give_recusals_back(record, gone, holder, own)
        _describe_again(record)
        OperatorPair.objects.filter(_pair(record.gone_id, record.kept_id)).update(verdict="", author=None, at=None)
    for later in _later_merges(record):
        later.lines = sorted(set(later.lines) - set(back))
        if isinstance(later, OperatorMerge):
            later.recusals = sorted(set(later.recusals) - set(recusals))
        later.save()
    record.undone_at, record.undone_by = timezone.now(), author
    record.save(update_fields=["undone_at", "undone_by"])
    _tell(back, [gone, holder, record.kept])
    return len(back)


def _now(*things: Thing) -> list[Thing]:
    """As they are stored, held until the end of the transaction: two people may merge at once."""
    stored = type(things[0])._default_manager.select_for_update().order_by("pk")
    by_id = {thing.pk: thing for thing in stored.filter(pk__in=[thing.pk for thing in things])}
    return [by_id[thing.pk] for thing in things]


def _point(thing: Thing, kept: Thing | None) -> None:
    thing.merged_into = kept
    thing.save(update_fields=["merged_into"])


def _in_force(thing: Thing) -> Merge | None:
    """The merge that united this thing with another, if it still holds."""
    return thing.merges.in_force().select_related("gone", "kept").first()


def _united_with(thing: Thing) -> list[Thing]:
    """Everything that was united with this thing, directly or through another."""
    found: list[Thing] = []
    for record in thing.merges_received.in_force().select_related("gone"):
        found += [record.gone, *_united_with(record.gone)]
    return found


def _later_merges(record: Merge) -> list[Merge]:
    """The merges through which the lines of this one passed afterwards."""
    found, following = [], _in_force(record.kept)
    while following:
        found.append(following)
        following = _in_force(following.kept)
    return found


def _lines_back(record: Merge, holder: Thing, own: list[Thing], family: _Family) -> list[int]:
    """The lines that moved and are still there, unless a person has since typed another name of `kept` in them; and
    those that came since under a name of what was united."""
    ours = {family.key_of(name) for name in family.names_of(own)}
    theirs = {family.key_of(name) for name in family.names_of([record.kept])} - ours
    moved = set(record.lines)
    held = GrantLine.objects.filter(**{family.field: holder}).values_list("pk", f"{family.field}_text")
    return sorted(
        pk
        for pk, text in held
        if (family.key_of(text) not in theirs if pk in moved else pk > record.last_line and family.key_of(text) in ours)
    )


def _move(lines: list[int], change: dict[str, Thing]) -> None:
    for start in range(0, len(lines), _LINES_AT_ONCE):
        GrantLine.objects.filter(pk__in=lines[start : start + _LINES_AT_ONCE]).update(**change)


def _give_recusals_back(record: OperatorMerge, gone: Operator, holder: Operator, own: list[Operator]) -> list[int]:
    """Those that passed, and those that an act read again since prints under a name of what was united; which ones."""
    keys = {fold_name(name) for name in _operator_names(own)}
    held = Recusal.objects.filter(operator=holder)
    back = [
        pk
        for pk, organisation in held.values_list("pk", "organisation")
        if pk in record.recusals or fold_name(organisation) in keys
    ]
    held.filter(pk__in=back).update(operator=gone)
    return back


def _describe(kept: Operator, record: OperatorMerge, chosen: dict[str, str]) -> None:
    changed = {name: chosen[name] for name in CHOICES if name in chosen and chosen[name] != getattr(kept, name)}
    if "name" in changed:
        changed["name_by_staff"] = True
    record.before = {name: getattr(kept, name) for name in changed}
    record.after = changed
    for name, value in changed.items():
        setattr(kept, name, value)
    kept.compared = False
    kept.save(update_fields=[*changed, "compared"])


def _describe_again(record: OperatorMerge) -> None:
    [kept] = _now(record.kept)
    untouched = [name for name, value in record.after.items() if getattr(kept, name) == value]
    for name in untouched:
        setattr(kept, name, record.before[name])
    kept.save(update_fields=untouched)


def _pair(one: int, other: int) -> Q:
    first, second = sorted((one, other))
    return Q(first=first, second=second)


def _tell(lines: list[int], things: list[Thing]) -> None:
    for start in range(0, len(lines), _LINES_AT_ONCE):
        refresh_search(GrantLine.objects.filter(pk__in=lines[start : start + _LINES_AT_ONCE]))
    entries.index({thing.pk: thing for thing in things if thing}.values())
    history.bump()
