"""`/lignes/12/signaler/`: the form of an error, apart from the page of the line, which everybody shares and keeps."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.generic import FormView

from grants.models import ErrorReport, GrantLine
from grants.reports import ReportError, check_moment, moment_of, take_in
from grants.views.line_detail import line_at

TRAP = "site_web"  # a field that only robots see and fill


class ReportForm(forms.ModelForm):
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

    site_web = forms.CharField(
        label="Laissez ce champ vide",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    moment = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, line: GrantLine, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.line = line
        self.fields["what"].choices = [("", "Choisissez"), *ErrorReport.What.choices]

    def clean_site_web(self) -> str:
        if self.cleaned_data[TRAP]:
            raise forms.ValidationError("Ce champ reste vide\u202f: il arrête les robots.")
        return ""

    def clean_moment(self) -> str:
        try:
            check_moment(self.line, self.cleaned_data["moment"])
        except ReportError as error:
            raise forms.ValidationError(str(error)) from error
        return self.cleaned_data["moment"]

    def said(self) -> dict[str, str]:
        """What the reader says, for `take_in`."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ReportView(FormView):
    template_name = "grants/report.html"
    form_class = ReportForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.line = line_at(request, kwargs["pk"])
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"line": self.line}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form") or self.get_form()
        # Sent again, the form carries the moment of this page, and no longer the one that was refused.
        form.data = form.data.copy() | {"moment": moment_of(self.line)} if form.is_bound else form.data
        form.initial["moment"] = moment_of(self.line)
        visible = [field for field in form.visible_fields() if field.name != TRAP]
        return super().get_context_data(line=self.line, visible=visible, trap=form[TRAP], form=form)

    def form_valid(self, form: ReportForm) -> HttpResponse:
        try:
            take_in(self.line, address_of_visitor(self.request), **form.said())
        except ReportError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        return redirect(f"{self.line.get_absolute_url()}#signalements")

    def form_invalid(self, form: ReportForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)


def address_of_visitor(request: HttpRequest) -> str:
    """Where the request comes from: behind a proxy of ours, what that proxy says, and nothing that was said to it."""
    told = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
