"""Two states of one act, before and after a reading takes the place of another: what differs, told in French.

A state is what the database holds, so that what is compared is exactly what staff and public would see. Writes nothing.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import models

from grants.line_fields import FIELDS, as_text, name_of, told, value_of
from grants.models import Check, Decision, Deliberation, GrantLine, Leftover, Recusal, Vote
from grants.templatetags.french import counted, euros_told, long_date
from ingest.store.act_lookup import READ
from ingest.store.line_changes import FACTS
from ingest.store.values import values
from portal.french import squeeze

# Of the act itself: what a person reads. The others (print, sizes of pages, version) are told apart.
_TEXTS = [one for one in READ if one.name not in ("source_name", "sha256", "page_sizes", "reader_version")]
_LONGEST = 300  # characters of a text shown before and after


@dataclass(frozen=True, slots=True)
class Before:
    """A value before and after; an empty text where there is none."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that is there before and after, under one number, with what differs."""

    before: GrantLine
    after: GrantLine
    fields: tuple[Before, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A correction of staff that stays. `read` and `reads`: what was read under it, and what is read now."""

    line: GrantLine
    label: str
    stands: str
    read: str
    reads: str

    @property
    def is_joined(self) -> bool:
        """Whether the new reading says what staff said."""
        return self.reads == self.stands

    @property
    def disagrees(self) -> bool:
        """Whether the new reading reads something else than before, and than what staff said."""
        return self.reads not in (self.read, self.stands)


@dataclass(frozen=True, slots=True)
class Part:
    """Votes, decisions, recusals, totals or leftovers that are only before, or only after, as texts."""

    label: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearSum:
    """What the lines of a year add up to, in cents; None where there is no line."""

    year: int | None
    before: int | None
    after: int | None

    @property
    def label(self) -> str:
        return f"total {self.year}" if self.year else "total sans année"

    @property
    def differs(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Difference:
    """What accepting a reading changes. `same` counts the lines that say the same, `moved` those printed elsewhere.

    `dropped` counts the rows that staff set aside and that do not come back.
    """

    new: tuple[GrantLine, ...]
    gone: tuple[GrantLine, ...]
    changed: tuple[ChangedLine, ...]
    same: int
    moved: int
    dropped: int
    sums: tuple[YearSum, ...]
    texts: tuple[Before, ...]
    parts: tuple[Part, ...]
    decided: tuple[Decided, ...]
    address: Before | None = None

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.changed or self.moved or self.texts or self.parts)

    @property
    def disagreeing(self) -> tuple[Decided, ...]:
        return tuple(one for one in self.decided if one.disagrees)

    @property
    def sentence(self) -> str:
        """« 3 lignes nouvelles, 512 identiques, 2 changées, 1 disparue ; total 2024 : 1 234 € → 1 250 € »."""
        counts = [
            (len(self.new), "ligne nouvelle,lignes nouvelles"),
            (self.same, "identique"),
            (len(self.changed), "changée"),
            (len(self.gone), "disparue"),
        ]
        lines = [counted(count, noun) for count, noun in counts if count] or ["aucune ligne"]
        sums = [
            f"{one.label}\u202f: {_euros(one.before)} → {_euros(one.after)}" for one in self.sums if one.differs
        ] or ["totaux inchangés"]
        return "\u202f; ".join([", ".join(lines), *sums])


# ---- a state -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class State:
    """An act as the database holds it, loaded once."""

    act: Deliberation
    lines: dict[int, GrantLine]
    parts: dict[str, tuple[str, ...]]
    dropped: int
    print: str = field(compare=False, default="")


def state_of(pk: int) -> State:
    """The act of this key, now. A few queries, whatever the number of lines."""
    act = Deliberation.objects.select_related("department").get(pk=pk)
    lines = {line.pk: line for line in act.lines.with_context().order_by("line", "year")}
    parts = {
        "Votes": _told(act.votes.order_by("position"), _vote),
        "Décisions": _told(act.decisions.order_by("position"), _decision),
        "Déports": _told(act.recusals.order_by("position"), _recusal),
        "Totaux annoncés et contrôles": _told(
            act.stated_totals.select_related("check_result").order_by("position"), _total
        ),
        "Lignes non lues": _told(act.leftovers.order_by("position"), _leftover),
    }
    dropped = act.gone_lines.filter(dropped=True).count()
    return State(act, lines, parts, dropped, _print(act, lines, parts, dropped))


def _print(act: Deliberation, lines: dict[int, GrantLine], parts: dict, dropped: int) -> str:
    """Of all that a decision rests on: it changes as soon as somebody changes the act."""
    told_lines = [[pk, *(str(one) for one in values(line, FACTS)), line.as_read] for pk, line in lines.items()]
    content = [act.sha256, act.status, [str(one) for one in values(act, READ)], told_lines, parts, dropped]
    return sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


# ---- compared ----------------------------------------------------------------------------------------------------


def compared(before: State, after: State) -> Difference:
    """What the second state of an act has that the first had not, and the reverse."""
    both = [(line, after.lines[pk]) for pk, line in before.lines.items() if pk in after.lines]
    changed = [ChangedLine(old, line, _fields(old, line)) for old, line in both]
    changed = [one for one in changed if one.fields]
    was, now = before.act.get_absolute_url(), after.act.get_absolute_url()
    return Difference(
        new=tuple(line for pk, line in after.lines.items() if pk not in before.lines),
        gone=tuple(line for pk, line in before.lines.items() if pk not in after.lines),
        changed=tuple(changed),
        same=len(both) - len(changed),
        moved=sum(_place(old) != _place(line) for old, line in both),
        dropped=after.dropped,
        sums=_sums(before, after),
        texts=tuple(_texts(before.act, after.act)),
        parts=tuple(_parts(before, after)),
        decided=tuple(one for old, line in both for one in _decided(old, line)),
        address=Before("Adresse", was, now) if was != now else None,
    )


def _fields(old: GrantLine, line: GrantLine) -> tuple[Before, ...]:
    return tuple(
        Before(_label(one), _value(old, one), _value(line, one))
        for one in FACTS
        if getattr(old, one.attname) != getattr(line, one.attname)
    )


def _label(one: models.Field) -> str:
    return "montant" if one.name == "amount_cents" else str(one.verbose_name)


def _value(thing: models.Model, one: models.Field) -> str:
    value = getattr(thing, one.name)
    if one.name == "amount_cents":
        return _euros(value)
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(one, models.DateField):
        return long_date(value) if value else ""
    text = "" if value is None else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _place(line: GrantLine) -> tuple:
    return line.line, line.page, line.row


def _sums(before: State, after: State) -> tuple[YearSum, ...]:
    was, now = _by_year(before), _by_year(after)
    years = sorted(was.keys() | now.keys(), key=lambda year: (year is None, year or 0))
    return tuple(YearSum(year, was.get(year), now.get(year)) for year in years)


def _by_year(state: State) -> dict[int | None, int]:
    sums: dict[int | None, int] = {}
    for line in state.lines.values():
        sums[line.year] = sums.get(line.year, 0) + line.amount_cents
    return sums


def _texts(was: Deliberation, now: Deliberation) -> Iterable[Before]:
    for one in _TEXTS:
        if getattr(was, one.attname) != getattr(now, one.attname):
            yield Before(str(one.verbose_name), _value(was, one), _value(now, one))


def _parts(before: State, after: State) -> Iterable[Part]:
    for label, was in before.parts.items():
        now = after.parts[label]
        gone, new = _only(was, now), _only(now, was)
        if gone or new:
            yield Part(label, gone, new)


def _only(these: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Those of the first that the second has not, in their order; one that stands twice counts twice."""
    left, found = Counter(others), []
    for one in these:
        if left[one]:
            left[one] -= 1
        else:
            found.append(one)
    return tuple(found)


def _decided(old: GrantLine, line: GrantLine) -> Iterable[Decided]:
    for name in FIELDS:
        if name in old.as_read and name in line.as_read:
            stands = told(name, as_text(value_of(line, name)))
            yield Decided(line, name_of(name), stands, told(name, old.as_read[name]), told(name, line.as_read[name]))


# ---- told --------------------------------------------------------------------------------------------------------


def _told(things: Iterable[models.Model], tell) -> tuple[str, ...]:
    return tuple(tell(thing) for thing in things)


def _vote(vote: Vote) -> str:
    counts = ((vote.votes_for, "pour"), (vote.against, "contre"), (vote.abstentions, "abstentions"))
    said = [f"{count} {word}" for count, word in counts if count is not None]
    articles = f"articles {vote.articles}" if vote.articles else ""
    return ", ".join(filter(None, [articles, vote.result, *said])) or "vote"


def _decision(decision: Decision) -> str:
    article = f"Article {decision.article}\u202f: " if decision.article else ""
    amount = "" if decision.amount_cents is None else f" ({euros_told(decision.amount_cents)})"
    return f"{article}{squeeze(decision.text)}{amount}"


def _recusal(recusal: Recusal) -> str:
    return ", ".join(filter(None, (recusal.person, recusal.function, recusal.organisation)))


def _total(total) -> str:
    year = f" ({total.year})" if total.year else ""
    check: Check | None = getattr(total, "check_result", None)
    said = ""
    if check:
        computed = "" if check.computed_cents is None else f"somme des lignes {euros_told(check.computed_cents)}, "
        said = f"\u202f; {computed}{check.get_status_display()}"
    return f"{total.scope}{year}\u202f: annoncé {euros_told(total.amount_cents)}{said}"


def _leftover(leftover: Leftover) -> str:
    return f"{leftover.text} (page {leftover.page}, {leftover.reason})"


def _euros(cents: int | None) -> str:
    return "aucune ligne" if cents is None else euros_told(cents)
