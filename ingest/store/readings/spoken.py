"""What staff said of differences and of leftovers, kept with a reading that another one replaces, given back with it.

Plain JSON: a word belongs to what it was said of (a total with the same difference, the same row of the same page).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import models

from grants.models import Check, Deliberation, Leftover

_CHECK = ("acknowledgement", "acknowledged_by_id", "acknowledged_at")
_LEFTOVER = ("set_aside", "set_aside_by_id", "set_aside_at", "line_pk")
Words = Mapping[str, list[list[Any]]]


def words_of(act: Deliberation) -> Words:
    """The words in force: for each, what it was said of and what was said."""
    return {
        "checks": _said(_checks(act), _check_key, _CHECK),
        "leftovers": _said(act.leftovers.order_by("position"), _leftover_key, _LEFTOVER),
    }


def give_back(act: Deliberation, words: Words) -> None:
    """Say again what was said, where what it was said of is there again and nobody has said anything of it since.

    A row of which a line was made is left over again where that line was taken back meanwhile.
    """
    _say(Check, _checks(act), _check_key, _CHECK, words.get("checks", ()))
    _say(Leftover, act.leftovers.order_by("position"), _leftover_key, _LEFTOVER, words.get("leftovers", ()))
    made = act.leftovers.exclude(line_pk=None)
    taken_back = made.exclude(line_pk__in=act.lines.values("pk")).exclude(line_pk__in=act.gone_lines.values("line_pk"))
    taken_back.update(line_pk=None)


def _checks(act: Deliberation) -> models.QuerySet[Check]:
    return Check.objects.of_act(act).select_related("total").order_by("total__position")


def _check_key(check: Check) -> list:
    total = check.total
    return [total.scope, total.year, total.amount_cents, check.difference_cents]


def _leftover_key(leftover: Leftover) -> list:
    return [leftover.text, leftover.page]


def _said(things: Iterable[models.Model], key_of, names: tuple[str, ...]) -> list:
    found = []
    for thing in things:
        told = [getattr(thing, name) for name in names]
        if any(told):
            found.append([key_of(thing), *(one.isoformat() if isinstance(one, datetime) else one for one in told)])
    return found


def _say(model: type[models.Model], things: Iterable[models.Model], key_of, names: tuple[str, ...], words) -> None:
    waiting = [thing for thing in things if not any(getattr(thing, name) for name in names)]
    for key, *told in words:
        thing = next((one for one in waiting if key_of(one) == key), None)
        if thing is None:
            continue
        waiting.remove(thing)
        fields = [model._meta.get_field(name.removesuffix("_id")) for name in names]
        values = {
            field.attname: field.to_python(value) if isinstance(field, models.DateTimeField) else value
            for field, value in zip(fields, told, strict=True)
        }
        model.objects.filter(pk=thing.pk).update(**values)
