"""Money of a sentence that others than the author of the act give: « une participation de la Région de 9 225 € ».

What enters: a sentence, the place of one amount, and who pays what the act grants. What leaves: whether the words
before the amount name another funder. Who receives is not looked for here.
"""

import re

from ingest.reader.money.money_words import is_of_other_funder
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.values.amounts_in_text import FoundAmount
from ingest.reader.vocabulary.phrases import phrase

_GIVEN_BY = re.compile(
    r"(?:[(,;] ?|\b(?:de la|de l'|du|des|d'|par (?:la|le|l'|les)|et (?:la|le|l'))\s?)(?P<who>[^,;:.()\d]{2,60}?)\s*"
    r"(?:\(|: ?|de |pour |a hauteur de |d'un montant de |, soit |s'eleve a |s'elevant a |est de )*$"
)


# « cette somme intègre une part FSE+ de 6 000 € »
_SHARE_OF = re.compile(
    r"\b(?:integre|comprend|inclut|dont|complet\w+|outre|cumul\w+)\b[^;:()\d]{0,40}"
    r"\b(?:part|participation|contribution|aide|subvention|cofinancement)s? (?:de (?:la |l')?|du "
    r"|des )?(?P<who>[^,;:()\d]{2,40}?)\+?"
    r" (?:de |d'un montant de |a hauteur de )$"
)
# « une dépense de 64 300 €, la participation de la DRAC étant de 20 000 € »
_SAID_OF = re.compile(
    r"\b(?:la|l'|les|une?) ?(?:part|participation|contribution|aide|subvention|cofinancement|concours|apport)s? "
    r"(?:de (?:la |l')?|du |des )(?P<who>[^,;:()\d]{2,40}?),? "
    r"(?:etant|est|sont|sera|s'elev\w+|s'etabli\w+|fixee?|estimee?|attendue?|prevue?|acquise?)"
    r"(?: (?:fixee?|estimee?|attendue?|prevue?|acquise?|evaluee?))?,? (?:de |a (?:hauteur de )?|d'un montant de |: ?)$"
)


# « la part de l'État (48 000 €) et celle de la CAF (9 000 €) seront versées directement »
_PART_OF = re.compile(
    r"\b(?:parts?|participations?|contributions?|aides?|cofinancements?|celles?) (?:de (?:la |l')?|du |des )"
    r"(?P<who>[^,;:()\d]{2,40}?) \($"
)
# « M. Petit – travaux : 9 000 € – ANAH : 4 000 € – aide : 900 € »: the label of an amount that is not the first
_LABELLED = re.compile(r"(?:€|\beuros?)[\s,;(-]*(?P<who>[^,;:()\d]{2,40}?) ?: ?$")
# « …, cofinancée par l'État (DRAC : 64 800 €) et la Région ( »: all that follows in the sentence is of others.
_COFUNDED = re.compile(
    r"\b(?:co-?financ\w+|financ(?:ee?s?|ement)|complet\w+|soutenue?s?|abondee?s?)"
    r" (?:egalement |aussi |par ailleurs )?par\b"
    r"[^;:.]*(?::[^;:.]*)?\([^()]*$|\baux cotes d[eu]\b[^;:.]*\([^()]*$"
)


def is_share_of_others(text: str, low: int, found: FoundAmount, payer: str) -> bool:
    """Whether the amount is said to be the part that another funder has in a grant."""
    before = plain(text)[: found.start]
    if _COFUNDED.search(before) and is_others_money(text, low, found, payer):
        return True
    share = (
        _SHARE_OF.search(before, low)
        or _SAID_OF.search(before, low)
        or _PART_OF.search(before, low)
        or _LABELLED.search(before)
    )
    return share is not None and is_of_other_funder(phrase(share["who"]), payer)


def is_others_money(text: str, low: int, found: FoundAmount, payer: str) -> bool:
    """Whether a funder that is not `payer` (a key of `PAYERS`) is named just before the amount, after `low`."""
    given = _GIVEN_BY.search(plain(text)[low : found.start])
    return given is not None and is_of_other_funder(phrase(given["who"]), payer)
