"""Numbers of organisations in the national registers: SIRET (INSEE) and RNA (associations)."""

import re

from django.core.exceptions import ValidationError
from stdnum.exceptions import InvalidChecksum
from stdnum.exceptions import ValidationError as WrongNumber
from stdnum.fr import siret

SIRET_LENGTH = 14
SIREN_LENGTH = 9  # first figures of a SIRET: the organisation, whatever the establishment
_RNA = re.compile(r"W[0-9A-Z]{9}")
_SPACES = re.compile(r"[\s.\u200b]")


def typed(number: str) -> str:
    """A number as a person types or pastes it, without its spaces and dots: `732 829 320 00074`."""
    return _SPACES.sub("", number)


def valid_siret(number: str) -> None:
    """Raises ValidationError, a French sentence that says what is wrong, unless these are the 14 figures of a SIRET."""
    told = "Ce numéro n’est pas un SIRET\u202f:"
    if not number.isascii() or not number.isdigit():
        raise ValidationError(f"{told} il s’écrit avec 14 chiffres, sans lettre ni signe.")
    if len(number) == SIREN_LENGTH:
        raise ValidationError(f"{told} 9 chiffres sont un SIREN. Il faut ceux de l’établissement\u202f: 14 chiffres.")
    if len(number) != SIRET_LENGTH:
        raise ValidationError(f"{told} {len(number)} chiffres au lieu de 14.")
    try:
        siret.validate(number)
    except InvalidChecksum as error:
        raise ValidationError(f"{told} sa clé de contrôle est fausse, un chiffre au moins est mal recopié.") from error
    except WrongNumber as error:
        raise ValidationError(f"{told} 14 chiffres, dont une clé de contrôle.") from error


def valid_rna(number: str) -> None:
    """Raises ValidationError unless this is a number of the national register of associations."""
    if not _RNA.fullmatch(number):
        raise ValidationError("Ce numéro n’est pas celui d’une association\u202f: W suivi de 9 chiffres ou lettres.")
