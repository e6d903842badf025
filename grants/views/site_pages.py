"""What a public site owes its readers: what it is, how it reads, help, accessibility, who publishes it, its map."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.views.generic import TemplateView

from grants.figures import stats
from grants.figures.checks import check_summary
from grants.law.agreements import THRESHOLD_CENTS
from grants.law.grades import RULE_ADDRESS, RULE_DATED
from grants.models import Check, Department, GrantLine


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who answers for the site, as its operator set it; an empty text is a duty not yet met, and is said to be."""

    name: str
    address: str
    phone: str
    email: str
    director: str
    host_name: str
    host_address: str
    host_phone: str


def publisher() -> Publisher:
    """The publisher of the settings."""
    return Publisher(
        settings.PUBLISHER_NAME,
        settings.PUBLISHER_ADDRESS,
        settings.PUBLISHER_PHONE,
        settings.PUBLISHER_EMAIL,
        settings.PUBLICATION_DIRECTOR,
        settings.HOST_NAME,
        settings.HOST_ADDRESS,
        settings.HOST_PHONE,
    )


class AboutView(TemplateView):
    """What the site is, what it covers, how its data can be used again."""

    template_name = "grants/about.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            departments=Department.objects.public(),
            summary=stats.summary(GrantLine.objects.counted()),
            **kwargs,
        )


class MethodView(TemplateView):
    """What is read and how, how totals are checked, what the figures do not say."""

    template_name = "grants/method.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            summary=stats.summary(GrantLine.objects.counted()),
            checks=check_summary(Check.objects.published()),
            grade_rule=RULE_ADDRESS,
            grade_dated=RULE_DATED,
            threshold_cents=THRESHOLD_CENTS,
            **kwargs,
        )


class HelpView(TemplateView):
    """How to search, to check a figure, to cite it, to take the data away."""

    template_name = "grants/help.html"


class AccessibilityView(TemplateView):
    """The accessibility statement: never audited, hence « non conforme », with what automatic checks found."""

    template_name = "grants/accessibility.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(publisher=publisher(), **kwargs)


class LegalView(TemplateView):
    """Who publishes and hosts the site, personal data, licence."""

    template_name = "grants/legal.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(publisher=publisher(), **kwargs)


class SiteMapView(TemplateView):
    """Every page of the site that is not the page of one thing."""

    template_name = "grants/site_map.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(departments=Department.objects.public(), **kwargs)
