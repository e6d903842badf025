"""One writer of an act at a time: a reading saved, a correction, a publication. No effect on SQLite, which has one."""

from grants.models import Deliberation, Department


def locked(act: Deliberation) -> Deliberation:
    """The act as it is stored now, held until the end of the transaction.

    Its département first, as a reading that does not know its act yet: two writers never wait for each other.
    """
    Department.objects.select_for_update().get(pk=act.department_id)
    return Deliberation.objects.select_for_update().get(pk=act.pk)
