"""`manage.py find_duplicates`: likely duplicates among operators, for staff to judge; nothing is merged."""

from django.core.management.base import BaseCommand

from grants.models import OperatorPair
from grants.operators import duplicates


class Command(BaseCommand):
    help = "Cherche les opérateurs qui sont peut-être un seul sous deux noms\u202f; une personne en juge sur le site."

    def handle(self, **options: object) -> None:
        found = duplicates.search()
        waiting = OperatorPair.objects.waiting().apart().count()
        self.stdout.write(f"Doublons probables\u202f: {found}, dont {waiting} à juger.")
