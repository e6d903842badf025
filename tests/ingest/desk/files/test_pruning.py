"""What nobody needs any more goes, once it is old; all the rest stays."""

import os
import time

import pytest

from ingest.desk.files import pruning
from ingest.models import KeptReading
from ingest.pages.page_images import image_path
from ingest.pages.public_copies import copy_path
from ingest.reader.records import Box
from tests.builders import a_deliberation
from tests.ingest.jobs import a_job, stored_files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_temporary_folder(monkeypatch, tmp_path):
    """What other programs of this machine leave is not looked at."""
    monkeypatch.setattr(pruning.tempfile, "tempdir", str(tmp_path))


def put(path, *, days: float = 2):
    """A file that was last written so many days ago, and its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"content")
    when = time.time() - days * 24 * 3600
    os.utime(path, (when, when))
    os.utime(path.parent, (when, when))
    return path


def test_files_with_an_owner_stay_and_orphans_go_once_old(settings):
    act, job = a_deliberation(content=b"%PDF 1"), a_job(content=b"%PDF 2")
    kept = put(settings.MEDIA_ROOT / "deliberations/2022/before.pdf")
    KeptReading.objects.create(
        deliberation=act, packed=b"", source="deliberations/2022/before.pdf", at=act.read_at, reader_version="1"
    )
    for name in (act.source.name, job.upload.name):
        os.utime(settings.MEDIA_ROOT / name, (0, 0))
    put(settings.MEDIA_ROOT / "deliberations/2022/orphan.pdf")
    put(settings.MEDIA_ROOT / "depots/orphan.pdf")
    fresh = put(settings.MEDIA_ROOT / "depots/on-its-way.pdf", days=0.5)

    assert pruning.prune() == 2

    expected = [
        act.source.name,
        job.upload.name,
        *(f"{path.relative_to(settings.MEDIA_ROOT)}" for path in (kept, fresh)),
    ]
    assert stored_files(settings) == sorted(expected)


def test_page_images_of_files_that_are_gone_go(settings):
    act = a_deliberation()
    shown, gone = put(image_path(act.sha256, 1)), put(image_path("f" * 64, 1))
    fresh = put(image_path("e" * 64, 1), days=0.5)

    assert pruning.prune() == 1

    assert [path.exists() for path in (shown, gone, fresh)] == [True, False, True]


def test_cards_masked_images_and_copies_go_after_a_month_plain_images_stay(settings):
    act = a_deliberation()
    masked = image_path(act.sha256, 1, boxes=[Box(0.1, 0.1, 0.2, 0.2)])
    drawn = [settings.DATA_DIR / "cards" / "card.png", masked, copy_path(act.sha256, "0" * 12)]
    plain = put(image_path(act.sha256, 1), days=400)
    for path in drawn:
        put(path, days=29)
    assert pruning.prune() == 0

    for path in drawn:
        put(path, days=31)
    assert pruning.prune() == 3

    assert [path.exists() for path in (*drawn, plain)] == [False, False, False, True]


def test_copies_that_killed_workers_left_go(tmp_path):
    left = put(tmp_path / f"{pruning.COPIES}a1" / "acte.pdf").parent
    read_now = put(tmp_path / f"{pruning.COPIES}b2" / "acte.pdf", days=0.1).parent
    foreign = put(tmp_path / "another program" / "acte.pdf").parent

    assert pruning.prune() == 1

    assert [folder.exists() for folder in (left, read_now, foreign)] == [False, True, True]


def test_nothing_to_prune_in_an_empty_folder():
    assert pruning.prune() == 0
