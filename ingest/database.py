"""Whether the database can be written to, before a command that takes an hour to read starts."""

from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


def require_ready_database() -> None:
    """Raises CommandError, one French sentence, where the database does not answer or lacks a migration."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        raise CommandError(f"La base de données ne répond pas\u202f: {str(error).strip()}") from error
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("La base de données n’est pas prête. Lancez d’abord\u202f: manage.py migrate")
