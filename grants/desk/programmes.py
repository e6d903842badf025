"""Programmes that change name: what is proposed, what a person ties or unties."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grants import programme_ties
from grants.desk.frame import register_page
from grants.models import GrantLine, Programme, ProgrammeTie
from grants.programme_ties import Verdict
from grants.templatetags.french import quoted

may_view = permission_required("grants.view_programme", raise_exception=True)
may_change = permission_required("grants.change_programme", raise_exception=True)
SAID = {
    Verdict.SAME: "{later} est la suite de {earlier}.",
    Verdict.DIFFERENT: "{later} n’est pas la suite de {earlier}\u202f: ce ne sera plus proposé.",
    Verdict.LATER: "{earlier}, {later}\u202f: remis à plus tard.",
    "": "{earlier}, {later}\u202f: la décision est reprise, chacun reste à part.",
}


class TieForm(forms.Form):
    """What a person says of two programmes; an empty verdict takes back the one before."""

    earlier = forms.ModelChoiceField(queryset=Programme.objects.all())
    later = forms.ModelChoiceField(queryset=Programme.objects.all())
    verdict = forms.ChoiceField(required=False, choices=Verdict.choices)
    word = forms.CharField(required=False, max_length=500)


@may_view
@require_safe
def ties(request: HttpRequest) -> HttpResponse:
    """What may be a change of name, and what was said of it."""
    judged = ProgrammeTie.objects.decided().with_programmes()
    context = {
        "proposals": programme_ties.proposals(),
        "judged": judged,
        "may_change": request.user.has_perm("grants.change_programme"),
    }
    return register_page(request, "desk/programme_ties.html", "Programmes qui changent de nom", Programme, context)


@may_view
@require_http_methods(["GET", "HEAD"])
def tie_of(request: HttpRequest, pk: int) -> HttpResponse:
    """The names of one programme, and the form that ties it to another."""
    programme = get_object_or_404(Programme.objects.select_related("department", "parent"), pk=pk)
    context = {
        "programme": programme,
        "chain": programme_ties.chain_of(programme, GrantLine.objects.all()),
        "others": Programme.objects.filter(programme_ties.followers_of(programme)).select_related("parent"),
        "may_change": request.user.has_perm("grants.change_programme"),
    }
    return register_page(request, "desk/programme_tie.html", "Avant et après", Programme, context)


@may_change
@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Tie two programmes, or say that they are not one, or take it back."""
    form = TieForm(request.POST)
    if form.is_valid():
        earlier, later = form.cleaned_data["earlier"], form.cleaned_data["later"]
        verdict = form.cleaned_data["verdict"]
        try:
            programme_ties.judge(earlier, later, verdict, author=request.user, word=form.cleaned_data["word"])
            said = SAID[verdict].format(earlier=quoted(earlier.name), later=quoted(later.name))
            messages.success(request, said)
        except ValueError as error:
            messages.error(request, str(error))
    else:
        messages.error(request, "Choisissez deux programmes.")
    return redirect("admin:grants_programme_ties")
