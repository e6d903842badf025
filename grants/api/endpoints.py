"""The addresses of version 1, each of them a question that a page answers too."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from grants.access import LARGEST_ID, visible_deliberation
from grants.addresses import Moved
from grants.api import schemas
from grants.api.cursors import Key, keys_of
from grants.api.parts import checks, decisions, recusals, votes
from grants.api.questions import QuestionError, documented, question_of, refuse_unknown
from grants.api.rows import one, page, version_of
from grants.exports import registers as columns
from grants.exports.lines import LINE_COLUMNS
from grants.figures import registers, stats
from grants.models import Commune, Deliberation, GrantLine, Operator
from grants.querysets import SORTS
from grants.questions.criteria import phrases, sentence
from grants.views.deliberations import DeliberationListForm


class FrenchJSON(JSONRenderer):
    """Letters as they are, not as escapes: half the size, and readable."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="Subventions votées",
    version="1",
    description="Les subventions votées par les départements, ligne par ligne. Lecture seule, sans clé.",
    docs_url=None,
    renderer=FrenchJSON(),
    urls_namespace="api",
)


def answers(path: str, schema: Any, url_name: str, title: str, parameters: dict[str, Any] | None = None) -> Any:
    """Declare an address: a list, which a wrong question refuses, or one thing, which may not be there."""
    refused = (400,) if parameters else (404, 410)
    return api.get(
        path,
        response={200: schema} | dict.fromkeys(refused, schemas.Error),
        openapi_extra=parameters,
        url_name=url_name,
        summary=title,
    )


@api.exception_handler(QuestionError)
def wrong_question(request: HttpRequest, error: QuestionError) -> HttpResponse:
    """400, with the French sentence that says what is wrong with the question."""
    return JsonResponse({"erreur": str(error)}, status=400)


@api.exception_handler(ValidationError)
def wrong_address(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """404: an identifier that no page could have."""
    return JsonResponse({"erreur": "Cet identifiant n’a pas la forme attendue."}, status=404)


@api.exception_handler(Http404)
def nowhere(request: HttpRequest, error: Http404) -> HttpResponse:
    """404, with the French sentence of what is missing."""
    return JsonResponse({"erreur": str(error) or "Rien n’est publié à cette adresse."}, status=404)


@answers("/lignes", schemas.LinePage, "lines", "Lignes", documented(sorted_by_asking=True))
def lines(request: HttpRequest) -> Any:
    """Les lignes qui répondent à une question, avec leurs textes imprimés et leur preuve."""
    question = question_of(request)
    return page(request, question.qs, keys_of(SORTS[question.sort]), LINE_COLUMNS)


@answers("/resume", schemas.Summary, "summary", "Résumé", documented(paged=False))
def summary(request: HttpRequest) -> Any:
    """La somme et les comptes de toutes les lignes qui répondent à une question."""
    question = question_of(request)
    whole = stats.summary(question.qs)
    return {
        "version": version_of(request),
        "question": sentence(phrases(question)),
        "montant": whole.amount_cents / 100,
        "retraits": whole.withdrawn_cents / 100,
        "lignes": whole.lines,
        "montants": whole.rows,
        "operateurs": whole.operators,
        "deliberations": whole.deliberations,
        "departements": whole.departments,
        "premiere_annee": whole.first_year,
        "derniere_annee": whole.last_year,
    }


@answers("/lignes/{pk}", schemas.Line, "line", "Une ligne")
def line(request: HttpRequest, pk: int) -> Any:
    """Une ligne, par son identifiant permanent."""
    return one(request, GrantLine.objects.published().filter(pk=_id(pk)), LINE_COLUMNS)


@answers("/operateurs", schemas.OperatorPage, "operators", "Opérateurs", documented())
def operators(request: HttpRequest) -> Any:
    """Les opérateurs des lignes qui répondent à une question, et ce qu’elles leur votent."""
    rows = registers.operators(question_of(request).qs)
    return page(request, rows, [Key("operator")], columns.OPERATOR_COLUMNS)


@answers("/operateurs/{pk}", schemas.Operator, "operator", "Un opérateur")
def operator(request: HttpRequest, pk: int) -> Any:
    """Un opérateur, par son identifiant permanent\u202f; celui d’un opérateur réuni à un autre mène à l’autre (301)."""
    pk = _id(pk)
    if successor := Operator.objects.successor_of(pk).first():
        raise Moved(reverse("api:operator", args=[successor.pk]))
    rows = registers.operators(GrantLine.objects.counted().by_operator(pk))
    return one(request, rows, columns.OPERATOR_COLUMNS)


@answers("/communes", schemas.CommunePage, "communes", "Communes", documented())
def communes(request: HttpRequest) -> Any:
    """Les communes où sont les sièges des opérateurs de ces lignes."""
    rows = registers.communes_of(question_of(request).qs)
    return page(request, rows, [Key("pk")], columns.COMMUNE_COLUMNS)


@answers("/communes/{slug:code}", schemas.Commune, "commune", "Une commune")
def commune(request: HttpRequest, code: str) -> Any:
    """Une commune, par son code INSEE, même si aucun opérateur n’y a son siège."""
    rows = registers.with_amounts(Commune.objects.filter(pk=code.upper()))
    return one(request, rows, columns.COMMUNE_COLUMNS)


@answers("/territoires", schemas.TerritoryPage, "territories", "Territoires", documented())
def territories(request: HttpRequest) -> Any:
    """Les territoires que ces lignes impriment."""
    rows = registers.places(question_of(request).qs.naming("territory"), "territory")
    return page(request, rows, [Key("territory")], columns.TERRITORY_COLUMNS)


@answers("/programmes", schemas.ProgrammePage, "programmes", "Programmes", documented())
def programmes(request: HttpRequest) -> Any:
    """Chaque couple de programme et d’opération que ces lignes impriment."""
    rows = registers.programmes(question_of(request).qs)
    return page(request, rows, [Key("programme"), Key("subprogramme")], columns.PROGRAMME_COLUMNS)


@answers("/departements", schemas.DepartmentPage, "departments", "Départements", documented())
def departments(request: HttpRequest) -> Any:
    """Les départements qui votent ces lignes."""
    rows = registers.places(question_of(request).qs, "department")
    return page(request, rows, [Key("department")], columns.DEPARTMENT_COLUMNS)


@answers(
    "/deliberations",
    schemas.ActPage,
    "deliberations",
    "Délibérations",
    documented(fields=DeliberationListForm.base_fields),
)
def deliberations(request: HttpRequest) -> Any:
    """Les délibérations publiées, la dernière séance d’abord, d’un département ou d’une année si on le demande."""
    refuse_unknown(request, DeliberationListForm.base_fields)
    form = DeliberationListForm.of(request)
    if not form.is_valid():
        raise QuestionError(" ".join(wrong for wrongs in form.errors.values() for wrong in wrongs))
    keys = [Key("session_date", descending=True), Key("slug")]
    return page(request, form.acts().with_amounts(), keys, columns.ACT_COLUMNS)


@answers("/deliberations/{slug:slug}", schemas.ActInFull, "deliberation", "Une délibération")
def deliberation(request: HttpRequest, slug: str) -> Any:
    """Une délibération, avec ses votes, ses déports, ses décisions et le contrôle de ses totaux."""
    act = visible_deliberation(request, slug)
    rows = Deliberation.objects.filter(pk=act.pk).with_amounts()
    return one(request, rows, columns.ACT_COLUMNS) | {
        "votes": votes(act),
        "deports": recusals(act),
        "decisions": decisions(act),
        "controles": checks(act),
    }


def _id(pk: int) -> int:
    return min(max(pk, 0), LARGEST_ID)
