"""Reading in a child process: what comes back, and what a hostile file costs."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from ingest.pages.page_images import pages_folder
from ingest.processes import isolation
from ingest.reader.errors import EncryptedFileError, ReadingError, TooLargeError
from ingest.reader.machine.progress import Progress
from ingest.reader.records import ProfileRecord

READERS = "tests.ingest.unruly_readers"
# A program that reads a file and says which process does it.
ORPHAN = """
import sys
from pathlib import Path
from ingest.processes import isolation

def start(task, start=isolation._start):
    child = start(task)
    print(child.pid, flush=True)
    return child

isolation._start = start
isolation.read(Path(sys.argv[1]), reader=sys.argv[2])
"""


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "délibération 12.pdf"
    path.write_bytes(b"%PDF-1.7 as read by a reader of the tests")
    return path


def test_reading_comes_back_whole_without_words_of_pages(pdf):
    reading = isolation.read(pdf, reader=f"{READERS}:well")

    assert [(line.operator, str(line.amount)) for line in reading.lines] == [("CCAS de Lens", "1500.50")]
    assert reading.deliberation.session_date.isoformat() == "2024-03-04"
    assert reading.document.name == "délibération 12.pdf"
    assert [(page.number, page.width, page.words, page.rules) for page in reading.document.pages] == [
        (1, 595, (), ()),
        (1, 595, (), ()),
    ]


def test_reading_sees_nothing_of_the_site(pdf, monkeypatch):
    monkeypatch.setenv("DJANGO_SECRET_KEY", "secret")
    monkeypatch.setenv("TMPDIR", str(pdf.parent))

    seen = isolation.read(pdf, reader=f"{READERS}:curious").notes

    assert "TMPDIR" in seen
    assert {"DJANGO_SECRET_KEY", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"}.isdisjoint(seen)


def test_profiles_of_a_hundred_councils_reach_the_reader(pdf):
    long = ("Intitulé de la colonne " * 100,)
    profiles = [ProfileRecord(f"{number:02}", long, ("amount",), ("act",), told="dit") for number in range(100)]

    reading = isolation.read(pdf, reader=f"{READERS}:told", profiles=profiles, department="59")

    assert reading.notes == ("59", *(f"{one.department} {long} dit" for one in profiles))


def test_refusal_of_the_reader_keeps_its_class_and_sentence(pdf):
    with pytest.raises(EncryptedFileError) as caught:
        isolation.read(pdf, reader=f"{READERS}:encrypted")

    assert str(caught.value) == "délibération 12.pdf\u202f: le fichier PDF est protégé par un mot de passe."


def test_mistake_of_the_reader_is_one_sentence_with_its_trace_beside(pdf):
    with pytest.raises(ReadingError) as caught:
        isolation.read(pdf, reader=f"{READERS}:mistaken")

    assert "erreur imprévue (IndexError: list index out of range)" in str(caught.value)
    assert "unruly_readers.py" in caught.value.__notes__[0]


@pytest.mark.parametrize("behaviour", ["greedy", "aborting"])
def test_file_that_asks_too_much_is_refused(pdf, behaviour):
    with pytest.raises(TooLargeError, match="dépasse les limites de lecture"):
        isolation.read(pdf, reader=f"{READERS}:{behaviour}")


def test_reading_that_never_ends_is_stopped_by_the_clock(pdf, settings):
    settings.READER_MAX_SECONDS = 1

    with pytest.raises(TooLargeError, match="a dépassé 1 seconde"):
        isolation.read(pdf, reader=f"{READERS}:sleeping")


def test_reading_that_never_ends_leaves_no_process(pdf, settings, monkeypatch):
    settings.READER_MAX_SECONDS = 1
    children = []
    started = isolation.subprocess.Popen
    monkeypatch.setattr(
        isolation.subprocess, "Popen", lambda *args, **kwargs: children.append(started(*args, **kwargs)) or children[0]
    )

    with pytest.raises(TooLargeError):
        isolation.read(pdf, reader=f"{READERS}:busy")

    with pytest.raises(ProcessLookupError):
        os.kill(children[0].pid, 0)


def test_crash_of_a_library_is_told_apart_from_a_limit(pdf):
    with pytest.raises(ReadingError, match="arrêtée brutalement") as caught:
        isolation.read(pdf, reader=f"{READERS}:crashing")

    assert not isinstance(caught.value, TooLargeError)


def test_document_with_too_many_pages_is_refused(pdf, settings):
    settings.READER_MAX_PAGES = 1

    with pytest.raises(TooLargeError, match="a 2 pages, la limite est de 1"):
        isolation.read(pdf, reader=f"{READERS}:well")


def test_pages_are_counted_before_any_is_read(settings):
    settings.READER_MAX_PAGES = 1
    sample = next((settings.BASE_DIR / "tests" / "data" / "samples").glob("*.pdf"))

    with pytest.raises(TooLargeError, match=r"a \d+ pages, la limite est de 1"):
        isolation.read(sample, reader=f"{READERS}:mistaken")


def test_heavy_file_is_refused_before_any_reading(pdf, settings):
    settings.UPLOAD_MAX_BYTES = 10

    with pytest.raises(TooLargeError, match="le fichier pèse 1 Mo"):
        isolation.read(pdf, reader="no.such:reader")


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that has ended and that nobody has buried does not."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_watch_is_told_of_pages_as_they_are_read(pdf):
    told = []

    isolation.read(pdf, reader=f"{READERS}:telling", watch=told.append)

    assert told[-1] == Progress("scans", 2, 2)
    assert all(progress is None or progress.step == "scans" for progress in told)


def test_watch_is_told_nothing_that_is_no_progress():
    assert isolation._last_told(b"scans 1 2\nscans x y\nrm -rf 3 4\nscans 9") == Progress("scans", 1, 2)
    assert isolation._last_told(b"tables 12345678 2\n") is None


def test_watch_that_wants_no_more_stops_the_reading_and_its_process(pdf, monkeypatch):
    children = []
    start = isolation._start
    monkeypatch.setattr(isolation, "_start", lambda task: children.append(start(task)) or children[0])

    def enough(progress):
        raise LookupError

    with pytest.raises(LookupError):
        isolation.read(pdf, reader=f"{READERS}:sleeping", watch=enough)

    assert children[0].poll() is not None


@pytest.mark.parametrize("behaviour", ["sleeping", "busy"])
def test_reading_dies_with_its_parent_however_that_ends(pdf, settings, behaviour):
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHAN, str(pdf), f"{READERS}:{behaviour}"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings", "DATA_DIR": str(settings.DATA_DIR)},
        stdout=subprocess.PIPE,
        text=True,
    )
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()

    deadline = time.monotonic() + 120
    while is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(child)


def test_pages_are_counted_without_reading_any(settings):
    sample = settings.BASE_DIR / "tests" / "data" / "samples" / "nord-2022-273.pdf"

    assert isolation.count_pages(sample) == len(pdfium.PdfDocument(sample))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("encrypted.pdf", "mot de passe"),
        ("truncated.pdf", "tronqué ou endommagé"),
        ("not-a-pdf.pdf", "pas un fichier PDF"),
    ],
)
def test_what_is_wrong_at_sight_is_said_by_counting(settings, name, wrong):
    with pytest.raises(ReadingError, match=wrong):
        isolation.count_pages(settings.BASE_DIR / "tests" / "data" / "odd" / name)


def test_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(ReadingError, match="rien.pdf\u202f: le fichier n’existe pas"):
        isolation.read(tmp_path / "rien.pdf")


def test_pages_of_a_scan_are_kept_beside_the_images_of_the_file(pdf, settings):
    reading = isolation.read(pdf, reader=f"{READERS}:recognising")
    again = isolation.read(pdf, reader=f"{READERS}:recognising")

    assert (reading.notes, again.notes) == (("recognised",), ("kept",))
    (kept,) = (settings.DATA_DIR / "pages").glob("*/*/*.page")
    assert kept.parent == pages_folder(reading.document.sha256)
