"""The record of a row whose cell states several grants → one record for each of them."""

from dataclasses import replace

from ingest.reader.grant_rows.row_amounts import ReadAmount
from ingest.reader.records import DOUBTFUL, LineRecord
from ingest.reader.values.amount_parts import AmountPart

_EARLIER_NOTE = "somme d’une année d’avant l’acte, peut-être un rappel\u202f: à vérifier"
_PARTS_NOTE = "une des sommes de la même case ; imprimé : « {text} »"


def records_of_parts(record: LineRecord, read: ReadAmount) -> list[LineRecord]:
    """One record for each of the grants that one cell states, numbered from that of the row; those of several years are
    one line."""
    return [_record_of(part, record, read, 0 if part.year else place) for place, part in enumerate(read.parts)]


def _record_of(part: AmountPart, record: LineRecord, read: ReadAmount, place: int) -> LineRecord:
    one = replace(
        record,
        line=record.line + place,
        year=part.year or record.year,
        amount=part.amount.value,
        detail=" ; ".join(text for text in (record.detail, part.label) if text),
        # Amounts one under the other, beside texts that do not begin level with them, may be of other names.
        certainty=min(record.certainty, DOUBTFUL) if read.stacked else record.certainty,
        notes=(*record.notes, _PARTS_NOTE.format(text=read.amount.text)),
    )
    earlier = part.year is not None and record.year is not None and part.year < record.year
    return one.doubted(DOUBTFUL, _EARLIER_NOTE) if earlier else one
