"""Programmes, subprogrammes and territories: found by folded name within their département, made where missing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from grants.models import Department, Programme, Territory
from ingest.reader.records import LineRecord
from ingest.store.names.spelling import most_readable
from portal.french import fold, squeeze


class _Headed(NamedTuple):
    """What stands over a line, as printed."""

    territory: str
    programme: str
    subprogramme: str


class Headings:
    """The headings of one act, one lookup for each line. `territory`, `programme` and `subprogramme` give objects or
    None where nothing is printed."""

    def __init__(self, department: Department, records: Iterable[LineRecord]) -> None:
        # Few are different: those of thousands of lines weigh no more than the list of them.
        known: dict[_Headed, _Headed] = {}
        heads = (_Headed(record.territory, record.programme, record.subprogramme) for record in records)
        records = [known.setdefault(head, head) for head in heads]
        self._territories = _territories(department, [record.territory for record in records])
        pairs = [(record.programme or record.subprogramme, None) for record in records]
        self._programmes = _programmes(department, pairs)
        pairs = [
            (record.subprogramme, self.programme(record))
            for record in records
            if record.programme and record.subprogramme
        ]
        self._subprogrammes = _programmes(department, pairs)

    def territory(self, record: LineRecord | _Headed) -> Territory | None:
        return self._territories.get(_key(record.territory, Territory))

    def programme(self, record: LineRecord | _Headed) -> Programme | None:
        """A subprogramme printed without its programme stands at the first level."""
        return self._programmes.get((None, _key(record.programme or record.subprogramme, Programme)))

    def subprogramme(self, record: LineRecord | _Headed) -> Programme | None:
        programme = self.programme(record)
        return self._subprogrammes.get((programme.pk, _key(record.subprogramme, Programme))) if programme else None


def _key(text: str, model: type) -> str:
    return fold(text)[: model._meta.get_field("folded").max_length]


def _name(spellings: Counter, model: type) -> str:
    return most_readable(spellings)[: model._meta.get_field("name").max_length]


def _territories(department: Department, texts: Iterable[str]) -> dict[str, Territory]:
    spellings = defaultdict(Counter)
    for text in texts:
        if key := _key(text, Territory):
            spellings[key][squeeze(text)] += 1
    there = Territory.objects.filter(department=department, folded__in=list(spellings))
    missing = sorted(spellings.keys() - set(there.values_list("folded", flat=True)))
    Territory.objects.bulk_create(
        [Territory(department=department, folded=key, name=_name(spellings[key], Territory)) for key in missing],
        ignore_conflicts=True,
    )
    return {territory.folded: territory.merged_into or territory for territory in there.select_related("merged_into")}


def _programmes(
    department: Department, pairs: Iterable[tuple[str, Programme | None]]
) -> dict[tuple[int | None, str], Programme]:
    """Headings by (key of the parent or None, folded name)."""
    spellings, parents = defaultdict(Counter), {}
    for text, parent in pairs:
        if key := _key(text, Programme):
            parents[parent.pk if parent else None] = parent
            spellings[parent.pk if parent else None, key][squeeze(text)] += 1
    there = Programme.objects.filter(department=department, folded__in={key for _, key in spellings})
    missing = sorted(spellings.keys() - set(there.values_list("parent_id", "folded")), key=lambda pair: pair[1])
    Programme.objects.bulk_create(
        [
            Programme(
                department=department,
                parent=parents[parent_id],
                folded=key,
                name=_name(spellings[parent_id, key], Programme),
            )
            for parent_id, key in missing
        ],
        ignore_conflicts=True,
    )
    return {(programme.parent_id, programme.folded): programme for programme in there.all()}
