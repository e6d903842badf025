"""`manage.py extract` for `call_command`; from a shell, `manage.py` runs the same without starting Django."""

from django.core.management.base import BaseCommand

from ingest import extraction


class Command(BaseCommand):
    help = extraction.DESCRIPTION
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        extraction.add_arguments(parser)

    def handle(self, *args, file, **options):
        asked = {name: options[name] for name in ("format", "output", "stage", "engine", "debug")}
        status = extraction.run(extraction.Asked(file, **asked), self.stdout, self.stderr)
        if status:
            raise SystemExit(status)
