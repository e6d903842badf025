"""Money of a sentence that others than the author of the act give: « une participation de la Région de 9 225 € ».

What enters: a sentence, the place of one amount, and who pays what the act grants. What leaves: whether the words
before the amount name another funder. Who receives is not looked for here.
"""

import re

from ingest.reader.money.money_words import is_of_other_funder
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.values.amounts_in_text import FoundAmount
from ingest.reader.vocabulary.patterns import ANY_AID, GIVE
from ingest.reader.vocabulary.phrases import phrase

# « d'abonder le fonds géré par la CAF à hauteur de 900 € » is none of hers.
_GIVEN_BY = re.compile(
    r"(?:[(,;] ?|\b(?:de la|de l'|du|des|d'(?!\w+er\b)|(?<!gere )(?<!geree )par (?:la|le|l'|les)|et (?:la|le|l'))\s?)"
    r"(?P<who>[^,;:.()\d]{2,60}?)\s*"
    r"(?:\(|: ?|de |pour |a hauteur de |d'un montant de |, soit |s'eleve a |s'elevant a |est de )*$"
)


# « cette somme intègre une part FSE+ de 6 000 € »
_SHARE_OF = re.compile(
    r"\b(?:integre|comprend|inclut|dont|complet\w+|outre|cumul\w+)\b[^;:()\d]{0,40}"
    rf"\b(?:{ANY_AID}|parts?|cofinancements?) (?:de (?:la |l')?|du "
    r"|des )?(?P<who>[^,;:()\d]{2,40}?)\+?"
    r" (?:de |d'un montant de |a hauteur de )$"
)
# « une dépense de 64 300 €, la participation de la DRAC étant de 20 000 € »
_SAID_OF = re.compile(
    rf"\b(?:la|l'|les?|une?) ?(?:{ANY_AID}|parts?|cofinancements?|apports?) "
    r"(?:de (?:la |l')?|du |des )(?P<who>[^,;:()\d]{2,40}?),? "
    r"(?:etant|est|sont|sera|s'elev\w+|s'etabli\w+|fixee?|estimee?|attendue?|prevue?|acquise?)"
    r"(?: (?:fixee?|estimee?|attendue?|prevue?|acquise?|evaluee?))?,? (?:de |a (?:hauteur de )?|d'un montant de |: ?)$"
)


# « la part de l'État (48 000 €) et celle de la CAF (9 000 €) seront versées directement »
_PART_OF = re.compile(
    rf"\b(?:{ANY_AID}|parts?|cofinancements?|celles?) (?:de (?:la |l')?|du |des )"
    r"(?P<who>[^,;:()\d]{2,40}?) \($"
)
# « au Judo Club, soutenu aussi par la Région à hauteur de 400 € »
_HELPED_BY = re.compile(
    r"\b(?:soutenu|aide|financ|cofinanc|subventionn|accompagn)\w*(?: \w+)? par (?:la |le |l'|les )"
    r"(?P<who>[^,;:()\d]{2,40}?) (?:a hauteur d[e'] ?|pour |d'un montant de )$"
)
# « ; l'État apporte 2 000 € et la Région 1 000 € »
_BRINGS = re.compile(
    r"(?:^|[;:,.] ?|\bet |\bque )(?:l'|la |le |les )(?P<who>[^,;:()\d]{2,40}?) (?:y )?"
    r"(?:apport|financ|particip|contribu|cofinanc|vers)(?:e|ent|era|eront|ant) (?:(?:(?!\bet\b)[^,;:()\d]){0,40} )?$"
)
_BRINGS_TOO = re.compile(
    r"\b(?:apport|financ|particip|contribu|cofinanc)(?:e|ent|era|eront|ant)\b[^;:.]*(?:€|euros?),? (?:et|puis) "
    r"(?:l'|la |le )(?P<who>[^,;:()\d]{2,40}?) (?:pour |a hauteur de |d'un montant de )?$"
)
# What stands before an amount of another funder, from the end of the amount before it.
_SHARES = (_SHARE_OF, _SAID_OF, _PART_OF, _HELPED_BY, _BRINGS)
# « M. Petit – travaux : 9 000 € – ANAH : 4 000 € – aide : 900 € »: the label of an amount that is not the first
_LABELLED = re.compile(r"(?:€|\beuros?)[\s,;(-]*(?P<who>[^,;:()\d]{2,40}?) ?: ?$")
# « 500 € versés par la Région », « 900 € est accordée au Judo Club par la Région »; what goes through others, or to
# those who are helped by them, is no money of theirs.
_GIVEN_AFTER = re.compile(
    rf"\s*(?:deja |est |sont |sera |seront )*(?:{GIVE}|vers|apport|financ|vot)ee?s?"
    r"(?: (?:au|aux|a) (?:(?! par )[^,;:.()\d]){2,60}(?<![euit])(?<![euit]s))? par (?:la |le |l'|les )"
    r"(?!(?:intermediaire|biais|entremise)\b)(?P<who>[^,;:.()\d]{2,40}?)"
    r"(?= (?:au|aux|a|pour|en|dans)\b|[,;:.()\d]|\s*$)"
)
# « …, et de 1 500 € de la CAF »
_FROM_WHOM = re.compile(r"\s*(?:de la |de l'|du |des )(?P<who>[^,;:.()\d]{2,40}?)(?=\s+(?:et|puis)\b|\s*[,;.)]|\s*$)")
# « …, cofinancée par l'État (DRAC : 64 800 €) et la Région ( »: all that follows in the sentence is of others.
_COFUNDED = re.compile(
    r"\b(?:co-?financ\w+|financ(?:ee?s?|ement)|complet\w+|soutenue?s?|abondee?s?)"
    r" (?:egalement |aussi |par ailleurs )?par\b"
    r"[^;:.]*(?::[^;:.]*)?\([^()]*$|\baux cotes d[eu]\b[^;:.]*\([^()]*$"
)


def is_share_of_others(text: str, low: int, found: FoundAmount, payer: str) -> bool:
    """Whether the amount is said to be the part that another funder has in a grant, or given by another."""
    lowered = plain(text)
    before = lowered[: found.start]
    if _COFUNDED.search(before) and is_others_money(text, low, found, payer):
        return True
    told = [share.search(before, low) for share in _SHARES]
    told += [_LABELLED.search(before), _BRINGS_TOO.search(before)]
    told += [_GIVEN_AFTER.match(lowered, found.end), _FROM_WHOM.match(lowered, found.end)]
    return any(is_of_other_funder(phrase(one["who"]), payer) for one in told if one)


def is_others_money(text: str, low: int, found: FoundAmount, payer: str) -> bool:
    """Whether a funder that is not `payer` (a key of `PAYERS`) is named just before the amount, after `low`."""
    given = _GIVEN_BY.search(plain(text)[low : found.start])
    return given is not None and is_of_other_funder(phrase(given["who"]), payer)
