"""Title of an act, as printed in its head: after « Objet : », beside its number, or its last heading.

What enters: the steps of the act. What leaves: one text, the lines of one title put end to end, empty where the act
prints none.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.reader.act.flow.steps import Step
from ingest.reader.act.identity.identity import (
    BARE_NUMBER,
    BEFORE_TITLE,
    LABEL_LENGTH,
    LABELLED_NUMBER,
    NUMBER_ALONE,
    NUMBER_AND_TITLE,
    NUMBER_SIGN,
    NUMBER_THEN_TITLE,
)
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.values.amounts_in_text import ends_with_money, states_amount
from ingest.reader.vocabulary.acts import BODIES
from ingest.reader.vocabulary.patterns import COUNCIL_OF
from ingest.reader.vocabulary.persons import CIVILITY

# Share of the height of a line: less white between two headings of one type parts lines of one title.
TITLE_LEADING = 0.42
# Points. Type sizes closer than this are the same.
SAME_SIZE = 0.3
# Lines of a head above a title that nothing marks as one.
FEWEST_HEADS = 2
# Characters.
SHORTEST_TITLE = 12
LONGEST_OFFICE = 60

_SUBJECT = re.compile(
    r"(?:n ?[°o] ?\S+\s+(?:[-:]\s*)?)?(?:objet|sujet|intitule|titre|rapport(?= ?:))"
    r"\s*(?:de la deliberation|du rapport)?\s*(?::|-|$)\s*"
)

# « … SUBVENTIONS M. le Maire propose »: the first sentence under the title, set as close as its next line.
_RUNS_ON = re.compile(
    r"(?<=[A-ZÀ-Ý\d)])\s+(?:M\.|Mme|Mr|Monsieur|Madame) (?:l[ea] )?(?:Maire|Président|Vice|Adjoint|[A-ZÀ-Ý]{3,})"
    r"[^.:]{0,80}? (?:propose|rappelle|expose|indique|informe|présente|précise|explique|fait)\b"
)
# « Arrêté n° 31-12 du 3 mars 2031 portant attribution… », « portant attribution… » under its number
_KIND_OF_ACT = re.compile(
    r"(?:(?:arrete|decision)(?: (?:[a-z]+al|attributi(?:f|ve)))?\b(?: n ?[°o] ?\S+)?"
    r"(?: (?:du|en date du) \d{1,2}(?:er)? [a-z]+ (?:19|20)\d\d)?[ ,:-]*)?portant (?:l'|la |le )?(?=[a-z])"
)
# « … au Bief. M. Luc PIN, rapporteur. », « … au Bief – Rapporteur : Mme PIN »: who reports, behind the title
_REPORTER = re.compile(
    rf"[\s.,-]+(?:{CIVILITY})[^.;:,]{{2,60}}, rapporteu(?:r|re|rs|res|se|ses)\W*$"
    rf"|[\s.,(-]+rapporteu(?:r|re|rs|res|se|ses) ?:? ?(?:{CIVILITY})[^.;:,]{{2,60}}$"
)
_SUBJECT_INSIDE = re.compile(r"\s(?:Objet|OBJET)\s*:\s*(?P<title>\S.{8,300})$")
_NO_TITLE = re.compile(
    r"\d{1,2} ?(?:e|eme|er|ere|nde?) commission|decisions? (?:du |de la )?(?:[a-z]+ale?|[a-z]+taine|[a-z]+taire"
    r"|president|maire)\b(?! n ?[°o])|.* \d{5}$|(?:du|le) (?:[a-z]+di |dimanche )?\d"
    r"|extrait|republique|liberte|registre|(?:les? )?proces-verba(?:l|ux)\b|le compte[ -]rendu\b"
    r"|deliberations?\b|seance|reunion\b|session|reuni|date\b"
    r"|convocation|nombre de|membres\b"
    r"|(?:etaient |sont )?(?:presents?|absents?|excuses?|representes?)\b|secretaire|president|presidence"
    r"|rapporteur|rapport (?:du|de la|de m|de mme|n ?[°o]|au conseil|a la commission|presente)\b"
    rf"|quorum|(?:{COUNCIL_OF}|syndical)e?$|departement\b|arrondissement"
    r"|canton\b|commune de|ville de|mairie|communaute (?:de|d')|metropole|region\b|accuse|envoye|recu |publie"
    r"|affiche|transmis|acte\b|id ?:"
    r"|page\b|direction|service|pole\b|commission\b|assistai|ont donne|pouvoirs?\b|procurations?\b|votants?\b"
    r"|[ivx]+ ?[-.)] |pour\b|contre\b|le conseil|la commission|conseil\b|programme \d|.{3,40}\bagglomeration$"
    r"|(?:le|la) (?:maire|president|direct(?:eur|rice)|prefete?|ministre)\b"
    r"|n ?[°o] ?\S+ (?:du|en date)\b|(?:sous-)?total\b"
    r"|(?:m|mme|monsieur|madame|mesdames|messieurs)\b|en (?:19|20)\d\d|au vu|il est|il a|entendu\b"
    r"|decisions?(?: du conseil(?: \w+)?)? ?:"
    r"|sur (?:la )?proposition|apres|vote\b|adopte|ainsi|considerant"
)
# A région by its name alone is an authority.
_REGION = re.compile(
    r"(?:auvergne-rhone-alpes|bourgogne-franche-comte|bretagne|centre-val de loire|corse|grand est|hauts-de-france"
    r"|ile-de-france|normandie|nouvelle-aquitaine|occitanie|pays de la loire|provence-alpes-cote d'azur)"
)
# What stands over or under a title in its type: the authority, the number.
_OTHER_HEAD = re.compile(
    r"prefecture|prefete?\b|ministere|syndicat\b|sivom\b|sivu\b|sdis\b|service departemental|centre communal"
    r"|decision [a-z]{0,4} ?\d\S*$|office\b|agence\b|etablissement|arrete\b|[^a-z]*$"
    rf"|{BARE_NUMBER.pattern}$|{NUMBER_SIGN} ?\S+|.* {NUMBER_SIGN} ?\S+$"
)
_NUMBERED = re.compile(r"\d{1,2} ?[.)°-] ?[a-z]")
_TITLE_VERB = re.compile(
    r"(?:attribution|subventions?|appels? a projets?|aides?|soutien|convention|programme|politique"
    r"|participation|financement)"
)


def find_title(steps: Sequence[Step]) -> str:
    """The title of the act: after « Objet : », beside or around its number, or the last heading before the visas."""
    opening = [step for step in steps if step.role in ("head", "expose")]
    title = (
        _after_subject(opening)
        or _after_code(opening)
        or _beside_number(opening)
        or _last_heading(steps)
        or _under_number(opening)
    )
    reporter = _REPORTER.search(plain(title))
    title = title[: reporter.start()] if reporter and reporter.start() >= SHORTEST_TITLE else title
    kind = _KIND_OF_ACT.match(plain(title))
    return title[kind.end() :] if kind and len(title) - kind.end() >= SHORTEST_TITLE else title


def _after_code(steps: Sequence[Step]) -> str:
    """« 2031/47 – Forfait communal », « Délibération n° 7 : Subventions aux associations »."""
    for step in steps:
        match = BEFORE_TITLE.match(step.plain) or NUMBER_AND_TITLE.match(step.plain)
        if match and not _NO_TITLE.match(match["title"]):
            return step.paragraph.text[match.start("title") :].strip()
        close = NUMBER_THEN_TITLE.match(step.plain) if step.paragraph.kind == "heading" else None
        title = step.paragraph.text[close.start("title") :].strip() if close else ""
        if title[:1].isupper() and not _NO_TITLE.match(plain(title)):
            return title
    return ""


def _after_subject(steps: Sequence[Step]) -> str:
    for index, step in enumerate(steps):
        match = _SUBJECT.match(step.plain)
        if not match:
            continue
        rest = step.paragraph.text[match.end() :].strip()
        if rest and len(rest) < SHORTEST_TITLE and any(map(str.isdigit, rest)):
            continue  # « Rapport : A-4 »
        if rest:
            runs_on = _RUNS_ON.search(rest)
            return rest[: runs_on.start()] if runs_on and runs_on.start() >= SHORTEST_TITLE else rest
        after = steps[index + 1 : index + 2]
        return after[0].paragraph.text.strip() if after else ""
    for step in steps:
        # « Président : M. X N° B-4/1 Objet : Aides aux clubs »: on the last of several lines.
        inside = _SUBJECT_INSIDE.search(step.paragraph.text)
        if inside and step.role == "head":
            return inside["title"].strip()
    return ""


def _beside_number(steps: Sequence[Step]) -> str:
    for index, step in enumerate(steps):
        match = NUMBER_ALONE.match(step.plain)
        if not match or not any(character.isdigit() for character in match["code"]):
            continue
        if match["title"]:
            return step.paragraph.text[match.start("title") :].strip()
        for near in (*reversed(steps[:index][-1:]), *steps[index + 1 : index + 2]):
            if _may_be_title(near):
                return _whole_title(near, steps)
    return ""


def _under_number(steps: Sequence[Step]) -> str:
    """« Services d'aide à domicile : dotations » right under the number: no office has so long a name."""
    for step, under in pairwise(steps):
        numbered = len(step.plain) <= LABEL_LENGTH and LABELLED_NUMBER.match(step.plain.strip())
        if numbered and under.paragraph.kind == "heading" and len(under.plain) >= LONGEST_OFFICE:
            return _whole_title(under, steps)
    return ""


def _last_heading(steps: Sequence[Step]) -> str:
    head: list[Step] = []
    for step in steps:
        if step.role != "head":
            break
        head.append(step)
    titles = [step for step in head if _may_be_title(step)]
    # « 2. Aides à la production » is the heading of a part, where a title without a number stands over it.
    titles = [step for step in titles if not _NUMBERED.match(step.plain)] or titles
    named = [step for step in titles if _TITLE_VERB.search(step.plain)]
    strong = [step for step in titles if step.paragraph.kind == "heading"]
    # A line of its own just above the act's first words, under its number, is its title in whatever type it is set.
    last = [
        step for step in titles if step in head[-2:] and len(step.plain) <= LABEL_LENGTH and len(head) > FEWEST_HEADS
    ]
    for choice in ([step for step in named if step in strong], named, strong, last):
        if choice:
            return _whole_title(choice[-1], head)
    return ""


def _whole_title(step: Step, steps: Sequence[Step]) -> str:
    """The text of the step with the headings of its type set right over and under it: lines of one title."""
    place = next(index for index, one in enumerate(steps) if one is step)
    first = last = place
    while first and _goes_on(steps[first - 1], steps[first]):
        first -= 1
    while last + 1 < len(steps) and _goes_on(steps[last], steps[last + 1]):
        last += 1
    return " ".join(one.paragraph.text.strip() for one in steps[first : last + 1])


def _goes_on(above: Step, below: Step) -> bool:
    one, other = above.paragraph, below.paragraph
    if one.kind != "heading" or other.kind != "heading" or one.source.page != other.source.page:
        return False
    if abs(one.size - other.size) > SAME_SIZE or one.bold != other.bold:
        return False
    if any(_NO_TITLE.match(step.plain) or _OTHER_HEAD.match(step.plain.strip()) for step in (above, below)):
        return False
    white = other.source.box.y0 - one.source.box.y1
    line = min(box.y1 - box.y0 for box in (one.source.box, other.source.box))
    return -line < white <= TITLE_LEADING * line


def _may_be_title(step: Step) -> bool:
    text = step.plain.strip(" -:")
    if (
        len(text) < SHORTEST_TITLE
        or _NO_TITLE.match(text)
        or _REGION.fullmatch(text)
        or BARE_NUMBER.fullmatch(text)
        or re.match(CIVILITY, text)
    ):
        return False
    ends = step.plain.rstrip()
    if ends_with_money(text) or (step.paragraph.kind == "item" and ends.endswith((";", ",", "."))):
        return False
    told = len(text) > LABEL_LENGTH or (states_amount(text) and not text[0].isdigit())  # « 4. Aide de 900 € au club. »
    if step.paragraph.kind != "heading" and told and ends.endswith((".", ";", ":")):
        return False  # a sentence of the report
    return not (len(text) <= LABEL_LENGTH and any(text.endswith(name) for name, _ in BODIES))
