"""Two states of one act, before and after a reading takes the place of another: what differs, told in French.

A state (`act_states`) is what the database holds, so that what is compared is exactly what staff and public would see.
Pure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models

from grants.line_fields import FIELDS, as_text, name_of, told, value_of
from grants.models import Deliberation, GrantLine
from grants.templatetags.french import counted, euros_told, long_date
from ingest.desk.rereading.act_states import State
from ingest.store.act_lookup import READ
from ingest.store.lines.changes import FACTS
from portal.french import straight

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
        return straight(self.reads) == straight(self.stands)

    @property
    def disagrees(self) -> bool:
        """Whether the new reading reads something else than before, and than what staff said."""
        return straight(self.reads) not in (straight(self.read), straight(self.stands))


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

    A line is one year of a printed row: the new reading has `amounts` of them on `rows`. `dropped` counts the rows that
    staff set aside and that do not come back.
    """

    new: tuple[GrantLine, ...]
    gone: tuple[GrantLine, ...]
    changed: tuple[ChangedLine, ...]
    same: int
    amounts: int
    rows: int
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
        amounts=len(after.lines),
        rows=len({line.line for line in after.lines.values()}),
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
        Before(_label(one), _value(old, one), _value(line, one)) for one in FACTS if _said(old, one) != _said(line, one)
    )


def _label(one: models.Field) -> str:
    return "montant" if one.name == "amount_cents" else str(one.verbose_name)


def _said(thing: models.Model, one: models.Field) -> object:
    """To be compared: apostrophes of one shape."""
    value = getattr(thing, one.attname)
    return straight(value) if isinstance(value, str) else value


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
        if _said(was, one) != _said(now, one):
            yield Before(str(one.verbose_name), _value(was, one), _value(now, one))


def _parts(before: State, after: State) -> Iterable[Part]:
    for label, was in before.parts.items():
        now = after.parts[label]
        gone, new = _only(was, now), _only(now, was)
        if gone or new:
            yield Part(label, gone, new)


def _only(these: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Those of the first that the second has not, in their order; one that stands twice counts twice."""
    left, found = Counter(map(straight, others)), []
    for one in these:
        if left[straight(one)]:
            left[straight(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def _decided(old: GrantLine, line: GrantLine) -> Iterable[Decided]:
    for name in FIELDS:
        if name in old.as_read and name in line.as_read:
            stands = told(name, as_text(value_of(line, name)))
            yield Decided(line, name_of(name), stands, told(name, old.as_read[name]), told(name, line.as_read[name]))


def _euros(cents: int | None) -> str:
    return "aucune ligne" if cents is None else euros_told(cents)
