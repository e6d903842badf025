"""What a territory covers, and two spellings of one territory made one."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from grants import extents
from grants.covering import communes_of, parts_of
from grants.desk.frame import may_merge, register_page
from grants.extents import Extent, Unit
from grants.figures import stats
from grants.models import GrantLine, Territory, TerritoryMerge
from grants.operators import merging
from grants.templatetags.french import counted, quoted

may_change = permission_required("grants.change_territory", raise_exception=True)


class ExtentForm(forms.Form):
    """The whole extent: what is ticked and written is what the territory covers."""

    arrondissements = forms.MultipleChoiceField(
        label="Arrondissements", required=False, widget=forms.CheckboxSelectMultiple
    )
    epcis = forms.MultipleChoiceField(label="Intercommunalités", required=False, widget=forms.CheckboxSelectMultiple)
    communes = forms.CharField(
        label="Communes, une par ligne",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "cols": 40, "spellcheck": "false"}),
        help_text="Nom ou code INSEE. Seulement celles qu’aucune case ne contient.",
    )
    clue = forms.CharField(label="D’où le savez-vous\u202f?", required=False, max_length=500)

    def __init__(self, territory: Territory, every: Extent, data=None) -> None:
        self._department = territory.department_id
        chosen = Extent({(part.unit, part.code): part.label for part in parts_of(territory)})
        communes = [every.names.get((Unit.COMMUNE, code), name) for code, name in chosen.of_unit(Unit.COMMUNE)]
        initial = {
            "arrondissements": [code for code, _ in chosen.of_unit(Unit.ARRONDISSEMENT)],
            "epcis": [code for code, _ in chosen.of_unit(Unit.EPCI)],
            "communes": "\n".join(communes),
        }
        super().__init__(data, initial=initial)
        self.fields["arrondissements"].choices = every.of_unit(Unit.ARRONDISSEMENT)
        self.fields["epcis"].choices = every.of_unit(Unit.EPCI)

    def clean_communes(self) -> list[str]:
        communes, mistakes = extents.communes_named(self.cleaned_data["communes"], self._department)
        if mistakes:
            raise ValidationError(mistakes)
        return [commune.pk for commune in communes]

    @property
    def places(self) -> list[extents.Place]:
        data = self.cleaned_data
        return [
            *((Unit.ARRONDISSEMENT.value, code) for code in data["arrondissements"]),
            *((Unit.EPCI.value, code) for code in data["epcis"]),
            *((Unit.COMMUNE.value, code) for code in data["communes"]),
        ]


@may_change
@require_http_methods(["GET", "HEAD", "POST"])
def extent(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of the extent of a territory, and the form that says it."""
    territory = _territory(pk)
    every = extents.places_of(territory.department_id)
    form = ExtentForm(territory, every, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        extents.set_extent(territory, form.places, author=request.user, clue=form.cleaned_data["clue"])
        covered = communes_of(parts_of(territory), territory.department_id).count()
        messages.success(
            request,
            f"Étendue de {quoted(territory.name)} enregistrée\u202f: "
            f"{counted(covered, 'commune couverte,communes couvertes')}.",
        )
        return redirect("admin:grants_territory_extent", pk)
    parts = parts_of(territory)
    context = {
        "territory": territory,
        "form": form,
        "parts": parts,
        "communes": communes_of(parts, territory.department_id),
    }
    title = f"Étendue de {quoted(territory.name)}"
    return register_page(request, "desk/territory_extent.html", title, Territory, context)


@may_merge
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """`?autre=`: what would pass from another spelling to the territory `pk`; sent, it does."""
    territory = _territory(pk)
    others = Territory.objects.apart().filter(department=territory.department_id).exclude(pk=pk)
    chosen = request.POST.get("autre") or request.GET.get("autre") or ""
    gone = get_object_or_404(others, pk=chosen) if chosen.isascii() and chosen.isdigit() else None
    if request.method == "POST" and gone:
        try:
            record = merging.merge(gone, territory, author=request.user, word=request.POST.get("word", "")[:500])
        except ValueError as error:
            messages.error(request, str(error))
        else:
            moved = counted(len(record.lines), "montant")
            messages.success(request, f"{quoted(gone.name)} est réuni à {quoted(territory.name)}\u202f: {moved}.")
        return redirect("admin:grants_territory_merge", pk)
    lines = GrantLine.objects.in_territory
    context = {
        "territory": territory,
        "others": others.order_by("name"),
        "gone": gone,
        "sums": [stats.summary(lines(one)) for one in (gone, territory)] if gone else (),
        "merges": territory.merges_received.select_related("gone", "author", "undone_by"),
        "own": territory.merges.in_force().select_related("kept").first(),
    }
    return register_page(request, "desk/territory_merge.html", f"Réunir à {quoted(territory.name)}", Territory, context)


@may_merge
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Give back what a merge of two territories moved."""
    record = get_object_or_404(TerritoryMerge.objects.select_related("gone", "kept"), pk=pk)
    back = merging.undo(record, author=request.user)
    messages.success(request, f"{quoted(record.gone.name)} est de nouveau à part\u202f: montants rendus\u202f: {back}.")
    return redirect("admin:grants_territory_merge", record.kept_id)


def _territory(pk: int) -> Territory:
    return get_object_or_404(Territory.objects.select_related("department", "merged_into"), pk=pk)
