"""Names by which a page is found: written when a thing is stored or renamed, asked by the search box.

`index` writes the entries of some things, `rebuild` those of all. What may be shown is for the things themselves to
say: an entry of a draft's operator, or of one that is gone, leads nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q, Window
from django.db.models.functions import Cast, Length, RowNumber

from grants.models import Commune, Deliberation, Department, Operator, Programme, SearchEntry, Territory
from grants.search.free_text import beginning, matching, search_document
from grants.search.words import bare_question, key_of

Kind = SearchEntry.Kind
MODELS: dict[str, type[models.Model]] = {
    Kind.DEPARTMENT: Department,
    Kind.COMMUNE: Commune,
    Kind.TERRITORY: Territory,
    Kind.PROGRAMME: Programme,
    Kind.OPERATOR: Operator,
    Kind.ACT: Deliberation,
}
KINDS = {model: kind for kind, model in MODELS.items()}
ROWS_AT_ONCE = 500
CANDIDATES = 60  # names of one kind that are looked at: what is public among them is shown, the nearest first
_KEY_LENGTH = SearchEntry._meta.get_field("key").max_length
_LENGTHS = {field.name: field.max_length for field in SearchEntry._meta.concrete_fields}


@dataclass(frozen=True, slots=True)
class Found:
    """A page that answers. `name`: the name that does, where it is not the page's own; `exact`: the question is it."""

    kind: str
    thing: Any
    name: str
    note: str
    exact: bool

    @property
    def address(self) -> str:
        return self.thing.get_absolute_url()

    @property
    def context(self) -> str:
        """What tells two things of one name apart: a town's département, an operator's town, an act's subject."""
        context = _CONTEXT[self.kind](self.thing)
        return str(context) if context else ""

    @property
    def kind_label(self) -> str:
        below = self.kind == Kind.PROGRAMME and self.thing.parent_id
        return "opération" if below else str(Kind(self.kind).label)


@transaction.atomic
def index(things: Iterable[models.Model]) -> int:
    """Write the entries of these things, all of one model, in place of those they had; gives how many.

    They are read again: a thing in hand may not know of the names it has just got.
    """
    things = list(things)
    written = 0
    for start in range(0, len(things), ROWS_AT_ONCE):
        model, keys = type(things[start]), [thing.pk for thing in things[start : start + ROWS_AT_ONCE]]
        kind = KINDS[model]
        SearchEntry.objects.filter(kind=kind, thing__in=list(map(str, keys))).delete()
        stored = model._default_manager.filter(pk__in=keys).prefetch_related(*_RELATED[kind]).order_by("pk")
        rows = [entry for thing in stored for entry in _entries(kind, thing)]
        SearchEntry.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
        written += len(rows)
    return written


@transaction.atomic
def rebuild() -> int:
    """Write every entry again; gives how many."""
    SearchEntry.objects.all().delete()
    return sum(index(model._default_manager.only("pk")) for model in MODELS.values())


def named(model: type[models.Model], question: str) -> models.QuerySet:
    """The primary keys of the things of one model whose names answer, as a subquery."""
    number = isinstance(model._meta.pk, models.AutoField | models.BigAutoField)
    key = Cast("thing", models.BigIntegerField()) if number else F("thing")
    return SearchEntry.objects.filter(matching(question), kind=KINDS[model]).order_by().values_list(key)


def find(question: str, limit: int, *, typing: bool = False) -> dict[str, list[Found]]:
    """The public things whose names answer, by kind, at most `limit` of each, the nearest first; kinds without any left
    out. With `typing`, the last word is still being written.

    Nearest is the very name, then one that begins with the question, then one that holds it (`CCAS de Tourcoing`);
    those found by their town or their département come last, shorter names before longer ones.
    """
    condition, key = (beginning if typing else matching)(question), key_of(bare_question(question))[:_KEY_LENGTH]
    candidates = (
        SearchEntry.objects.filter(condition | Q(key=key))
        .annotate(far=_distance(key), length=Length("name"))
        .annotate(rank=Window(RowNumber(), partition_by=F("kind"), order_by=["far", "length", "name", "pk"]))
        .filter(rank__lte=CANDIDATES)
        .order_by("far", "length", "name", "pk")
    )
    by_kind: dict[str, dict[str, SearchEntry]] = {}
    for entry in candidates:
        by_kind.setdefault(entry.kind, {}).setdefault(entry.thing, entry)
    found = {kind: _public(kind, by_kind[kind], limit) for kind in MODELS if kind in by_kind}
    return {kind: answers for kind, answers in found.items() if answers}


def _distance(key: str) -> models.Case:
    nearer = (Q(key=key), Q(key__startswith=key), Q(key__contains=key))
    cases = [models.When(near, then=far) for far, near in enumerate(nearer)]
    return models.Case(*cases, default=len(cases), output_field=models.IntegerField())


def exactly(question: str) -> list[Found]:
    """The public things of which the question is a name, towns and other places first."""
    key = key_of(bare_question(question))[:_KEY_LENGTH]
    exact = models.Value(0, output_field=models.IntegerField())
    by_kind: dict[str, dict[str, SearchEntry]] = {}
    for entry in SearchEntry.objects.filter(key=key).annotate(far=exact).order_by("name", "pk")[:CANDIDATES]:
        by_kind.setdefault(entry.kind, {}).setdefault(entry.thing, entry)
    return [one for kind in MODELS if kind in by_kind for one in _public(kind, by_kind[kind], CANDIDATES)]


def _public(kind: str, entries: dict[str, SearchEntry], limit: int) -> list[Found]:
    things = _VISIBLE[kind]().in_bulk(list(map(MODELS[kind]._meta.pk.to_python, entries)))
    shown = [
        (things[pk], entry)
        for thing, entry in entries.items()
        if (pk := MODELS[kind]._meta.pk.to_python(thing)) in things
    ]
    return [
        Found(kind, thing, "" if entry.name in str(thing) else entry.name, entry.note, entry.far == 0)
        for thing, entry in shown[:limit]
    ]


def _entries(kind: str, thing: Any) -> list[SearchEntry]:
    """One entry a name; two spellings of one key are one."""
    entries: dict[str, SearchEntry] = {}
    for name, note, more in _NAMES[kind](thing):
        key = key_of(name)[:_KEY_LENGTH]
        if key and key not in entries:
            entries[key] = SearchEntry(
                kind=kind,
                thing=str(thing.pk),
                name=name[: _LENGTHS["name"]],
                note=note[: _LENGTHS["note"]],
                key=key,
                search_text=search_document((name, *more)),
            )
    return list(entries.values())


# ---- the names of each kind: (name, what it is, texts that find it too) --------------------------------------------

Names = Iterable[tuple[str, str, tuple[str, ...]]]


def _commune_names(commune: Commune) -> Names:
    more = (commune.postcodes, commune.pk, commune.department.name)
    yield commune.name, "", more
    for other in commune.other_names.all():
        yield other.name, other.kind, more
    for code in (*commune.postcodes.split(), commune.pk):
        yield code, "code INSEE" if code == commune.pk else "code postal", ()


def _operator_names(operator: Operator) -> Names:
    """Its own names and those of the operators that were united with it; one that is united with another has none."""
    if operator.merged_into_id:
        return
    town = (operator.commune.name, operator.commune.postcodes) if operator.commune else ()
    yield operator.name, "", town
    for one in (operator, *operator.merged.all()):
        for spelling in one.names.all():
            yield spelling.name, "nom imprimé", town


def _programme_names(programme: Programme) -> Names:
    yield programme.name, "", (programme.department.name,)


def _territory_names(territory: Territory) -> Names:
    """Its own name and those that were united with it; one that is united with another has none."""
    if territory.merged_into_id:
        return
    for one in (territory, *territory.merged.all()):
        yield one.name, "", (territory.department.name,)


def _department_names(department: Department) -> Names:
    yield department.name, "", ()
    yield department.pk, "code du département", ()


def _act_names(act: Deliberation) -> Names:
    more = (act.title, act.department.name, str(act.session_date.year) if act.session_date else "")
    yield act.number, "", more
    yield act.slug, "", more
    if act.report_reference:
        yield act.report_reference, "rapport", more


_NAMES = {
    Kind.COMMUNE: _commune_names,
    Kind.OPERATOR: _operator_names,
    Kind.PROGRAMME: _programme_names,
    Kind.TERRITORY: _territory_names,
    Kind.DEPARTMENT: _department_names,
    Kind.ACT: _act_names,
}
_RELATED = {
    Kind.COMMUNE: ("department", "other_names"),
    Kind.OPERATOR: ("commune", "names", "merged__names"),
    Kind.PROGRAMME: ("department",),
    Kind.TERRITORY: ("department", "merged"),
    Kind.DEPARTMENT: (),
    Kind.ACT: ("department",),
}
# What a reader may see of each kind. A town has a page whether or not anything was voted for it.
_VISIBLE = {
    Kind.COMMUNE: lambda: Commune.objects.select_related("department"),
    Kind.OPERATOR: lambda: Operator.objects.public().select_related("commune"),
    Kind.PROGRAMME: lambda: Programme.objects.public().select_related("department", "parent"),
    Kind.TERRITORY: lambda: Territory.objects.public().select_related("department"),
    Kind.DEPARTMENT: lambda: Department.objects.public(),
    Kind.ACT: lambda: (
        Deliberation.objects.published().select_related("department").defer("page_sizes", "reading_notes")
    ),
}
_CONTEXT = {
    Kind.COMMUNE: lambda commune: commune.department,
    Kind.OPERATOR: lambda operator: operator.commune,
    Kind.PROGRAMME: lambda programme: programme.parent or programme.department,
    Kind.TERRITORY: lambda territory: territory.department,
    Kind.DEPARTMENT: lambda department: None,
    Kind.ACT: lambda act: act.title,
}
