"""Addresses that never die: what an address of before leads to, and what is said where nothing is left.

`Moved` and `Gone` are raised by whatever looks a thing up, `NoSuchPageError` by whatever is read page by page;
`grants.middleware.errors` answers 301, 410 and 400.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import slugify

from grants.models import Deliberation, FormerSlug

LONGEST_SLUG = Deliberation._meta.get_field("slug").max_length


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stands now for a thing that is gone: its name and its address."""

    label: str
    address: str


class Moved(Exception):
    """What is asked for has another address now; it holds the whole address, question included."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Gone(Exception):
    """What is asked for was public and is no longer; `str(error)` is a French sentence that says why."""

    def __init__(self, sentence: str, replacements: Sequence[Replacement] = ()) -> None:
        super().__init__(sentence)
        self.replacements = tuple(replacements)


class NoSuchPageError(Exception):
    """The page asked for is not one of the list; `str(error)` is a French sentence that says why."""

    def __init__(self, sentence: str, replacements: Sequence[Replacement]) -> None:
        super().__init__(sentence)
        self.replacements = tuple(replacements)


def moved(request: HttpRequest, **changed: Any) -> Moved:
    """To the same page, in the same format and with the same question, under other values of its address."""
    match = request.resolver_match
    address = reverse(match.view_name, kwargs={**match.kwargs, **changed})
    query = request.META.get("QUERY_STRING", "")
    return Moved(f"{address}?{query}" if query else address)


def free_slug(act: Deliberation) -> str:
    """`59-2023-177`; with the day where another session's act has it; with the file's print where no number is.

    A slug that another act has had is not free: its old address leads there.
    """
    if not slugify(act.number):
        return f"{act.department_id.lower()}-sans-numero-{act.sha256[:8]}"
    base = Deliberation.slug_for(act.department_id, act.number)
    day = f"-{act.session_date:%Y-%m-%d}" if act.session_date else ""
    choices = (base, base[: LONGEST_SLUG - len(day)] + day, f"{base[: LONGEST_SLUG - 9]}-{act.sha256[:8]}")
    return next(slug for slug in choices if not _is_taken(slug, act))


def _is_taken(slug: str, act: Deliberation) -> bool:
    others = Deliberation.objects.filter(slug=slug).exclude(pk=act.pk)
    return others.exists() or FormerSlug.objects.filter(slug=slug).exclude(deliberation=act.pk).exists()


@transaction.atomic
def readdress(act: Deliberation, number_before: str) -> bool:
    """Give an act whose number was corrected the address of its number, and keep the old one leading to it.

    To be called with the corrected number on `act`, which is saved by the caller. Gives whether the address changed.
    """
    if slugify(act.number) == slugify(number_before):
        return False
    before, act.slug = act.slug, free_slug(act)
    if act.slug == before:
        return False
    FormerSlug.objects.filter(slug=act.slug).delete()
    FormerSlug.objects.get_or_create(slug=before, defaults={"deliberation": act})
    return True
