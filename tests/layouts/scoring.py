"""What was read in an act against what was set: lines aligned in the order of the document, by our own count."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.reader.records import LineRecord, Reading
from portal.french import fold
from tests.layouts.acts import Act
from tests.layouts.builder import FIELDS, Expected

# From this certainty on a line is said to be read without doubt.
SURE = 0.9
# What two lines must share for being the same: half of a name, or an amount.
_ALIKE = 0.35
_NOTHING = (Decimal("-Infinity"), 0)


@dataclass
class Read:
    """One printed row as it was read, its years together."""

    amounts: dict[int | None, Decimal] = field(default_factory=dict)
    records: list[LineRecord] = field(default_factory=list)

    @property
    def sure(self) -> bool:
        return all(record.certainty >= SURE for record in self.records)


@dataclass
class Score:
    """Shares from 0 to 1, and what went wrong in words. `wrong`: amounts read wrong that bear no doubt; `lost`: rows
    that neither a line nor a leftover shows."""

    lines: float
    amounts: float
    fields: dict[str, float]
    totals: float
    decoys: int
    wrong: int
    lost: int
    told: list[str]


def score(act: Act, reading: Reading | None) -> Score:
    """`reading`: None where the file could not be read at all."""
    wanted = [one for table in act.tables for one in table.expected]
    found = _rows(reading.lines if reading else ())
    pairs = _aligned(wanted, found)
    both = [(wanted[i], found[j]) for i, j in pairs]
    missing = [one for i, one in enumerate(wanted) if i not in {i for i, _ in pairs}]
    extra = [one for j, one in enumerate(found) if j not in {j for _, j in pairs}]
    right = sum(
        one.amounts.get(year) == amount for one_wanted, one in both for year, amount in one_wanted.amounts.items()
    )
    differ = [(a, b) for a, b in both if a.amounts != b.amounts]
    told = [f"missing {_told(one.fields, one.amounts)}" for one in missing]
    told += [f"extra {_told(_fields(one), one.amounts)}{'' if one.sure else ' (doubt)'}" for one in extra]
    told += [f"{_told(a.fields, a.amounts)} read {b.amounts}{'' if b.sure else ' (doubt)'}" for a, b in differ]
    fields, wrong_fields = _field_shares(wanted, both)
    totals = Counter(one for table in act.tables for one in table.totals)
    read_totals = Counter((one.year, one.amount) for one in reading.totals) if reading else Counter()
    lost = [*_lost(act, reading), *(one.fields["operator"] for one in missing if not _is_left_over(one, reading))]
    return Score(
        lines=2 * len(both) / (len(wanted) + len(found)) if wanted or found else 1.0,
        amounts=right / sum(len(one.amounts) for one in wanted) if wanted else 1.0,
        fields=fields,
        totals=sum((totals & read_totals).values()) / totals.total() if totals else 1.0,
        decoys=sum(_is_decoy(amount) for one in extra for amount in one.amounts.values()),
        wrong=sum(one.sure for one in extra) + sum(b.sure for _, b in differ),
        lost=len(lost),
        told=[*told, *[f"neither line nor leftover: {name}" for name in lost], *wrong_fields],
    )


def _rows(lines: Sequence[LineRecord]) -> list[Read]:
    rows: dict[int, Read] = {}
    for line in lines:
        row = rows.setdefault(line.line, Read())
        row.amounts[line.year] = row.amounts.get(line.year, Decimal(0)) + line.amount
        row.records.append(line)
    return list(rows.values())


def _aligned(wanted: Sequence[Expected], found: Sequence[Read]) -> list[tuple[int, int]]:
    """The pairs of places, in order, that share the most."""
    best = [[0.0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    for i, one in enumerate(wanted, 1):
        name = set(fold(one.fields["operator"]).split())
        for j, other in enumerate(found, 1):
            alike = _alike(name, one, other)
            here = best[i - 1][j - 1] + alike if alike >= _ALIKE else 0.0
            best[i][j] = max(best[i - 1][j], best[i][j - 1], here)
    pairs, i, j = [], len(wanted), len(found)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _alike(name: set[str], wanted: Expected, found: Read) -> float:
    words = set(fold(found.records[0].operator).split())
    names = len(name & words) / max(len(name | words), 1)
    same = set(wanted.amounts.values()) & set(found.amounts.values())
    return names + 0.6 * bool(same)


def _field_shares(
    wanted: Sequence[Expected], both: Sequence[tuple[Expected, Read]]
) -> tuple[dict[str, float], list[str]]:
    shares, told = {}, []
    for name in (*FIELDS, "places"):
        stated = [one for one in wanted if _stated(one, name)]
        wrong = [(a, b) for a, b in both if _stated(a, name) and not _is_read(a, b.records[0], name)]
        right = sum(bool(_stated(a, name)) for a, _ in both) - len(wrong)
        if stated:
            shares[name] = right / len(stated)
        told += [f"{name}: {_stated(a, name)!r} read {_read(b.records[0], name)!r}" for a, b in wrong[:3]]
    return shares, told


def _stated(one: Expected, name: str) -> str:
    return str(one.places or "") if name == "places" else one.fields.get(name, "")


def _read(record: LineRecord, name: str) -> str:
    return str(record.places or "") if name == "places" else getattr(record, name)


def _is_read(wanted: Expected, record: LineRecord, name: str) -> bool:
    return fold(_stated(wanted, name)) == fold(_read(record, name))


def _lost(act: Act, reading: Reading | None) -> list[str]:
    """Rows without an amount that the reading does not show: nothing is lost in silence."""
    shown = " ".join(fold(one.text) for one in reading.leftovers) if reading else ""
    return [name for table in act.tables for name in table.without_amount if fold(name) not in shown]


def _is_left_over(one: Expected, reading: Reading | None) -> bool:
    """Whether a leftover, or a table set aside with its reason, prints an amount of this row, to the euro."""
    shown = [one.text for one in reading.leftovers] if reading else []
    aside = [table for table in reading.tables if table.skipped] if reading else []
    shown += [cell.text for table in aside for row in table.rows for cell in row.cells]
    figures = {str(abs(int(amount))) for amount in one.amounts.values()}
    return any(figure in "".join(filter(str.isdigit, text)) for text in shown for figure in figures)


def _fields(one: Read) -> dict[str, str]:
    return {"operator": one.records[0].operator, "action": one.records[0].action}


def _told(fields: dict[str, str], amounts: dict[int | None, Decimal] | dict[int, Decimal]) -> str:
    return f"{fields['operator']!r} {' '.join(f'{year}: {amount}' for year, amount in amounts.items())}"


def _is_decoy(amount: Decimal) -> bool:
    """Amounts of decoys end with seven or nine euros; those of grants never do."""
    return str(int(amount))[-1] in "79"
