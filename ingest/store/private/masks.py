"""What the public may not read of an act, taken out of every text before anything is stored.

Enters: a reading, or any text, with the marks of its act. Leaves: the same, with « [nom masqué] » and the like in their
places. It works on records, so that no column, index, export or page made from them can hold what is masked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from grants.models import Commune, Deliberation
from ingest.reader.machine.on_disk import InParts
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.personal import find_in_text
from ingest.reader.private.findings import personal_key
from ingest.reader.private.person_names import BY_CIVILITY, person_named
from ingest.reader.records import (
    DeliberationRecord,
    Document,
    LineRecord,
    PersonalRecord,
    Reading,
    RecusalRecord,
    VoteRecord,
)
from portal.french import fold

MASKED_PERSON = "Personne physique (nom masqué)"
INSTEAD = {
    "bank": "[coordonnées bancaires masquées]",
    "email": "[adresse électronique masquée]",
    "phone": "[numéro de téléphone masqué]",
    "person": "[nom masqué]",
    "other": "[donnée personnelle masquée]",
}
_CIVILITY = r"\b(?:monsieur|madame|mademoiselle|messieurs|mesdames|mme|mlle|mm?\.?|dr\.?)\s+"
_BETWEEN_NAMES = r"[\s,.()'-]+"
# Elected members act in public: their names stay in what they vote and stand aside from.
_PUBLIC_OFFICE = {
    DeliberationRecord: {"president", "secretary"},
    RecusalRecord: {"person", "as_printed"},
    VoteRecord: {"for_detail", "against_detail", "abstentions_detail", "not_voting_detail"},
}
_NEVER = (Document, PersonalRecord)


@dataclass(slots=True)
class Masks:
    """What is hidden and what staff made public, by kind; the keys of `personal_key`."""

    hidden: dict[str, dict[str, str]] = field(default_factory=dict)
    public: dict[str, set[str]] = field(default_factory=dict)
    _patterns: list[tuple[re.Pattern[str], str, str]] = field(default_factory=list)
    _known: dict[tuple[str, bool], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind, texts in self.hidden.items():
            for text in texts.values():
                if pattern := _pattern(kind, text):
                    self._patterns.append((re.compile(pattern), kind, INSTEAD[kind]))

    def text(self, text: str, *, persons: bool = True) -> str:
        """`text` without what is masked. `persons`: names of persons too."""
        known = self._known.get((text, persons))
        if known is None:
            known = self._known[text, persons] = self._masked(text, persons=persons)
        return known

    def operator(self, text: str) -> str:
        """A beneficiary's name: that of a masked person is replaced whole, civility and address with it."""
        return MASKED_PERSON if self.is_private(text) else self.text(text)

    def is_private(self, operator: str) -> bool:
        """Whether a beneficiary is a natural person that staff did not make public."""
        if _person_keys(operator) & self.public.get("person", set()):
            return False
        return self.hides_person(operator) or (person_named(operator) is not None and not towns_named([operator]))

    def hides_person(self, name: str) -> bool:
        """Whether this is the name of a person found in this act and masked."""
        return bool(_person_keys(name) & self.hidden.get("person", {}).keys())

    def line(self, record: LineRecord) -> LineRecord:
        """One line without what is masked."""
        texts = {
            one.name: self.text(value)
            for one in fields(record)
            if isinstance(value := getattr(record, one.name), str) and one.name != "operator"
        }
        notes = tuple(self.text(note) for note in record.notes)
        return replace(record, operator=self.operator(record.operator), notes=notes, **texts)

    def reading(self, reading: Reading) -> Reading:
        """The whole reading without what is masked; its tables, which staff alone read, stay as printed."""
        masked = self._records(replace(reading, tables=(), personal=()), persons=True)
        document = replace(reading.document, name=self.text(reading.document.name))
        return replace(masked, document=document, tables=reading.tables, personal=reading.personal)

    def _records(self, thing: Any, *, persons: bool) -> Any:
        if isinstance(thing, str):
            return self.text(thing, persons=persons)
        if isinstance(thing, InParts):
            return thing.each_part(lambda part: tuple(self._records(one, persons=persons) for one in part))
        if type(thing) is tuple:
            return tuple(self._records(one, persons=persons) for one in thing)
        if isinstance(thing, LineRecord):
            return self.line(thing)
        if not is_dataclass(thing) or isinstance(thing, _NEVER):
            return thing
        office = _PUBLIC_OFFICE.get(type(thing), set())
        values = {one.name: getattr(thing, one.name) for one in fields(thing)}
        masked = {name: self._records(value, persons=persons and name not in office) for name, value in values.items()}
        return replace(thing, **masked) if masked != values else thing

    def _masked(self, text: str, *, persons: bool) -> str:
        for one in reversed(find_in_text(text)):
            key = personal_key(one.kind, text[one.start : one.end])
            if not any(key in told for told in self.public.get(one.kind, ())):
                text = text[: one.start] + INSTEAD[one.kind] + text[one.end :]
        for pattern, kind, instead in self._patterns:
            if persons or kind != "person":
                for found in reversed(list(pattern.finditer(plain(text)))):
                    text = text[: found.start("told")] + instead + text[found.end("told") :]
        return text


def with_persons(reading: Reading) -> Reading:
    """The reading with a record for each beneficiary who is a person, where it has none: an older reader made it. Towns
    that bear a first name (« Bois-Bernard » printed without its hyphen) are no persons."""
    bare = [one for one in reading.personal if one.kind == "person" and one.reason != BY_CIVILITY]
    towns = towns_named([one.text for one in bare])
    if towns:
        kept = (one for one in reading.personal if one not in bare or fold(one.text) not in towns)
        reading = replace(reading, personal=tuple(kept))
    known = {personal_key("person", one.text) for one in reading.personal if one.kind == "person"}
    missing: dict[str, PersonalRecord] = {}
    for line in reading.lines:
        person = person_named(line.operator)
        if person and (key := personal_key("person", person.name)) not in known and not towns_named([line.operator]):
            missing.setdefault(key, PersonalRecord("person", person.name, (line.source,), person.reason))
    return replace(reading, personal=(*reading.personal, *missing.values())) if missing else reading


def towns_named(names: Iterable[str]) -> set[str]:
    """Of these names, folded, those of communes; no query where there is none."""
    folded = {fold(name) for name in names}
    return set(Commune.objects.filter(folded__in=folded).values_list("folded", flat=True)) if folded else set()


def masks_of(act: Deliberation | None, found: Iterable[PersonalRecord] = ()) -> Masks:
    """What is masked of an act: its marks, and what a reading has just `found` that nobody decided to publish."""
    marks = list(act.personal_marks.all()) if act and act.pk else []
    hidden: dict[str, dict[str, str]] = {}
    public: dict[str, set[str]] = {}
    for mark in marks:
        if mark.is_masked:
            hidden.setdefault(mark.kind, {})[mark.key] = mark.text
        else:
            public.setdefault(mark.kind, set()).add(mark.key)
    for record in found:
        hidden.setdefault(record.kind, {}).setdefault(personal_key(record.kind, record.text), record.text)
    return Masks(_without(hidden, public), public)


def _person_keys(name: str) -> set[str]:
    person = person_named(name)
    return {personal_key("person", told) for told in (name, *([person.name] if person else []))}


def _without(hidden: Mapping[str, Mapping[str, str]], public: Mapping[str, set[str]]) -> dict[str, dict[str, str]]:
    return {
        kind: {key: text for key, text in texts.items() if key and key not in public.get(kind, ())}
        for kind, texts in hidden.items()
        if kind in INSTEAD
    }


def _pattern(kind: str, text: str) -> str:
    """What finds the text in `plain()` text, as group `told`; empty where the detectors of the reader find it anyway.

    A name alone is hidden after a civility only: it may be a street, a town, a firm.
    """
    words = re.findall(r"[^\W_]+", plain(text))
    if not words:
        return ""
    if kind == "person":
        orders = {" ".join(order): order for order in _orders(words)}
        told = "|".join(_BETWEEN_NAMES.join(map(re.escape, order)) for order in orders.values())
        return (
            rf"(?<![^\W_])(?P<told>{told})(?![^\W_])" if len(words) > 1 else rf"{_CIVILITY}(?P<told>{told})(?![^\W_])"
        )
    told = r"[^a-z0-9]{0,3}".join(map(re.escape, "".join(words)))
    return rf"(?<![a-z0-9])(?P<told>{told})(?![a-z0-9])"


def _orders(words: list[str]) -> Iterator[list[str]]:
    """A name begun by any of its words: « Jeanne DUPRÉ », « DUPRÉ Jeanne »."""
    for first in range(len(words)):
        yield words[first:] + words[:first]
