"""Lines whose money is not paid from the budget of the council: told, and added up apart."""

from ingest.reader.money.money_words import holds
from ingest.reader.records import LineRecord
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import OUTSIDE_BUDGET


def is_outside_budget(line: LineRecord) -> bool:
    """Whether the line says that its money is not paid from the budget of the council."""
    return holds(phrase(line.detail), OUTSIDE_BUDGET)
