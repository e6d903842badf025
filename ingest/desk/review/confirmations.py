"""What a person compared with the print and found right: such a row is not asked about again until it says another."""

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from grants.models import Deliberation, GrantLine, LineEdit


def told(line: GrantLine) -> str:
    """What a line says of itself, as kept with the confirmation: other words later are another question."""
    who = (line.operator_text, line.commune_text, line.territory_text)
    what = (line.programme_text, line.subprogramme_text, line.action, line.detail)
    counted = (line.year, line.places, line.amount)
    return " | ".join("" if part is None else str(part) for part in (*who, *what, *counted))


@transaction.atomic
def confirm(lines: Sequence[GrantLine], author: User) -> UUID | None:
    """Note that `author` found these lines of one act to be as printed; gives the batch to undo by, None for no line.

    Changes nothing that the public sees.
    """
    if not lines:
        return None
    batch, now = uuid4(), timezone.now()
    LineEdit.objects.bulk_create(
        [
            LineEdit(
                deliberation_id=line.deliberation_id,
                line_pk=line.pk,
                kind=LineEdit.Kind.CONFIRMED,
                before=told(line),
                after=told(line),
                batch=batch,
                author=author,
                at=now,
            )
            for line in lines
        ],
        batch_size=500,
    )
    return batch


def confirmed_among(lines: Iterable[GrantLine], edits: Iterable[LineEdit]) -> set[int]:
    """Primary keys of the lines that a person confirmed as they now are. `edits`: those in force of their act."""
    words = {(edit.line_pk, edit.after) for edit in edits if edit.kind == LineEdit.Kind.CONFIRMED}
    return {line.pk for line in lines if (line.pk, told(line)) in words}


def edits_in_force(deliberation: Deliberation) -> list[LineEdit]:
    """The gestures on the lines of an act that nobody has undone, oldest first."""
    return list(LineEdit.objects.in_force().of_act(deliberation))
