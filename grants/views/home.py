"""The first page, and what the site says of itself."""

from django.views.generic import TemplateView


class HomeView(TemplateView):
    """One search box, the key figures, the latest acts."""

    template_name = "grants/home.html"


class AboutView(TemplateView):
    """What is read, how it is checked, what the figures do not say."""

    template_name = "grants/about.html"
