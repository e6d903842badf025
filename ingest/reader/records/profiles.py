"""What people said of the columns of a table, as plain data that the reader takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """The columns of every table of a council that prints these headers, as a person said them once.

    `department` is an INSEE code. `signature`, `kinds` and `years` go by column: its folded header with marks for
    years, a name of `KINDS`, and `printed`, `act`, `act-1`, `act+1`… for money. `listing`: whether such a table lists
    grants, None where the reader is to judge. `position`: the only table meant, as `TableRecord.position`; 0 for all.
    `told`: the French sentence that says since when, and by whom.
    """

    department: str
    signature: tuple[str, ...]
    kinds: tuple[str, ...]
    years: tuple[str, ...]
    listing: bool | None = None
    position: int = 0
    told: str = ""
