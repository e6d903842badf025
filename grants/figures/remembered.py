"""Figures of a question, added up once for each version of the public data.

Takes a version (`grants.history`), the lines and what adds them up; gives what that gives. Each process of the site
remembers its own; the next version forgets them by itself. Says nothing of who may see the lines.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from grants.figures import stats
from grants.history import Version
from grants.querysets import GrantLineQuerySet

Figures = TypeVar("Figures")
Asked = TypeVar("Asked", bound=QuerySet)
SECONDS = 24 * 3600  # a day without a publication, then they are added up again


def remembered(version: Version | None, lines: Asked, name: str, add_up: Callable[[Asked], Figures]) -> Figures:
    """`add_up(lines)`, of lines or of acts, remembered under `name`; never before the first publication, nor without a
    version."""
    if version is None or not version.number:
        return add_up(lines)
    try:
        asked = repr(lines.query.sql_with_params())
    except EmptyResultSet:  # a question that no line can answer
        return add_up(lines)
    key = f"{name}-{version.number}-{sha256(asked.encode()).hexdigest()}"
    found = cache.get(key)
    if found is None:
        found = add_up(lines)
        cache.set(key, found, SECONDS)
    return found


def summary_of(version: Version | None, lines: GrantLineQuerySet) -> stats.Summary:
    """`stats.summary` of these lines, remembered: every page that states it asks it here."""
    return remembered(version, lines, "summary", stats.summary)


def amounts_by_year_of(version: Version | None, lines: GrantLineQuerySet) -> tuple[stats.Amount, ...]:
    """`stats.amounts_by_year` of these lines, remembered."""
    return remembered(version, lines, "years", stats.amounts_by_year)
