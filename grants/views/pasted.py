"""A citation pasted whole, as an article prints it: the question that its address asks, and its fingerprint."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import QueryDict
from django.urls import Resolver404, resolve

from grants.access import is_id
from grants.figures.fingerprints import LENGTH
from grants.models import Deliberation, Operator, Programme, Territory
from grants.questions.criteria import without

LONGEST = 2_000  # characters of a citation: the longest title of an act, and the longest question
_ADDRESS = re.compile(r"https?://[^\s<>»]+")
_PRINT = re.compile(rf"empreinte\s+([0-9a-f]{{{LENGTH}}})\b")


class PastedError(ValueError):
    """A text that is no citation of this site; `str(error)` is a French sentence that says what it lacks."""


def parse_citation(text: str) -> tuple[QueryDict, str]:
    """The question of `/verifier/` for the page that a citation gives, and its print. Raises PastedError."""
    found, address = _PRINT.search(text), _ADDRESS.search(text)
    if found is None:
        raise PastedError(f"ce texte n’a pas d’empreinte («\u202fempreinte\u202f» suivi de {LENGTH} signes).")
    if address is None:
        raise PastedError("ce texte n’a pas l’adresse de la page citée.")
    try:
        parts = urlsplit(address[0].rstrip(".,;)"))
        match = resolve(parts.path)
        asked = _ASKED[match.url_name or ""](**match.kwargs)
    except (ValueError, Resolver404, KeyError) as error:
        raise PastedError("cette adresse n’est pas celle d’une page de chiffres de ce site.") from error
    return without(QueryDict(f"{asked}&{parts.query}" if asked else parts.query), "page"), found[1]


def _of(parameter: str, mergeable: type[Operator | Territory] | None = None) -> Callable[..., str]:
    """What asks for the lines of the thing whose address begins with its id, or of what it was merged into."""

    def asked(key: str) -> str:
        pk = key.partition("-")[0]
        successor = mergeable.objects.successor_of(int(pk)).first() if mergeable and is_id(pk) else None
        return f"{parameter}={successor.pk if successor else pk}"

    return asked


def _of_programme(key: str) -> str:
    pk = key.partition("-")[0]
    lower = is_id(pk) and Programme.objects.of_lower_level().filter(pk=int(pk)).exists()
    return f"{'operation' if lower else 'programme'}={pk}"


def _of_act(slug: str) -> str:
    act = Deliberation.objects.published().at_slug(slug)
    return f"deliberation={act.pk if act else slug}"


# Each page that gives a citation, by the name of its address.
_ASKED: dict[str, Callable[..., str]] = {
    "line_list": lambda: "",
    "line_detail": lambda pk: f"ligne={pk}",
    "operator_detail": _of("operateur", Operator),
    "commune_detail": _of("commune"),
    "department_detail": _of("departement"),
    "territory_detail": _of("territoire", Territory),
    "programme_detail": _of_programme,
    "deliberation_detail": _of_act,
}
