"""Numbers of organisations in the national registers: SIRET (INSEE) and RNA (associations)."""

import re

from django.core.exceptions import ValidationError
from stdnum.fr import siret

_RNA = re.compile(r"W[0-9A-Z]{9}")


def valid_siret(number: str) -> None:
    """Raises ValidationError unless these are the 14 figures of a SIRET, its check figure right."""
    if not (number.isdigit() and siret.is_valid(number)):
        raise ValidationError("Ce numéro n’est pas un SIRET\u202f: 14 chiffres, dont une clé de contrôle.")


def valid_rna(number: str) -> None:
    """Raises ValidationError unless this is a number of the national register of associations."""
    if not _RNA.fullmatch(number):
        raise ValidationError("Ce numéro n’est pas celui d’une association\u202f: W suivi de 9 chiffres ou lettres.")
