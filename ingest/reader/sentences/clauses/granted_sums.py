"""The amounts that a clause of a decision grants.

Those that add up to what it grants are told from their parts, from prices and from what the thing costs. Nobody is
named.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.clauses.costs import goes_to_somebody, not_costs
from ingest.reader.sentences.clauses.decision_clauses import clauses
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts, words_before
from ingest.reader.values.number_words import NUMBER_WORDS, parse_number_words
from ingest.reader.vocabulary.grants import NOT_BENEFICIARIES, TO
from ingest.reader.vocabulary.patterns import ANY_AID, INSTALMENTS, MARK
from ingest.reader.vocabulary.sums import PART_OF, TAXED, TOTAL_AFTER, TOTAL_OF

# The dash of an entry set on one line with the others is no minus.
_DASH = re.compile(rf"([:;])\s*{MARK}\s+(?=\d)")
# « une somme de 900 € répartie entre », « une enveloppe de 900 € : »: the amounts that follow are its parts.
_IS_SHARED = re.compile(
    r"\b(?:repart|ventil|partag|a savoir|comme suit|decompos|echelonn|echeancier)\w*\b|^[^;.]{0,80}:"
)
# « 900 €, versés en trois fois : 300 € en mars… »: the amounts that follow are how it is paid.
_PAID_IN = re.compile(
    rf"\b(?:en|par) (?!une? )(?:\w+ )?(?:{INSTALMENTS})\b"
    r"(?:(?!\b(?:et|ainsi qu|plus|complete\w*)\b)[^;.])*$"
)
# « 900 € au rugby, le tennis : » over « la chorale : »: no parts, entries of their own
_ENTRY_NEXT = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:a l'|a la |au |aux )[^,;:.]{2,60}, [^,;:]{3,80}:\s*")
_NEXT_ENTRY = re.compile(r"[^:;]{2,80}:\s*")
_AGAIN = re.compile(r"\s*,?\s*\(?\s*(?:soit\s+)?")
# « dont le siège est à Bor » tells no part.
_SAYS_PART = re.compile(
    r"\b(?:soit|dont(?! (?:le|la|les|l') ?(?:siege|objet|activites?|president|but|adresse|mission|vocation)\b)"
    r"|y compris|comprenant|a raison de|reparti\w*|composee? de|maximum de)\b"
)
# « TOTAL .......... »
_LEADER = re.compile(r"\s*[.…·_]{2,}[.…·_\s]*$")
# « trois allocations annuelles de », and what stands between it and their sum
_COUNT = re.compile(rf"\b(?P<count>\d{{1,3}}|{NUMBER_WORDS}) [a-z]+s\b[^\d;:.]{{0,40}}$")
_SAYS_SUM = re.compile(r"[^\d;:.]{0,40}\bsoit (?:un (?:montant|total) (?:total )?de )?")
_UP_TO_A_COST = re.compile(r"^.*\d ?(?:€|euros?\b)", re.DOTALL)
_BROUGHT_TO = re.compile(r"\bport(?:ant|e|er) [^;:()]{0,120}\ba $")
# « … à la commune pour l'achat d'un tracteur d'un montant de 9 000 € »
_IS_WORTH = re.compile(
    rf"\bpour (?:(?!\b(?:{ANY_AID}|sommes?)\b)"
    r"[^,;:()\d]){4,120}\bd'un (?:montant|cout)(?: \w+)? de $"
)
_IN_BRACKETS = re.compile(r"^[^();]*\([^()]*$")


def granted_amount(text: str) -> Decimal | None:
    """The money that a decision grants, in euros; None where it grants none or states no amount."""
    entries = _DASH.sub(r"\1 ", text)
    amounts = stated_sums(" ".join(clause for clause, mode in clauses(entries) if mode == "grants"))
    return sum((found.amount.value for found in amounts), Decimal(0)) if amounts else None


def stated_sums(text: str) -> list[FoundAmount]:
    """The amounts that add up to what the text grants: a total alone, without its parts; no unit price."""
    lowered = plain(text)
    found = _said_once(lowered, _without_prices(lowered, _untaxed(lowered, list(not_costs(text)))))
    for index, item in enumerate(found):
        if is_total(lowered, item):
            return [item, *_other_totals(found[index + 1 :], lowered)]
    heads: list[FoundAmount] = []
    place = 0
    while place < len(found):
        heads.append(found[place])
        place += 1 + _number_of_parts(found[place], found[place + 1 :], lowered)
    return heads


def is_total(lowered: str, found: FoundAmount, low: int = 0) -> bool:
    """Whether the words beside an amount, from `low` on, say that it is the sum of all that the sentence names."""
    leader = _LEADER.search(lowered, low, found.start)
    before = found._replace(start=leader.start()) if leader else found
    return bool(TOTAL_OF.search(words_before(lowered, before, low)) or TOTAL_AFTER.match(lowered, found.end))


def _untaxed(lowered: str, found: Sequence[FoundAmount]) -> Sequence[FoundAmount]:
    """The amounts but for those « HT » or « TTC », and those of what is bought, which are of works; all of them where
    no other is."""
    return [
        one for one in found if not (TAXED.match(lowered, one.end) or _IS_WORTH.search(lowered, 0, one.start))
    ] or found


def _without_prices(lowered: str, found: Sequence[FoundAmount]) -> list[FoundAmount]:
    """The amounts but for « 12 € par licencié », and for what a bracket beside it says, « (6 € pour les jeunes) »."""
    kept, priced = [], 0
    for item in found:
        told = lowered[priced : item.start]
        # « 50 € par enfant (6 enfants, soit 300 €) » comes to what is given.
        beside = priced and _IN_BRACKETS.search(told) and not told.endswith(" soit ")
        if PART_OF.match(lowered, item.end) or is_price_of(lowered, item, found):
            priced = item.end
        elif not beside:
            kept.append(item)
    return kept


def is_price_of(lowered: str, item: FoundAmount, found: Sequence[FoundAmount]) -> bool:
    """« trois allocations de 300 €, soit 900 € »: whether the amount is one of so many that make the next."""
    after = next((one for one in found if one.start > item.start), None)
    counted = _COUNT.search(lowered, 0, item.start)
    if after is None or counted is None or not _SAYS_SUM.fullmatch(lowered, item.end, after.start):
        return False
    count = parse_number_words(counted["count"]) or 0
    return count > 0 and after.amount.value == item.amount.value * count


def _said_once(lowered: str, found: Sequence[FoundAmount]) -> list[FoundAmount]:
    """The amounts without those that say the one before again: « 3,25 M€ (trois millions deux cent cinquante…) »."""
    again = {
        item.start
        for before, item in pairwise(found)
        if before.amount.value == item.amount.value and _AGAIN.fullmatch(lowered, before.end, item.start)
    }
    return [item for item in found if item.start not in again]


def _number_of_parts(head: FoundAmount, after: Sequence[FoundAmount], lowered: str) -> int:
    """How many of the amounts after `head` are parts of it or say it again.

    « 900 € répartis comme suit : 500 € pour le sport et 400 € pour la culture »: parts that close exactly go on to the
    last; where they do not close, each must say of the one before that it is a part of it.
    """
    if not after:
        return 0
    if _lists_entries(lowered, head, after):
        return 0
    opens = is_part(lowered, head, after[0])
    if opens or _IS_SHARED.search(lowered[head.end : after[0].start]):
        left = head.amount.value
        for count, item in enumerate(after, start=1):
            left -= item.amount.value
            if left <= 0:
                if left == 0 and count > 1:
                    return count
                break
    if paid_in := _PAID_IN.search(lowered, head.end, after[0].start):
        lows = [paid_in.start(), *(item.end for item in after)]
        paid = zip(after, lows, strict=False)
        return sum(1 for _ in takewhile(lambda item: not _is_for_another(lowered, *item), paid))
    chain = (before for before in (head, *after))
    return next(
        (
            count
            for count, (before, item) in enumerate(zip(chain, after, strict=False))
            if not is_part(lowered, before, item)
        ),
        len(after),
    )


def _lists_entries(lowered: str, head: FoundAmount, after: Sequence[FoundAmount]) -> bool:
    """« 900 € (dont 100 € pour l'école) au rugby, le tennis : 500 €, la chorale : 400 € »: whoever comes next has its
    own, be they as much as the first."""
    if len(after) < 2 or not _ENTRY_NEXT.fullmatch(lowered, head.end, after[0].start):
        return False
    return _NEXT_ENTRY.fullmatch(lowered, after[0].end, after[1].start) is not None


def _is_for_another(lowered: str, found: FoundAmount, low: int) -> bool:
    """« …, à la Chorale 300 € », « 300 € à la Chorale »: whether somebody is named beside the amount, from `low` on."""
    before = any(not NOT_BENEFICIARIES.match(lowered, to.end()) for to in TO.finditer(lowered, low, found.start))
    return before or goes_to_somebody(lowered, found)


def agreed_sums(text: str) -> list[FoundAmount]:
    """The amounts that a clause states of an agreement, without costs and prices; where there is none, what an
    amendment brings the grant to: « portant la subvention à 900 € »."""
    lowered = plain(text)
    found = list(not_costs(text)) or [one for one in find_amounts(text) if _BROUGHT_TO.search(lowered[: one.start])]
    return [one for one in found if not PART_OF.match(lowered, one.end)]


def _other_totals(found: Sequence[FoundAmount], lowered: str) -> list[FoundAmount]:
    """« … pour un montant total de 7 M€ pour 2031 et 21 M€ pour 2032 »: the total of another year."""
    return [
        item
        for item in found
        if re.search(r"\bet (?:de |d'un (?:montant|total) de )?$", words_before(lowered, item))
        and re.match(r"\s*(?:pour|en|au titre de) (?:l'annee |l'exercice )?(?:19|20)\d\d", lowered[item.end :])
    ]


def is_part(lowered: str, before: FoundAmount, item: FoundAmount) -> bool:
    """Another way to say the amount before, or a part of it: « soit », « dont », « à raison de », « (…) »."""
    between = lowered[before.end : item.start]
    if "(" in between and (between.lstrip().startswith(")") or (between.rstrip().endswith("(") and ";" in between)):
        return False  # « Le Bief (400 €), Le Moulin (150 €) », « fête (Le Bief : 400 €), bal (Le Moulin : 150 €) »
    between = between.rsplit(";", 1)[-1]
    if re.search(r"\bet (?:a |au |aux )", between):
        return False  # « 900 € au club, et à la chorale une aide de même montant, soit 900 € »
    if between.rstrip().endswith("(+"):
        return False  # « 500 € (+ 500 € si la course a lieu) »: more than the amount, no part of it
    if re.search(r"\([^)]*$", between):
        return True
    if any(PART_OF.match(between, price.end) for price in find_amounts(between)):
        return False  # « 100 € ; école Ferry 25 € par élève, soit 1 050 € »
    # « 900 €, soit 30 % d'une dépense de 3 000 €, et au club 500 € »: « soit » goes with the cost.
    return _SAYS_PART.search(_UP_TO_A_COST.sub("", between)) is not None
