"""Acts that replace or complete an earlier one: who says so, what counts then, what both pages say.

An act that a published one replaces is read on its page and enters no sum; one that is completed counts, as does what
completes it. Does not decide who may say so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from grants import history
from grants.models import Deliberation, Department

Rectification = Deliberation.Rectification
Status = Deliberation.Status


class RectificationError(Exception):
    """A link between two acts that cannot be; `str(error)` is one French sentence for staff."""


@dataclass(frozen=True, slots=True)
class Links:
    """What an act says of others, and others of it. `replaced_by` and `completed_by`: the oldest session first."""

    replaces: Deliberation | None = None
    completes: Deliberation | None = None
    replaced_by: tuple[Deliberation, ...] = ()
    completed_by: tuple[Deliberation, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.replaces or self.completes or self.replaced_by or self.completed_by)


def links_of(act: Deliberation, *, drafts: bool) -> Links:
    """The acts that this one replaces or completes, and those that do so to it; drafts only for staff (`drafts`)."""
    shown = Deliberation.objects.select_related("department").defer("page_sizes", "reading_notes")
    if not drafts:
        shown = shown.published()
    earlier = shown.filter(pk=act.rectifies_id).first() if act.rectifies_id else None
    later = list(shown.filter(rectifies=act).order_by("session_date", "pk"))
    return Links(
        replaces=earlier if act.rectification == Rectification.REPLACES else None,
        completes=earlier if act.rectification == Rectification.COMPLETES else None,
        replaced_by=tuple(one for one in later if one.rectification == Rectification.REPLACES),
        completed_by=tuple(one for one in later if one.rectification == Rectification.COMPLETES),
    )


def standing_of(act: Deliberation) -> str:
    """What must be said first of an act that does not count: `Brouillon. `, `Remplacée. `; nothing of the others."""
    if act.status != Status.PUBLISHED:
        return "Brouillon. "
    return "Remplacée. " if act.replaced_by_id else ""


@transaction.atomic
def rectify(act: Deliberation, earlier: Deliberation, how: str) -> None:
    """Say that `act` replaces or completes `earlier` (a value of `Rectification`), in the place of what it said before.

    Raises RectificationError for an act that would rectify itself, directly or through others.
    """
    _lock(act, earlier)
    act.refresh_from_db(fields=["rectifies", "rectification"])
    if act.pk == earlier.pk:
        raise RectificationError("Une délibération ne peut pas se remplacer ni se compléter elle-même.")
    if act.pk in {one.pk for one in _chain(earlier)}:
        raise RectificationError(
            f"La délibération {earlier.number} rectifie déjà, elle-même ou par une autre, la délibération {act.number}"
            "\u202f: l’une des deux seulement peut venir après l’autre."
        )
    _link(act, earlier, how)


@transaction.atomic
def unlink(act: Deliberation) -> Deliberation | None:
    """Say that `act` rectifies nothing any more; gives the act that it rectified, which counts again."""
    _lock(act)
    act.refresh_from_db(fields=["rectifies", "rectification"])
    earlier = act.rectifies
    if earlier:
        _link(act, None, "")
    return earlier


def settle(act: Deliberation) -> None:
    """Write again which acts `act` stands for, once it has gone online or was withdrawn: those that it replaces,
    directly or through others. To be called in the transaction that does so."""
    if act.rectifies_id:
        _settle_from(act.rectifies)


def _link(act: Deliberation, earlier: Deliberation | None, how: str) -> None:
    before = act.rectifies
    act.rectifies, act.rectification = earlier, how
    act.save(update_fields=["rectifies", "rectification"])
    for one in (before, earlier):
        if one is not None:
            _settle_from(one)
    history.bump()


def _settle_from(act: Deliberation) -> None:
    """This act, then those that it rectifies: what stands for it stands for them too."""
    for one in _chain(act):
        standing = _standing_for(one)
        before = Deliberation.objects.values_list("replaced_by", flat=True).get(pk=one.pk)
        if before == (standing.pk if standing else None):
            continue
        Deliberation.objects.filter(pk=one.pk).update(replaced_by=standing)
        if one.status == Status.PUBLISHED and standing is None:
            history.restored(one)
        elif one.status == Status.PUBLISHED and before is None:
            history.replaced(one)


def _standing_for(act: Deliberation) -> Deliberation | None:
    """The published act that replaces this one, or that replaces a draft that would; the latest where there are two."""
    standing, waiting, seen = [], [act.pk], set()
    while waiting:
        seen.update(waiting)
        later = Deliberation.objects.filter(rectifies__in=waiting, rectification=Rectification.REPLACES)
        found = list(later.exclude(pk__in=seen).order_by("session_date", "pk"))
        standing += [one for one in found if one.status == Status.PUBLISHED]
        waiting = [one.pk for one in found if one.status != Status.PUBLISHED]
    return standing[-1] if standing else None


def _chain(act: Deliberation) -> Iterable[Deliberation]:
    """This act and all that it rectifies, one after the other."""
    seen: set[int] = set()
    one: Deliberation | None = act
    while one is not None and one.pk not in seen:
        seen.add(one.pk)
        yield one
        one = one.rectifies


def _lock(*acts: Deliberation) -> None:
    """One writer at a time: two links made at once could close a circle that neither sees."""
    held = Department.objects.select_for_update().filter(pk__in={act.department_id for act in acts})
    list(held.order_by("pk"))
