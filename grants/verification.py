"""Whether a question still gives the lines that it gave, and what changed since: the journal read for one question."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from grants.figures import breakdowns, stats
from grants.figures.fingerprints import Token
from grants.models import Change, Deliberation, GrantLine
from grants.querysets import DeliberationQuerySet
from grants.questions.filters import GrantLineFilter

MOST_SHOWN = 100  # changes of each kind; beyond, they are counted
Kind = Change.Kind
# What the journal keeps of a line, by the parameter of the question that it answers.
_TOLD = {
    "operateur": ("operator_id",),
    "territoire": ("territory_id",),
    "programme": ("programme_id",),
    "operation": ("subprogramme_id",),
    "commune": ("commune_id",),
    "departement": ("department_id",),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`same`: the lines are those of that day. Else what changed among them; `unknown` where the journal says nothing.

    `online`: (act, amount) put online or counted again since; `withdrawn` and `replaced`: (act, summary) taken offline,
    or replaced by another act; `changed`: lines added or corrected that answer today; `gone`: changes of lines that
    answered, are gone or were otherwise.
    """

    same: bool
    now: stats.Summary
    online: tuple = ()
    withdrawn: tuple = ()
    replaced: tuple = ()
    changed: tuple = ()
    gone: tuple = field(default=())

    @property
    def unknown(self) -> bool:
        return not (self.same or self.online or self.withdrawn or self.replaced or self.changed or self.gone)


def verdict(question: GrantLineFilter, token: Token) -> Verdict:
    """What becomes of the answer of that day to a valid question."""
    lines = question.qs
    now = stats.summary(lines)
    if (now.rows, now.amount_cents, now.fingerprint) == (token.rows, token.cents, token.print):
        return Verdict(True, now)
    since = Change.objects.since(token.version)
    appeared = since.filter(kind__in=(Kind.PUBLISHED, Kind.RESTORED))
    online = Deliberation.objects.published().filter(changes__in=appeared).distinct()
    no_longer = Deliberation.objects.filter(changes__in=since.filter(kind__in=(Kind.WITHDRAWN, Kind.REPLACED)))
    offline, replaced = no_longer.exclude(status="published"), no_longer.published().exclude(replaced_by=None)
    touched = since.filter(kind__in=(Kind.ADDED, Kind.CORRECTED)).values("line_pk")
    return Verdict(
        same=False,
        now=now,
        online=tuple(breakdowns.amounts_by_act(lines.in_deliberation(*online), MOST_SHOWN)) if online else (),
        withdrawn=tuple(_answering(question, offline)),
        replaced=tuple(_answering(question, replaced)),
        changed=tuple(lines.filter(pk__in=touched).with_context().in_order()[:MOST_SHOWN]),
        gone=tuple(_gone(question, since)),
    )


def unchanged(question: GrantLineFilter, print_cited: str) -> Verdict:
    """Whether a valid question still has this fingerprint, and no more: it does not say of which day it is."""
    now = stats.summary(question.qs)
    return Verdict(now.fingerprint == print_cited, now)


def _answering(question: GrantLineFilter, acts: DeliberationQuerySet) -> list:
    """Those of these acts whose lines would answer, each with what they add up to."""
    found = []
    for act in acts.distinct().select_related("department")[:MOST_SHOWN]:
        lines = GrantLine.objects.in_deliberation(act)
        same_question = GrantLineFilter(question.data, queryset=lines, request=question.request)
        if same_question.is_valid() and (told := stats.summary(same_question.qs)).rows:
            found.append((act, told))
    return found


def _gone(question: GrantLineFilter, since: Iterable[Change]) -> list[Change]:
    """Lines that are gone, or were otherwise, and that as they were could answer. Words are not looked for in them."""
    changes = since.filter(kind__in=(Kind.GONE, Kind.CORRECTED)).with_act().select_related("replaced_by")
    still = set(question.qs.filter(pk__in=changes.filter(kind=Kind.CORRECTED).values("line_pk")).values_list("pk"))
    found = [
        change
        for change in changes[: 10 * MOST_SHOWN]
        if (change.line_pk,) not in still and _answered(question, change)
    ]
    return found[:MOST_SHOWN]


def _answered(question: GrantLineFilter, change: Change) -> bool:
    asked, was = question.form.cleaned_data, change.before
    years = asked.get("annee")
    if years and was["year"] not in years:
        return False
    acts = asked.get("deliberation")
    if acts and change.deliberation_id not in {act.pk for act in acts}:
        return False
    return all(
        any(was[column] in {thing and thing.pk for thing in asked[name]} for column in columns)
        for name, columns in _TOLD.items()
        if asked.get(name)
    )
