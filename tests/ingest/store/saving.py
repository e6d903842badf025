"""A reading saved, and what is stored then: for the tests of the store."""

from django.core.files.storage import default_storage
from django.utils import timezone

from grants.models import (
    Check,
    Deliberation,
    GrantLine,
    Operator,
    OperatorName,
    Programme,
    StatedTotal,
)
from ingest import store
from tests.ingest.readings import (
    FILE,
    a_check_record,
    a_leftover_record,
    a_reading,
    a_record,
    a_recusal_record,
    a_total_record,
    a_vote_record,
    an_act,
)

OTHER_FILE = b"%PDF-1.7 the act printed again"


def save(reading, file=FILE, **options):
    return store.save(reading, file=file, **options)


def stored_files():
    folder = f"deliberations/{timezone.now():%Y}"
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


def all_rows():
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Deliberation, GrantLine, Operator, OperatorName, StatedTotal, Check, Programme)
    }


def a_full_reading():
    total = a_total_record()
    return a_reading(
        a_record(1, "AFCI", commune="MAUBEUGE"),
        a_record(2, "A.F.C.I"),
        a_record(3, "A.F.C.I", territory="DTA"),
        a_record(4, "A.F.C.I", territory="DTA"),
        totals=(total,),
        checks=(a_check_record(total, "12500.00"),),
        act=an_act(votes=(a_vote_record(),), recusals=(a_recusal_record("AFCI"),)),
        leftovers=(a_leftover_record(),),
    )
