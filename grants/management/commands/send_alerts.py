"""`manage.py send_alerts`: tell those who asked what is new; to be run every day by the machine's own scheduler."""

from django.core.management.base import BaseCommand, CommandError

from grants import alerts


class Command(BaseCommand):
    help = "Envoie à ceux qui l’ont demandé ce qui est nouveau pour leur question. À lancer chaque jour."

    def handle(self, **options: object) -> None:
        if not alerts.is_possible():
            raise CommandError("Réglez d’abord EMAIL_URL et SITE_ADDRESS\u202f: sans eux, aucun courriel ne part.")
        sent = alerts.send_all()
        told = f"Courriels envoyés\u202f: {sent.mails}\u202f; alertes sans nouveauté\u202f: {sent.quiet}"
        if sent.failed:
            raise CommandError(
                f"{told}\u202f; courriels qui n’ont pas pu partir, réessayés la prochaine fois\u202f: {sent.failed}."
            )
        self.stdout.write(f"{told}\u202f; questions qui n’ont plus de sens\u202f: {sent.senseless}.")
