"""Registers whose changes are recorded: who, when, before and after. django-simple-history writes at each `save`."""

from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords


class Recorded(HistoricalRecords):
    """`records = Recorded()` on a model: each `save` of one of its rows is kept, in the name of who asked for it.

    What reading acts writes in bulk is not recorded row by row. So that the first change by a person has its
    « before », the row as it stands is recorded just before it.
    """

    def finalize(self, sender: type[models.Model], **kwargs: Any) -> None:
        super().finalize(sender, **kwargs)
        if self.cls is sender:
            models.signals.pre_save.connect(self.keep_what_was, sender=sender, weak=False)

    def keep_what_was(self, instance: models.Model, raw: bool = False, **kwargs: Any) -> None:
        """Record the stored row of which nothing is recorded yet; nothing for a new one."""
        model = type(instance)
        if (
            raw
            or instance.pk is None
            or getattr(model, self.manager_name).filter(**{model._meta.pk.attname: instance.pk}).exists()
        ):
            return
        stored = model._base_manager.filter(pk=instance.pk).first()
        if stored is not None:
            stored._history_user = None
            self.create_historical_record(stored, "+")
