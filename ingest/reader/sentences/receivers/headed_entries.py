"""« – Racing Club : », over « – fonctionnement : 900 € » and « – tournoi : 300 € »: who receives, over what for.

What enters: the texts of a list. What leaves: the name that heads entries, and whether one goes under it. A theme,
« Sport » or « Associations culturelles », heads those who receive, and is no name.
"""

import re

from ingest.reader.act.flow.next_paragraphs import after_mark, is_label
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.receivers.antecedents import named_at_head
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.grants import TO
from ingest.reader.vocabulary.organisations import ORGANISATION, SEVERAL, kinds
from ingest.reader.vocabulary.patterns import ANY_AID

# « Clubs Sportifs », « Canton de Bor », « Secteur Jeunes »: themes and places, whatever their capitals.
_HEADS_OTHERS = re.compile(
    rf"(?:autres |aux? )?(?:{kinds(SEVERAL, plural='s')}|cantons?|secteurs?|quartiers?|territoires?|poles?|axes?"
    r"|themes?|volets?|domaines?|categories?|priorites?|dispositifs?|programmes?|actions?|secours|aides?|subventions?)\b"
)
# « Fonctionnement », « Voyage à Rome », « École de sport », in capital letters as the names that follow them.
_WHAT_FOR = re.compile(
    r"(?:fonctionnement|investissement|equipements?|exceptionnel\w*|tournois?|deplacements?|achats?|acquisitions?"
    r"|travaux|renovation|refection|restauration|organisation|emplois?|ecoles? d[eu] (?:sport|foot|rugby|judo|tennis"
    r"|voile|danse|musique|cirque)\w*|formation|stages?|bonus|projets?|voyages?|sejours?|sorties?|classes? |echanges?"
    r"|spectacles?|concerts?|expositions?|manifestations?|animations?|sections?)\b"
)
# What else is no name in small letters: « saison 2031 », « frais de garde »; « sou des écoles » may be one.
_NO_NAME = re.compile(
    rf"(?:{ANY_AID}|saisons?|annees?|exercices?|acomptes?|soldes?|complements?|frais|charges|loyers?|materiels?"
    r"|transports?|locations?|salaires?|postes?|encadrement|entretien|festivals?|galas?|fetes?|prix|part)\b"
)
_CAPITALISED = re.compile(r".+\b[A-ZÀ-Ý][a-zà-ÿ]")


def heading_name(text: str) -> str:
    """Who receives what stands under a text: « – Racing Club : », « 1) au lycée Zola : »; empty for no such label."""
    if not is_label(plain(text)) or states_amount(text):
        return ""
    label = text[after_mark(plain(text)) :].strip().rstrip(":")
    given = TO.match(plain(label))
    name = named_at_head(label[given.end() :] if given else label)
    return "" if _HEADS_OTHERS.match(plain(name)) else name


def tells_what_for(text: str) -> bool:
    """« – fonctionnement : 900 € », « – 900 € pour le bal »: whether an entry goes under the name over it."""
    entry = text[after_mark(plain(text)) :].lstrip(" –-•")
    if TO.match(plain(entry)):
        return False  # « 2) à la Chorale : 80 € »
    return entry[:1].islower() or entry[:1].isdigit() or _WHAT_FOR.match(plain(entry)) is not None


def is_what_for(name: str) -> bool:
    """« achat d'instruments »: whether a name in small letters is what a sum is for, and not who receives it."""
    lowered = plain(name)
    return name[:1].islower() and _WHAT_FOR.match(lowered) is not None and not ORGANISATION.match(lowered)


def may_be_name(label: str) -> bool:
    """Whether what stands over a sum may be who receives it, too: « sou des écoles », « Concerts de Poche »."""
    lowered = plain(label)
    what_for = _WHAT_FOR.match(lowered) or (label[:1].islower() and _NO_NAME.match(lowered)) or label[:1].isdigit()
    return not what_for or _CAPITALISED.match(label) is not None or ORGANISATION.match(lowered) is not None
