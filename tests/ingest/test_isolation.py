"""Reading in a child process: what comes back, and what a hostile file costs."""

import os
import pickle
import time

import pytest

from ingest import isolation
from ingest.reader.errors import EncryptedFileError, ReadingError, TooLargeError

READERS = "tests.ingest.unruly_readers"


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
    start = time.monotonic()

    with pytest.raises(TooLargeError, match="a dépassé 1 seconde"):
        isolation.read(pdf, reader=f"{READERS}:sleeping")

    assert time.monotonic() - start < 10


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


def test_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(ReadingError, match="rien.pdf\u202f: le fichier n’existe pas"):
        isolation.read(tmp_path / "rien.pdf")


def test_answer_holds_nothing_but_records():
    answer = pickle.dumps(os.system)

    with pytest.raises(pickle.UnpicklingError):
        isolation._Answer(isolation.io.BytesIO(answer)).load()


def test_answer_does_not_reach_through_the_modules_of_records():
    answer = b"\x80\x04\x8c\x1dingest.reader.records.reading\x8c\x05field\x93."

    with pytest.raises(pickle.UnpicklingError):
        isolation._Answer(isolation.io.BytesIO(answer)).load()
