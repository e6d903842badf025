"""Verbs of acts, by what they do: give money, decide, tell. Small ASCII letters, third person.

Regular verbs are told by their stem; the others by present, participle and future.
"""

from typing import Final, Literal

Kind = Literal["give", "decide", "tell"]

_REGULAR: Final[dict[Kind, str]] = {
    "give": "attribu accord allou vers revers particip contribu financ subventionn abond individualis affect engag"
    " renouvell dot apport",
    "decide": "decid approuv adopt autoris valid vot fix confirm determin donn accept enterin ratifi act port"
    " rapport retir annul ajourn report prorog rejet refus major minor diminu",
    "tell": "precis imput charg habilit design constat propos rappell mandat subordonn instaur ouvr abrog delegu"
    " sollicit prelev",
}
_IRREGULAR: Final[dict[Kind, tuple[tuple[str, str, str], ...]]] = {
    "give": (
        ("octroie", "octroye", "octroiera"),
        ("soutient", "soutenu", "soutiendra"),
        ("consent", "consenti", "consentira"),
        ("repartit", "reparti", "repartira"),
        ("reconduit", "reconduit", "reconduira"),
        ("prend en charge", "pris en charge", "prendra en charge"),
        ("fait don", "fait don", "fera don"),
        ("maintient", "maintenu", "maintiendra"),
    ),
    "decide": (
        ("arrete(?! a )", "arrete", "arretera"),
        ("emet", "emis", "emettra"),
        ("retient", "retenu", "retiendra"),
        ("suit", "suivi", "suivra"),
        ("se prononce", "prononce", "se prononcera"),
        ("se declare", "declare", "se declarera"),
        (r"(?<!\bil )convient", "convenu", "conviendra"),
        ("rejette", "rejete", "rejettera"),
        ("differe", "differe", "differera"),
        ("renvoie", "renvoye", "renverra"),
        ("ramene", "ramene", "ramenera"),
        ("reduit", "reduit", "reduira"),
        ("garantit", "garanti", "garantira"),
        ("renonce", "renonce", "renoncera"),
    ),
    "tell": (
        ("dit", "dit", "dira"),
        ("prend acte", "pris acte", "prendra acte"),
        ("inscrit", "inscrit", "inscrira"),
    ),
}


def present(*kinds: Kind) -> str:
    """A pattern of the present of these verbs: « attribue », « octroient »."""
    regular = "|".join(stem for kind in kinds for stem in _REGULAR[kind].split())
    irregular = "|".join(row[0] for kind in kinds for row in _IRREGULAR[kind])
    return rf"(?:(?:(?:{regular})e|{irregular})(?:nt)?)\b"


def participle(*kinds: Kind) -> str:
    """A pattern of their participle: « attribuée », « consentis »."""
    regular = "|".join(stem for kind in kinds for stem in _REGULAR[kind].split())
    irregular = "|".join(row[1] for kind in kinds for row in _IRREGULAR[kind])
    return rf"(?:(?:{regular})ee?s?|(?:{irregular})e?s?)\b"


def future(*kinds: Kind) -> str:
    """A pattern of their future: « attribuera », « octroieront »."""
    regular = "|".join(stem for kind in kinds for stem in _REGULAR[kind].split())
    irregular = "|".join(row[2][:-1] for kind in kinds for row in _IRREGULAR[kind])
    return rf"(?:(?:(?:{regular})er|{irregular})(?:a|ont))\b"
