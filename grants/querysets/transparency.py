"""What staff typed for the open data: budgets of départements, days of agreements."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce


class DepartmentBudgetQuerySet(models.QuerySet):
    def in_force(self):
        """The last entry of each département and year, the latest year first."""
        later = self.model.objects.filter(
            department=OuterRef("department"), year=OuterRef("year"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(later)).order_by("department", "-year")


class AgreementDateQuerySet(models.QuerySet):
    def by_receiver(self):
        """In the order of entry, with `receiver`: the operator of today, whatever it was reunited to since."""
        return self.annotate(receiver=Coalesce("operator__merged_into", "operator")).order_by("pk")
