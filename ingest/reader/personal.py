"""A document and what was read in it → the personal data that it prints, with their places (CRPA, article L. 312-1-2).

What enters: pages with their words and pictures, lines, leftovers. What leaves: bank details, e-mail addresses,
telephone numbers, handwritten signatures, natural persons who receive or are to be reached. This stage masks nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.reader.private.bank_details import find_bank_details
from ingest.reader.private.beneficiaries import private_beneficiaries
from ingest.reader.private.contact_details import find_mailboxes, find_phones
from ingest.reader.private.findings import Finding, personal_key
from ingest.reader.private.person_names import is_named
from ingest.reader.private.printed_places import PageText, is_one_run, sources_of, words_at
from ingest.reader.private.signatures import find_signatures
from ingest.reader.records import Document, Leftover, LineRecord, PersonalRecord
from portal.french import squeeze

TO_REACH: Final = "personne à joindre, nommée à côté de ses coordonnées"
# Characters around an address or a number in which the person to reach is named.
NAMED_WITHIN: Final = 60

_CONTACT: Final = re.compile(r"\bNom\s*:\s*([^\W\d_][\w'’-]*)\s+Pr[ée]nom\s*:\s*([^\W\d_][\w'’-]*)")
_WORDS_BEFORE: Final = re.compile(r"([^\W\d_][\w'’-]*)\s+([^\W\d_][\w'’-]*)\s*[:,(-]*\s*$")


def find_personal_data(
    document: Document,
    lines: Sequence[LineRecord],
    leftovers: Iterable[Leftover],
    contacts: Sequence[PersonalRecord] | None = None,
) -> tuple[PersonalRecord, ...]:
    """All that is found, one record for each thing and page, in the order of the pages. `contacts`: what
    `find_contacts` gave, where that is known."""
    pages = [PageText(page) for page in document.pages]
    found = find_contacts(document) if contacts is None else list(contacts)
    found += private_beneficiaries(lines, leftovers, pages)
    found += find_signatures(pages)
    return tuple(sorted(_once_a_page(found), key=lambda record: (record.sources[0].page, record.sources[0].box.y0)))


def find_contacts(document: Document) -> list[PersonalRecord]:
    """The bank details, addresses and numbers of the pages, and persons named beside them: what no line is needed
    for."""
    return [record for page in document.pages for record in _on_page(PageText(page))]


def find_in_text(text: str) -> list[Finding]:
    """Bank details, addresses and numbers of a text, in its order; what one holds is not told twice."""
    found = sorted((*find_bank_details(text), *find_mailboxes(text), *find_phones(text)), key=lambda one: one.start)
    apart: list[Finding] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _on_page(page: PageText) -> Iterator[PersonalRecord]:
    for one in find_in_text(page.text):
        words = words_at(page, one.start, one.end)
        if one.kind == "phone" and not is_one_run(words):
            continue  # cells of a row, not the pairs of a number
        yield _record(page, one)
        if one.kind != "bank":
            yield from _person_to_reach(page, one)


def _record(page: PageText, one: Finding) -> PersonalRecord:
    printed = squeeze(page.text[one.start : one.end])
    sources = sources_of(page.page, words_at(page, one.start, one.end))
    return PersonalRecord(one.kind, printed, sources, one.reason, one.service)


def _person_to_reach(page: PageText, one: Finding) -> Iterator[PersonalRecord]:
    """« Nom : Durand Prénom : Pascal Téléphone : … », « Maxime DURAND rssi@… »."""
    start = max(0, one.start - NAMED_WITHIN)
    window = page.text[start : one.start]
    for contact in _CONTACT.finditer(window):
        words = words_at(page, start + contact.start(1), start + contact.end(2))
        named = [word for word in words if word.text.strip(":, ") in contact.groups()]
        yield PersonalRecord("person", f"{contact[2]} {contact[1]}", sources_of(page.page, named), TO_REACH)
    before = _WORDS_BEFORE.search(window)
    if before and is_named(before.groups()):
        words = words_at(page, start + before.start(1), start + before.end(2))
        yield PersonalRecord("person", f"{before[1]} {before[2]}", sources_of(page.page, words), TO_REACH)


def _once_a_page(found: Iterable[PersonalRecord]) -> Iterator[PersonalRecord]:
    """The same thing printed several times on one page is one record with several sources."""
    met: dict[tuple[object, ...], PersonalRecord] = {}
    for record in found:
        own: object = personal_key(record.kind, record.text) if record.text else record.sources
        key = (record.kind, record.sources[0].page, own)
        same = met.get(key)
        sources = dict.fromkeys((*(same.sources if same else ()), *record.sources))
        met[key] = PersonalRecord(
            record.kind, record.text, tuple(sources), (same or record).reason, (same or record).service
        )
    yield from met.values()
