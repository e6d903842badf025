"""« Prêt pour l’open data ? »: per act and per département and year, what lacks, the grade, the three-month clock."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from grants.law.agreements import THRESHOLD_CENTS, Agreements, agreements, late_count, of_act
from grants.law.clocks import MONTHS
from grants.law.grades import RULE_ADDRESS, RULE_DATED
from grants.law.readiness import Unblocked, readiness, unblocking, without_siret
from grants.law.scdl.exercises import exercises
from grants.law.transparency import graded_years
from grants.models import Deliberation, Department, DepartmentBudget, GrantLine, Operator
from grants.querysets import GrantLineQuerySet
from grants.templatetags.french import counted
from ingest.desk.open_data_forms import BudgetForm, SignaturesForm, SiretsForm
from ingest.desk.views.frame import act_of, desk_page, may_view, step_page

OPERATORS_ASKED = 15  # SIRETs to type on one screen
CONCERNED_SHOWN = 25  # operators above the threshold on one screen
# What a form changes, and who may: the name of the form, the permission.
FORMS = {
    "sirets": "grants.change_operator",
    "signatures": "grants.change_deliberation",
    "budget": "grants.change_department",
}


@dataclass(slots=True)
class Entries:
    """The forms of a page. The one that is sent holds what was typed; the others are as they stand."""

    sirets: SiretsForm
    signatures: SignaturesForm
    budget: BudgetForm


@may_view
@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """Every département and year with something published, with its grade where there is one."""
    grades = {(graded.budget.department_id, graded.year): graded for graded in graded_years()}
    years = [(exercise, grades.get((exercise.department.pk, exercise.year))) for exercise in exercises()]
    context = {"years": years, "late": late_count(), "drafts": _draft_acts(), **_rule()}
    return desk_page(request, "desk/open_data_list.html", "Prêt pour l’open data\u202f?", context)


@may_view
@require_http_methods(["GET", "HEAD", "POST"])
def open_data_year(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """A département and a year: what its SCDL files lack, its grade, its clocks; and the fields to fill."""
    department = get_object_or_404(Department, pk=code.upper())
    every = GrantLine.objects.in_department(department).of_exercise(year)
    published = every.counted()
    budgets = DepartmentBudget.objects.filter(department=department, year=year).select_related("author")
    if not every.exists() and not budgets.exists():
        raise Http404("Aucune ligne de ce département pour cette année.")
    told = agreements(every)
    shown = Paginator(told.concerned, CONCERNED_SHOWN).get_page(request.GET.get("p"))
    entries = _entries(request, published, shown.object_list)
    if request.method == "POST" and _saved(request, entries, department, year):
        return redirect(request.get_full_path())
    graded = next((one for one in graded_years(department) if one.year == year), None)
    context = {
        "department": department,
        "year": year,
        "graded": graded,
        "budgets": budgets.order_by("-pk"),
        "draft_rows": every.of_drafts().count(),
        "file_key": f"{department.pk.lower()}-{year}",
        **_told(request, published, department, told, shown, entries),
    }
    return desk_page(request, "desk/open_data_year.html", f"{department}, {year}", context)


@may_view
@require_http_methods(["GET", "HEAD", "POST"])
def open_data_act(request: HttpRequest, pk: int) -> HttpResponse:
    """An act, draft or online: what its rows lack in the SCDL files, and its clocks."""
    act = act_of(pk)
    dated = act.lines.of_known_exercise()
    told = of_act(act)
    shown = Paginator(told.concerned, CONCERNED_SHOWN).get_page(request.GET.get("p"))
    entries = _entries(request, dated, shown.object_list)
    if request.method == "POST" and _saved(request, entries, act.department, None):
        return redirect(request.get_full_path())
    context = {
        "department": act.department,
        "years": sorted(dated.order_by().values_list("exercise", flat=True).distinct()),
        "undated_rows": act.lines.of_unknown_exercise().count(),
        **_told(request, dated, act.department, told, shown, entries),
    }
    return step_page(request, act, "desk/open_data_act.html", "Prêt pour l’open data\u202f?", context)


def _told(
    request: HttpRequest, lines: GrantLineQuerySet, department: Department, agreements: Agreements, shown, entries
) -> dict:
    """What the page of a year and that of an act both say."""
    return {
        "readiness": readiness(lines, department),
        "without_siret": without_siret(lines),
        "agreements": agreements,
        "shown": shown,
        "entries": entries,
        "may": {name: request.user.has_perm(permission) for name, permission in FORMS.items()},
        "months": MONTHS,
        "threshold_cents": THRESHOLD_CENTS,
        **_rule(),
    }


def _rule() -> dict:
    return {"rule_address": RULE_ADDRESS, "rule_dated": RULE_DATED}


def _entries(request: HttpRequest, lines: GrantLineQuerySet, concerned) -> Entries:
    sent = request.POST.get("form", "") if request.method == "POST" else ""
    if request.method == "POST" and not (sent in FORMS and request.user.has_perm(FORMS[sent])):
        raise PermissionDenied
    data = {name: request.POST if name == sent else None for name in FORMS}
    asked = unblocking(lines, OPERATORS_ASKED)
    if sent == "sirets":  # numbers typed for operators that left the list meanwhile are not lost
        listed = {one.operator.pk for one in asked}
        others = Operator.objects.in_bulk(SiretsForm.operators_in(request.POST) - listed)
        asked += tuple(Unblocked(operator, 0, 0) for operator in others.values())
    return Entries(
        SiretsForm(asked, data["sirets"]),
        SignaturesForm(concerned, data["signatures"]),
        BudgetForm(data["budget"]),
    )


def _saved(request: HttpRequest, entries: Entries, department: Department, year: int | None) -> bool:
    """Whether what was sent is right, and kept; a page where something is wrong is shown again."""
    sent = request.POST["form"]
    form = getattr(entries, sent)
    if not form.is_valid() or (sent == "budget" and year is None):
        messages.error(request, "Rien n’est enregistré\u202f: une saisie est à corriger, la raison est à côté d’elle.")
        return False
    if sent == "sirets":
        operators = form.save()
        messages.success(request, f"{counted(len(operators), 'SIRET enregistré,SIRET enregistrés')}.")
        _tell_shared_numbers(request, operators)
    elif sent == "signatures":
        messages.success(request, f"{counted(form.save(request.user), 'date enregistrée,dates enregistrées')}.")
    else:
        form.save(department, year, request.user)
        messages.success(request, "Le total du compte administratif est enregistré\u202f; la note est calculée.")
    return True


def _tell_shared_numbers(request: HttpRequest, operators: list[Operator]) -> None:
    """One SIRET for two operators is rarely meant: they may be one under two names."""
    for operator in operators:
        for other in Operator.objects.with_siret_of(operator):
            told = f"{operator} et {other} ont le même SIRET\u202f: le même opérateur sous deux noms\u202f?"
            messages.warning(request, told)


def _draft_acts() -> list[Deliberation]:
    """Drafts, each with its own page; the oldest session first."""
    drafts = Deliberation.objects.drafts().select_related("department")
    return list(drafts.defer("page_sizes").order_by("session_date", "slug"))
