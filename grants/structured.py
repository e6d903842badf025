"""What a page is about, in the vocabulary of schema.org, for search engines: plain data, no query, no HTML.

Each function takes what the page has loaded already, and `site` (scheme and host, without a last slash).
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from grants.exports.tables import LICENCE_ADDRESS
from grants.models import Commune, Deliberation, Department, GrantLine, Operator, Programme, Territory

Data = dict[str, Any]
CONTEXT = "https://schema.org"
FILES = (
    ("csv", "text/csv"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("json", "application/json"),
)


def website(site: str) -> Data:
    """The site, and how to search it."""
    return {
        "@type": "WebSite",
        "name": settings.SITE_NAME,
        "url": f"{site}{reverse('home')}",
        "inLanguage": "fr",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{site}{reverse('search')}?q={{q}}"},
            "query-input": "required name=q",
        },
    }


def breadcrumb(site: str, steps: Iterable[tuple[str, str]]) -> Data:
    """From the first page to this one: (name, path)."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": f"{site}{path}"}
            for position, (name, path) in enumerate((("Accueil", reverse("home")), *steps), 1)
        ],
    }


def department(thing: Department, site: str) -> Data:
    """A département as schema.org's authority; `site`: the address of this site, without a slash at its end."""
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{site}{thing.get_absolute_url()}#assemblee",
        "name": f"Département {thing.name}",
        "url": f"{site}{thing.get_absolute_url()}",
        "areaServed": {"@type": "AdministrativeArea", "name": thing.name, "identifier": thing.code},
    }


def operator(thing: Operator, site: str) -> Data:
    """Needs the commune of the operator."""
    found = {
        "@type": "Organization",
        "@id": f"{site}{thing.get_absolute_url()}#organisme",
        "name": thing.name,
        "url": f"{site}{thing.get_absolute_url()}",
        "identifier": str(thing.pk),
    }
    if thing.siret:
        found["taxID"] = thing.siret
    if thing.commune:
        found["address"] = {"@type": "PostalAddress", "addressLocality": thing.commune.name, "addressCountry": "FR"}
    return found


def act(thing: Deliberation, site: str) -> Data:
    """Needs the département of the act."""
    address = f"{site}{thing.get_absolute_url()}"
    found = {
        "@type": "Legislation",
        "@id": f"{address}#acte",
        "name": thing.title or f"Délibération {thing.numbered}",
        "legislationIdentifier": thing.number,
        "legislationType": "délibération",
        "legislationPassedBy": department(thing.department, site),
        "url": address,
        "inLanguage": "fr",
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "application/pdf",
            "contentUrl": f"{site}{reverse('source_file', args=[thing.slug])}",
            "sha256": thing.sha256,
        },
    }
    if thing.session_date:
        found["legislationDate"] = thing.session_date.isoformat()
    return found


def line(thing: GrantLine, site: str) -> Data:
    """A line with its context."""
    found = {
        "@type": "MonetaryGrant",
        "@id": f"{site}{thing.get_absolute_url()}#subvention",
        "identifier": str(thing.pk),
        "name": thing.action or thing.operator_text or f"Ligne {thing.line}",
        "url": f"{site}{thing.get_absolute_url()}",
        "amount": {"@type": "MonetaryAmount", "value": f"{thing.amount:.2f}", "currency": "EUR"},
        "funder": department(thing.department, site),
        "subjectOf": act(thing.deliberation, site),
    }
    if thing.operator:
        found["fundedItem"] = operator(thing.operator, site)
    return found


def area(thing: Commune | Territory, site: str) -> Data:
    """A place, within its département."""
    return {
        "@type": "City" if isinstance(thing, Commune) else "AdministrativeArea",
        "name": thing.name,
        "identifier": str(thing.pk),
        "url": f"{site}{thing.get_absolute_url()}",
        "containedInPlace": {"@type": "AdministrativeArea", "name": thing.department.name},
    }


def dataset(name: str, path: str, site: str, *, modified: str = "") -> Data:
    """The lines behind a page, in every format, at `path`."""
    base = f"{site}{path.rstrip('/')}"
    return {
        "@type": "Dataset",
        "name": name,
        "description": (
            f"{name}. Chaque ligne porte ses textes imprimés, les valeurs qui en sont déduites et l’adresse de la page "
            "qui la prouve."
        ),
        "url": f"{site}{path}",
        "license": LICENCE_ADDRESS,
        "inLanguage": "fr",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": settings.SITE_NAME, "url": f"{site}/"},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{base}.{suffix}"}
            for suffix, kind in FILES
        ],
    } | ({"dateModified": modified} if modified else {})


# By name of page: the name of its thing in the context, what it is, the list that it belongs to.
_THINGS: dict[str, tuple[str, Callable[..., Data] | None, str, str]] = {
    "operator_detail": ("operator", operator, "Opérateurs", "operator_list"),
    "commune_detail": ("commune", area, "Communes", "commune_list"),
    "territory_detail": ("territory", area, "Territoires", "territory_list"),
    "department_detail": ("department", department, "Départements", "department_list"),
    "programme_detail": ("programme", None, "Programmes", "programme_list"),
    "deliberation_detail": ("deliberation", act, "Délibérations", "deliberation_list"),
    "line_detail": ("line", line, "Subventions", "line_list"),
}


def page(name: str, context: Any, site: str, *, modified: str = "") -> list[Data]:
    """All that is said of the page of this name; `context` is that of its template."""
    if name == "home":
        return [website(site), dataset(settings.SITE_NAME, reverse("line_list"), site, modified=modified)]
    if name == "open_data":
        return [dataset(settings.SITE_NAME, reverse("line_list"), site, modified=modified)]
    if name not in _THINGS:
        return []
    key, described, list_name, list_page = _THINGS[name]
    thing = context.get(key)
    if thing is None:
        return []
    title = _title(thing)
    found = [described(thing, site)] if described else []
    if name != "line_detail":
        found.append(dataset(f"Subventions votées\u202f: {title}", thing.get_absolute_url(), site, modified=modified))
    steps = [(list_name, reverse(list_page)), (title, thing.get_absolute_url())]
    return [*found, breadcrumb(site, steps)]


def _title(thing: Any) -> str:
    match thing:
        case GrantLine():
            return f"{thing.deliberation.shown_number}, ligne {thing.line}"
        case Deliberation():
            return f"Délibération {thing.numbered}"
        case Programme():
            return thing.name
    return str(thing)
