"""Records of lines → unsaved lines of an act, with the operator, headings and commune that their texts name."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from grants.corrections import PRINTED_SEATS
from grants.models import Commune, CommuneName, Deliberation, GrantLine, Operator
from grants.search.free_text import line_document
from ingest.places.communes import Communes, Place
from ingest.reader.records import Leftover, LineRecord
from ingest.reader.sums.line_groups import is_outside_budget
from ingest.store.names.headings import Headings
from ingest.store.names.operators import operators_named
from ingest.store.private.marks import mark_typed_persons
from ingest.store.private.masks import MASKED_PERSON, masks_of
from ingest.store.values import cents, cut_to_fit, is_beyond_measure, place
from portal.french import squeeze

Seat = tuple[Commune | None, str]


def split_impossible(records: Sequence[LineRecord]) -> tuple[Sequence[LineRecord], list[Leftover]]:
    """The records that can be stored, and as leftovers those that cannot: nothing is dropped."""
    impossible, leftovers, seen = set(), [], set()
    for index, record in enumerate(records):
        reason = ""
        if (record.line, record.year) in seen:
            reason = "second montant lu pour la même ligne et la même année"
        elif is_beyond_measure(record.amount):
            reason = "montant hors de toute mesure"
        if reason:
            text = " | ".join(filter(None, (record.operator, record.action, record.detail, record.amount_text)))
            leftovers.append(Leftover(text=text, reason=reason, source=record.source))
            impossible.add(index)
        else:
            seen.add((record.line, record.year))
    if impossible:
        records = [record for index, record in enumerate(records) if index not in impossible]
    return records, leftovers


def build(act: Deliberation, records: Sequence[LineRecord]) -> list[GrantLine]:
    """Unsaved lines of an act (which has its key), with operators, headings and communes found or made, and nothing
    that is masked: neither read nor typed by staff."""
    return list(chain.from_iterable(build_by_batches(act, records, max(1, len(records)))))


def build_by_batches(act: Deliberation, records: Sequence[LineRecord], size: int) -> Iterator[list[GrantLine]]:
    """The same, so many lines at a time: `records` are looked at twice."""
    masks = masks_of(act)
    headings = Headings(act.department, map(masks.line, records))
    communes = communes_known()
    waiting = iter(records)
    while batch := list(islice(waiting, size)):
        mark_typed_persons(act, batch, masks)
        yield _lines(act, [masks.line(record) for record in batch], headings, communes)


def _lines(act: Deliberation, records: Sequence[LineRecord], headings: Headings, communes: Communes) -> list[GrantLine]:
    operators = operators_named(record.operator for record in records if record.operator != MASKED_PERSON)
    seats = _seats(act, records, communes)
    return [
        _line(act, record, headings, operators.get(squeeze(record.operator)), seats[record.commune, record.operator])
        for record in records
    ]


def _seats(act: Deliberation, records: Sequence[LineRecord], communes: Communes) -> dict[tuple[str, str], Seat]:
    """The commune, and how it was found, of each pair of printed seat and operator."""
    department = act.department_id
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
