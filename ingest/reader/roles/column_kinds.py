"""What a person may say that a column is → its role for the reader, and why its money does not count where it does not.

Finer than roles: money asked, proposed, of the State or of last year is one role, and not the same thing to a reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.reader.money.money_roles import (
    ASKED_NOTE,
    COST_NOTE,
    FUNDER_NOTE,
    PREVIOUS_NOTE,
    SCHEDULE_NOTE,
    SECOND_NOTE,
    WHOLE_NOTE,
)
from ingest.reader.money.money_words import holds
from ingest.reader.records import Column, Role
from ingest.reader.vocabulary.money import PROPOSED
from ingest.reader.vocabulary.payers import PAYERS
from ingest.reader.vocabulary.phrases import phrase

PROPOSED_NOTE = "montant proposé"
STATE_NOTE = "part de l’État"


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """`note`: in French, why money of this kind is kept as printed and never counted. `single`: one column a table."""

    role: Role
    note: str = ""
    deducted: bool = False
    single: bool = False


KINDS: Mapping[str, ColumnKind] = {
    "operator": ColumnKind("operator", single=True),
    "amount": ColumnKind("amount"),
    "amount_asked": ColumnKind("amount_other", ASKED_NOTE),
    "amount_proposed": ColumnKind("amount_other", PROPOSED_NOTE),
    "amount_state": ColumnKind("amount_other", STATE_NOTE),
    "amount_funder": ColumnKind("amount_other", FUNDER_NOTE),
    "amount_previous": ColumnKind("amount_other", PREVIOUS_NOTE),
    "amount_cost": ColumnKind("amount_other", COST_NOTE),
    "amount_whole": ColumnKind("amount_other", WHOLE_NOTE),
    "amount_schedule": ColumnKind("amount_other", SCHEDULE_NOTE),
    "amount_deducted": ColumnKind("amount", deducted=True),
    "amount_other": ColumnKind("amount_other", SECOND_NOTE),
    "places": ColumnKind("places"),
    "action": ColumnKind("action", single=True),
    "detail": ColumnKind("detail"),
    "remark": ColumnKind("remark"),
    "programme": ColumnKind("programme", single=True),
    "subprogramme": ColumnKind("subprogramme", single=True),
    "territory": ColumnKind("territory", single=True),
    "commune": ColumnKind("commune", single=True),
    "reference": ColumnKind("reference", single=True),
    "agreement": ColumnKind("agreement", single=True),
    "other": ColumnKind("other"),
}
_BY_NOTE = {kind.note: name for name, kind in KINDS.items() if kind.note}


def kind_of(column: Column) -> str:
    """The name, in `KINDS`, of what a column was taken for."""
    if column.role == "amount":
        return "amount_deducted" if column.deducted else "amount"
    if column.role != "amount_other":
        return column.role
    words = phrase(column.header)
    if column.note == FUNDER_NOTE and holds(words, PAYERS["state"]):
        return "amount_state"
    if column.note == SECOND_NOTE and holds(words, PROPOSED):
        return "amount_proposed"
    return _BY_NOTE.get(column.note, "amount_other")
