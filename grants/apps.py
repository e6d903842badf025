"""The application of what was voted: its search index is made after `migrate`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class GrantsConfig(AppConfig):
    name = "grants"
    verbose_name = "Subventions"

    def ready(self) -> None:
        from grants.search import index  # with it, the condition on `search_text`

        post_migrate.connect(index.install, sender=self, dispatch_uid="search_index")
        post_migrate.connect(_name_what_is_there, sender=self, dispatch_uid="search_entries")


def _name_what_is_there(using: str = "default", **signal) -> None:
    """A base of before the search box gets its names once."""
    from grants.models import Department, SearchEntry
    from grants.search import entries

    if Department.objects.using(using).exists() and not SearchEntry.objects.using(using).exists():
        entries.rebuild()
