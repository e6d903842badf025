"""Paragraphs as print cuts them → paragraphs as the act means them: a vote or a decision apart from what is before it.

What enters: the paragraphs of an act, or one of them. What leaves: the same text, cut at other places.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from ingest.reader.act.flow.deciding_paragraphs import BARE_LENGTH, find_opening
from ingest.reader.act.flow.vote_counts import find_counts
from ingest.reader.act.flow.vote_lines import is_vote_line
from ingest.reader.paragraphs.plain_text import plain, sentences
from ingest.reader.records import Paragraph
from ingest.reader.values.amounts_in_text import find_amounts
from ingest.reader.vocabulary.acts import ASSEMBLY, DECIDING, VOTE_LABELS, VOTED
from ingest.reader.vocabulary.patterns import FOLLOWS, GIVES

# Characters: an entry of a list is no longer.
ENTRY_LENGTH = 120
# Labels of a vote, each over its figure: fewer may be the words of something else.
FEWEST_LABELS = 2
_OPENS_LIST = re.compile(rf"(?:[^\d€]|\b(?:19|20)\d\d\b){{3,300}}?\b{FOLLOWS}\b[^:\d]{{0,60}}: (?=\w)")
# The end of what announces a list, where the colon was left out, or a scan lost it or shows a full stop.
_LEADS_ON = re.compile(rf"\b{FOLLOWS} ?\.?$")
# « … versée comme suit », « le plan de financement suivant »: what these announce is no list of who receives.
_LEADS_ELSEWHERE = re.compile(
    r"\b(?:versee?s?|payee?s?|plan de financement|tarifs?|loyers?|recettes?|depenses?|credits?|couts?|budgets?|lignes?"
    r"|comptes?|modalites|calendrier|echeanc\w+)\b[^.;]{0,60}$"
)
_LED_TO = re.compile(r"(?::|\.{3,}|…|[-–—])\s*$")
_MARKS = "-–—•*+·> "
_STRAY_MARK = re.compile(r"[|_~‘]\s+(?=\w)|‘(?=(?:Il|Le|La|Les) )")
# « Abstention(s) : », over « 2 (M. A, Mme B) »
_VOTE_LABEL = re.compile(rf"(?:{'|'.join(pattern for _, pattern in VOTE_LABELS)})(?:\(s\))?\s*:?\s*")
_VOTE_COUNT = re.compile(r"\s*\d{1,3}(?: voix)?\s*(?:\([^()]*\))?\s*")
_LONE_VERB = re.compile(rf"(?:{DECIDING.pattern})(?: (?:egalement|par ailleurs|en outre|enfin))?")
# What decides in the middle of a paragraph; a commission that is not the permanent one only advises.
_ASSEMBLY = r"(?:le conseil|le bureau|le comite|la commission permanente)\b[^;:.]{0,160}"
# « Vu l'article L. 5214-16, le Conseil municipal, par 25 voix, décide… », after sentences of the exposé or none
_VISA_THEN = re.compile(
    rf"(?:|.*?[.;:] )vu [^;:]{{3,200}}?, (?={_ASSEMBLY}"
    rf"\b(?:decide|{GIVES})\b(?! (?:la|le|les) (?:delegation|creation)))"
)
# « VU la délibération du 23 juin ; APRÈS en avoir délibéré, à l'unanimité, »
_VISA_DELIBERATED = re.compile(
    r"(?:vu|considerant)\b.{0,1200}?(?:; (?=apres (?:en )?avoir delibere\b)"
    rf"|, (?=(?:apres (?:en )?avoir delibere|{VOTED})\b[^;:.]{{0,60}},$)"
    # « Vu le code, approuve, par 18 voix pour : »
    rf"|, (?=(?:{DECIDING.pattern}),? {VOTED}\b[^;:.]{{0,60}}:$)"
    # « VU la notification du 3 juin ; Le Conseil communautaire, par 44 voix pour et 1 contre : »
    # « Vu la délibération du 3 juin ; Le Conseil avait décidé : » tells of another day
    rf"|; (?={ASSEMBLY}(?: d[eu'][^;:.,]{{2,40}})?,? (?:{DECIDING.pattern}|{VOTED}|apres (?:en )?avoir delibere)\b"
    r"[^;:.]{0,140}:$))"
)
# « ➢ Subvention au CCAS : le Conseil accorde… »
_TITLED = re.compile(
    r"(?:[^:.;]{5,90} :|(?:dcm |deliberation |n ?[°o] ?)*\d[\d/._-]* ?[-:.)])"
    rf" (?={_ASSEMBLY}"
    rf"\b(?:decide|{GIVES}|vote|verse|participe|reconduit|renouvelle|maintient"
    r"|approuve (?:la participation|l'attribution|le versement))\b)"
)


def as_meant(paragraphs: Sequence[Paragraph], *, told: bool) -> list[Paragraph]:
    """All paragraphs of an act as it means them. `told`: the document tells what an assembly has decided."""
    whole = _with_colons(_counts_joined(list(map(_without_stray_mark, paragraphs))))
    parted = entry_apart([part for one in whole for part in _decision_apart(one, told=told)])
    return _verbs_joined([part for one in parted for part in _vote_apart(one)])


def _with_colons(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """« … les subventions suivantes », then « Judo Club : 300 € »: with the colon that opens the list."""
    for paragraph, follows in zip_longest(paragraphs, paragraphs[1:]):
        lowered = plain(paragraph.text).rstrip(" .")
        leads = _LEADS_ON.search(lowered) and not _LEADS_ELSEWHERE.search(lowered)
        listed = leads and follows and _is_entry(follows.text.lstrip(_MARKS))
        yield replace(paragraph, text=f"{paragraph.text.rstrip(' .')} :") if listed else paragraph


def _counts_joined(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """« Pour », « 12 », « Abstention », « 2 (M. A, Mme B) », each on its line: « Pour : 12 », « Abstention : 2 (M. A,
    Mme B) ». A label alone with a figure says nothing of a vote."""
    counted = {
        place: replace(label, text=f"{label.text.rstrip(' :')} : {count.text}")
        for place, (label, count) in enumerate(pairwise(paragraphs))
        if _VOTE_LABEL.fullmatch(plain(label.text)) and _VOTE_COUNT.fullmatch(plain(count.text))
    }
    if len(counted) < FEWEST_LABELS:
        return paragraphs
    return [counted.get(place, one) for place, one in enumerate(paragraphs) if place - 1 not in counted]


def _verbs_joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """« approuve » alone on its line, then « le versement à… »: one paragraph."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        above = joined[-1].text if joined else ""
        if len(above) <= BARE_LENGTH and _LONE_VERB.fullmatch(plain(above)) and paragraph.text[:1].islower():
            joined[-1] = replace(paragraph, text=f"{above} {paragraph.text}")
        else:
            joined.append(paragraph)
    return joined


def _vote_apart(paragraph: Paragraph) -> list[Paragraph]:
    """« … au budget. Votants : 29 Pour : 29 Contre : 0 »: the counts that end a paragraph are one of their own."""
    last = deque(sentences(paragraph.text), maxlen=1)
    if not last or not last[0].start or not is_vote_line(plain(last[0].text)) or len(find_counts(last[0].text)) < 2:
        return [paragraph]
    start = last[0].start
    return [replace(paragraph, text=paragraph.text[:start].rstrip()), replace(paragraph, text=paragraph.text[start:])]


def entry_apart(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """« … les aides suivantes : Judo Club : 300 € », then « ADMR : 200 € »: the first entry is one as the next."""
    parted: list[Paragraph] = []
    for paragraph, follows in zip_longest(paragraphs, paragraphs[1:]):
        opened = _OPENS_LIST.match(plain(paragraph.text)) if follows and _ends_in_sum(follows.text) else None
        if opened and _ends_in_sum(paragraph.text[opened.end() :]):
            parted.append(replace(paragraph, text=paragraph.text[: opened.end()].rstrip()))
            paragraph = replace(paragraph, text=paragraph.text[opened.end() :])
        parted.append(paragraph)
    return parted


def _is_entry(text: str) -> bool:
    """« Judo Club : 300 € », « Judo Club ..... 300 € »: a sentence may end in a sum, too."""
    return _ends_in_sum(text) and _LED_TO.search(text, 0, next(find_amounts(text)).start) is not None


def _ends_in_sum(text: str) -> bool:
    """Whether a text is short, opens with a capital letter and ends with the only amount that it states."""
    amounts = list(find_amounts(text)) if len(text) <= ENTRY_LENGTH and text[:1].isupper() else []
    return len(amounts) == 1 and not text[amounts[0].end :].strip(" .;,")


def _decision_apart(paragraph: Paragraph, *, told: bool) -> list[Paragraph]:
    """« Vu le contrat… Le conseil, à l'unanimité, décide d'attribuer… »: what decides, after sentences of its own
    paragraph, is one of its own."""
    text = plain(paragraph.text)
    after_visas = _VISA_THEN.match(text) or _TITLED.match(text) or _VISA_DELIBERATED.match(text)
    said = (one for one in sentences(paragraph.text) if find_opening(plain(one.text), one.text, told=told))
    cut = after_visas.end() if after_visas else next((one.start for one in said), 0)
    if not cut:
        return [paragraph]
    return [replace(paragraph, text=paragraph.text[:cut].rstrip()), replace(paragraph, text=paragraph.text[cut:])]


def _without_stray_mark(paragraph: Paragraph) -> Paragraph:
    """« | DÉCIDE », as a scan shows the edge of a sheet or a speck before a line: without it."""
    mark = _STRAY_MARK.match(paragraph.text)
    return replace(paragraph, text=paragraph.text[mark.end() :]) if mark else paragraph
