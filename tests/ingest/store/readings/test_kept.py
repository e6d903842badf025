"""Readings kept whole: packed and opened again without a loss, by this version and by later ones."""

import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from grants.models import Deliberation
from ingest import store
from ingest.reader.pipeline import read
from ingest.reader.records import Page, Word
from ingest.store.readings import kept, packing
from ingest.store.readings.packing import FORMAT, UnreadablePackError, pack, unpack
from tests.ingest.readings import (
    FILE,
    a_check_record,
    a_decision_record,
    a_leftover_record,
    a_reading,
    a_record,
    a_recusal_record,
    a_total_record,
    a_vote_record,
    an_act,
)

DATA = Path(__file__).resolve().parents[3] / "data"
SAMPLES = sorted(path.relative_to(DATA) for folder in ("samples", "variants") for path in DATA.glob(f"{folder}/*.pdf"))


def without_words(reading):
    pages = tuple(replace(page, words=(), rules=(), fills=()) for page in reading.document.pages)
    return replace(reading, document=replace(reading.document, pages=pages))


def opened_with(change, reading):
    """The reading as opened where `change` was made to what was packed."""
    content = json.loads(zlib.decompress(pack(reading)))
    change(content["reading"])
    return unpack(zlib.compress(json.dumps(content).encode()))


@pytest.fixture
def stored(db):
    return Deliberation.objects.get(pk=store.save(a_reading(), file=FILE).deliberation_id)


@pytest.mark.parametrize("path", SAMPLES, ids=str)
def test_every_sample_is_opened_as_it_was_read(path):
    reading = without_words(read(DATA / path))

    assert unpack(pack(reading)) == reading


def test_reading_packed_in_parts_gives_the_same_bytes(monkeypatch):
    found = read(DATA / SAMPLES[0])
    whole = pack(found)

    monkeypatch.setattr(packing, "AT_ONCE", 2)
    assert len(found.lines) > 2
    assert pack(found) == whole


def test_every_kind_of_record_is_opened_as_it_was_packed():
    total = a_total_record("12500.00", lines=(1, 2))
    act = an_act(
        votes=(a_vote_record(articles=(1, 3)),),
        decisions=(a_decision_record(),),
        recusals=(a_recusal_record("CCAS"),),
    )
    reading = a_reading(
        a_record(amount="-0.10", notes=("montant lu à la loupe",)),
        act=act,
        totals=(total,),
        checks=(a_check_record(total, "12500.00"),),
        leftovers=(a_leftover_record(),),
    )

    opened = unpack(pack(reading))

    assert opened == reading
    assert str(opened.lines[0].amount) == "-0.10"
    assert opened.lines[0].source.box.x1 == reading.lines[0].source.box.x1


def test_the_words_of_the_pages_are_not_packed():
    reading = a_reading()
    box = reading.lines[0].source.box
    page = Page(1, 595, 842, (Word("secret", box, 9),), (), notes=("page lue de travers",), turned=1)
    reading = replace(reading, document=replace(reading.document, pages=(page,)))

    opened = unpack(pack(reading)).document.pages[0]

    assert (opened.words, opened.notes, opened.turned) == ((), ("page lue de travers",), 1)


def test_a_field_that_a_later_version_adds_takes_its_default():
    opened = opened_with(lambda reading: reading["lines"][0].pop("places_unit"), a_reading(a_record(places_unit="DSF")))

    assert opened.lines[0].places_unit == ""


def test_a_field_that_a_later_version_no_longer_knows_is_left_aside():
    reading = a_reading()

    assert opened_with(lambda packed: packed["lines"][0].update(colour="red"), reading) == reading


@pytest.mark.parametrize(
    "change",
    [lambda reading: reading["lines"][0].pop("operator"), lambda reading: reading["lines"][0].update(amount="mille")],
)
def test_what_cannot_be_opened_is_said_so(change):
    with pytest.raises(UnreadablePackError):
        opened_with(change, a_reading())


def test_bytes_that_are_no_reading_and_other_formats_are_refused():
    other = zlib.compress(json.dumps({"format": FORMAT + 1, "reading": {}}).encode())
    for packed in (b"nothing", other):
        with pytest.raises(UnreadablePackError):
            unpack(packed)


def test_saving_keeps_the_reading_with_its_author_and_its_file(db):
    camille = User.objects.create_user("camille")
    reading = a_reading(a_record(operator="CCAS de Maubeuge"))
    act = Deliberation.objects.get(pk=store.save(reading, file=FILE, told=store.Told(author=camille)).deliberation_id)

    one = kept.in_force(act)

    assert kept.current(act) == reading
    assert (one.author, one.source, one.sha256) == (camille, act.source.name, act.sha256)


def test_a_trial_keeps_nothing(stored):
    store.save(a_reading(a_record(amount="1.00")), file=FILE, dry_run=True)

    assert stored.kept_readings.count() == 1


def test_reading_again_keeps_the_earlier_reading_but_only_one_is_in_force(stored):
    store.save(a_reading(a_record(amount="13000.00")), file=FILE)

    assert stored.kept_readings.count() == 2
    assert str(kept.current(stored).lines[0].amount) == "13000.00"


def test_the_same_reading_again_is_kept_once(stored):
    store.save(a_reading(name="autre-nom.pdf"), file=FILE)

    assert stored.kept_readings.count() == 1


def test_an_act_stored_before_readings_were_kept_has_none(stored):
    stored.kept_readings.all().delete()

    assert kept.current(stored) is None


def test_the_act_to_update_can_be_named_whatever_number_was_read(stored):
    report = store.save(
        a_reading(act=an_act(number="DIPLE/2023/999")), file=FILE, told=store.Told(act=stored, reader_version="2")
    )
    other = b"%PDF-1.7 corrected"
    report = store.save(
        a_reading(file=other, act=an_act(number="7", department="")), file=other, told=store.Told(act=stored)
    )

    stored.refresh_from_db()
    assert (report.deliberation_id, stored.number, Deliberation.objects.count()) == (stored.pk, "7", 1)
    assert [one.reader_version for one in stored.kept_readings.order_by("pk")][1] == "2"
