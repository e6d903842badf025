"""What is masked, taken out of what the site remembers: the public journal, lines that are gone, names of operators,
explanations of staff.

To be called in the transaction that masks, once the lines are written. Snapshots that were taken before hold what was
public then: they are files, for people to withdraw.
"""

from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef

from grants.models import Change, Check, Deliberation, GoneLine, GrantLine, LineEdit, Operator, Recusal
from grants.search import entries
from grants.search.free_text import search_document
from ingest.store.private.masks import MASKED_PERSON, Masks, masks_of

# Columns of a line that hold printed texts, beside the name of its operator.
_TEXTS = (
    *("action", "detail", "agreement", "amount_text", "places_text", "notes"),
    *("territory_text", "programme_text", "subprogramme_text", "commune_text"),
)


def forget_masked(act: Deliberation) -> None:
    """Take what is masked of this act out of all that is kept beside its lines."""
    masks = masks_of(act)
    _rewrite_journal(act, masks)
    _rewrite_gone_lines(act, masks)
    _rewrite_edits(act, masks)
    _rewrite_explanations(act, masks)
    _forget_operators(masks)


def _rewrite_journal(act: Deliberation, masks: Masks) -> None:
    changed = []
    for change in act.changes.iterator(chunk_size=500):
        before, after = _masked(change.before, masks), _masked(change.after, masks)
        if (before, after) != (change.before, change.after):
            change.before, change.after = before, after
            changed.append(change)
    Change.objects.bulk_update(changed, ["before", "after"], batch_size=500)


def _rewrite_gone_lines(act: Deliberation, masks: Masks) -> None:
    changed = []
    for one in act.gone_lines.all():
        values = _masked(one.values, masks)
        values["as_read"] = {name: masks.text(text) for name, text in one.values.get("as_read", {}).items()}
        if values != one.values:
            told = (values.get(name, "") for name in ("operator_text", "reference", *_TEXTS))
            one.values = values | {"search_text": search_document(told)}
            changed.append(one)
    GoneLine.objects.bulk_update(changed, ["values"], batch_size=500)


def _rewrite_edits(act: Deliberation, masks: Masks) -> None:
    """What people typed stays in `unmasked`, for staff: the rest of an entry may be told to readers."""
    changed = []
    for edit in act.line_edits.iterator(chunk_size=500):
        mask = masks.operator if edit.field == "operator" else masks.text
        before, after = mask(edit.before), mask(edit.after)
        if (before, after) != (edit.before, edit.after):
            edit.unmasked = edit.unmasked or (edit.after if after != edit.after else "")
            edit.before, edit.after = before, after
            changed.append(edit)
    LineEdit.objects.bulk_update(changed, ["before", "after", "unmasked"], batch_size=500)


def _rewrite_explanations(act: Deliberation, masks: Masks) -> None:
    changed = []
    for check in Check.objects.of_act(act).exclude(acknowledgement=""):
        word = masks.text(check.acknowledgement)
        if word != check.acknowledgement:
            check.acknowledgement = word
            changed.append(check)
    Check.objects.bulk_update(changed, ["acknowledgement"])


def _masked(told: Mapping[str, object], masks: Masks) -> dict:
    """The columns of a line, as the journal keeps them, without what is masked."""
    clean = {
        name: masks.text(text) if name in _TEXTS and isinstance(text, str) else text for name, text in told.items()
    }
    operator = told.get("operator_text")
    if isinstance(operator, str):
        clean["operator_text"] = masks.operator(operator)
        if clean["operator_text"] == MASKED_PERSON:
            clean["operator_id"] = None
    return clean


def _forget_operators(masks: Masks) -> None:
    """Operators made of the names of masked persons, once nothing names them any more: name and address go."""
    private = [one for one in _unused() if masks.hides_person(one.name)]
    Operator.objects.filter(pk__in=[one.pk for one in private]).delete()
    entries.index(private)  # they are there no more: their entries go


def _unused() -> Iterable[Operator]:
    lines = GrantLine.objects.filter(operator=OuterRef("pk"))
    recusals = Recusal.objects.filter(operator=OuterRef("pk"))
    merged = Operator.objects.filter(merged_into=OuterRef("pk"))
    return Operator.objects.exclude(Exists(lines)).exclude(Exists(recusals)).exclude(Exists(merged))
