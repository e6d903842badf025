"""`manage.py snapshot`: the whole set of today, kept; to be run every night by the machine's own scheduler."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from grants import snapshots
from grants.templatetags.french import counted


class Command(BaseCommand):
    help = "Garde un instantané daté de toutes les données publiées, avec ses empreintes et ce qui a changé."

    def handle(self, **options: object) -> None:
        try:
            taken = snapshots.take(settings.SITE_ADDRESS)
        except snapshots.UnsteadyDataError as error:
            raise CommandError(
                "Les données changent sans cesse\u202f: relancez la commande un peu plus tard."
            ) from error
        if taken is None:
            self.stdout.write("Rien n’a changé depuis le dernier instantané.")
            return
        self.stdout.write(
            f"Instantané {taken.name}\u202f: {counted(taken.lines, 'montant')}, {counted(taken.added, 'ajouté')}, "
            f"{counted(taken.corrected, 'corrigé')}, {counted(taken.withdrawn, 'retiré')}."
        )
