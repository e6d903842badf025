"""A file of several deliberations: cut into one file each as staff say, or said to be a single one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from grants.templatetags.french import counted
from ingest.desk.files.cut_forms import CutForm
from ingest.desk.queue.bundles import CUTTABLE, cut_job, read_as_one_act
from ingest.desk.views.frame import may_add, may_view
from ingest.desk.views.printed_pages import page_answer
from ingest.desk.views.queueing import job_of, job_page
from ingest.pages.cutting import CutError


@may_add
@require_POST
def cut(request: HttpRequest, pk: int) -> HttpResponse:
    """Cut the file into the deliberations that the form names; doing it twice makes nothing twice."""
    one = job_of(pk)
    if one.state not in CUTTABLE:
        messages.warning(request, "Ce fichier n’est pas à découper.")
        return redirect(one)
    form = CutForm(one, request.POST)
    if not form.is_valid():
        return job_page(request, one, cut_form=form, status=400)
    try:
        asked = cut_job(one, form.cleaned_data["ranges"], request.user)
    except CutError as error:
        messages.error(request, str(error))
        return redirect(one)
    messages.success(request, _said(asked, form))
    return redirect(f"{one.get_absolute_url()}#delib")


@may_add
@require_POST
def as_one_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the whole file as the single deliberation that it is."""
    if not read_as_one_act(job_of(pk), request.user):
        messages.warning(request, "Ce fichier n’attend plus d’être découpé.")
    return redirect("admin:ingest_job_page", pk)


@may_view
@require_safe
def page_image(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """One page of the file of a job, from 1: to see where a deliberation begins."""
    one = job_of(pk)
    return page_answer(one, one.file, page)


def _said(asked: int, form: CutForm) -> str:
    told = f"Le fichier est découpé\u202f: {counted(asked, 'délibération va être lue,délibérations vont être lues')}."
    if not asked:
        told = "Rien n’a changé\u202f: ces pages étaient déjà découpées et lues."
    left = len(form.left_out())
    return f"{told} {counted(left, 'page laissée,pages laissées')} de côté." if left else told
