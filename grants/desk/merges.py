"""Two operators made one: what moves is shown first, everything can be given back in one click."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grants.desk.frame import may_merge, may_view_operators, register_page
from grants.models import Operator, OperatorMerge
from grants.operators import duplicates, merging
from grants.operators.facts import Facts, facts_of
from grants.operators.identifiers import SIREN_LENGTH
from grants.templatetags.french import counted, quoted

MERGES_PER_PAGE = 50
LABELS = {"name": "Nom montré", "siret": "SIRET", "rna": "N° RNA"}


class MergeForm(forms.Form):
    """What the operator that stays says of itself. Only what differs is asked."""

    word = forms.CharField(label="Pourquoi, si utile", required=False, max_length=500)

    def __init__(self, kept: Operator, gone: Operator, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.only = {}
        for name, label in LABELS.items():
            values = dict.fromkeys(value for value in (getattr(kept, name), getattr(gone, name)) if value)
            if len(values) == 1:
                self.only[name] = next(iter(values))
            elif values:
                choices = [(value, value) for value in values]
                self.fields[name] = forms.ChoiceField(
                    label=label, choices=choices, initial=choices[0][0], widget=forms.RadioSelect
                )
        self.order_fields([*LABELS, "word"])

    @property
    def chosen(self) -> dict[str, str]:
        return self.only | {name: self.cleaned_data[name] for name in LABELS if name in self.cleaned_data}


@may_merge
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int, gone: int) -> HttpResponse:
    """Show what passes from `gone` to the operator `pk`, then do it."""
    operators = Operator.objects.select_related("commune", "merged_into")
    kept, leaving = get_object_or_404(operators, pk=pk), get_object_or_404(operators, pk=gone)
    form = MergeForm(kept, leaving, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            record = merging.merge(
                leaving, kept, author=request.user, word=form.cleaned_data["word"], chosen=form.chosen
            )
        except ValueError as error:
            messages.error(request, str(error))
            return redirect("admin:grants_operator_compare", pk, gone)
        duplicates.judge(duplicates.pair_of(kept, leaving), "same", author=request.user, word=form.cleaned_data["word"])
        messages.success(
            request,
            f"{quoted(leaving.name)} est réuni à {quoted(record.kept.name)}\u202f: "
            f"{counted(len(record.lines), 'montant')}. On peut défaire cette réunion d’un clic.",
        )
        return redirect("admin:grants_operator_merges")
    sides = facts_of(kept), facts_of(leaving)
    context = {"kept": sides[0], "gone": sides[1], "form": form, "warnings": _warnings(*sides)}
    return register_page(request, "desk/merge_preview.html", "Réunir deux opérateurs", Operator, context)


@may_view_operators
@require_safe
def merge_list(request: HttpRequest) -> HttpResponse:
    """Every merge, the latest first, with the button that undoes it."""
    merges = OperatorMerge.objects.select_related("gone", "kept", "author", "undone_by")
    context = {
        "page": Paginator(merges, MERGES_PER_PAGE).get_page(request.GET.get("p")),
        "may_merge": request.user.has_perm("grants.merge_operator"),
    }
    return register_page(request, "desk/merges.html", "Opérateurs réunis", Operator, context)


@may_merge
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Give back what a merge moved."""
    record = get_object_or_404(OperatorMerge.objects.select_related("gone", "kept"), pk=pk)
    back = merging.undo(record, author=request.user)
    messages.success(request, f"{quoted(record.gone.name)} est de nouveau à part\u202f: montants rendus\u202f: {back}.")
    return redirect("admin:grants_operator_merges")


def _warnings(kept: Facts, gone: Facts) -> list[str]:
    """What should make a person think twice."""
    one, other = kept.operator, gone.operator
    told = []
    if one.siret and other.siret and one.siret[:SIREN_LENGTH] != other.siret[:SIREN_LENGTH]:
        told.append("Leurs SIREN diffèrent\u202f: au répertoire, ce sont deux personnes morales.")
    if one.commune and other.commune and one.commune != other.commune:
        told.append(f"Leurs sièges diffèrent\u202f: {one.commune} et {other.commune}.")
    if one.kind and other.kind and one.kind != other.kind:
        told.append(f"Leurs natures diffèrent\u202f: {one.get_kind_display()}, {other.get_kind_display()}.")
    return told
