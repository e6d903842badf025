"""`/alertes/`: asking for what is new by mail, confirming it, stopping it."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from grants import alerts
from grants.models import Alert
from grants.questions.criteria import DISPLAY, address_of, without
from grants.strangers import count_in
from grants.views.strangers import StrangerForm, StrangerFormView, address_of_visitor


class AlertForm(StrangerForm):
    email = forms.EmailField(
        label="Votre adresse électronique",
        help_text="Elle ne sert qu’à cela, et est effacée dès que vous arrêtez.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    every = forms.ChoiceField(label="Combien de fois", choices=Alert.Every.choices, initial=Alert.Every.WEEK)


class AskView(StrangerFormView):
    """The form: the question is that of the address, as on the list."""

    template_name = "grants/alert_ask.html"
    form_class = AlertForm
    subject = "alerte"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not alerts.is_possible():
            raise Http404("Ce site n’envoie pas de courriels.")
        asked = request.GET
        for name in DISPLAY:
            asked = without(asked, name)
        self.alert = Alert(question=address_of(asked).partition("?")[2])
        if not alerts.question_of(self.alert).is_valid():
            return redirect(f"{reverse('line_list')}?{self.alert.question}")  # which says what is wrong
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"sentence": alerts.told_question(self.alert), "asked": self.request.GET.get("envoye") == "oui"}
        page = f"{reverse('line_list')}?{self.alert.question}" if self.alert.question else reverse("line_list")
        return super().get_context_data(page_asked=page, **told, **kwargs)

    def take_in(self, form: AlertForm) -> HttpResponse:
        count_in(address_of_visitor(self.request))
        try:
            alerts.ask(form.cleaned_data["email"], self.alert.question, form.cleaned_data["every"])
        except OSError:  # of which the errors of SMTP are
            form.add_error(None, "Le message n’a pas pu partir. Réessayez plus tard.")
            return self.form_invalid(form)
        sent = QueryDict(self.alert.question, mutable=True)
        sent["envoye"] = "oui"
        return redirect(f"{reverse('alerts')}?{sent.urlencode()}")


@method_decorator(
    csrf_exempt, name="dispatch"
)  # a mail program that stops the alert has no cookie; the token is secret
class AlertView(TemplateView):
    """What the links of the mails lead to. Looking changes nothing: mail programs look at links before people do."""

    template_name = "grants/alert.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["Referrer-Policy"] = "no-referrer"
        return response

    def get_context_data(self, token: UUID, **kwargs: Any) -> dict[str, Any]:
        alert = Alert.objects.filter(token=token).first()
        told = alerts.told_question(alert) if alert else ""
        return super().get_context_data(alert=alert, sentence=told, site=settings.SITE_NAME, **kwargs)

    def post(self, request: HttpRequest, token: UUID) -> HttpResponse:
        if request.POST.get("geste") == "confirmer":
            alerts.confirm(get_object_or_404(Alert, token=token))
        else:
            Alert.objects.filter(token=token).delete()
        return redirect("alert", token)
