"""The first page, and what the site says of itself."""

from typing import Any

from django.views.generic import TemplateView

from grants import stats
from grants.exports import COLUMNS
from grants.models import Check, Department, GrantLine

PROGRAMMES_SHOWN = 8
OPERATORS_SHOWN = 10
ACTS_SHOWN = 5
DIFFERENCES_SHOWN = 5


class HomeView(TemplateView):
    """One search box, a printed row and what is read in it, the key figures, the latest acts."""

    template_name = "grants/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted()
        checks = Check.objects.published()
        years = stats.amounts_by_year(lines)
        departments = stats.amounts_by_department(lines)
        programmes = stats.amounts_by_programme(lines, PROGRAMMES_SHOWN)
        operators = stats.top_operators(lines, OPERATORS_SHOWN)
        return super().get_context_data(
            summary=stats.summary(lines),
            checks=stats.check_summary(checks),
            differences=stats.differences(checks, DIFFERENCES_SHOWN),
            example=stats.example_row(lines),
            years=years,
            years_scale=stats.scale_of(years),
            departments=departments,
            departments_scale=stats.scale_of(departments),
            programmes=programmes,
            programmes_scale=stats.scale_of(programmes),
            operators=operators,
            operators_scale=stats.scale_of(operators),
            acts=stats.latest_deliberations(lines, ACTS_SHOWN),
            **kwargs,
        )


class AboutView(TemplateView):
    """What is read, how it is checked, what the figures do not say."""

    template_name = "grants/about.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            departments=Department.objects.public(),
            summary=stats.summary(GrantLine.objects.counted()),
            checks=stats.check_summary(Check.objects.published()),
            columns=COLUMNS,
            **kwargs,
        )
