"""The grants that want an agreement, each with the clock of its publication. From lines and a day; no request.

The rule: law 2000-321 of 12 April 2000, art. 10: whoever grants more than a threshold to an organisation *of private
law* signs an agreement with it, and publishes its essential data; decree 2001-495 of 6 June 2001, art. 1: the threshold
is an *annual amount* of 23 000 €. The lines of one operator for one year of one authority are added up, which is the
prudent reading: several small grants may need an agreement together.

Drafts count here, unlike anywhere in public: they are what is not published.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q, Sum
from django.utils import timezone

from grants.law.clocks import FIRST_SIGNED, Clock, State, clock_of, pressing
from grants.models import AgreementDate, Change, Deliberation, GrantLine, Operator
from grants.operators.kinds import OperatorKind
from grants.querysets import GrantLineQuerySet

THRESHOLD_CENTS = 23_000_00  # a year: decree 2001-495, art. 1
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
            clock_of(acts[pk], operator, cents, days.get((pk, operator_pk)), today)
            for pk, cents in cents_of.items()
            if cents > 0 and (only is None or pk in only)
        ]
        clocks = tuple(clock for clock in own if clock.starts_on is None or clock.starts_on >= FIRST_SIGNED)
        if clocks:
            private = True if operator.kind in OF_PRIVATE_LAW else None
            amount = sum(cents_of.values())
            concerned.append(Concerned(operator, year, amount, private, tuple(sorted(clocks, key=pressing))))
    concerned.sort(key=lambda one: (pressing(one.clocks[0]), -one.amount_cents, one.operator.key))
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
