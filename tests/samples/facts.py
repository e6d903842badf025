"""The facts that the samples print, and the rows that a reader should find in them.

Enters: the files of `facts/`. Leaves: dictionaries; `expected` files beside the PDFs.
"""

import csv
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

FACTS = Path(__file__).parent / "facts"
COLUMNS = (
    "line", "table", "reference", "department", "territory", "programme", "subprogramme", "operator", "commune",
    "action", "detail", "places", "year", "amount", "agreement",
)  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `facts/<name>.csv`, in the order of the act."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def act(name: str) -> dict:
    """What the act says of itself: number, dates, votes, recusals."""
    return json.loads((FACTS / f"{name}.act.json").read_text(encoding="utf-8"))


def stated(
    where: str, year: str, amount: Decimal | str, status: str = "equal", difference: str = "0.00"
) -> dict[str, str]:
    """A total that the act states, and how its check ends."""
    return {
        "where": where,
        "year": year,
        "amount": f"{Decimal(amount):.2f}",
        "status": status,
        "difference": difference,
    }


def write_lines(path: Path, lines: Iterable[dict[str, str | int]]) -> None:
    """Write expected rows, the columns that a line does not name left empty."""
    _write(path, COLUMNS, lines)


def write_totals(path: Path, totals: Iterable[dict[str, str]]) -> None:
    """Write the checks that a reading should end with: where, year, stated amount, status, difference."""
    _write(path, ("where", "year", "amount", "status", "difference"), totals)


def write_act(path: Path, facts: dict) -> None:
    """Write what a reading should say of the act itself."""
    path.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write(path: Path, columns: Sequence[str], data: Iterable[dict]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(data)
