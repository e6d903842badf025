"""Accounts of staff: an administrator puts people in groups, and makes nobody more than an administrator."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

from grants.admin_pages import PlainTitles

_ABOVE = ("is_superuser", "user_permissions")  # rights that groups do not give

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(PlainTitles, UserAdmin):
    """Only a superuser sees rights beyond those of the groups, or changes another superuser."""

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [
            (title, options | {"fields": [name for name in options["fields"] if name not in _ABOVE]})
            for title, options in fieldsets
        ]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        below = obj is None or request.user.is_superuser or not obj.is_superuser
        return below and super().has_change_permission(request, obj)
