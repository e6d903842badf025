"""`manage.py load_identifiers operateurs.csv`: SIRET and RNA numbers of operators, from their list filled by hand."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from grants.operators import changes
from grants.operators.changes import IDENTIFIERS, differences, prepare
from grants.operators.files import WrongFileError, read


class Command(BaseCommand):
    help = (
        "Enregistre les SIRET et RNA d’une liste d’opérateurs (/operateurs.csv remplie)\u202f; dit ceux qu’elle refuse."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FICHIER", help="CSV avec operateur_id, siret et rna")

    def handle(self, *, file: Path, **options: object) -> None:
        try:
            rows = read(file.read_bytes(), file.name, IDENTIFIERS)
        except OSError as error:
            raise CommandError(f"{file.name} n’est pas lisible.") from error
        except WrongFileError as error:
            raise CommandError(str(error)) from error
        found = differences(rows, IDENTIFIERS)
        for number, sentence in found.mistakes:
            self.stdout.write(f"Ligne {number}\u202f: {sentence}")
        if found.changes:
            changes.apply(prepare(file.name, found))
        changed = len({change.operator for change in found.changes})
        self.stdout.write(f"Opérateurs mis à jour\u202f: {changed}, lignes refusées\u202f: {len(found.mistakes)}.")
