"""The clauses of a decision, and what each does with the money that it names: grants it, repeats it, undoes it, tells.

« d'attribuer 500 € au club et d'autoriser le Maire à signer » grants, then repeats. Which amounts are granted, and to
whom, is not asked here.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from ingest.reader.paragraphs.plain_text import plain, sentences
from ingest.reader.values.amounts_in_text import find_amounts, states_amount
from ingest.reader.vocabulary.acts import DECIDING
from ingest.reader.vocabulary.grants import APPROVES_AGREEMENT, GRANTS, SIGNS
from ingest.reader.vocabulary.not_granted import CHARGES, GRANTS_NOTHING, PAST, REFUSES, SCHEDULED, UNDOES
from ingest.reader.vocabulary.patterns import AIDS, GIVE

# What a clause of a decision does with the money that it names.
Mode = Literal["grants", "repeats", "undoes", "says"]
# « et de la culture », « et de l'atelier » end as verbs do.
_NOUNS = (
    r"(?:mer|hiver|foyer|loyer|cancer|danger|avenir|loisir|plaisir|souvenir|desir"
    r"|(?:atel|chant|dern|doss|met|pap|prem|quart|sent|mobil|courr)ier)\b"
)
_VERB = (
    rf"(?!{_NOUNS})[a-z]{{2,}}(?:er|ir)\b"
    r"|[a-z]*(?:battre|mettre|ndre|crire|duire|truire|clure|faire|aitre|croire|suivre|soudre|rompre|[dl]ire)\b"
)
# A verb of decision as lists of decisions set it, « d'attribuer », « à la verser »; the text is plain.
INFINITIVE = rf"(?:d'|de |a )(?:ne pas |l'|la |les? |m'|se |s'|lui |leur )?(?:{_VERB})"
_OTHER_VERB = re.compile(rf"\s*(?:- ?)?(?:{INFINITIVE}|(?:approuve|autorise|precise|dit|constate|designe)(?:nt)?\b)")
_NEXT_VERB = re.compile(
    r"(?:[;,]\s*(?!a (?:verser|payer|savoir|inscrire|imputer|prelever|mandater)\b)|(?:[;,]\s*)?\bet\s+|\.\s+"
    r"|;\s*(?:\d{1,2}\s?[.)°/]|[a-h]\)|-)\s*)"
    rf"(?={INFINITIVE}|(?:lui |leur |en )?{DECIDING.pattern})"
    # « 900 € sont accordés au foyer ; la dotation totale est portée de 2 000 € à 2 900 € »
    r"|;\s*(?=(?:la|le|les|l') ?[^;]{0,80}\b(?:est|sont|sera|seront) (?:ainsi )?(?:port|ramen)ee?s? )"
    # « 900 € au foyer ; cette somme sera prélevée sur l'enveloppe de 5 000 € »
    rf"|(?P<again>[;,]\s*)(?=(?:cette|ces|ladite|la|les) (?:{AIDS}|sommes?|depenses?|montants?|credits?)\b[^;]{{0,60}}?"
    r"\b(?:sera|seront|est|sont) (?:prelev|imput|inscri|vers|pay|mandat|finance)\w*)"
    rf"|\bet (?:elle |il )?a (?=(?:{GIVE}|vot|decid|fix|approuv|autoris|refus|rejet)e\b)"
)
# « …, et 300 € à la Chorale »
_GIVES_ON = re.compile(r"\bet (?:de )?\d[\d ,]*(?:€|euros?) (?:a|au|aux)\b")
_PARTICIPLE = re.compile(r"(?<!\ba )\w+é\b")
# The verb of a decision, or the article that it is.
_TODAY = re.compile(rf"\W*(?:{INFINITIVE}|{DECIDING.pattern}|article)")
# « d'attribuer à la Ruche, qui a reçu 850 € en 2030, 900 € », « 900 € à la Ruche qui a reçu un prix »: said in passing
# of whoever receives
_TOLD_OF_IT = re.compile(
    r", qui (?:avai(?:t|ent)|a|ont) (?:deja )?(?:obtenu|recu|percu|eu)\b[^,;:]*,"
    r"|,? qui (?:a|ont) (?:obtenu|recu|eu)\b[^,;:\d]*?(?=,|\.|\bet\b|$)"
)
# « Taux : 30 %. Subvention : 900 € »: what an entry goes on with, no sentence; « Bourse du travail : 900 € » is one.
_LABEL = re.compile(
    rf"(?:depenses?|couts?|montants?|budget|taux|assiette|base|plan de financement|{AIDS}|objet|projet|operation"
    r"|action|nature|duree)\b[^:.;]{0,50}:"
)
_LISTS_SUMS = re.compile(
    r"\W*(?:decide(?:nt)? d(?:e |'))?(?:fix|retien|retenir|arret|approuv|valid|adopt|vot)\w*\b[^.;:]{0,60}"
    r"\b(?:montants?|sommes?|attributions?|repartitions?|propositions?)\b[^.;:]{0,80}:"
    r"|\W*(?:de )?(?:retenir|retient|retiennent) ?:"
    # « donne son accord : », « d'inscrire au compte 65748 : », over nothing but their entries
    r"|\W*(?:decide(?:nt)? d(?:e |'))?(?:donn\w* (?:son |un )?(?:accord|avis favorable)"
    r"|d?'?inscri\w* (?:au|a l'|sur le) ?(?:compte|article|chapitre|budget)\b[^.;:]{0,60}) ?:\s*$"
)


def clauses(text: str, mode: Mode = "says") -> Iterator[tuple[str, Mode]]:
    """The text cut before each verb of decision, and what each clause does; one without a verb of its own goes on.

    « d'attribuer 500 € au club et d'autoriser le Maire à signer » grants, then repeats.
    """
    lowered = plain(text)
    # « d'en approuver le montant, fixé à 900 € » goes on.
    # « une subvention au foyer, cette somme de 900 € sera imputée… » says no sum before.
    cuts = [
        match.span()
        for match in _NEXT_VERB.finditer(lowered)
        if not _PARTICIPLE.match(text, match.end()) and (match["again"] is None or _says_again(lowered, match))
    ]
    known = {end for _, end in cuts}
    # A figure after dot leaders opens no sentence.
    starts = [
        one.start for one in sentences(text) if text[one.start].isalpha() and not _LABEL.match(lowered, one.start)
    ]
    cuts += [(start, start) for start in starts if start and start not in known]
    cuts.sort()
    for (_, start), (end, _) in pairwise([(0, 0), *cuts, (len(text), len(text))]):
        mode = "says" if tells_past(text[start:end]) else _mode(lowered[start:end], mode)
        yield text[start:end], mode


def _says_again(lowered: str, match: re.Match[str]) -> bool:
    """« cette somme sera versée… », behind a sum, and before none for somebody else."""
    return states_amount(lowered[: match.start()]) and not _GIVES_ON.search(lowered, match.end())


def _mode(clause: str, before: Mode) -> Mode:
    listed = before == "grants" and lists_sums(clause)
    if says_what(clause) and not listed:
        return "says"
    if UNDOES.match(clause):
        return "undoes"
    if repeats_agreement(clause):
        return "repeats"
    if GRANTS.search(clause):
        return "grants"
    # « d'approuver l'indemnité due à M. X » after a grant is a decision of its own; « et 300 € à la chorale » goes on.
    goes_on = before == "grants" and not _OTHER_VERB.match(clause)
    return "grants" if listed or goes_on else "says"


def lists_sums(opening: str) -> bool:
    """« retient les montants suivants : », « fixe comme suit les attributions : »: a list of sums, whatever they are.
    `opening` is plain."""
    listed = _LISTS_SUMS.match(opening)
    return listed is not None and not states_amount(listed[0])


def tells_past(printed: str) -> bool:
    """« Il est rappelé que le club avait reçu 900 € en 2030 »: no verb of today, and a sum of another day."""
    first = next((one.start for one in find_amounts(printed)), 0)
    return not _TODAY.match(plain(printed)) and PAST.search(printed.casefold(), 0, first) is not None


@lru_cache(maxsize=500)
def says_what(clause: str) -> bool:
    """Whether a clause that grants nothing says what it does with its money: charges it, pays it, refuses it, sells…
    `clause` is plain."""
    told = _TOLD_OF_IT.sub(",", clause) if _TODAY.match(clause) else clause
    return any(one.match(clause) for one in (CHARGES, SCHEDULED, GRANTS_NOTHING)) or REFUSES.search(told) is not None


def repeats_agreement(text: str) -> bool:
    """Whether a decision, or a proposal of one, is about signing or approving an agreement. `text` is plain."""
    return SIGNS.search(text) is not None or APPROVES_AGREEMENT.search(text) is not None
