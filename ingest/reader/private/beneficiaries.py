"""Natural persons among the beneficiaries of an act, wherever its pages print their names, and where they live.

What enters: lines, leftovers, pages as text. What leaves: a name, why it is a person's, and where it stands on each
page. Members who vote or stand aside are public office and are not looked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.reader.act.recusals.person_sentences import stands_aside
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.private.person_names import NamedPerson, person_named, persons_told
from ingest.reader.private.postal_addresses import find_addresses, opens_address
from ingest.reader.private.printed_places import PageText, runs_of, sources_of
from ingest.reader.records import BETWEEN_CELLS, Leftover, LineRecord, PersonalRecord, Source, Word
from portal.french import fold

# Words between a name and its street: « , domicilié au 14 rue Basse ».
ADDRESS_WITHIN: Final = 4
_CIVILITIES: Final = frozenset(
    ["m", "mm", "mme", "mmes", "mlle", "mlles", "monsieur", "madame", "mademoiselle", "mr", "dr"]
)


def private_beneficiaries(
    lines: Sequence[LineRecord], leftovers: Iterable[Leftover], pages: Sequence[PageText]
) -> Iterator[PersonalRecord]:
    """One record for each person and page. A name that its row prints otherwise is covered by the whole row."""
    rows: dict[str, tuple[NamedPerson, list[Source]]] = {}
    for person, source in (*_of_lines(lines), *_of_leftovers(leftovers)):
        key = " ".join(sorted(fold(person.name).split()))
        rows.setdefault(key, (person, []))[1].append(source)
    persons = [(key.split(), person, sources) for key, (person, sources) in rows.items()]
    for page in pages if persons else ():
        printed = fold.__wrapped__(page.text)  # not remembered: those of a thousand pages weigh ten megabytes
        for names, person, sources in persons:
            on_page = [source for source in sources if source.page == page.page.number]
            if on_page or all(name in printed for name in names):
                yield from _on_page(names, person, on_page, page)


def _of_lines(lines: Iterable[LineRecord]) -> Iterator[tuple[NamedPerson, Source]]:
    judged: dict[str, NamedPerson | None] = {}
    for line in lines:
        if line.operator not in judged:
            judged[line.operator] = person_named(line.operator)
        person = judged[line.operator]
        if person:
            yield person, line.source
        for text in (line.action, line.detail):
            for told in persons_told(text):
                yield told, line.source


def _of_leftovers(leftovers: Iterable[Leftover]) -> Iterator[tuple[NamedPerson, Source]]:
    for leftover in leftovers:
        if stands_aside(plain(leftover.text)):
            continue  # a member of the council
        for cell in leftover.text.split(BETWEEN_CELLS):
            person = person_named(cell) if len(cell) < 100 else None
            if person:
                yield person, leftover.source


def _on_page(
    names: Sequence[str], person: NamedPerson, rows: Sequence[Source], page: PageText
) -> Iterator[PersonalRecord]:
    runs = [run for run in runs_of(page, names) if _tells(run, page)]
    found = [source for run in runs for source in sources_of(page.page, run)]
    for row in rows:
        if not any(row.box.holds(source.box) for source in found):
            found += _in_row(names, row, page)
    behind = (next(find_addresses(_behind(run, page)), ()) for run in runs)
    among = (address for row in rows if row.table for address in find_addresses(_words_of(row, page)))
    found += [source for address in (*behind, *among) for source in sources_of(page.page, address)]
    if found:
        yield PersonalRecord("person", person.name, tuple(dict.fromkeys(found)), person.reason)


def _tells(run: Sequence[Word], page: PageText) -> bool:
    """A surname alone is a person's after a civility only: it may be a street, a town, a firm."""
    if len(run) > 1:
        return True
    words = page.words
    before = words.index(run[0])
    return before > 0 and fold(words[before - 1].text) in _CIVILITIES


def _behind(run: Sequence[Word], page: PageText) -> Sequence[Word]:
    """The words from the street on that is told right behind a name: « M. Paul ROY, domicilié 14 rue Basse »."""
    words = page.words
    after = words.index(run[-1]) + 1
    opens = (place for place in range(after, after + ADDRESS_WITHIN) if opens_address(words[place:]))
    return words[next(opens, len(words)) :]


def _words_of(row: Source, page: PageText) -> list[Word]:
    return [word for word in page.words if row.box.holds(page.page.in_fractions(word.box))]


def _in_row(names: Sequence[str], row: Source, page: PageText) -> list[Source]:
    """The words of the name inside its row; the row itself where none of them is there."""
    inside = [word for word in _words_of(row, page) if any(part in names for part in fold(word.text).split())]
    return list(sources_of(page.page, inside)) or [row]
