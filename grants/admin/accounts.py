"""Accounts of staff: an administrator puts people in groups, and makes nobody more than an administrator."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group, User
from django.db.models import Field, QuerySet
from django.http import HttpRequest, HttpResponse

from grants import roles
from grants.admin_pages import PlainTitles

_ABOVE = ("is_superuser", "user_permissions")  # rights that groups do not give
_PERSON = ("La personne", {"fields": ["first_name", "last_name", "email"]})
_PASSWORD = "Mot de passe"  # noqa: S105 - the title of a part of the page
# What Django's own words leave to technicians: label, explanation.
_SAID = {
    "username": ("Nom de connexion", "Lettres, chiffres et «\u202f@ . + - _\u202f»."),
    "is_active": (
        "Actif",
        "Quelqu’un qui part\u202f: décochez plutôt que de supprimer, son nom reste sur ce qu’il a fait.",
    ),
    "is_staff": ("Accès à l’espace de travail", "Sans lui, le compte n’ouvre rien."),
    "groups": (
        "Rôle",
        f"{roles.AGENT}\u202f: envoie et corrige. {roles.EDITOR}\u202f: publie aussi, tient les registres. "
        f"{roles.ADMINISTRATOR}\u202f: donne aussi des comptes.",
    ),
    "is_superuser": ("Tous les droits", "Sans passer par un rôle\u202f: pour qui tient le site lui-même."),
}

admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(PlainTitles, UserAdmin):
    """Only a superuser sees rights beyond those of the groups, or changes another superuser."""

    list_display = ["username", "first_name", "last_name", "email", "role", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    filter_horizontal = ["user_permissions"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        _PERSON,
        ("Ce que la personne peut faire", {"fields": ["is_active", "is_staff", "groups", "is_superuser"]}),
        ("Droits donnés un par un", {"classes": ["collapse"], "fields": ["user_permissions"]}),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_form = UserCreationForm
    add_form_template = None
    add_fieldsets = [
        (None, {"fields": ["username"]}),
        (_PASSWORD, {"fields": ["password1", "password2"]}),
        _PERSON,
        ("Ce que la personne peut faire", {"fields": ["is_staff", "groups"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        allowed = [(title, [name for name in options["fields"] if name not in _ABOVE]) for title, options in fieldsets]
        return [(title, {"fields": fields}) for title, fields in allowed if fields]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict:
        return {"is_staff": True} | super().get_changeform_initial_data(request)

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs) -> forms.Field | None:
        if db_field.name in _SAID:
            kwargs["label"], kwargs["help_text"] = _SAID[db_field.name]
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict | None = None) -> HttpResponse:
        return super().add_view(request, form_url, {"title": "Donner un compte"} | (extra_context or {}))

    @admin.display(description="rôle")
    def role(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all()) or ("tous les droits" if user.is_superuser else "")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        below = obj is None or request.user.is_superuser or not obj.is_superuser
        return below and super().has_change_permission(request, obj)


@admin.register(Group)
class RoleAdmin(PlainTitles, GroupAdmin):
    """The three roles, and those that a site adds."""
