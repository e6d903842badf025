"""The list of operators that staff fill in a spreadsheet and send back (`grants.operators.changes` reads it)."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from grants.exports.csv_files import BYTE_ORDER_MARK, FRENCH, Echo, safe_text
from grants.exports.lines import kind_of_operator
from grants.models import Operator, OperatorName
from grants.operators.files import KEY, NAMES_APART

OPERATORS_AT_ONCE = 2_000
COLUMNS = (KEY, "nom", "noms", "nature", "siret", "rna", "commune_insee", "commune")
_FIELDS = ("pk", "name", "kind", "siret", "rna", "commune", "commune__name")


def operator_list() -> Iterator[str]:
    """A CSV, some thousands of operators in memory at a time: those that have a page of their own, by name."""
    writer = csv.writer(Echo(), delimiter=FRENCH.delimiter)
    yield BYTE_ORDER_MARK + writer.writerow(COLUMNS)
    operators = Operator.objects.apart().values_list(*_FIELDS).iterator(chunk_size=OPERATORS_AT_ONCE)
    while batch := list(islice(operators, OPERATORS_AT_ONCE)):
        names = defaultdict(list)
        spellings = OperatorName.objects.filter(operator__in=[row[0] for row in batch])
        for pk, name in spellings.values_list("operator", "name"):
            names[pk].append(name)
        yield "".join(writer.writerow(_cells(row, names[row[0]])) for row in batch)


def _cells(row: tuple, names: list[str]) -> tuple[str, ...]:
    pk, name, kind, siret, rna, *seat = row
    texts = (name, NAMES_APART.join(names), kind_of_operator(kind), siret, rna, *seat)
    return (str(pk), *map(safe_text, texts))
