"""The personal data of an act: seen as printed, masked or made public, added where the machine missed some."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grants.models import PersonalMark
from ingest.desk.personal_data import DecisionError, decide, found_in, mask_also
from ingest.desk.views.drawn_boxes import drawn_box, text_in
from ingest.desk.views.frame import act_of, may_view, step_page, ticked
from ingest.reader.records import Box

PERMISSION = "grants.decide_personal_data"
may_decide = permission_required(PERMISSION, raise_exception=True)
FIRST_BOX = Box(0.1, 0.45, 0.5, 0.48)  # page fractions: where the frame stands before anybody draws it


class MaskForm(forms.Form):
    """What a drawn box holds."""

    kind = forms.ChoiceField(label="C’est", choices=PersonalMark.Kind.choices, initial=PersonalMark.Kind.PERSON)
    text = forms.CharField(
        label="Texte à masquer partout dans l’acte",
        required=False,
        max_length=500,
        help_text="Laissez vide pour ne masquer que le cadre.",
    )


@may_view
@require_safe
def personal(request: HttpRequest, pk: int) -> HttpResponse:
    """All that was found, what waits for a decision first."""
    deliberation = act_of(pk)
    context = {"found": found_in(deliberation), "can_decide": request.user.has_perm(PERMISSION)}
    return step_page(request, deliberation, "desk/personal.html", "Données personnelles", context)


@may_decide
@require_POST
def personal_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Mask (`status=masked`) or make public (`status=public`, with a `word`) the things ticked (`mark`)."""
    deliberation = act_of(pk)
    status = request.POST.get("status", "")
    if status not in PersonalMark.Status.values:
        status = PersonalMark.Status.MASKED
    try:
        count = decide(deliberation, request.user, ticked(request, "mark"), status, request.POST.get("word", ""))
    except DecisionError as error:
        messages.error(request, str(error))
    else:
        told = "rendues publiques" if status == PersonalMark.Status.PUBLIC else "masquées"
        messages.success(request, f"Données {told}\u202f: {count}. Les pages, les fichiers et la recherche suivent.")
    return redirect("admin:grants_deliberation_personal", pk)


@may_decide
@require_http_methods(["GET", "HEAD", "POST"])
def personal_add(request: HttpRequest, pk: int) -> HttpResponse:
    """`?page=3` shows the page to draw on; with `?x0=…` (percents of the page) the text there is read and proposed."""
    deliberation = act_of(pk)
    area = drawn_box(request, deliberation, FIRST_BOX)
    form = None
    if request.method == "POST":
        form = MaskForm(request.POST)
        if area.is_valid() and form.is_valid():
            try:
                pages = mask_also(
                    deliberation, request.user, page=area.cleaned_data["page"], box=area.box, **form.cleaned_data
                )
            except DecisionError as error:
                form.add_error("text", str(error))
            else:
                told = f"pages {', '.join(map(str, pages))}" if len(pages) > 1 else f"page {pages[0]}"
                messages.success(request, f"Masqué, {told}. Les fichiers et la recherche suivent.")
                return redirect("admin:grants_deliberation_personal", pk)
    elif area.is_bound and area.is_valid():
        # Where the text cannot be read, the box is masked all the same.
        form = MaskForm(initial={"text": (text_in(deliberation, area) or "").replace(" | ", " ")})
    context = {"area": area, "form": form}
    return step_page(request, deliberation, "desk/personal_add.html", "Masquer autre chose", context)
