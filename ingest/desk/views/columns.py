"""The page « Colonnes » of an act: what each column of its tables was taken for, said otherwise by staff."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from grants.models import Deliberation
from ingest.desk.columns.forms import ColumnsForm
from ingest.desk.columns.shown import shown_tables
from ingest.desk.queue import jobs
from ingest.desk.views.frame import act_of, may_change, may_view, step_page
from ingest.models import Job, PrintedTable
from ingest.store.change_log import log_change
from ingest.store.profiles import keep_profile, profiles_of_tables

TABLES_ON_A_PAGE = 10


@may_view
@require_safe
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """The tables of the act, those set aside included, `?p=` ten by ten."""
    return _page(request, act_of(pk))


@may_change
@require_POST
def save_columns(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """Keep what was said of one table, or forget it (`oublier`), and read the act again, unless `plus-tard`."""
    deliberation = act_of(pk)
    table = get_object_or_404(deliberation.printed_tables, position=position)
    if request.POST.get("key") != table.key:
        messages.error(request, "Ce tableau n’est plus celui que vous regardiez\u202f: la délibération a été relue.")
        return redirect("admin:grants_deliberation_columns", pk)
    profile = profiles_of_tables(deliberation, [table]).get(table.pk)
    if "oublier" in request.POST:
        if profile:
            with transaction.atomic():
                profile.delete()
                _log(request, deliberation, table, "colonnes laissées au lecteur")
        return _next(request, deliberation, "Ce qui avait été dit de ces colonnes est oublié.")
    year = deliberation.session_date.year if deliberation.session_date else None
    form = ColumnsForm(table, profile, year, request.POST)
    if not form.is_valid():
        return _page(request, deliberation, form)
    said = {"listing": form.said_listing, "author": request.user, "alone": form.is_alone}
    with transaction.atomic():
        keep_profile(table, form.kinds, form.years, **said)
        _log(request, deliberation, table, f"colonnes dites ({' | '.join(form.labels)})")
    return _next(request, deliberation, "Colonnes enregistrées.")


def _page(request: HttpRequest, deliberation: Deliberation, bound: ColumnsForm | None = None) -> HttpResponse:
    """The page of tables that was asked, or that of the form that was filled in wrongly; lists of grants first."""
    set_aside = Case(When(skipped="", then=0), default=1)
    everything = deliberation.printed_tables.select_related("deliberation").order_by(set_aside, "position")
    pages = Paginator(everything, TABLES_ON_A_PAGE)
    asked = next(page for page in pages if bound.table in page.object_list) if bound else None
    tables = asked or pages.get_page(request.GET.get("p"))
    context = {"tables": tables, "shown": shown_tables(deliberation, list(tables), bound)}
    return step_page(request, deliberation, "desk/columns.html", "Colonnes", context)


def _next(request: HttpRequest, deliberation: Deliberation, said: str) -> HttpResponse:
    """To the reading that begins with what was just said, or back where other tables are to be told first."""
    if "plus-tard" in request.POST:
        messages.success(request, f"{said} Elles serviront à la prochaine lecture\u202f: lancez-la quand tout est dit.")
        return redirect("admin:grants_deliberation_columns", deliberation.pk)
    # A reading that has begun knows the columns as they were said before.
    for job in Job.objects.filter(sha256=deliberation.sha256).live():
        jobs.cancel(job)
    messages.success(request, f"{said} La délibération est relue avec elles.")
    return redirect("admin:ingest_job_page", jobs.ask_again(deliberation, request.user).pk)


def _log(request: HttpRequest, deliberation: Deliberation, table: PrintedTable, what: str) -> None:
    told = f"Tableau {table.label} ({table.position})\u202f: {what}."
    log_change(deliberation, request.user, told)
