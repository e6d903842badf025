"""The lines of one act: built from records, compared with those stored, written. A line that stays keeps its id."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import F

from grants import entries
from grants.corrections import PRINTED_SEATS, refresh_search
from grants.models import Commune, CommuneName, Deliberation, GrantLine, Operator
from grants.search import line_document
from ingest.communes import Communes, Place
from ingest.matching import Rule, pair
from ingest.reader.records import Leftover, LineRecord
from ingest.reader.totals import is_outside_budget
from ingest.store.headings import Headings
from ingest.store.operators import operators_named, refresh
from ingest.store.report import LineChange
from ingest.store.values import cents, columns, cut_to_fit, is_beyond_measure, place, values
from portal.french import fold, fold_name, squeeze

# Moves the lines of an act out of the way while they are numbered again: more rows than an act has, within 4 bytes.
_ASIDE = 1_000_000_000

Seat = tuple[Commune | None, str]

# Where a line stands: a row that only moved is the same row.
_WHERE = ("line", "row_key", "page", "row", "x0", "y0", "x1", "y1", "certainty", "notes", "search_text")
_HEADINGS = ("territory", "programme", "subprogramme")
_ALL_FIELDS = columns(GrantLine, but=("deliberation",))
_FACTS = columns(GrantLine, but=("deliberation", *_WHERE))


@dataclass(slots=True)
class LineDifference:
    """What comparing gave. `moved`: the same rows, printed elsewhere or numbered otherwise."""

    new: list[GrantLine] = field(default_factory=list)
    same: list[GrantLine] = field(default_factory=list)
    moved: list[GrantLine] = field(default_factory=list)
    changed: list[tuple[GrantLine, GrantLine]] = field(default_factory=list)
    gone: list[GrantLine] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.new or self.moved or self.changed or self.gone)


def split_impossible(records: Iterable[LineRecord]) -> tuple[list[LineRecord], list[Leftover]]:
    """The records that can be stored, and as leftovers those that cannot: nothing is dropped."""
    kept, leftovers, seen = [], [], set()
    for record in records:
        reason = ""
        if (record.line, record.year) in seen:
            reason = "second montant lu pour la même ligne et la même année"
        elif is_beyond_measure(record.amount):
            reason = "montant hors de toute mesure"
        if reason:
            text = " | ".join(filter(None, (record.operator, record.action, record.detail, record.amount_text)))
            leftovers.append(Leftover(text=text, reason=reason, source=record.source))
        else:
            seen.add((record.line, record.year))
            kept.append(record)
    return kept, leftovers


def build(act: Deliberation, records: Sequence[LineRecord]) -> list[GrantLine]:
    """Unsaved lines of an act (which has its key), with operators, headings and communes found or made."""
    headings = Headings(act.department, records)
    operators = operators_named(record.operator for record in records)
    seats = _seats(act, records)
    return [
        _line(act, record, headings, operators.get(squeeze(record.operator)), seats[record.commune, record.operator])
        for record in records
    ]


def _seats(act: Deliberation, records: Sequence[LineRecord]) -> dict[tuple[str, str], Seat]:
    """The commune, and how it was found, of each pair of printed seat and operator."""
    communes, department = communes_known(), act.department_id
    pairs = {(record.commune, record.operator) for record in records}
    found = {
        (seat, operator): communes.of_seat(seat, department) or communes.of_operator(operator, department)
        for seat, operator in pairs
    }
    towns = Commune.objects.in_bulk({place.code for place in found.values() if place})
    return {pair: (towns[place.code], place.found_by) if place else (None, "") for pair, place in found.items()}


def communes_known() -> Communes:
    """The communes of the database, ready to be asked."""
    today = Commune.objects.values_list("code", "name", "department_id", "postcodes", "epci_code")
    places = [
        Place(code, name, department, postcodes=frozenset(postcodes.split()), epci=epci)
        for code, name, department, postcodes, epci in today
    ]
    olds = CommuneName.objects.values_list("commune", "name", "commune__department_id", "commune__epci_code")
    places += [Place(code, name, department, old=True, epci=epci) for code, name, department, epci in olds]
    return Communes(places)


def _line(
    act: Deliberation, record: LineRecord, headings: Headings, operator: Operator | None, seat: Seat
) -> GrantLine:
    commune, found_by = seat
    by_staff = operator and operator.commune_found_by == Operator.FoundBy.STAFF
    if by_staff and found_by not in PRINTED_SEATS:
        commune, found_by = operator.commune, Operator.FoundBy.STAFF
    line = GrantLine(
        deliberation=act,
        line=record.line,
        row_key=GrantLine.row_key_for(act.pk, record.line),
        year=record.year,
        amount_cents=cents(record.amount),
        places=record.places,
        places_unit=record.places_unit,
        outside_budget=is_outside_budget(record),
        department=act.department,
        territory=headings.territory(record),
        programme=headings.programme(record),
        subprogramme=headings.subprogramme(record),
        operator=operator,
        commune=commune,
        commune_found_by=found_by,
        operator_text=record.operator,
        territory_text=record.territory,
        programme_text=record.programme,
        subprogramme_text=record.subprogramme,
        commune_text=record.commune,
        reference=record.reference,
        action=record.action,
        detail=record.detail,
        agreement=record.agreement,
        amount_text=record.amount_text,
        places_text=record.places_text,
        table=record.table,
        row=record.source.row,
        certainty=record.certainty,
        notes="\n".join(record.notes),
        **place(record.source),
    )
    line.search_text = line_document(line)
    for label in cut_to_fit(line):
        line.notes = "\n".join(
            filter(None, (line.notes, f"Trop long ou trop grand pour être gardé entier\u202f: {label}."))
        )
    return line


# What the row is, from the surest likeness to the loosest; the last ones only where one row on each side is alike.
def _who_what_when(line: GrantLine) -> tuple:
    headings = (fold(line.programme_text), fold(line.subprogramme_text))
    return (fold_name(line.operator_text), line.reference, *headings, fold(line.action), line.year)


_RULES = (
    Rule(lambda line: values(line, _FACTS)),
    Rule(lambda line: (*_who_what_when(line), line.amount_cents)),
    Rule(_who_what_when),
    Rule(
        lambda line: (fold_name(line.operator_text), fold(line.programme_text), line.year, line.amount_cents),
        alone=True,
    ),
    Rule(lambda line: line.reference and (line.reference, line.year, line.amount_cents), alone=True),
    Rule(lambda line: (line.page, line.row, line.table, line.year, line.amount_cents), alone=True),
)


def compare(act: Deliberation, fresh: Sequence[GrantLine]) -> LineDifference:
    """The lines stored against those just read. A fresh line that is a stored one takes its primary key."""
    stored = list(act.lines.select_related("operator", *_HEADINGS).order_by("line", "year"))
    pairs, gone, new = pair(stored, fresh, _RULES)
    difference = LineDifference(new=new, gone=gone)
    for old, line in pairs:
        line.pk = old.pk
        if values(old, _FACTS) != values(line, _FACTS):
            difference.changed.append((old, line))
        elif values(old, _ALL_FIELDS) != values(line, _ALL_FIELDS):
            difference.moved.append(line)
        else:
            difference.same.append(line)
    return difference


def write(act: Deliberation, difference: LineDifference) -> None:
    """Delete what is gone, number and write what moved or changed under its own id, add what is new."""
    act.lines.filter(pk__in=[line.pk for line in difference.gone]).delete()
    rewritten = [*difference.moved, *(line for _, line in difference.changed)]
    if rewritten:
        act.lines.filter(pk__in=[line.pk for line in rewritten]).update(line=F("line") + _ASIDE)
        GrantLine.objects.bulk_create(
            rewritten,
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=[field.name for field in _ALL_FIELDS],
            batch_size=500,
        )
    GrantLine.objects.bulk_create(difference.new, batch_size=500)
    touched = (*difference.new, *difference.gone, *(line for both in difference.changed for line in both))
    operators = {line.operator for line in touched if line.operator}
    refresh_search(GrantLine.objects.by_operator(*refresh(operators)))
    for things in (operators, *({getattr(line, name) for line in touched} - {None} for name in _HEADINGS)):
        entries.index(things)


def changes(difference: LineDifference) -> dict[str, tuple[LineChange, ...]]:
    """New, changed and gone lines as the report tells them."""
    return {
        "new": tuple(_change("new", line) for line in difference.new),
        "changed": tuple(_change("changed", line, _fields(old, line)) for old, line in difference.changed),
        "gone": tuple(_change("gone", line) for line in difference.gone),
    }


def _change(kind, line: GrantLine, fields: tuple = ()) -> LineChange:
    return LineChange(kind, line.line, line.year, line.operator_text or line.action, line.amount, fields)


def _fields(old: GrantLine, line: GrantLine) -> tuple[tuple[str, str, str], ...]:
    before, after = values(old, _FACTS), values(line, _FACTS)
    return tuple(
        (str(field.verbose_name), "" if was is None else str(was), "" if now is None else str(now))
        for field, was, now in zip(_FACTS, before, after, strict=True)
        if was != now
    )
