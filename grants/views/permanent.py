"""Addresses that never die: `<id>-<slug>` is found by its id alone, and any other slug leads to the one of today."""

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import DetailView

from grants.access import is_id
from grants.addresses import moved
from grants.questions.criteria import narrowed


def key_of(thing: models.Model) -> str:
    """The `<id>-<slug>` of a thing: the last part of its address."""
    return thing.get_absolute_url().rstrip("/").rpartition("/")[2]


class PermanentAddressView(DetailView):
    """The page of one thing. The slug may change with the name: every old address answers 301, its question kept.

    The page tells the whole of its thing: what narrows that, as in its files (`?annee=2023`), leads to the list of
    lines. `parameter`: what the list asks for this thing by; `id_is_code`: the id is an INSEE code (`2a004-ajaccio`)
    and not a number.
    """

    queryset: models.QuerySet
    parameter = ""
    id_is_code = False

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.object = self.get_object()
        if request.path != self.object.get_absolute_url():
            raise moved(request, key=key_of(self.object))
        if address := narrowed(request.GET, self.parameter, self.object.pk):
            return redirect(address)
        return self.render_to_response(self.get_context_data(object=self.object))

    @property
    def question(self) -> str:
        """The query string of the list that gives the lines of this thing."""
        return f"{self.parameter}={self.object.pk}"

    def get_object(self, queryset: models.QuerySet | None = None) -> models.Model:
        found = self.get_queryset().filter(pk=self._id()).first()
        if found is None:
            successor = self.successor(self._id())
            if successor is None:
                raise Http404("Rien n’est publié à cette adresse.")
            raise moved(self.request, key=key_of(successor))
        return found

    def successor(self, pk: str | int) -> models.Model | None:
        """What stands now for a thing that had this id, where there is one."""
        return None

    def _id(self) -> str | int:
        text = self.kwargs["key"].partition("-")[0]
        if self.id_is_code:
            return text.upper()
        if not is_id(text):
            raise Http404("Une adresse commence par un numéro.")
        return int(text)
