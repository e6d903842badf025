"""What staff mend by hand, and what must follow in the lines. Does not decide who may mend."""

from django.db import transaction

from grants import history
from grants.models import Commune, Decision, GrantLine, Operator
from grants.search import entries
from grants.search.free_text import line_document, search_document

FoundBy = Operator.FoundBy
# A seat that the row itself prints is what the act says: a correction of the register does not touch it.
PRINTED_SEATS = (FoundBy.PRINTED, FoundBy.OLD_NAME)
ROWS_AT_ONCE = 500


@transaction.atomic
def set_seat(operator: Operator, commune: Commune | None, found_by: str = FoundBy.STAFF) -> int:
    """Give an operator the seat that a person found, or none, and return how many lines follow.

    Lines whose own row prints a seat keep it.
    """
    operator.commune = commune
    operator.commune_found_by = found_by if commune else ""
    operator.save(update_fields=["commune", "commune_found_by"])
    lines = GrantLine.objects.by_operator(operator).exclude(commune_found_by__in=PRINTED_SEATS)
    moved = lines.update(commune=commune, commune_found_by=operator.commune_found_by)
    refresh_search(lines)
    entries.index([operator])
    history.bump()
    return moved


def refresh_search(lines) -> None:
    """Write again the words by which these lines are found: something that they name has changed."""
    batch = list(lines.with_context())
    for line in batch:
        line.search_text = line_document(line)
    GrantLine.objects.bulk_update(batch, ["search_text"], batch_size=ROWS_AT_ONCE)


def refresh_search_of_decisions(decisions) -> None:
    """Write again the words by which these decisions are found."""
    batch: list[Decision] = []
    for decision in decisions.order_by("pk").iterator(chunk_size=ROWS_AT_ONCE):
        decision.search_text = search_document([decision.text])
        batch.append(decision)
        if len(batch) == ROWS_AT_ONCE:
            Decision.objects.bulk_update(batch, ["search_text"])
            batch.clear()
    Decision.objects.bulk_update(batch, ["search_text"])
