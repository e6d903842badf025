"""What a sentence tells of members who stand aside → `RecusalRecord`s: one per person and organisation, each once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.reader.act.flow.persons import Person
from ingest.reader.act.recusals.mandates import Mandate
from ingest.reader.act.recusals.person_sentences import Said
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import RecusalRecord
from ingest.reader.vocabulary.persons import MANDATES

_ARTICLES = re.compile(r"\barticles? (?:n ?[°o] ?)?(?P<list>\d+(?:\s*(?:,|;|et|a|-|&)\s*\d+)*)")


def records_of(persons: Iterable[Person], mandates: Sequence[Mandate], sentence: Said) -> list[RecusalRecord]:
    """A recusal for each of these persons and mandates, of the articles that the sentence names."""
    return [
        RecusalRecord(
            person.name,
            sentence.text,
            sentence.source,
            mandate.function,
            mandate.organisation,
            _articles(sentence.plain),
        )
        for person in persons
        for mandate in mandates
    ]


def told_once(records: Sequence[RecusalRecord]) -> tuple[RecusalRecord, ...]:
    """The recusals, each once; one that says why stands for those of the same person that do not."""
    kept: dict[tuple[str, str, tuple[int, ...]], RecusalRecord] = {}
    for record in _with_assemblies(records):
        kept.setdefault((plain(record.person), plain(record.organisation), record.articles), record)
    reasoned = {(plain(one.person), one.articles) for one in kept.values() if _says_why(one)}
    return tuple(one for one in kept.values() if _says_why(one) or (plain(one.person), one.articles) not in reasoned)


def _articles(text: str) -> tuple[int, ...]:
    """« des articles 5, 6 et 7 », « des articles 10 à 15 »."""
    match = _ARTICLES.search(text)
    if not match:
        return ()
    numbers: list[int] = []
    for mark, number in re.findall(r"(a|-)?\s*(\d+)", match["list"]):
        start = numbers[-1] + 1 if mark and numbers else int(number)
        numbers += range(start, int(number) + 1)
    return tuple(numbers)


def _with_assemblies(records: Sequence[RecusalRecord]) -> list[RecusalRecord]:
    """« conseillère régionale »: of the région, where the recusals of the act name one and no other."""
    out = []
    for record in records:
        kind = next((kind for word, kind in MANDATES if word in plain(record.function)), "")
        named = {other.organisation for other in records if kind and plain(other.organisation).startswith(kind)}
        alone = not record.organisation and len(named) == 1
        out.append(replace(record, organisation=named.pop()) if alone else record)
    return out


def _says_why(record: RecusalRecord) -> bool:
    return bool(record.function or record.organisation)
