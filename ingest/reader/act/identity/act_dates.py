"""The days of an act: when the assembly met, when the prefecture received the act, when it was published.

What enters: the paragraphs of an act, each with what it does. What leaves: dates, None where the act prints none, and
the number of its receipt. It does not look for dates in decisions.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise, takewhile

from ingest.reader.act.flow.steps import Step
from ingest.reader.act.identity.printed_dates import MONTH_NAMES, date_beside, find_date
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph
from ingest.reader.vocabulary.acts import BODIES

# Département on three figures, SIREN of the authority, day of the act, its number, nature, parts.
RECEIPT = re.compile(r"(?<![\w-])(?P<place>\d[\dAB]\d?)-(?P<siren>\d{9})-(?P<day>\d{8})-[\w.-]*\w")
_SESSION = (
    re.compile(r"date d(?:e|u) (?:la )?(?:seance|reunion|conseil|deliberation)\s*:?"),
    re.compile(
        r"\b(?:seance|session|reunion|assemblee pleniere)\b(?: \w+){0,3}? (?:du|des|:|le|-)|\b(?:seance|reunion)\s*:"
    ),
    re.compile(r"\breuni(?:e|s|es|on)?\b[^.;]{0,120}? (?:le|du)\b"),
    re.compile(
        r"\b(?:conseil|commission (?:permanente|des aides|d'attribution|de programmation)|bureau|assemblee|comite)\b"
        r"[^.;]{0,60}?(?<!convoque)(?<!convoques)(?<!convoquee) (?:du|le)\b"
    ),
    re.compile(r"(?=\bl'an (?:deux|20))"),
    # « CONSEIL MUNICIPAL – 4 juillet 2031 »
    re.compile(
        r"^(?:[^;.\d]{2,60} - )?(?:conseil|commission permanente|bureau|assemblee|comite)\b"
        r"[^;.\d]{0,60}?[-:,] ?(?:\w+di |dimanche )?(?=\d)"
    ),
    # « Val de Bor CONSEIL COMMUNAUTAIRE 25 juin 2031 », the lines of a letterhead
    re.compile(
        r"\b(?:conseil [a-z]+|commission permanente|bureau [a-z]+|comite syndical) (?:\w+di |dimanche )?"
        rf"(?=\d{{1,2}}(?:er)? (?:{MONTH_NAMES}) \d{{4}}$)"
    ),
    # « Le 13 mai 2031 à 20 heures, le Conseil municipal s'est réuni »
    re.compile(r"^le (?=[^;]{0,200}\breuni)"),
    re.compile(r"^arrete\b[^;]{0,60}? du "),
    re.compile(r"^date ?: "),
    # A date alone on a line of the head, under the number of the act.
    re.compile(
        r"^(?:(?:du|le) )?(?:\w+di )?"
        r"(?=\d{1,2}(?:er)? \w+ \d{4}(?: ?- ?n ?[°o].*|(?: ?[-,] ?| a )\d{1,2} ?h(?:eures?)?\b.{0,80})?$)"
    ),
    # « Commune de Bor – vendredi 22 mars 2031 »
    re.compile(r"^[^;.\d]{3,80} - (?:\w+di )?(?=\d{1,2}(?:er)? \w+ \d{4}$)"),
    re.compile(r"^(?:deliberation\b[^;]{0,40}?|n ?[°o] ?\S+) (?:du|en date du) "),
    # « TERRES DU RHIN du vendredi 15 novembre 2031 »: a day of the week is that of a sitting.
    re.compile(r"^[^;.\d]{0,60}\b(?:du|le) (?:\w+di|dimanche) (?=\d)"),
)
# Where nothing says when an assembly met, an order is of the day when it was signed: « Fait à Lodève, le 27 mai 2031 ».
_SIGNED = (
    # « Séance des 3, 4 et 5 juin 2031 », below all else
    re.compile(r"^(?:seance|session) (?:du|des) (?=\d)"),
    re.compile(r"^(?:(?:la|cette|la presente) )?deliberation [^;.]{0,40}\badoptee en (?:seance|reunion) d(?:u|es) "),
    re.compile(r"^fait (?:et delibere )?(?:(?:a|en) [^;:]{2,60}?,? )?le "),
    re.compile(r"^[a-z][a-z' -]{2,40}, le (?=\d{1,2}(?:er)? \w+ \d{4}\.?$)"),
    re.compile(r"^le (?=\d{1,2}(?:er)? [a-z]+\.? \d{4}\b)"),
)
_DAY_BELOW = re.compile(r"le \d{1,2}(?:er)?[ /.-][^;]{3,14}\d{4}$")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d\s*$")
# « VILLE DE BOR CONSEIL MUNICIPAL », « Direction des sports du 24 septembre 2031 »: the same, of two lines a side.
_ENDS_IN_BODY = re.compile(rf"(?:{'|'.join(name for name, _ in BODIES)})$")
_ENDS_IN_DAY = re.compile(
    r"(?:directions?|services?|poles?|departement|secretariat|cabinet|mission|seance|reunion)\b"
    rf"[^;:.\d]{{0,60}}\bdu (?:\w+di |dimanche )?\d{{1,2}}(?:er)? (?:{MONTH_NAMES}) (?:19|20)\d\d$"
)
# « DÉPARTEMENT DU VAL Séance du 3 juillet Direction des sports 2031 »: a head in two columns, its lines one text.
_YEAR_APART = re.compile(rf"(?P<day>.*\b\d{{1,2}}(?:er)? (?:{MONTH_NAMES})) [^;:.\d]{{3,60}} (?P<year>(?:19|20)\d\d)$")
_ASSEMBLY_MET = re.compile(
    r"(?:le conseil|la commission permanente|l'assemblee|le bureau|le comite)\b[^;]{0,160}\breuni"
)
_SITTING = re.compile(r"(?:seance|reunion) du (?:\w+di |dimanche )?\d")
_NOT_SESSION = re.compile(
    r"convocation|(?<!regulierement )(?<!legalement )(?<!dument )convoqu"
    r"|(?:adopt|approb|approuv|lecture)\w*[^.;]{0,30}(?:proces-verbal|compte[ -]rendu)"
    r"|prise? en vertu|(?:portant|donnant) delegation|par (?:sa |une |la )?deliberation\b"
    r"|proces-verbal[^.;]{0,90}(?:adopt|approuv)|affich|publie|recu |reception|transmi|vu |precedente"
)
# « I – Compte rendu de la séance du 4 décembre », the first point of minutes
_LAST_SITTING = re.compile(r"(?:[ivx]{1,4}|\d{1,2})\W{1,4}[^.;]{0,60}(?:proces-verbal|compte[ -]rendu)\b")
# « lors de la séance du 20 février 2030 »: told of an earlier sitting, unless the act says no other.
_TOLD_OF = re.compile(
    _NOT_SESSION.pattern + r"|\b(?:lors|au cours|a l'issue|depuis|suite) (?:de |a )?(?:la |sa |une |cette )?"
    r"(?:seance|session|reunion)|\brappel"
)
_RECEIVED = (
    re.compile(r"\b(?:date de )?(?:rec(?:eption|u|ue|eptionne\w*))\b[^\d;]{0,60}?(?=\d)"),
    re.compile(
        r"\b(?:depot|depose\w*|transmi\w+|teletransmi\w+|envoye\w*)\b[^\d;]{0,60}?"
        r"(?:prefecture|etat|legalite|transmission)[^\d;]{0,20}?(?=\d)"
    ),
)
_PUBLISHED = re.compile(
    r"\b(?:publi(?:e|ee|es|ees|cation)|affich(?:e|ee|age)|mise? en ligne)\b[^\d;.]{0,50}?"
    r"(?:\ble|\bdu|:|-)[ :]*(?:\w+di |dimanche )?(?=\d)"
)
_CONVOKED = re.compile(r"convo[cq]|annonce|journal officiel|jorf|recueil n")


def find_receipt(paragraphs: Iterable[Paragraph]) -> str:
    """The number of the receipt that the prefecture stamps, as printed; empty where no paragraph holds it."""
    for paragraph in paragraphs:
        match = RECEIPT.search(paragraph.text)
        if match:
            return match[0]
    return ""


def find_session(steps: Sequence[Step], receipt: str) -> date | None:
    """From the head, then from the sentence that says that the assembly met, then from the receipt."""
    texts = [step.paragraph.text for step in _opening(steps) if not _LAST_SITTING.match(step.plain)]
    # A narrow column may cut « du 3 juillet 2031 » in two headings.
    texts += [f"{above} {below}" for above, below in pairwise(texts) if _goes_on(above, below)]
    texts += [f"{apart['day']} {apart['year']}" for text in texts if (apart := _YEAR_APART.match(plain(text)))]
    told = (step for step in steps if step.role in ("expose", "visa"))
    texts += [one.paragraph.text for one in told if _ASSEMBLY_MET.match(one.plain) or _SITTING.match(one.plain)]
    last = [step.paragraph.text for step in reversed(steps)]
    found = (
        _first_date(texts, _SESSION, _TOLD_OF)
        or _first_date(texts, _SESSION, _NOT_SESSION)
        or _first_date(last, _SIGNED, _NOT_SESSION)
    )
    if found:
        return found
    stamp = RECEIPT.match(receipt)
    if stamp:
        day = stamp["day"]
        return find_date(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return None


def find_received(texts: Sequence[str], session: date | None) -> date | None:
    """When the prefecture received the act, as a stamp or a line of it says; never before the `session`."""
    return _first_date(texts, _RECEIVED, _CONVOKED, session)


def find_published(texts: Sequence[str], session: date | None) -> date | None:
    """When the act was published or put up, said likewise."""
    return _first_date(texts, (_PUBLISHED,), _CONVOKED, session)


def with_stamps(texts: Sequence[str]) -> list[str]:
    """The texts, and « Reçu en préfecture » with the « le 2 juil. 2031 » that a stamp prints under it."""
    return [*texts, *(f"{above} {below}" for above, below in pairwise(texts) if _DAY_BELOW.match(plain(below)))]


def _goes_on(above: str, below: str) -> bool:
    """Whether two lines of a head are one label and its day, cut or set side by side with others."""
    parted = _ENDS_IN_BODY.search(plain(above)) is not None and _ENDS_IN_DAY.fullmatch(plain(below)) is not None
    return parted or _YEAR_ALONE.match(below) is not None


def _opening(steps: Sequence[Step]) -> list[Step]:
    """The head and the paragraph that follows it: a short act may open and decide in one sentence."""
    head = list(takewhile(lambda step: step.role == "head", steps))
    return [*(step for step in steps if step.role == "head"), *steps[len(head) : len(head) + 1]]


def _first_date(
    texts: Sequence[str], labels: Iterable[re.Pattern[str]], avoid: re.Pattern[str], earliest: date | None = None
) -> date | None:
    """The first date beside the first of these labels that has one."""
    found = (date_beside(texts, label, avoid=avoid, earliest=earliest) for label in labels)
    return next(filter(None, found), None)
