"""The list of operators that staff fill in a spreadsheet and send back (`grants.operator_changes` reads it)."""

import csv
from collections.abc import Iterator
from itertools import islice

from grants.exports.csv_files import BYTE_ORDER_MARK, FRENCH, ROWS_A_PIECE, Echo, safe_text
from grants.models import Operator
from grants.operator_files import KEY, NAMES_APART

OPERATORS_AT_ONCE = 2_000
COLUMNS = (KEY, "nom", "noms", "nature", "siret", "rna", "commune_insee", "commune")


def operator_list() -> Iterator[str]:
    """A CSV, some thousands of operators in memory at a time: those that have a page of their own, by name."""
    writer = csv.writer(Echo(), delimiter=FRENCH.delimiter)
    yield BYTE_ORDER_MARK + writer.writerow(COLUMNS)
    operators = Operator.objects.filter(merged_into=None).select_related("commune").prefetch_related("names")
    rows = (writer.writerow(_cells(operator)) for operator in operators.iterator(chunk_size=OPERATORS_AT_ONCE))
    while piece := "".join(islice(rows, ROWS_A_PIECE)):
        yield piece


def _cells(operator: Operator) -> tuple[str, ...]:
    names = NAMES_APART.join(spelling.name for spelling in operator.names.all())
    commune = operator.commune
    texts = (operator.name, names, operator.get_kind_display(), operator.siret, operator.rna)
    seat = (commune.pk, commune.name) if commune else ("", "")
    return (str(operator.pk), *map(safe_text, (*texts, *seat)))
