"""The application of readings: what it does once the database is ready."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class IngestConfig(AppConfig):
    name = "ingest"
    verbose_name = "Lecture des délibérations"

    def ready(self) -> None:
        from grants import roles

        # Here and not in `grants`: the rights of the models of both apps are there once this one has migrated.
        post_migrate.connect(roles.install, sender=self, dispatch_uid="roles")
