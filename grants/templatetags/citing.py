"""The address at which a citation can be checked later."""

from django import template
from django.urls import reverse

from grants.figures.fingerprints import Token
from grants.figures.stats import Summary
from grants.templatetags.navigation import data_version

register = template.Library()


@register.simple_tag(takes_context=True)
def verification(context: template.Context, summary: Summary | str, question: str) -> str:
    """The whole address of `/verifier/` for these lines today; empty where a page cites no set of lines."""
    request, version = getattr(context, "request", None), data_version(context)
    if not (summary and request and version):
        return ""
    token = Token(version.number, summary.rows, summary.amount_cents, summary.fingerprint)
    asked = f"{question}&" if question else ""
    return request.build_absolute_uri(f"{reverse('verify')}?{asked}empreinte={token}")
