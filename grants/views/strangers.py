"""Forms that anybody may send without an account: the trap, the moment, where the request comes from."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.generic import FormView

from grants.strangers import StrangerError, check_moment, moment_of

TRAP = "site_web"  # a field that only robots see and fill


class StrangerForm(forms.Form):
    """The fields that tell robots. `subject`: what the form is about, which the moment was signed for."""

    site_web = forms.CharField(
        label="Laissez ce champ vide",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    moment = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, subject: str, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.subject = subject

    def clean_site_web(self) -> str:
        if self.cleaned_data[TRAP]:
            raise forms.ValidationError("Ce champ reste vide\u202f: il arrête les robots.")
        return ""

    def clean_moment(self) -> str:
        try:
            check_moment(self.subject, self.cleaned_data["moment"])
        except StrangerError as error:
            raise forms.ValidationError(str(error)) from error
        return self.cleaned_data["moment"]


class StrangerFormView(FormView):
    """A form on a page of its own, never kept by anybody. A subclass sets `subject` before anything else, and says what
    to do in `take_in`, which may raise StrangerError."""

    subject = ""

    def take_in(self, form: StrangerForm) -> HttpResponse:
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"subject": self.subject}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self.get_form()
        moment = form.initial["moment"] = moment_of(self.subject)
        if form.is_bound:  # sent again, it carries the moment of this page, and no longer the one that was refused
            form.data = form.data.copy()
            form.data["moment"] = moment
        visible = [field for field in form.visible_fields() if field.name != TRAP]
        return super().get_context_data(visible=visible, trap=form[TRAP], form=form, **kwargs)

    def form_valid(self, form: StrangerForm) -> HttpResponse:
        try:
            return self.take_in(form)
        except StrangerError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)

    def form_invalid(self, form: StrangerForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)


def address_of_visitor(request: HttpRequest) -> str:
    """Where the request comes from: behind a proxy of ours, what that proxy says, and nothing that was said to it."""
    told = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
