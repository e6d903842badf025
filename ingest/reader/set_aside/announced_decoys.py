"""The words over a table → the reason in French why it gives no grant, where they say what else its money is.

The sentence that announces it, « les tarifs suivants : », or the point of the minutes that it stands under. Some words
are believed only where no header over the amounts says a grant.
"""

import re
from collections.abc import Iterable

from ingest.reader.act.flow.sitting import Point
from ingest.reader.money.money_words import holds, say_over_amounts
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Column, Table
from ingest.reader.set_aside.reasons import CONTRACTS_REASON, EXTENDED_REASON, OWED_REASON, PAY_REASON, PRICES_REASON
from ingest.reader.vocabulary.money import CANCELLED, GRANTS, VOTED
from ingest.reader.vocabulary.patterns import GIVE
from ingest.reader.vocabulary.phrases import phrase

_REMINDED_REASON = "rappel de subventions déjà votées"
_CANCELLED_REASON = "annulation de subventions déjà votées"
# What the sentence over a table says of its money, where that is no grant.
_ANNOUNCED = (
    (
        re.compile(
            r"\b(?:contribution|participation|cotisation)s?\b[^.:]{0,40}\b(?:du|appele|verse|acquitte)e?s?"
            r" par (?:les |chaque |l'ensemble des )?(?:communes?|membres?|adherents?|collectivites)"
        ),
        OWED_REASON,
    ),
    (re.compile(r"\bindemnites? (?:de fonction|des elus|des conseillers|du maire|mensuelles)"), PAY_REASON),
    (re.compile(r"\battribu\w+ (?:les?|des|du) (?:marches?|lots?)\b"), CONTRACTS_REASON),
    (
        re.compile(r"\ben non[ -]valeur\b|\bcreances? (?:eteinte|irrecouvrable)s?\b|\bremises? gracieuses?\b"),
        "créances abandonnées",
    ),
    (
        re.compile(
            r"\battributions? de compensation\b|\bclect\b|\bcharges transferees\b"
            r"|\bdotations? de solidarite (?:communautaire|metropolitaine)\b"
        ),
        "reversements entre collectivités, pas des subventions",
    ),
    (
        re.compile(r"\bprorog(?:er?|ation)\b[^.:]{0,40}\b(?:delais?|durees?|validite)\b[^.:]{0,60}\bsubventions?\b"),
        EXTENDED_REASON,
    ),
    (
        re.compile(
            rf"(?:^|[.;] )(?![^.;]*\b(?:propos|decide d|(?:{GIVE}|vot)er))[^.;]*"
            r"(?:\b(?:attributions?|subventions?|aides?)\b[^.;]{0,60}\b(?:ont|avaient) (?:deja )?ete "
            rf"(?:{GIVE}|decid|vot)ee?s?\b[^.;]*"
            r"\b(?:lors de|par deliberation|le \d)|\bpour (?:memoire|rappel)\b|^rappel des"
            r" (?:attributions|subventions|aides))[^.;]*:?$"
        ),
        _REMINDED_REASON,
    ),
    (
        re.compile(
            r"^(?:(?:liste|etat|tableau|recapitulatif) (?:recapitulatif )?des? |les )?(?:subventions?|aides?)"
            r"(?: \w+){0,3} (?:annule|caduc|caduque|desengage)e?s?\b"
            r"|\b(?:annul(?:er?|ation)|constater la caducite)\b[^.;]{0,30}\b(?:subventions?|aides?)\b[^.;]*"
            r"\b(?:suivante?s|ci-apres|ci-dessous|figurant)\b"
        ),
        _CANCELLED_REASON,
    ),
    (re.compile(r"\bgaranti\w*\b[^.:]{0,80}\b(?:emprunt|pret)s?\b"), "garanties d’emprunt"),
)
# The same, where no header over the amounts says that they are granted.
_ANNOUNCED_UNLESS_GRANTED = (
    (re.compile(r"^(?!.*\b(?:subvention|aide)s?\b).*\btarif(?:s|ation|aire)?\b"), PRICES_REASON),
    (
        re.compile(
            r"\badh(?:esion|er)\w*\b[^.:]{0,160}\bcotisations?\b|\bcotisations?\b[^.:]{0,80}\badhesions?\b"
            r"|\bcotisations?(?: annuelles?)?(?: \d{4})? aux? (?:\w+ )?(?:organismes?|associations?|reseaux?)\b"
        ),
        "cotisations d’adhérent, pas des subventions",
    ),
    (
        re.compile(
            r"\b(?:contribution|participation|cotisation)s?\b(?: \w+)?"
            r" des (?:communes?|membres?|adherents?|collectivites)\b"
        ),
        OWED_REASON,
    ),
    (
        re.compile(
            r"^(?!.*\b(?:subvention|aide|participation|soutien|bourse|prime|dotation|fonds?)s?\b)"
            r".*\b(?:acqui(?:s|ses?|sitions?|ert|erir)|ced(?:er?|es|ees?)|cessions?|vend(?:re|us?|ues?)|ventes?)\b"
            r"[^.:]{0,60}\b(?:biens?|parcelles?|terrains?|immeubles?)\b"
        ),
        "biens achetés ou vendus",
    ),
)
_OWED = frozenset({"cotisation", "adhesion", "participation", "contribution"})
# Characters of the text over a table that announce it.
_ANNOUNCE_LENGTH = 220
OTHER_POINT_REASON = "un point de la séance où rien ne dit que des aides sont accordées"


def why_announced_otherwise(table: Table, columns: tuple[Column, ...], point: Point | None) -> str:
    """Why the words over the table say that it grants nothing, empty where they do not. `point`: that of the minutes
    under whose title it stands."""
    announced = plain(table.title[-_ANNOUNCE_LENGTH:])
    reason = _first_reason(_ANNOUNCED, announced)
    if reason == _CANCELLED_REASON and any(holds(phrase(column.header), CANCELLED) for column in columns):
        return ""  # what is cancelled has its own column, taken off what was voted
    if reason or _says_granted(columns):
        return reason
    reason = _first_reason(_ANNOUNCED_UNLESS_GRANTED, announced)
    return reason or (OTHER_POINT_REASON if point is not None and not point.may_grant else "")


def _first_reason(reasons: Iterable[tuple[re.Pattern[str], str]], announced: str) -> str:
    return next((reason for pattern, reason in reasons if pattern.search(announced)), "")


def _says_granted(columns: Iterable[Column]) -> bool:
    """Whether the header of the counted amounts says a grant, and not what a member owes."""
    return say_over_amounts(columns, (VOTED | GRANTS) - _OWED)
