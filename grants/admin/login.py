"""The login of the desk, slowed down: nobody finds a password by trying a list of them."""

from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from grants.strangers import StrangerError, check_attempts, remember_failure
from grants.views.strangers import address_of_visitor


class PatientLoginForm(AdminAuthenticationForm):
    """Refuses even the right password where too many wrong ones came just before, for this account or from here."""

    def clean(self) -> dict[str, Any]:
        address, account = address_of_visitor(self.request), self.cleaned_data.get("username") or ""
        try:
            check_attempts(address, account)
        except StrangerError as error:
            raise ValidationError(str(error), code="too_many") from error
        try:
            return super().clean()
        except ValidationError:
            remember_failure(address, account)
            raise
