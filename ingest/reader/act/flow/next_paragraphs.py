"""What the next paragraphs of an act are, by their first words: decisions, entries of a list, titles of entries.

What enters: paragraphs made easy to search. This module knows nothing of the paragraphs before them.
"""

import re
from collections.abc import Sequence

from ingest.reader.act.flow.bare_entries import is_bare_entry
from ingest.reader.act.flow.deciding_paragraphs import decides_in_passive
from ingest.reader.act.flow.vote_lines import is_vote_line
from ingest.reader.paragraphs.plain_text import without_brackets
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.acts import (
    ADOPTED_AT_ONCE,
    ADOPTED_WORD,
    ARTICLE,
    ASSEMBLY,
    BARE_DECISION,
    CLOSES_ACT,
    DECIDING,
    DELIBERATED,
    INFINITIVE,
    ITEM_MARK,
    OF,
    VISA,
    VOTED,
)
from ingest.reader.vocabulary.patterns import FOLLOWS

# « Théâtre du Moulin : 900 € », « Foyer rural … 500 € »: an entry of a list, whatever its first word looks like.
ENTRY = re.compile(
    r"(?!d'|de |article )[^;]{3,120}?\s*(?::|\s-|\.{2,}|…|=|\()\s*\d[\d .,]*\s?(?:€|euros?\b|eur\b)\s?[;.,)]*$"
    r"|(?!d'|de |article )[^;]{3,120}?\s*(?:\.{4,}|…{2,})\s*\d[\d .,]*$"
)
# « Judo Club 600 € »
_NAME_AND_SUM = re.compile(
    r"(?!total|soit|montant|la |le |les |l'|d'|de )[a-z][^;:.\d]{2,60} \d[\d ]*(?:,\d\d)? ?(?:€|euros?)"
)
# « … les subventions suivantes : 900 € au Judo Club ; », its first entry on the line that announces it, as on a scan.
_LIST_BEGUN = re.compile(rf"\b{FOLLOWS} ?: [^;]{{0,120}}?\d ?(?:€|euros?\b)[^;]{{0,90}}[;,]$")
# « En conséquence, je vous demande, Mesdames, Messieurs, de bien vouloir autoriser le Maire à : »
_PRAYS = re.compile(
    r"(?:[^.;:]{0,60}, )?(?:je|nous) vous (?:demand|propos|invit|pri)\w*\b[^:;]{0,140}"
    r"\bde bien vouloir\b[^:;]{0,160}:\s*$"
)
# « Le Conseil municipal décide de ramener l'aide à 500 € »: what is asked above is not what is decided.
_DECIDES_ELSE = re.compile(
    rf"{ASSEMBLY}\b[^.;:]{{0,80}}?\b(?:decid|attribu|accord|allou|octroi|fix|ramen|refus|rejet|ajourn)e(?:nt)?\b"
)
# « À la majorité (24 pour, 3 contre), », « La Commission permanente : », alone right before the first decision.
_BEFORE_DECISION = re.compile(
    rf"{VOTED}\b[^:;]{{0,200}}[,:]"
    rf"|(?:(?:apres|sur|oui|entendu|au vu)\b[^;:]{{0,160}}?, )?{ASSEMBLY}\b[^,.;:]{{0,60}}"
    rf"(?:, (?:vu|sur|oui|entendu|{VOTED})\b[^.;:]{{0,120}})? ?[,:]?"
    # « Après en avoir délibéré, par 31 voix pour, Mme Roy ne participant pas au vote : »
    rf"|(?:{DELIBERATED.pattern})[^:;]{{0,260}}[,:]"
)
# Characters: a title inside a list (« Sport : ») is no longer.
LABEL_LENGTH = 60


def announces_decision(text: str) -> bool:
    """Whether a text says who decides, or how it was voted, and nothing else: the first decision comes next."""
    return _BEFORE_DECISION.fullmatch(without_brackets(text).strip()) is not None


def after_mark(text: str) -> int:
    """Where a text goes on after its dash or number, 0 where it has none."""
    mark = ITEM_MARK.match(text)
    return mark.end() if mark else 0


def decision_follows(texts: Sequence[str]) -> bool:
    """« II – Clubs : », « considérant la demande… », then « – d'attribuer… »."""
    for text in texts:
        if is_marked_decision(text):
            return True
        titled = len(text) <= LABEL_LENGTH and not states_amount(text) and not CLOSES_ACT.match(text)
        if not titled and not VISA.match(text):
            return False
    return False


def is_marked_decision(text: str) -> bool:
    """« – d'attribuer… », « • approuve… », « d'affecter… » of a list whose marks are drawn."""
    start = after_mark(text)
    of = OF.match(text, start)
    return bool((of and INFINITIVE.match(text, of.end())) or (start and DECIDING.match(text, start)))


def opens_decision(text: str) -> bool:
    """Whether a text opens as a decision does, its mark, its verb, its article, and as no vote."""
    opens = is_marked_decision(text) or DECIDING.match(text) is not None or ARTICLE.match(text) is not None
    return opens and not is_vote_line(text)


def decides(text: str) -> bool:
    """« Est attribué… », « – attribue… »: whether a text opens by what it decides."""
    return is_marked_decision(text) or DECIDING.match(text) is not None or decides_in_passive(text)


def entries_follow(texts: Sequence[str]) -> bool:
    """« B. Sport », then « 1. Club nautique : 2 750 € », be there a second title between them."""
    for text in texts:
        start = after_mark(text)
        entry = ENTRY.match(text, start) or _NAME_AND_SUM.fullmatch(text)
        if entry or is_bare_entry(text[start:]) or (start and states_amount(text)):
            return True
        if len(text) > LABEL_LENGTH:
            return False
    return False


def prays(text: str) -> bool:
    """Whether a report ends with what it asks the assembly to decide, in the paragraphs that follow."""
    return _PRAYS.match(text) is not None


def is_adopted(texts: Sequence[str]) -> bool:
    """Whether the paragraphs below deliberate nothing of their own, and the first that says so says it adopted."""
    if any(DELIBERATED.search(text) or BARE_DECISION.fullmatch(text) or _DECIDES_ELSE.match(text) for text in texts):
        return False
    told = (text for text in texts if ADOPTED_AT_ONCE.match(text) or len(text) <= LABEL_LENGTH)
    said = next((text for text in told if ADOPTED_WORD.match(text)), "")
    return said.startswith("adopte")


def begins_list(text: str) -> bool:
    """Whether a decision ends with the first entry of the list that it announces."""
    return _LIST_BEGUN.search(text.rstrip()) is not None


def is_label(text: str) -> bool:
    """« Sport : », « Associations culturelles : »: the title of some entries of a list."""
    return len(text) <= LABEL_LENGTH and text.rstrip().endswith(":")
