"""JSON: where the data comes from, its columns, then its rows as objects, written row by row.

Amounts are numbers of euros, dates ISO texts, addresses complete; an absent value is null. Texts are as printed.
"""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from grants.exports.columns import Cell, Column, cells
from grants.exports.tables import LICENCE, LICENCE_ADDRESS, Origin, Table

ROWS_A_PIECE = 200


def json_pieces(table: Table, origin: Origin) -> Iterator[str]:
    """The file, some rows at a time: one object, the figures of the whole in `ensemble`, the rows last in `lignes`."""
    yield _dumped(_head(table, origin)).removesuffix("}") + ', "lignes": ['
    names = [column.name for column in table.columns]
    found = [json_value(column, cell, origin.site) for column, cell in cells(table.columns)]
    rows = (_dumped(dict(zip(names, [value(values) for value in found], strict=True))) for values in table.values())
    before = "\n"
    while piece := ",\n".join(islice(rows, ROWS_A_PIECE)):
        yield before + piece
        before = ",\n"
    yield "\n]}\n"


def _head(table: Table, origin: Origin) -> dict[str, Any]:
    return {
        "titre": table.title,
        "source": origin.publisher,
        "adresse": origin.address,
        "licence": LICENCE,
        "licence_adresse": LICENCE_ADDRESS,
        "mise_a_jour": origin.updated and origin.updated.isoformat(),
        "ensemble": table.figures(),
        "colonnes": [
            {"nom": column.name, "description": column.description, "origine": column.kind, "type": column.holds}
            for column in table.columns
        ],
    }


def json_value(column: Column, cell: Cell, site: str) -> Cell:
    """The cell as JSON writes it. `site`: scheme and host, which complete an address."""
    match column.holds:
        case "montant":
            return lambda values: None if (cents := cell(values)) is None else cents / 100
        case "adresse":
            return lambda values: site + path if (path := cell(values)) else None
        case "date":
            return lambda values: (day := cell(values)) and day.isoformat()
        case _:
            return cell


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
