"""Members who stand aside from a vote: person, function and organisation as the act prints them.

What enters: the steps of the act. What leaves: one recusal per person and organisation. A proxy given or received, a
member who joins or leaves without a reason, a list of members are no recusal.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.reader.act.flow.persons import Person, complete_name, find_members
from ingest.reader.act.flow.steps import Step
from ingest.reader.act.recusals.mandates import Mandate, read_mandates
from ingest.reader.act.recusals.person_sentences import LISTED, Said, is_entry, lists_next, read_sentences
from ingest.reader.act.recusals.recusal_mandates import REACH, mandates_of
from ingest.reader.act.recusals.recusal_records import records_of, told_once
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import RecusalRecord
from ingest.reader.vocabulary.persons import CIVILITY, LEAVES, NOT_ASIDE

# Sentences after « X est président de Y » within which the act says that X does not take part.
REASON_WITHIN = 40

_PRONOUN = re.compile(
    r"(?:ils?|elles?|celle?s?-ci|celui-ci|ceux-ci|l'interessee?|les interesse(?:e)?s|tou(?:s|tes) (?:deux|trois))\b"
)
# « respectivement maire et présidente du Foyer »: a function that needs no organisation
_OF_VOTERS = re.compile(r"(?:maire|adjointe?|conseiller|elue?|deputee?|senat)")
_IS = re.compile(
    r"\s*(?:,[^,]{0,80},)?\s*(?:est|sont|etant|siegent?)\b(?! (?:absente?s?|excusee?s?|presente?s?|sorti|elue?s?\b))"
)
# Before a person: this one holds the proxy, votes for another, chairs: the sentence is not about them.
_HOLDS = re.compile(
    r"(?:(?:pouvoir|procuration|mandat|delegation)s?(?: de vote)?(?: respectivement)? (?:a|de)|represente(?:e|s"
    r"|es)? par|presidence de|rempla\w+ par|rejointe?s? .{0,40}par"
    r"|(?:confi|ced|laiss|transm|remet)\w*\b[^.;]{0,50}\ba)\s*$"
)
# « (abstention de M. A ; Mme B ne prend pas part au vote) »: A takes part.
_VOTES = re.compile(r"\b(?:abstentions?|vote contre|vote pour|voix contre|contre)(?: d[e']| :)\s*$")
_OPENS_WITH_PERSON = re.compile(CIVILITY)
_NOT_GIVEN = re.compile(r"n'(?:ont|a|avaient|avait) pas (?:donn|remis)")
# « membres de… » after several names.
_PLURAL = re.compile(
    r"(?:\w+ )?(?:membres|presidente?s|tresori(?:er|ere)s|secretaires|administrat(?:eur|rice)s|actionnaires|salariee?s"
    r"|adherente?s|representante?s|deleguee?s|gerante?s|benevoles|dirigeante?s|licenciee?s|responsables)\b"
)
# « , qui avait reçu pouvoir de M. X, »: said in passing of one who stands aside.
_IN_PASSING = re.compile(r",\s*(?:qui|ayant|porteur|porteuse|titulaire|mandataire)\b[^,;.]*(?:\.[^,;.]*)?,")
_RESPECTIVELY = re.compile(r"\brespectivement\s+")


def read_recusals(
    steps: Sequence[Step], *, members: Sequence[str] = (), otherwise: str = ""
) -> tuple[RecusalRecord, ...]:
    """Every member who stands aside, in the order of the act, first names taken from the list of members.

    `members`: that list, where it stands outside the steps; `otherwise`: the organisation where none is named.
    """
    members = members or find_members(step.paragraph for step in steps)
    said = read_sentences(steps, members)
    records: list[RecusalRecord] = []
    before: tuple[Person, ...] = ()
    listing = False
    for index, sentence in enumerate(said):
        entry = listing and is_entry(sentence)
        records += _do_not_take_part(sentence) if entry else _aside(said, index, before)
        listing = lists_next(sentence, listing=listing)
        # A pronoun goes on about the persons named last, over any number of sentences that name none.
        before = _subject(sentence) if sentence.persons else before
    named = (replace(record, person=complete_name(record.person, members)) for record in records)
    return told_once([replace(record, organisation=record.organisation or otherwise) for record in named])


def _aside(said: Sequence[Said], index: int, before: tuple[Person, ...]) -> list[RecusalRecord]:
    """The recusals that one sentence states."""
    sentence = said[index]
    # The list of members says who is absent; decisions, who signs.
    leaves = not sentence.stands and LEAVES.search(sentence.plain) is not None
    if sentence.role in ("head", "item", "body", "deciding") and not (sentence.stands and sentence.persons):
        return _who_leave(sentence) if leaves else []
    pronoun = _PRONOUN.match(sentence.plain)
    if pronoun:
        return _said_of_others(said, index, pronoun.end(), before)
    subject = _subject(sentence)
    if not subject:
        return []
    mandates = _stated_mandates(sentence, subject[-1].end) if _OPENS_WITH_PERSON.match(sentence.plain) else []
    if mandates:
        aside = sentence.stands or _reason_follows(said, index)
        return records_of(subject, mandates, sentence) if aside else []
    if sentence.stands:
        return _do_not_take_part(sentence)
    follows = index + 1 < len(said) and said[index + 1].stands and _PRONOUN.match(said[index + 1].plain)
    if leaves or follows:
        # A proxy counts for nothing where its giver is concerned: the function in brackets says so.
        return [record for person in subject if person.remark for record in _of_person(person, sentence)]
    return []


def _who_leave(sentence: Said) -> list[RecusalRecord]:
    """« (Mme A, trésorière de l'association, étant sortie de la salle) »: with a reason, it is no errand."""
    with_reason = (person for person in _subject(sentence) if read_mandates(person.remark))
    return [record for person in with_reason for record in _of_person(person, sentence)]


def _subject(sentence: Said) -> tuple[Person, ...]:
    """The persons whom the sentence is about: those who hold a proxy or chair are left out, and all that come after."""
    subject: list[Person] = []
    for person in sentence.persons:
        title = sentence.plain[max(0, person.start - REACH) : person.start]
        title = re.sub(r"(?:mesdames|madame|messieurs|monsieur|mmes?|mm?|mrs?)\.?\s*$", "", title)
        if _VOTES.search(title):
            continue
        if _HOLDS.search(title):
            break
        subject.append(person)
    return tuple(subject)


def _said_of_others(said: Sequence[Said], index: int, end: int, before: tuple[Person, ...]) -> list[RecusalRecord]:
    """« Il est membre du bureau de la Ruche. »: of the persons before; and whoever else the sentence names."""
    sentence = said[index]
    mandates = _stated_mandates(sentence, end)
    if mandates and before and (sentence.stands or _reason_follows(said, index)):
        return records_of(before, mandates, sentence)
    if not sentence.stands:
        return []
    told = _do_not_take_part(sentence) if sentence.persons else []
    last = said[index - 1] if index else None
    plainly = (
        last
        and last.persons
        and not (last.stands or NOT_ASIDE.search(last.plain) or _stated_mandates(last, last.persons[-1].end))
    )
    if plainly and last and not any(person.remark for person in before):
        told = records_of(before, [Mandate("", "")], last) + told
    return told


def _stated_mandates(sentence: Said, place: int) -> list[Mandate]:
    """« … est présidente de X »: what stands after the verb at `place`."""
    verb = _IS.match(sentence.plain, place)
    return read_mandates(sentence.text[verb.end() :]) if verb else []


def _reason_follows(said: Sequence[Said], index: int) -> bool:
    for sentence in said[index + 1 : index + 1 + REASON_WITHIN]:
        if sentence.role in ("deciding", "item", "visa"):
            return False
        if sentence.stands:
            return True
    return False


def _do_not_take_part(sentence: Said) -> list[RecusalRecord]:
    """The persons of a sentence that says that they do not take part."""
    gives = NOT_ASIDE.search(_IN_PASSING.sub(",", sentence.plain)) and not _NOT_GIVEN.search(sentence.plain)
    if gives and not any(person.remark for person in sentence.persons) and not LISTED.match(sentence.plain):
        return []
    records: list[RecusalRecord] = []
    shared: list[Mandate] = []
    in_turn = _in_turn(sentence)
    if in_turn:
        return in_turn
    for person in reversed(_subject(sentence)):
        of_person = _of_person(person, sentence)
        if not person.remark and shared and _goes_on(person, sentence):
            # « Messieurs A et B, membres de X »: what is said of the last is said of all.
            of_person = records_of([person], shared, sentence)
        elif person.remark:
            shared = read_mandates(person.remark) if _PLURAL.match(plain(person.remark)) else []
        records = of_person + records
    return records


def _in_turn(sentence: Said) -> list[RecusalRecord]:
    """« Mme A et M. B, respectivement présidente de X et trésorier de Y »: as many mandates as persons; « président et
    trésorière de Y » are both of Y."""
    subject = _subject(sentence)
    match = _RESPECTIVELY.search(sentence.plain)
    mandates = read_mandates(sentence.text[match.end() :]) if match and len(subject) > 1 else []
    if len(mandates) != len(subject):
        return []
    shared = mandates[-1].organisation
    mandates = [
        one if one.organisation or _OF_VOTERS.match(plain(one.function)) else one._replace(organisation=shared)
        for one in mandates
    ]
    return [
        record
        for person, mandate in zip(subject, mandates, strict=True)
        for record in records_of([person], [mandate], sentence)
    ]


def _goes_on(person: Person, sentence: Said) -> bool:
    """Whether nothing but « et » or a comma stands between this person and the next one."""
    return re.match(rf"\s*(?:,|et|,\s*et)\s*(?:{CIVILITY})?\s*[a-z]", sentence.plain[person.end :]) is not None


def _of_person(person: Person, sentence: Said) -> list[RecusalRecord]:
    return records_of([person], mandates_of(person, sentence) or [Mandate("", "")], sentence)
