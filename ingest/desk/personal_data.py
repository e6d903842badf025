"""What staff see and decide of the personal data of an act: shown as printed, masked or public for everybody else.

A decision is about one thing wherever the act prints it. It saves the act again from its kept reading, so that every
line, text, image and file follows; permanent numbers stay.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from grants import history
from grants.models import Deliberation, ErrorReport, PersonalMark
from ingest.pages.text_places import text_places
from ingest.processes.child_process import ChildError
from ingest.reader.private.findings import personal_key
from ingest.reader.records import Box
from ingest.store.change_log import log_change
from ingest.store.locks import locked
from ingest.store.private.forgetting import forget_masked
from ingest.store.private.marks import refresh_print
from ingest.store.readings import kept
from ingest.store.readings.packing import UnreadablePackError
from ingest.store.readings.restoring import restore

Status = PersonalMark.Status
logger = logging.getLogger(__name__)
BY_STAFF = "signalé par un agent"
SHORTEST_TEXT = 3  # letters of a text that is masked wherever it is printed: fewer stand inside other words


class DecisionError(Exception):
    """What keeps a decision from being taken; `str(error)` is one French sentence."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing and each of its marks, the first of which stands for all of them."""

    marks: Sequence[PersonalMark]

    @property
    def first(self) -> PersonalMark:
        return self.marks[0]

    @property
    def pages(self) -> list[int]:
        return [mark.page for mark in self.marks]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an act: what waits for a decision, and what was decided, masked or public."""

    waiting: list[Thing]
    decided: list[Thing]
    masked_count: int
    reports: list[ErrorReport]

    @property
    def services(self) -> list[Thing]:
        """What waits and leads to an office rather than to a person, as far as it tells."""
        return [thing for thing in self.waiting if thing.first.is_service]


def found_in(act: Deliberation) -> Found:
    """All that is known of the personal data of an act, persons and signatures first."""
    things = _things(act.personal_marks.select_related("decided_by", "deliberation"))
    reports = ErrorReport.objects.filter(line__deliberation=act, what=ErrorReport.What.PERSONAL)
    return Found(
        [thing for thing in things if thing.first.decided_at is None],
        [thing for thing in things if thing.first.decided_at is not None],
        sum(thing.first.is_masked for thing in things),
        list(reports.select_related("line").order_by("-created_at")),
    )


@transaction.atomic
def decide(act: Deliberation, user: User, chosen: Iterable[int], status: str, word: str) -> int:
    """Mask or make public the things of these marks; gives how many. Raises DecisionError where nothing is chosen, or
    where something would be public without a word that says why."""
    act = locked(act)
    word = word.strip()
    marks = list(act.personal_marks.filter(pk__in=list(chosen)))
    if not marks:
        raise DecisionError("Cochez ce que vous décidez.")
    if status == Status.PUBLIC and not word:
        raise DecisionError("Dites en un mot pourquoi ces données peuvent être publiques.")
    things = [thing for thing in _things(act.personal_marks.all()) if {mark.pk for mark in thing.marks} & _keys(marks)]
    everywhere = [mark.pk for thing in things for mark in thing.marks]
    act.personal_marks.filter(pk__in=everywhere).update(
        status=status, word=word, decided_by=user, decided_at=timezone.now()
    )
    told = "rendues publiques" if status == Status.PUBLIC else "gardées masquées"
    _apply(act, user, f"Données personnelles {told}\u202f: {len(things)}{f' ({word})' if word else ''}.")
    return len(things)


def mask_also(act: Deliberation, user: User, *, kind: str, page: int, box: Box, text: str) -> list[int]:
    """Mask a place of a page (fractions), and the text that it prints wherever the act prints it; gives the pages.

    Pages that are images of text are not searched: only what is drawn on them is masked. Raises DecisionError where the
    text is too short.
    """
    text = " ".join(text.split())
    if text and len(personal_key(kind, text)) < SHORTEST_TEXT:
        raise DecisionError("Ce texte est trop court pour être masqué partout\u202f: laissez-le vide, ou complétez-le.")
    places = _places(act, text) if text else {}
    places.setdefault(page, []).append(box)
    told = "pages" if len(places) > 1 else "page"
    with transaction.atomic():
        act = locked(act)
        for number, boxes in places.items():
            _mask_on_page(act, user, kind, text, number, boxes)
        _apply(act, user, f"Donnée personnelle masquée à la main, {told} {', '.join(map(str, sorted(places)))}.")
    return sorted(places)


def _places(act: Deliberation, text: str) -> dict[int, list[Box]]:
    try:
        return text_places(Path(act.source.path), text)
    except (ChildError, OSError) as error:
        logger.error("the pages of %s were not searched: %s", act.slug, error)
        return {}


def _mask_on_page(act: Deliberation, user: User, kind: str, text: str, page: int, boxes: Sequence[Box]) -> None:
    """A mark of staff; one that the machine made of the same text is masked, with the places of both."""
    key = personal_key(kind, text)
    same = act.personal_marks.filter(kind=kind, key=key, page=page).first() if key else None
    mark = same or PersonalMark(deliberation=act, kind=kind, text=text, key=key, page=page, reason=BY_STAFF)
    mark.boxes = [*mark.boxes, *([round(side, 4) for side in box] for box in boxes)]
    mark.by_staff, mark.status = True, Status.MASKED
    mark.decided_by, mark.decided_at = user, timezone.now()
    mark.save()


def _apply(act: Deliberation, user: User, told: str) -> None:
    """Save the act again as it is decided now; an act of before readings were kept changes its images and its copy."""
    reading = kept.in_force(act)
    read_at = act.read_at
    if reading:
        try:
            restore(reading, user)
        except (UnreadablePackError, OSError) as error:
            raise DecisionError(
                "La lecture gardée ne peut plus être rouverte\u202f: lisez d’abord ce document de nouveau."
            ) from error
    act.refresh_from_db()
    refresh_print(act)
    act.read_at = read_at  # nothing was read
    act.save(update_fields=["masks_print", "masked_count", "read_at"])
    forget_masked(act)
    history.bump()
    log_change(act, user, told)


def _things(marks: Iterable[PersonalMark]) -> list[Thing]:
    """Marks of one kind and one text together; what has no text stands alone."""
    together: dict[tuple, list[PersonalMark]] = {}
    for mark in marks:
        together.setdefault((mark.kind, mark.key or mark.pk), []).append(mark)
    things = [Thing(sorted(group, key=lambda mark: mark.page)) for group in together.values()]
    order = [PersonalMark.Kind.PERSON, PersonalMark.Kind.SIGNATURE]
    return sorted(things, key=lambda thing: (thing.first.kind not in order, thing.first.page, thing.first.pk))


def _keys(marks: Iterable[PersonalMark]) -> set[int]:
    return {mark.pk for mark in marks}
