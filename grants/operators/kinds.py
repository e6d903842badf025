"""What kind of organisation an operator is, told by its printed name. Pure: no query, no request.

Takes a name, gives an `OperatorKind`. A name that tells nothing is of no known kind: never guessed from what it
receives. The words are those of French law and registers; the first that matches decides, so that
« CCAS de la commune de … » is a CCAS and « Association des maires … » an association.
"""

import re

from django.db import models

from portal.french import fold


class OperatorKind(models.TextChoices):
    """Kinds as the public reads them; empty where the name does not tell."""

    CCAS = "ccas", "centre d’action sociale (CCAS, CIAS)"
    COMMUNE = "commune", "commune"
    GROUPING = "intercommunalite", "intercommunalité ou syndicat"
    TERRITORY = "collectivite", "département ou région"
    PUBLIC = "public", "établissement public, groupement d’intérêt public"
    SCHOOL = "enseignement", "établissement d’enseignement"
    HEALTH = "sante", "établissement de santé"
    CHAMBER = "chambre", "chambre consulaire"
    HOUSING = "bailleur", "bailleur social"
    SOCIAL_CENTRE = "centre-social", "centre social ou socioculturel"
    LOCAL_MISSION = "mission-locale", "mission locale"
    COMPANY = "entreprise", "entreprise ou coopérative"
    ASSOCIATION = "association", "association ou fondation"


_ANYWHERE = r"(?:^|.* )"
# Words of a folded name → kind, the surest first.
_WORDS: tuple[tuple[OperatorKind, str], ...] = (
    (OperatorKind.CCAS, r"^(?:le )?(?:c ?c ?a ?s|c ?i ?a ?s|centre (?:inter)?communal d ?action sociale)\b"),
    (OperatorKind.ASSOCIATION, r"^(?:l )?(?:association|assoc|asso|fondation|amicale)\b"),
    (
        OperatorKind.GROUPING,
        r"^(?:la |le )?(?:communaute (?:de communes|d agglomeration|urbaine)|metropole|c ?c|c ?a|c ?u|sivom|sivu|"
        r"syndicat (?:mixte|intercommunal)|pole metropolitain|petr)\b",
    ),
    (OperatorKind.COMMUNE, r"^(?:la )?(?:commune|ville|mairie|municipalite) (?:de|d|du|des)\b"),
    (
        OperatorKind.TERRITORY,
        r"^(?:le |la )?(?:conseil )?(?:departement|region|departemental|regional) "
        r"(?:du|de|d|des|hauts|ile|grand|pays)\b",
    ),
    (OperatorKind.PUBLIC, rf"{_ANYWHERE}(?:gip|groupement d ?interet public|etablissement public|agence de l eau)\b"),
    (
        OperatorKind.CHAMBER,
        r"^(?:la )?(?:cci|chambre (?:de commerce|d agriculture|de metiers|des metiers|regionale|departementale))\b",
    ),
    (OperatorKind.SCHOOL, r"^(?:le |l )?(?:college|lycee|ecole|universite|institut universitaire|greta|cfa)\b"),
    (OperatorKind.HEALTH, r"^(?:le |l )?(?:centre hospitalier|hopital|chu|chru|ehpad|clinique|epsm)\b"),
    (OperatorKind.HOUSING, r"^(?:oph|office public de l ?habitat|sa d ?hlm)\b"),
    (OperatorKind.COMPANY, rf"{_ANYWHERE}(?:sarl|eurl|sas|sasu|scop|scic|earl|gaec)\b"),
    (OperatorKind.SOCIAL_CENTRE, rf"{_ANYWHERE}centres? (?:social|sociaux|socio ?culturels?)\b"),
    (OperatorKind.LOCAL_MISSION, rf"{_ANYWHERE}missions? locales?\b"),
    (OperatorKind.ASSOCIATION, rf"{_ANYWHERE}(?:association|fondation|amicale|asbl)\b"),
    (
        OperatorKind.ASSOCIATION,
        r"^(?:le |la |les )?(?:federation|union (?:departementale|regionale|locale)|club|comite)\b",
    ),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _WORDS)


def kind_of(name: str) -> str:
    """The value of the `OperatorKind` that this name tells, empty where it tells none."""
    folded = fold(name)
    return next((kind.value for kind, words in _PATTERNS if words.match(folded)), "")
