"""Pages of errors: French, light, and JSON where a program asks. None of them reads the database."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse

from grants.addresses import Replacement

TITLES = {
    400: "Cette demande n’a pas de sens",
    403: "Cette page ne vous est pas ouverte",
    404: "Cette page n’existe pas",
    405: "Cette adresse ne se demande pas ainsi",
    410: "Ce qui était ici n’y est plus",
    413: "Cet envoi est trop gros",
    414: "Cette adresse est trop longue",
    500: "Le serveur n’a pas su répondre",
}
API = "/api/"


def error_page(
    request: HttpRequest, status: int, sentence: str, replacements: Sequence[Replacement] = ()
) -> HttpResponse:
    """The page of an error: what happened in one sentence, and where to go instead."""
    if request.path.startswith(API):
        links = [{"titre": link.label, "url": request.build_absolute_uri(link.address)} for link in replacements]
        return JsonResponse({"erreur": sentence, "liens": links}, status=status)
    context = {"code": status, "heading": TITLES[status], "sentence": sentence, "replacements": replacements}
    return HttpResponse(render_to_string("error.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where more was sent than the site receives."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return error_page(request, 413, "Rien n’en a été gardé. Envoyez moins à la fois.")
    return error_page(request, 400, "Quelque chose, dans l’adresse ou dans ce qui est envoyé, est impossible.")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: to staff in their admin, who may give them the right; to others, that it takes an account."""
    if request.path.startswith(reverse("admin:index")):
        sentence = "Votre compte n’a pas ce droit\u202f; l’administrateur du site peut le lui donner."
        return error_page(request, 403, sentence, [Replacement("Espace de travail", reverse("admin:index"))])
    return error_page(request, 403, "Il faut un compte d’agent qui en ait le droit.")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent from elsewhere, after a very long time, or by a browser that refuses every cookie."""
    sentence = (
        "Le formulaire a été envoyé sans le jeton qui prouve qu’il vient de ce site. Revenez à la page, rechargez-la "
        "et envoyez-le de nouveau\u202f; il faut pour cela accepter le témoin (cookie) du formulaire."
    )
    return error_page(request, 403, sentence)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of a 404: what the view said of it, else where to look."""
    told = exception.args[0] if exception.args else ""
    default = "L’adresse a pu être mal recopiée. Cherchez plutôt par un nom."
    return error_page(request, 404, told if isinstance(told, str) and told else default)


def server_error(request: HttpRequest, *args: Any) -> HttpResponse:
    """500. Where what failed is the page itself, or its style sheet, the same sentence without them."""
    sentence = "L’erreur vient de nous, pas de vous\u202f; elle est enregistrée."
    try:
        return error_page(request, 500, sentence)
    except Exception:  # noqa: BLE001 -- nothing may fail after this
        bare = f"<!DOCTYPE html><html lang='fr'><meta charset='utf-8'><title>Erreur 500</title><h1>{TITLES[500]}</h1>"
        return HttpResponse(f"{bare}<p>{sentence}</p></html>", status=500)
