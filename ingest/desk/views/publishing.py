"""The buttons that put an act online and take it offline."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from ingest.desk.forms import PublishForm
from ingest.desk.views.frame import act_of, may_publish
from ingest.store import explanations, publishing
from ingest.store.publishing import UnacknowledgedError, publish, withdraw

PUBLISHED = (
    '{} est en ligne\u202f: <a href="{}">{}</a>. Pour revenir en arrière\u202f: '
    "«\u202fRetirer du site\u202f», ci-dessous."
)


@may_publish
@require_POST
def publish_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the act online, unless something differs on which nobody has said a word."""
    deliberation = act_of(pk)
    form = PublishForm(request.POST)
    word = form.cleaned_data["word"] if form.is_valid() else ""
    try:
        publish(deliberation, request.user, word=word)
    except UnacknowledgedError as error:
        messages.error(request, f"{error} Expliquez-le en un mot, que le public lira, puis publiez.")
    else:
        address = request.build_absolute_uri(deliberation.get_absolute_url())
        messages.success(request, format_html(PUBLISHED, deliberation, address, address))
        if private := explanations.private_in(deliberation, word):
            messages.warning(request, f"Votre explication\u202f: {private[0].lower()}{private[1:]}")
    return redirect("admin:grants_deliberation_reading", pk)


@may_publish
@require_POST
def withdraw_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the act offline; nothing of it is deleted."""
    deliberation = act_of(pk)
    withdraw(deliberation, request.user)
    messages.success(request, f"{deliberation} n’est plus en ligne. Rien n’est effacé\u202f: c’est un brouillon.")
    return redirect("admin:grants_deliberation_reading", pk)


@may_publish
@require_POST
def undo_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an act that was withdrawn back online, as it was."""
    deliberation = act_of(pk)
    try:
        publishing.undo_withdrawal(deliberation, request.user)
    except UnacknowledgedError as error:
        messages.error(request, f"{error} Expliquez-le en un mot, que le public lira, puis publiez.")
    else:
        messages.success(request, f"Le retrait est annulé\u202f: {deliberation} est de nouveau en ligne.")
    return redirect("admin:grants_deliberation_reading", pk)
