"""`manage.py rebuild_search`: what readers search in, written again from what is stored."""

from django.core.management.base import BaseCommand

from grants import history
from grants.corrections import ROWS_AT_ONCE, refresh_search, refresh_search_of_decisions
from grants.models import Decision, GrantLine
from grants.search import entries, index


class Command(BaseCommand):
    help = (
        "Refait ce que la recherche du site consulte\u202f: mots des lignes, noms des pages, index de la base. "
        "Utile après une mise à jour du logiciel ou une restauration\u202f; peut être relancée."
    )

    def handle(self, *args, **options):
        index.install()
        numbers = list(GrantLine.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(numbers), ROWS_AT_ONCE):
            refresh_search(GrantLine.objects.filter(pk__in=numbers[start : start + ROWS_AT_ONCE]))
        refresh_search_of_decisions(Decision.objects.all())
        names = entries.rebuild()
        history.bump()
        if options["verbosity"]:
            self.stdout.write(f"Recherche refaite\u202f: {len(numbers)} lignes, {names} noms.")
