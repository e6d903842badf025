"""The registers, for staff, one concept a file. The acts themselves are in the desk (`ingest`): they come in as PDFs.

What an act prints cannot be edited here; the seat of an operator and the notes of a line can.
"""

from django.conf import settings
from django.contrib import admin

from grants.admin.accounts import AccountAdmin
from grants.admin.lines import GrantLineAdmin
from grants.admin.login import PatientLoginForm
from grants.admin.operators import OperatorAdmin
from grants.admin.places import CommuneAdmin, DepartmentAdmin, TerritoryAdmin
from grants.admin.programmes import ProgrammeAdmin
from grants.admin.reports import ErrorReportAdmin

__all__ = [
    "AccountAdmin",
    "CommuneAdmin",
    "DepartmentAdmin",
    "ErrorReportAdmin",
    "GrantLineAdmin",
    "OperatorAdmin",
    "ProgrammeAdmin",
    "TerritoryAdmin",
]

admin.site.login_form = PatientLoginForm
admin.site.site_header = f"{settings.SITE_NAME} – espace de travail"
admin.site.site_title = f"{settings.SITE_NAME} – espace de travail"
admin.site.index_title = "Que voulez-vous faire\u202f?"
