"""What a document prints of private persons: bank accounts, addresses, numbers, signatures, names."""

from dataclasses import dataclass
from typing import Literal

from ingest.reader.records.pages import Source

PersonalKind = Literal["bank", "email", "phone", "signature", "person"]


@dataclass(frozen=True, slots=True)
class PersonalRecord:
    """One thing found on one page. `sources`: each stretch of a printed line that holds it, never across pages.

    `text` as printed, on one line; empty for a signature. `reason` says in French why it was taken for what it is.
    `service`: it leads to an office rather than to a person, as far as it tells (« contact@… »).
    """

    kind: PersonalKind
    text: str
    sources: tuple[Source, ...]
    reason: str
    service: bool = False
