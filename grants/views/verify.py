"""`/verifier/?operateur=12&empreinte=…`: whether a question still gives what was cited, and what changed if not."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from grants import fingerprints
from grants.criteria import address_of, phrases, sentence, without
from grants.filters import GrantLineFilter
from grants.fingerprints import TokenError, parse_token
from grants.models import GrantLine
from grants.templatetags.french import quoted
from grants.verification import verdict
from grants.views.permanent import LARGEST_ID

TOKEN, LINE = "empreinte", "ligne"


class VerifyView(TemplateView):
    template_name = "grants/verify.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        context = self._answer(request) if request.GET else {}
        context |= {"primes": fingerprints}
        return self.render_to_response(self.get_context_data(**context), status=400 if context.get("mistakes") else 200)

    def _answer(self, request: HttpRequest) -> dict[str, Any]:
        asked = request.GET.get(TOKEN, "")
        try:
            token = parse_token(asked)
        except TokenError:
            return {"mistakes": [("Empreinte", f"{quoted(asked)} n’est pas une empreinte de ce site.")]}
        data = without(without(request.GET, TOKEN), LINE)
        lines, number = GrantLine.objects.counted(), request.GET.get(LINE, "")
        if number:  # the line of an act that another one replaces still says what it said
            known = number.isascii() and number.isdigit() and int(number[:19]) <= LARGEST_ID
            lines = GrantLine.objects.published().filter(pk=int(number)) if known else lines.none()
        question = GrantLineFilter(data, queryset=lines, request=request)
        if not question.is_valid():
            return {"mistakes": question.mistakes}
        told = f"Ligne {number}" if number else sentence(phrases(question))
        return {
            "token": token,
            "verdict": verdict(question, token),
            "sentence": told,
            "question_address": f"/lignes/{number}/" if number else address_of(data),
        }
