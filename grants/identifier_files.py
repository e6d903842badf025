"""SIRET and RNA numbers of many operators at once: the list of operators, filled in a spreadsheet and read back.

Enters a CSV with the columns `operateur_id`, `siret`, `rna` of `/operateurs.csv` (others are ignored); leaves what was
changed and, for each row that was refused, a French sentence. A blank cell leaves what is known as it is.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from grants import history
from grants.identifiers import valid_rna, valid_siret
from grants.models import Operator
from grants.templatetags.french import quoted

KEY = "operateur_id"
CHECKS = {"siret": valid_siret, "rna": valid_rna}
_SPACES = re.compile(r"\s")


class WrongFileError(Exception):
    """A file that is not such a list; `str(error)` is a French sentence."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many operators changed, and what was refused: (line of the file, sentence)."""

    changed: int
    refused: tuple[tuple[int, str], ...]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV with `,` or `;`. Raises WrongFileError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongFileError(f"{path.name} n’est pas un fichier CSV en UTF-8.") from error
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if KEY not in (rows.fieldnames or ()) or not CHECKS.keys() & set(rows.fieldnames or ()):
        raise WrongFileError(f"{path.name} n’a pas les colonnes {KEY}, siret et rna de la liste des opérateurs.")
    return list(rows)


@transaction.atomic
def load(rows: Iterable[dict[str, str]]) -> Loaded:
    """Keeps the numbers that are valid; a row with a wrong one changes nothing."""
    known = {str(operator.pk): operator for operator in Operator.objects.all()}
    changed, refused = [], []
    for number, row in enumerate(rows, start=2):
        operator = known.get((row[KEY] or "").strip())
        if operator is None:
            refused.append((number, f"aucun opérateur n’a le numéro {quoted(row[KEY] or '')}."))
            continue
        told = {name: _SPACES.sub("", row.get(name) or "") for name in CHECKS}
        try:
            for name, text in told.items():
                if text:
                    CHECKS[name](text)
        except ValidationError as error:
            refused.append((number, f"{operator}\u202f: {error.messages[0]}"))
            continue
        if any(text and text != getattr(operator, name) for name, text in told.items()):
            for name, text in told.items():
                setattr(operator, name, text or getattr(operator, name))
            changed.append(operator)
    if changed:
        Operator.objects.bulk_update(changed, list(CHECKS), batch_size=500)
        history.bump()
    return Loaded(len(changed), tuple(refused))
