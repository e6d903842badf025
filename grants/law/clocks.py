"""The three months that the law gives to publish an agreement: which grants are concerned, until when, and whether it
is done. From lines and a day to small frozen dataclasses; no request.

The rule, and where it is written:
- law 2000-321 of 12 April 2000, art. 10: whoever grants more than a threshold to an organisation *of private law* signs
  an agreement with it, and publishes its essential data; decree 2001-495 of 6 June 2001, art. 1: the threshold is an
  *annual amount* of 23 000 €. The lines of one operator for one year of one authority are added up, which is the
  prudent reading: several small grants may need an agreement together.
- decree 2017-779 of 5 May 2017, art. 1: the essential data (giver and receiver with their SIRETs, date of the
  agreement, object, amount, nature, terms); art. 2: published, free of charge, at the latest three months from the
  *signature*; for agreements signed from 1 August 2017.

No act prints the day of signature. Until staff type it the clock starts with the vote: an agreement is signed after it,
so that the day told is never too late. Drafts count here, unlike anywhere in public: they are what is not published.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Min, Q, Sum
from django.utils import timezone

from grants.models import AgreementDate, Change, Deliberation, GrantLine, Operator
from grants.operators.kinds import OperatorKind
from grants.querysets import GrantLineQuerySet

THRESHOLD_CENTS = 23_000_00  # a year: decree 2001-495, art. 1
MONTHS = 3  # decree 2017-779, art. 2
FIRST_SIGNED = date(2017, 8, 1)  # decree 2017-779: agreements signed from this day
# Of public law by their very kind: article 10 wants no agreement of them. Others may be, a person says it.
OF_PUBLIC_LAW = frozenset(
    {
        OperatorKind.CCAS,
        OperatorKind.COMMUNE,
        OperatorKind.GROUPING,
        OperatorKind.TERRITORY,
        OperatorKind.PUBLIC,
        OperatorKind.CHAMBER,
    }
)
OF_PRIVATE_LAW = frozenset({OperatorKind.ASSOCIATION, OperatorKind.COMPANY})


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


@dataclass(frozen=True, slots=True)
class Concerned:
    """One operator, one year, one authority: more than the threshold in all. The clock that presses most comes first.

    `is_private` is None where the kind of the operator does not tell its law.
    """

    operator: Operator
    year: int
    amount_cents: int
    is_private: bool | None
    clocks: tuple[Clock, ...]


@dataclass(frozen=True, slots=True)
class Agreements:
    """All that is concerned, what presses first; `of_public_law` operators pass the threshold and need no agreement."""

    concerned: tuple[Concerned, ...]
    of_public_law: int

    @property
    def clocks(self) -> tuple[Clock, ...]:
        return tuple(clock for one in self.concerned for clock in one.clocks)

    @property
    def late(self) -> int:
        return self._at(State.LATE)

    @property
    def running(self) -> int:
        return self._at(State.RUNNING)

    @property
    def on_time(self) -> int:
        return self._at(State.ON_TIME)

    @property
    def published_late(self) -> int:
        return self._at(State.PUBLISHED_LATE)

    @property
    def undated(self) -> int:
        return self._at(State.UNDATED)

    def _at(self, state: State) -> int:
        return sum(clock.state == state for clock in self.clocks)


def agreements(
    lines: GrantLineQuerySet, *, today: date | None = None, only: Collection[int] | None = None
) -> Agreements:
    """The clocks of these lines, drafts included: five queries, whatever their number.

    `lines` are all those of the operators and years in question, so that annual amounts are whole; with `only`, the
    clocks of the acts of these numbers alone are kept.
    """
    today = today or timezone.localdate()
    sums = _sums(lines)
    over = {key: acts for key, acts in sums.items() if sum(acts.values()) > THRESHOLD_CENTS}
    if only is not None:
        over = {key: acts for key, acts in over.items() if not acts.keys().isdisjoint(only)}
    operators = Operator.objects.in_bulk({operator for _, operator, _ in over})
    told = {key: acts for key, acts in over.items() if operators[key[1]].kind not in OF_PUBLIC_LAW}
    acts = _acts({pk for one in told.values() for pk in one if only is None or pk in only})
    days = signing_days()
    concerned = []
    for (_, operator_pk, year), cents_of in told.items():
        operator = operators[operator_pk]
        own = [
            _clock(acts[pk], operator, cents, days.get((pk, operator_pk)), today)
            for pk, cents in cents_of.items()
            if cents > 0 and (only is None or pk in only)
        ]
        clocks = tuple(clock for clock in own if clock.starts_on is None or clock.starts_on >= FIRST_SIGNED)
        if clocks:
            private = True if operator.kind in OF_PRIVATE_LAW else None
            amount = sum(cents_of.values())
            concerned.append(Concerned(operator, year, amount, private, tuple(sorted(clocks, key=_pressing))))
    concerned.sort(key=lambda one: (_pressing(one.clocks[0]), -one.amount_cents, one.operator.key))
    return Agreements(tuple(concerned), len({key[1:] for key in over.keys() - told.keys()}))


def of_act(act: Deliberation, *, today: date | None = None) -> Agreements:
    """The clocks of one act, the annual amounts being those of every act of the département."""
    own = act.lines.naming("operator").order_by()
    lines = GrantLine.objects.in_department(act.department_id).filter(operator__in=own.values("operator"))
    return agreements(lines, today=today, only={act.pk})


def late_count(today: date | None = None) -> int:
    """How many agreements are past their day while their act is a draft, in every département."""
    drafted = GrantLine.objects.of_drafts().naming("operator").with_exercise().order_by()
    lines = GrantLine.objects.with_exercise().filter(
        operator__in=drafted.values("operator"), exercise__in=drafted.values("exercise")
    )
    return agreements(lines, today=today, only=set(Deliberation.objects.drafts().values_list("pk", flat=True))).late


def signing_days() -> dict[tuple[int, int], date]:
    """The day of signature in force of each (act, operator of today) of which staff typed one."""
    entries = AgreementDate.objects.by_receiver().values_list("deliberation", "receiver", "signed_on")
    days = {(act, operator): day for act, operator, day in entries}
    return {key: day for key, day in days.items() if day is not None}


def deadline_of(day: date) -> date:
    """The same day three months later, or the last one of that month where it has no such day."""
    month = day.month - 1 + MONTHS
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _sums(lines: GrantLineQuerySet) -> dict[tuple[str, int, int], dict[int, int]]:
    """Cents by act, by (département, operator, year). Money outside the budget is another's grant."""
    found = (
        lines.standing()
        .naming("operator")
        .filter(outside_budget=False)
        .of_known_exercise()
        .order_by()
        .values_list("department", "operator", "exercise", "deliberation")
        .annotate(cents=Sum("amount_cents"))
    )
    sums: dict[tuple[str, int, int], dict[int, int]] = defaultdict(dict)
    for department, operator, year, act, cents in found:
        sums[department, operator, year][act] = cents
    return sums


def _acts(keys: Iterable[int]) -> dict[int, Deliberation]:
    """With `first_online`: the day an act that was withdrawn and put back was first published."""
    published = Min("changes__at", filter=Q(changes__kind=Change.Kind.PUBLISHED))
    acts = Deliberation.objects.select_related("department").defer("page_sizes").annotate(first_online=published)
    return acts.in_bulk(keys)


def _clock(act: Deliberation, operator: Operator, cents: int, signed_on: date | None, today: date) -> Clock:
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


def _pressing(clock: Clock) -> tuple[int, int]:
    """What is late first, the latest of all ahead; then what has no day, then what has the fewest days left."""
    order = list(State).index(clock.state)
    return (order, clock.days if clock.state == State.RUNNING else -clock.days)
