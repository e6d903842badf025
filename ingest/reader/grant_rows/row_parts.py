"""The record of a row whose cell states several grants → one record for each of them."""

from dataclasses import replace

from ingest.reader.grant_rows.row_amounts import ReadAmount
from ingest.reader.records import LineRecord

# Certainty of amounts one under the other, beside texts that do not begin level with them.
_STACKED = 0.6
_PARTS_NOTE = "une des sommes de la même case ; imprimé : « {text} »"


def records_of_parts(record: LineRecord, read: ReadAmount) -> list[LineRecord]:
    """One record for each of the grants that one cell states, numbered from that of the row."""
    return [
        replace(
            record,
            line=record.line + place,
            amount=part.amount.value,
            detail=" ; ".join(text for text in (record.detail, part.label) if text),
            certainty=min(record.certainty, _STACKED) if read.stacked else record.certainty,
            notes=(*record.notes, _PARTS_NOTE.format(text=read.amount.text)),
        )
        for place, part in enumerate(read.parts)
    ]
