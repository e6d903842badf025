"""A reader whose files say in JSON what it finds in them: for the tests of all that comes after the reading."""

import json
from pathlib import Path

from ingest.reader.errors import EncryptedFileError
from ingest.reader.records import Reading
from tests.ingest.readings import a_leftover_record, a_reading, a_record, a_total_record, an_act


def script(path: Path, *, number: str = "2023/1", lines=(("CCAS de Lens", "1500.00"),), **rest) -> Path:
    """Write a file for this reader: `lines` of (operator, amount); `refused` makes it raise; `leftovers`: how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"number": number, "lines": lines} | rest))
    return path


def read(path: Path) -> Reading:
    told = json.loads(path.read_text())
    if told.get("refused"):
        raise EncryptedFileError(path.name)
    records = [a_record(number, name, amount) for number, (name, amount) in enumerate(told["lines"], 1)]
    return a_reading(
        *records,
        lines=records,
        file=path.read_bytes(),
        name=path.name,
        act=an_act(number=told["number"], department=told.get("department", "Nord")),
        totals=[a_total_record(amount) for amount in told.get("totals", ())],
        leftovers=(a_leftover_record(),) * told.get("leftovers", 0),
    )
