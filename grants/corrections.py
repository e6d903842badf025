"""What staff mend by hand, and what must follow in the lines. Does not decide who may mend."""

from django.db import transaction

from grants import entries, history
from grants.models import Commune, Decision, GrantLine, Operator, Recusal
from grants.search import line_document, search_document

FoundBy = Operator.FoundBy
# A seat that the row itself prints is what the act says: a correction of the register does not touch it.
PRINTED_SEATS = (FoundBy.PRINTED, FoundBy.OLD_NAME)
ROWS_AT_ONCE = 500


@transaction.atomic
def set_seat(operator: Operator, commune: Commune | None) -> int:
    """Give an operator the seat that a person found, or none, and return how many lines follow.

    Lines whose own row prints a seat keep it.
    """
    operator.commune = commune
    operator.commune_found_by = FoundBy.STAFF if commune else ""
    operator.save(update_fields=["commune", "commune_found_by"])
    lines = GrantLine.objects.by_operator(operator).exclude(commune_found_by__in=PRINTED_SEATS)
    moved = lines.update(commune=commune, commune_found_by=operator.commune_found_by)
    refresh_search(lines)
    entries.index([operator])
    history.bump()
    return moved


@transaction.atomic
def merge(gone: Operator, kept: Operator) -> int:
    """Say that `gone` is `kept` under another name; gives how many lines pass to it.

    `gone` keeps its key and its spellings, so that what is printed under them later passes too and `part` can undo.
    Raises ValueError where the two are one already, one of them through the other.
    """
    if kept.merged_into_id:
        kept = kept.merged_into
    if gone.pk == kept.pk:
        raise ValueError(f"«\u202f{gone}\u202f» ne peut pas être réuni à lui-même.")
    Operator.objects.filter(merged_into=gone).update(merged_into=kept)
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    lines = GrantLine.objects.by_operator(gone)
    touched = list(lines.values_list("pk", flat=True))
    lines.update(operator=kept)
    Recusal.objects.filter(operator=gone).update(operator=kept)
    refresh_search(GrantLine.objects.filter(pk__in=touched))
    entries.index([gone, kept])
    history.bump()
    return len(touched)


@transaction.atomic
def part(operator: Operator) -> int:
    """Undo `merge`: the lines that print one of its spellings are its own again; gives how many."""
    kept, operator.merged_into = operator.merged_into, None
    if kept is None:
        return 0
    operator.save(update_fields=["merged_into"])
    spellings = list(operator.names.values_list("name", flat=True))
    lines = GrantLine.objects.by_operator(kept).filter(operator_text__in=spellings)
    touched = list(lines.values_list("pk", flat=True))
    lines.update(operator=operator)
    Recusal.objects.filter(operator=kept, organisation__in=spellings).update(operator=operator)
    refresh_search(GrantLine.objects.filter(pk__in=touched))
    entries.index([operator, kept])
    history.bump()
    return len(touched)


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
