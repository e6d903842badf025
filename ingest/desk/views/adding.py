"""A row that the reader missed, added by a person: its place on the page, what is printed there, its cells."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from grants.models import Deliberation, Leftover
from ingest.desk.edits import EditError, add_row
from ingest.desk.review.guesses import guess_row
from ingest.desk.review.row_forms import AreaForm, RowForm
from ingest.desk.views.drawn_boxes import drawn_box, text_in
from ingest.desk.views.frame import act_of, may_change, step_page
from ingest.reader.records import Box

WHOLE_ROW = Box(0.05, 0.45, 0.95, 0.5)  # page fractions: where the frame stands before anybody draws it


@may_change
@require_http_methods(["GET", "HEAD", "POST"])
def add_missed_row(request: HttpRequest, pk: int) -> HttpResponse:
    """`?page=3` alone shows the page to draw on; with `?x0=…` (percents of the page) or `?non-lue=<key>` the text at
    that place is read and proposed in the form; the form adds the row."""
    deliberation = act_of(pk)
    leftover = _leftover(deliberation, request.GET.get("non-lue", ""))
    area = _area(request, deliberation, leftover)
    text, form = leftover.text if leftover else "", None
    if request.method == "POST":
        form = RowForm(request.POST)
        if area.is_valid() and form.is_valid():
            try:
                return _added(request, deliberation, area, form, leftover)
            except EditError as error:
                form.add_error(None, str(error))
    elif area.is_bound and area.is_valid():
        if leftover is None:
            text = text_in(deliberation, area)
        form = RowForm(initial=_proposed(deliberation, text or ""))
    context = {"area": area, "form": form, "text": text or "", "failed": text is None, "leftover": leftover}
    return step_page(request, deliberation, "desk/add_row.html", "Ajouter une ligne oubliée", context)


def _leftover(deliberation: Deliberation, key: str) -> Leftover | None:
    if not key:
        return None
    found = deliberation.leftovers.left().filter(pk=key).first() if key.isdecimal() else None
    if found is None:
        raise Http404("Cette ligne non lue n’existe pas, ou une ligne a déjà été faite d’après elle.")
    return found


def _area(request: HttpRequest, deliberation: Deliberation, leftover: Leftover | None) -> AreaForm:
    """The place on the page: what is drawn, else that of the leftover, else nothing yet."""
    area = drawn_box(request, deliberation, WHOLE_ROW)
    if leftover is None or area.is_bound:
        return area
    box = Box(leftover.x0, leftover.y0, leftover.x1, leftover.y1)
    return AreaForm(AreaForm.values(leftover.page, box), pages=deliberation.page_count)


def _proposed(deliberation: Deliberation, text: str) -> dict[str, str]:
    """What the text probably says, and the year of the rows of the act where they all have one."""
    years = list(deliberation.lines.order_by().values_list("year", flat=True).distinct()[:2])
    proposed = {"year": years[0]} if len(years) == 1 and years[0] else {}
    return proposed | guess_row(deliberation, text)


def _added(
    request: HttpRequest, deliberation: Deliberation, area: AreaForm, form: RowForm, leftover: Leftover | None
) -> HttpResponse:
    lines = add_row(
        deliberation,
        request.user,
        page=area.cleaned_data["page"],
        box=area.box,
        amounts=form.amounts,
        word=form.cleaned_data["word"],
        leftover=leftover,
        **form.texts,
    )
    messages.success(request, f"Ligne {lines[0].line} ajoutée. Le public verra qu’un agent l’a ajoutée.")
    if leftover:
        return redirect("admin:grants_deliberation_leftovers", deliberation.pk)
    return redirect("admin:grants_deliberation_sheet", deliberation.pk, lines[0].page)
