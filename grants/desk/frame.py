"""What every page of the registers shares: who may open it, and the frame of the admin around it."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

may_view_operators = permission_required("grants.view_operator", raise_exception=True)
may_change_operators = permission_required("grants.change_operator", raise_exception=True)
may_merge = permission_required("grants.merge_operator", raise_exception=True)


def register_page(
    request: HttpRequest, template: str, title: str, model: type[Model], context: dict, *, status: int = 200
) -> HttpResponse:
    """A page inside the admin, under `title`, in the part of it about `model`."""
    frame = admin.site.each_context(request) | {"title": title, "opts": model._meta}
    return render(request, template, frame | context, status=status)
