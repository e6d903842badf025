"""`/lignes/12/signaler/`: the form of an error, apart from the page of the line, which everybody shares and keeps."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from grants.models import ErrorReport
from grants.reports import take_in
from grants.views.line_detail import line_at
from grants.views.strangers import StrangerForm, StrangerFormView, address_of_visitor


class ReportForm(StrangerForm, forms.ModelForm):
    class Meta:
        model = ErrorReport
        fields = ["what", "suggestion", "message", "email"]
        labels = {
            "what": "Ce qui est faux",
            "suggestion": "Ce qu’il faudrait lire (facultatif)",
            "message": "Expliquez",
            "email": "Votre adresse électronique (facultatif)",
        }
        help_texts = {
            "suggestion": "Tel que la page l’imprime.",
            "message": "Ce qui ne va pas, et ce qui permet de le vérifier. Ne donnez aucune donnée personnelle.",
            "email": "Pour vous répondre\u202f; jamais publiée, jamais transmise.",
        }
        widgets = {
            "message": forms.Textarea(attrs={"rows": 6}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [("", "Choisissez"), *ErrorReport.What.choices]

    def said(self) -> dict[str, str]:
        """What the reader says, for `take_in`."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ReportView(StrangerFormView):
    template_name = "grants/report.html"
    form_class = ReportForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.line = line_at(request, kwargs["pk"])
        self.subject = str(self.line.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(line=self.line, **kwargs)

    def take_in(self, form: ReportForm) -> HttpResponse:
        take_in(self.line, address_of_visitor(self.request), **form.said())
        return redirect(f"{self.line.get_absolute_url()}#signalements")
