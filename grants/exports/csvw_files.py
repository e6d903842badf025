"""What a CSV file cannot say of itself, beside it, as « CSV on the Web » (W3C, 2015): source, licence, date, columns.

Standard tools (csvw, frictionless) read it and type the columns; a CSV answers with its address in a `Link` header.
"""

import json
from typing import Any

from grants.exports.columns import Column
from grants.exports.csv_files import Dialect
from grants.exports.tables import LICENCE_ADDRESS, Origin, Table

DATATYPES = {
    "texte": "string",
    "entier": "integer",
    "nombre": "decimal",
    "montant": "decimal",
    "date": "date",
    "adresse": "anyURI",
}


def csvw_text(table: Table, origin: Origin, csv_address: str, dialect: Dialect) -> str:
    """The metadata of the CSV at this address, in JSON."""
    said = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "fr"}],
        "url": csv_address,
        "dc:title": table.title,
        "dc:publisher": origin.publisher,
        "dc:source": origin.address,
        "dc:license": {"@id": LICENCE_ADDRESS},
        "dc:modified": {"@value": origin.updated.isoformat(), "@type": "xsd:date"} if origin.updated else None,
        "dialect": {"delimiter": dialect.delimiter, "encoding": "utf-8", "header": True},
        "tableSchema": {"columns": [_column(column, dialect) for column in table.columns]},
    }
    return json.dumps({name: value for name, value in said.items() if value is not None}, ensure_ascii=False, indent=1)


def _column(column: Column, dialect: Dialect) -> dict[str, Any]:
    datatype: Any = DATATYPES[column.holds]
    if datatype == "decimal":
        datatype = {"base": "decimal", "format": {"decimalChar": dialect.decimal_mark}}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": f"{column.description} ({column.kind})",
        "datatype": datatype,
    }
