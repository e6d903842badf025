"""`/verifier/?operateur=12&empreinte=…`: whether a question still gives what was cited, and what changed if not.

`/verifier/?citation=…` takes the sentence that a page gives to paste: it says no more than whether anything changed.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.generic import TemplateView

from grants.access import is_id
from grants.figures import fingerprints
from grants.figures.fingerprints import TokenError, parse_token
from grants.models import GrantLine
from grants.questions.criteria import address_of, phrases, sentence, without
from grants.questions.filters import GrantLineFilter
from grants.templatetags.french import quoted
from grants.verification import Verdict, unchanged, verdict
from grants.views.pasted import LONGEST, PastedError, parse_citation

TOKEN, LINE, CITATION = "empreinte", "ligne", "citation"


class VerifyView(TemplateView):
    template_name = "grants/verify.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        context = self._answer(request) if request.GET else {}
        context |= {"primes": fingerprints, "citation": request.GET.get(CITATION, ""), "longest": LONGEST}
        return self.render_to_response(self.get_context_data(**context), status=400 if context.get("mistakes") else 200)

    def _answer(self, request: HttpRequest) -> dict[str, Any]:
        if CITATION in request.GET:
            try:
                data, pasted = parse_citation(request.GET[CITATION][:LONGEST])
            except PastedError as error:
                return {"mistakes": [("Citation", str(error))], "unreadable": True}
            return self._judged(request, data, lambda question: unchanged(question, pasted)) | {"pasted": pasted}
        asked = request.GET.get(TOKEN, "")
        try:
            token = parse_token(asked)
        except TokenError:
            return {"mistakes": [("Empreinte", f"{quoted(asked)} n’est pas une empreinte de ce site.")]}
        data = without(request.GET, TOKEN)
        return self._judged(request, data, lambda question: verdict(question, token)) | {"token": token}

    def _judged(
        self, request: HttpRequest, data: QueryDict, judge: Callable[[GrantLineFilter], Verdict]
    ) -> dict[str, Any]:
        """What becomes of the lines of this question, or of the line that it names; its mistakes where it has some."""
        lines, number = GrantLine.objects.counted(), data.get(LINE, "")
        data = without(data, LINE)
        if number:  # the line of an act that another one replaces still says what it said
            lines = GrantLine.objects.published().filter(pk=int(number)) if is_id(number) else lines.none()
        question = GrantLineFilter(data, queryset=lines, request=request)
        if not question.is_valid():
            return {"mistakes": question.mistakes}
        told = f"Ligne {number}" if number else sentence(phrases(question))
        return {
            "verdict": judge(question),
            "sentence": told,
            "question_address": f"/lignes/{number}/" if number else address_of(data),
        }
