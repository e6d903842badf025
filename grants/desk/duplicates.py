"""Operators that may be one: the list, two of them side by side, and what a person says of them."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from grants.desk.frame import may_merge, may_view_operators, register_page
from grants.models import Operator, OperatorPair
from grants.operators import duplicates
from grants.operators.facts import briefs_of, facts_of
from grants.operators.likeness import Reason
from grants.templatetags.french import counted, quoted
from portal.french import fold_name

PAIRS_PER_PAGE = 25
CHOICES_SHOWN = 20
WAITING = "attente"
STATES = {WAITING: "à juger", "later": "plus tard", "different": "pas le même"}
SAID = {
    "different": "{pair}\u202f: ce n’est pas le même. Cette paire ne sera plus proposée.",
    "later": "{pair}\u202f: remis à plus tard.",
    "": "{pair}\u202f: à juger de nouveau.",
}


class PairsForm(forms.Form):
    """What narrows the list of pairs."""

    etat = forms.ChoiceField(label="Décision", required=False, choices=list(STATES.items()))
    raison = forms.ChoiceField(label="Raison", required=False, choices=[("", "toutes"), *Reason.choices])
    q = forms.CharField(label="Nom", required=False, max_length=200)


class VerdictForm(forms.Form):
    """What a person says of a pair; an empty verdict takes back the one before."""

    verdict = forms.ChoiceField(required=False, choices=[(verdict, verdict) for verdict in ("different", "later")])
    word = forms.CharField(label="Un mot, si utile", required=False, max_length=500)


@may_view_operators
@require_safe
def duplicate_list(request: HttpRequest) -> HttpResponse:
    """Pairs of operators to judge, the likeliest first. New operators are compared first where that is quick."""
    waiting = duplicates.waiting()
    if waiting and Operator.objects.count() <= duplicates.SEARCHED_AT_ONCE:
        duplicates.search()
        waiting = 0
    form = PairsForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    page = Paginator(_pairs(asked).with_operators(), PAIRS_PER_PAGE).get_page(request.GET.get("p"))
    briefs = briefs_of(page.object_list)
    rows = [
        (pair, [(one, briefs[one.pk]) for one in (pair.first, pair.second)], _reasons(pair))
        for pair in page.object_list
    ]
    context = {
        "form": form,
        "state": asked.get("etat") or WAITING,
        "page": page,
        "rows": rows,
        "waiting": waiting,
        "may_merge": request.user.has_perm("grants.merge_operator"),
        "here": request.get_full_path(),
        "query": _query_without_page(request),
    }
    return register_page(request, "desk/duplicates.html", "Doublons probables", Operator, context)


@may_view_operators
@require_safe
def compare(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Two operators side by side."""
    one, two = _operator(pk), _operator(other)
    if one.pk == two.pk:
        return redirect("admin:grants_operator_choose", one.pk)
    pair, sides = duplicates.pair_of(one, two), [facts_of(one), facts_of(two)]
    context = {
        "pair": pair,
        "reasons": _reasons(pair),
        "said": _said(pair),
        "sides": sides,
        "stays_first": sorted(sides, key=lambda side: side.summary.lines, reverse=True),
        "united": one.merged_into_id == two.pk or two.merged_into_id == one.pk,
        "form": VerdictForm(initial={"word": pair.word}),
        "may_merge": request.user.has_perm("grants.merge_operator"),
    }
    return register_page(request, "desk/operators_compared.html", "Le même opérateur\u202f?", Operator, context)


@may_view_operators
@require_safe
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Look for the operator with which to compare one: by its pairs, or by its name."""
    operator = _operator(pk)
    words = request.GET.get("q", "").strip()[:200]
    pairs = OperatorPair.objects.of(operator).apart().with_operators()
    context = {
        "operator": operator,
        "words": words,
        "found": duplicates.comparable(operator, words).select_related("commune")[:CHOICES_SHOWN],
        "pairs": [(pair, pair.second if pair.first_id == pk else pair.first, _reasons(pair)) for pair in pairs],
    }
    return register_page(request, "desk/operator_choice.html", f"Comparer {quoted(operator.name)}", Operator, context)


@may_merge
@require_POST
def judge(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Keep « pas le même » or « plus tard », or take it back."""
    one, two = _operator(pk), _operator(other)
    form = VerdictForm(request.POST)
    if one.pk != two.pk and form.is_valid():
        pair, verdict = duplicates.pair_of(one, two), form.cleaned_data["verdict"]
        duplicates.judge(pair, verdict, author=request.user, word=form.cleaned_data["word"])
        messages.success(request, SAID[verdict].format(pair=f"{quoted(one.name)} et {quoted(two.name)}"))
    return redirect(_way_back(request))


@may_merge
@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """Compare all operators again: a few seconds where there are tens of thousands."""
    found = duplicates.search()
    messages.success(request, f"Recherche faite\u202f: {counted(found, 'paire ressemblante,paires ressemblantes')}.")
    return redirect("admin:grants_operator_duplicates")


def _pairs(asked: dict[str, str]):
    state = asked.get("etat") or WAITING
    pairs = OperatorPair.objects.apart()
    pairs = pairs.waiting() if state == WAITING else pairs.judged(state)
    if reason := asked.get("raison"):
        pairs = pairs.with_reason(reason)
    if key := fold_name(asked.get("q", "")):
        pairs = pairs.named(key)
    return pairs


def _reasons(pair: OperatorPair) -> list[str]:
    return [Reason(value).label for value in pair.reasons.split()]


def _said(pair: OperatorPair) -> list:
    """What was said of a pair, the latest first, each time it changed."""
    return list(pair.records.exclude(at=None).select_related("author").order_by("-history_id")) if pair.pk else []


def _operator(pk: int) -> Operator:
    return get_object_or_404(Operator.objects.select_related("commune", "merged_into"), pk=pk)


def _query_without_page(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("p", None)
    return f"{query.urlencode()}&" if query else ""


def _way_back(request: HttpRequest) -> str:
    """The page from which the form was sent."""
    back = request.POST.get("back", "")
    is_here = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
    return back if is_here else "admin:grants_operator_duplicates"
