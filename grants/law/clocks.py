"""The three months that the law gives to publish an agreement: until when, and whether it is done. No query.

Decree 2017-779 of 5 May 2017, art. 1: the essential data (giver and receiver with their SIRETs, date of the agreement,
object, amount, nature, terms); art. 2: published, free of charge, at the latest three months from the *signature*; for
agreements signed from 1 August 2017.

No act prints the day of signature. Until staff type it the clock starts with the vote: an agreement is signed after it,
so that the day told is never too late.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils import timezone

from grants.models import Deliberation, Operator

MONTHS = 3  # decree 2017-779, art. 2
FIRST_SIGNED = date(2017, 8, 1)  # decree 2017-779: agreements signed from this day


class State(StrEnum):
    """Where an agreement stands on its clock."""

    LATE = "late"
    UNDATED = "undated"
    RUNNING = "running"
    PUBLISHED_LATE = "published late"
    ON_TIME = "on time"


@dataclass(frozen=True, slots=True)
class Clock:
    """What one act gives to one operator in one year. `days`: left while running, late where late, else 0.

    `starts_on` is the signature, or the vote where `signed_on` is None; `lacks` the essential data not known here;
    `in_strict_file`: the public SCDL file that wants both SIRETs holds it.
    """

    act: Deliberation
    amount_cents: int
    signed_on: date | None
    starts_on: date | None
    deadline: date | None
    published_on: date | None
    state: State
    days: int
    lacks: tuple[str, ...]
    in_strict_file: bool


def deadline_of(day: date) -> date:
    """The same day three months later, or the last one of that month where it has no such day."""
    month = day.month - 1 + MONTHS
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def clock_of(act: Deliberation, operator: Operator, cents: int, signed_on: date | None, today: date) -> Clock:
    """The clock of what an act gives to an operator, in cents, as it stands on a day; `act` with its `first_online`."""
    starts_on = signed_on or act.session_date
    deadline = deadline_of(starts_on) if starts_on else None
    online = act.first_online or act.published_at
    is_public = act.status == Deliberation.Status.PUBLISHED and online is not None
    published_on = timezone.localdate(online) if is_public else None
    state, days = _state(deadline, published_on, today)
    lacks = _lacks(act, operator, signed_on)
    numbered = bool(act.department.siret and operator.siret and act.session_date)
    in_strict_file = is_public and numbered
    return Clock(act, cents, signed_on, starts_on, deadline, published_on, state, days, lacks, in_strict_file)


def _state(deadline: date | None, published_on: date | None, today: date) -> tuple[State, int]:
    if deadline is None:
        return State.UNDATED, 0
    if published_on is None:
        days = (deadline - today).days
        return (State.RUNNING, days) if days >= 0 else (State.LATE, -days)
    if published_on > deadline:
        return State.PUBLISHED_LATE, (published_on - deadline).days
    return State.ON_TIME, 0


def _lacks(act: Deliberation, operator: Operator, signed_on: date | None) -> tuple[str, ...]:
    """Essential data of article 1 that staff have not typed."""
    known = {
        "SIRET du département": act.department.siret,
        "SIRET du bénéficiaire": operator.siret,
        "date de signature": signed_on,
    }
    return tuple(name for name, value in known.items() if not value)


def pressing(clock: Clock) -> tuple[int, int]:
    """What is late first, the latest of all ahead; then what has no day, then what has the fewest days left."""
    order = list(State).index(clock.state)
    return (order, clock.days if clock.state == State.RUNNING else -clock.days)
