"""What a reader would have found: plain functions that build records, with realistic French defaults."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

from ingest.reader.records import (
    Box,
    CheckRecord,
    DecisionRecord,
    DeliberationRecord,
    Document,
    Leftover,
    LineRecord,
    Page,
    Reading,
    RecusalRecord,
    Source,
    TotalRecord,
    VoteRecord,
)

FILE = b"%PDF-1.7 the act as printed"


def a_source(*, page: int = 3, row: int = 1) -> Source:
    return Source(page, 1, row, Box(0.1, 0.05 + row / 100, 0.9, 0.06 + row / 100))


def a_record(line: int = 1, operator: str = "CCAS de Maubeuge", amount: str = "12500.00", **fields) -> LineRecord:
    values = {
        "table": "annexe-1",
        "year": 2023,
        "amount_text": f"{amount} €",
        "source": a_source(row=line % 90),
        "reference": f"2023/{line:05}",
        "department": "Nord",
        "programme": "Parcours IAE",
        "action": "Chantier d’insertion",
    }
    return LineRecord(line=line, operator=operator, amount=Decimal(amount), **(values | fields))


def an_act(**fields) -> DeliberationRecord:
    values = {
        "department": "Nord",
        "body": "Conseil départemental",
        "number": "DIPLE/2023/101",
        "title": "Insertion professionnelle : attribution de subventions",
        "session_date": date(2023, 6, 26),
    }
    return DeliberationRecord(**(values | fields))


def a_total_record(amount: str = "12500.00", **fields) -> TotalRecord:
    values = {"scope": "Total général", "table": "annexe-1", "year": 2023, "text": "", "where": "table row"}
    return TotalRecord(amount=Decimal(amount), **({"source": a_source(row=80)} | values | fields))


def a_check_record(total: TotalRecord, computed: str) -> CheckRecord:
    difference = Decimal(computed) - total.amount
    return CheckRecord(total, "different" if difference else "equal", Decimal(computed), difference)


def a_vote_record(**fields) -> VoteRecord:
    return VoteRecord(
        **({"result": "à la majorité", "votes_for": 44, "against": 30, "source": a_source(page=2)} | fields)
    )


def a_decision_record(text: str = "d’attribuer les subventions ;", **fields) -> DecisionRecord:
    return DecisionRecord(text=text, source=a_source(page=1), **fields)


def a_recusal_record(organisation: str, *, person: str = "Sylvie DUPREZ", **fields) -> RecusalRecord:
    printed = f"Madame DUPREZ est Présidente de {organisation}."
    return RecusalRecord(person, printed, a_source(page=2), organisation=organisation, **fields)


def a_leftover_record(text: str = "Mission locale – voir convention") -> Leftover:
    return Leftover(text, "aucun montant dans la ligne", a_source(page=5))


def a_reading(*records: LineRecord, file: bytes = FILE, act: DeliberationRecord | None = None, **fields) -> Reading:
    """One act with these lines (one line where none is given), read in `file`."""
    pages = tuple(Page(number, 595, 842, (), ()) for number in range(1, 7))
    document = Document(fields.pop("name", "deliberation.pdf"), sha256(file).hexdigest(), pages)
    lines = fields.pop("lines", records or (a_record(),))
    values = {"totals": (), "checks": ()}
    return Reading(document, act or an_act(), tuple(lines), **(values | fields))
