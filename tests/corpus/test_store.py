"""The real deliberations, from the PDF to the database: every act stored, every seat that the lists know found."""

import csv
import json

import pytest
from django.core.management import call_command

from grants.models import Deliberation, GrantLine, Operator
from ingest import store
from tests.conftest import CORPUS
from tests.corpus.readings import ACTS, pdf, reading

pytestmark = [pytest.mark.corpus, pytest.mark.django_db]

# Share of the printed rows that must be in the database; in the two small acts, what a grant is is a choice.
ROWS_FOUND = {"nord-2022-273": 0.999, "pdc-2025-237": 0.995, "pdc-2023-259": 0.98}
SMALL_ACT_ROWS_FOUND = 0.8
# Seats of nord-2022-273 that no list of the project knows: other départements, a hamlet, misspellings, a namesake.
UNKNOWN_SEATS = {
    "ANSTAIING",
    "ARMENIERES",
    "DORIGNIES",
    "HONDSCHOOOTE",
    "LA COURNEUVE",
    "MERIGNAC",
    "PARIS 11",
    "PARIS 13",
    "PARIS 19",
    "PAVILLY",
    "PERONNE",
    "Paris",
}


def expected_rows(act):
    with (CORPUS / "expected" / f"{act}.lines.csv").open(encoding="utf-8", newline="") as handle:
        return len({row["line"] for row in csv.DictReader(handle)})


@pytest.mark.parametrize("act", ACTS)
def test_act_is_stored_whole_and_again_without_change(act):
    told = json.loads((CORPUS / "expected" / f"{act}.meta.json").read_text(encoding="utf-8"))
    read = reading(act)

    report = store.save(read, file=pdf(act), publish=True, word="essai")

    stored = Deliberation.objects.published().get()
    assert (stored.department.name, stored.number) == (told["department"], told["number"])
    assert stored.session_date.isoformat() == told["session_date"]
    assert report.rows >= ROWS_FOUND.get(act, SMALL_ACT_ROWS_FOUND) * expected_rows(act)
    assert report.leftovers == stored.leftovers.count() >= len(read.leftovers)
    assert stored.stated_totals.count() == len(read.totals)
    with stored.source.open() as kept:
        assert kept.read() == pdf(act).read_bytes()
    assert store.save(read, file=pdf(act)).status == "unchanged"


def test_printed_seats_are_found_but_those_that_no_list_knows():
    call_command("load_communes", verbosity=0)

    store.save(reading("nord-2022-273"), file=pdf("nord-2022-273"))

    printed = GrantLine.objects.exclude(commune_text="")
    assert set(printed.filter(commune=None).values_list("commune_text", flat=True)) <= UNKNOWN_SEATS
    assert printed.exclude(commune=None).count() >= 0.96 * printed.count()


def test_municipal_bodies_are_found_by_their_name():
    call_command("load_communes", verbosity=0)

    store.save(reading("pdc-2025-237"), file=pdf("pdc-2025-237"))

    bodies = Operator.objects.filter(key__startswith="ccas")
    assert bodies.count() > 30
    assert not bodies.filter(commune=None).exists()
