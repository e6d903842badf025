"""The spellings under which an operator may be printed: who bears one, and one more given by staff."""

from grants.models import Operator, OperatorName
from portal.french import fold_name, squeeze


def bearer_of(name: str) -> Operator | None:
    """The operator that bears this name already, whatever its case and accents."""
    key = fold_name(name)
    given = OperatorName.objects.exclude(key="").filter(key=key).select_related("operator").first()
    spelled = given or OperatorName.objects.filter(name=squeeze(name)).select_related("operator").first()
    return spelled.operator if spelled else Operator.objects.filter(key=key).first()


def give_name(operator: Operator, name: str) -> OperatorName:
    """Add a spelling that nobody bears: what acts print under it later goes to this operator."""
    spelling = OperatorName(operator=operator, name=squeeze(name), key=fold_name(name), by_staff=True)
    spelling.save()
    return spelling
