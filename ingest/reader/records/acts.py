"""What an act says in sentences, and of itself: paragraphs, votes, decisions, recusals; where it stands in its file."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ingest.reader.records.pages import Source


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables, on one line; running heads once, at their first place, and page numbers removed.

    `kind` is `item` where it opens with a dash, a bullet or a number, `heading` where the typography says so.
    """

    text: str
    source: Source
    kind: Literal["text", "item", "heading"] = "text"
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """One vote. `articles`: the articles it bears on, empty for the whole act. Counts are None where not printed."""

    result: str = ""
    articles: tuple[int, ...] = ()
    votes_for: int | None = None
    against: int | None = None
    abstentions: int | None = None
    not_voting: int | None = None
    absent_without_proxy: int | None = None
    proxies: int | None = None
    present: int | None = None
    votes_cast: int | None = None
    majority: int | None = None
    for_detail: str = ""
    against_detail: str = ""
    abstentions_detail: str = ""
    not_voting_detail: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """One article or item of the decision, as printed; `amount` in euros where it states one, else None."""

    text: str
    source: Source
    article: int | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RecusalRecord:
    """An elected member who stands aside: person, function and organisation as printed, empty where not printed."""

    person: str
    as_printed: str
    source: Source
    function: str = ""
    organisation: str = ""
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DeliberationRecord:
    """What the act says of itself. Texts as printed, empty where not printed; dates None where not printed."""

    department: str = ""
    body: str = ""
    number: str = ""
    report_reference: str = ""
    title: str = ""
    session_date: date | None = None
    received_date: date | None = None
    published_date: date | None = None
    prefecture_receipt: str = ""
    president: str = ""
    secretary: str = ""
    votes: tuple[VoteRecord, ...] = ()
    decisions: tuple[DecisionRecord, ...] = ()
    recusals: tuple[RecusalRecord, ...] = ()

    @property
    def session_year(self) -> int | None:
        """What an amount is for where no other year is printed."""
        return self.session_date.year if self.session_date else None


@dataclass(frozen=True, slots=True)
class BoundAct:
    """One deliberation of a file that holds several: its pages from 1, its number and title as printed over them, empty
    where none is. `deliberation`: what it says of itself, once its pages are read."""

    first_page: int
    last_page: int
    number: str = ""
    title: str = ""
    deliberation: DeliberationRecord | None = None
