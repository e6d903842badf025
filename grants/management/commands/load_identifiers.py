"""`manage.py load_identifiers operateurs.csv`: SIRET and RNA numbers of operators, from their list filled by hand."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from grants.identifier_files import WrongFileError, load, read


class Command(BaseCommand):
    help = (
        "Enregistre les SIRET et RNA d’une liste d’opérateurs (/operateurs.csv remplie)\u202f; dit ceux qu’elle refuse."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FICHIER", help="CSV avec operateur_id, siret et rna")

    def handle(self, *, file: Path, **options: object) -> None:
        try:
            loaded = load(read(file))
        except WrongFileError as error:
            raise CommandError(str(error)) from error
        for number, sentence in loaded.refused:
            self.stdout.write(f"Ligne {number}\u202f: {sentence}")
        self.stdout.write(
            f"Opérateurs mis à jour\u202f: {loaded.changed}, lignes refusées\u202f: {len(loaded.refused)}."
        )
