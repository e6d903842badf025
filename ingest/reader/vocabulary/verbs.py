"""Verbs of acts, by what they do: give money, decide, tell. Small ASCII letters, third person.

Regular verbs are told by their stem; the others by present, participle and future.
"""

import re
from typing import Final, Literal

Kind = Literal["give", "decide", "tell"]

_REGULAR: Final[dict[Kind, str]] = {
    "give": "attribu accord allou vers revers particip contribu financ subventionn abond individualis affect engag"
    " renouvell dot apport decern",
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
    return rf"(?:(?:(?:{_stems(kinds)})e|{_irregular(kinds, 0)})(?:nt)?)\b"


def participle(*kinds: Kind) -> str:
    """A pattern of their participle: « attribuée », « consentis »."""
    return rf"(?:(?:{_stems(kinds)})ee?s?|(?:{_irregular(kinds, 1)})e?s?)\b"


def future(*kinds: Kind) -> str:
    """A pattern of their future: « attribuera », « octroieront »."""
    irregular = re.sub(r"a\b", "(?:a|ont)", _irregular(kinds, 2))
    return rf"(?:(?:{_stems(kinds)})er(?:a|ont)|{irregular})\b"


def _stems(kinds: tuple[Kind, ...]) -> str:
    return "|".join(stem for kind in kinds for stem in _REGULAR[kind].split())


def _irregular(kinds: tuple[Kind, ...], form: int) -> str:
    return "|".join(row[form] for kind in kinds for row in _IRREGULAR[kind])
