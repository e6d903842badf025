"""A second process that does half of the work, fails, is not heard to its end, or may not be."""

import os
import signal
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from ingest.reader import documents
from ingest.reader.errors import DamagedFileError
from ingest.reader.machine.second_process import beside, shared_by_two, shared_numbers, shared_then
from ingest.reader.pipeline import read_stages, stages_of
from ingest.reader.stages import reading_of
from tests.bundles import a_bundle

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"
FIRST, SECOND, LONG = (SAMPLES / f"{name}.pdf" for name in ("pdc-2023-259", "nord-2023-177", "nord-2022-273"))


@pytest.fixture
def alone(monkeypatch):
    """As in a command: whoever runs these tests may have threads of its own."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_the_work_is_done_by_another_process(alone):
    with beside([lambda: (os.getpid(), date(2031, 4, 6))], processes=2) as (found,):
        process, day = found()
    assert process != os.getpid()
    assert day == date(2031, 4, 6)


def test_one_process_does_all_of_it_when_it_is_asked_for():
    with beside([os.getpid], processes=1) as (found,):
        assert found() == os.getpid()


def test_no_copy_is_made_of_a_process_of_several_threads():
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with beside([os.getpid], processes=2) as (found,):
            assert found() == os.getpid()
    finally:
        done.set()
        thread.join()


def test_what_the_other_process_could_not_do_is_done_here(alone):
    here = os.getpid()

    def killed_elsewhere():
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "fait"

    with beside([killed_elsewhere], processes=2) as (found,):
        assert found() == "fait"


def test_works_that_follow_one_that_failed_are_done_here(alone):
    here = os.getpid()

    def fails_elsewhere():
        return 1 // (os.getpid() == here)

    with beside([os.getpid, fails_elsewhere, os.getpid], processes=2) as (first, second, third):
        assert first() != here
        assert (second(), third()) == (1, here)


def test_an_error_of_the_other_process_is_that_of_one_process(alone):
    def refused():
        raise DamagedFileError("acte.pdf", page=3)

    with beside([refused], processes=2) as (found,), pytest.raises(DamagedFileError, match="page 3"):
        found()


def test_a_process_that_nobody_waits_for_is_ended(alone, monkeypatch):
    # Its number is kept: whoever runs these tests may have other children.
    begun, fork = [], os.fork
    monkeypatch.setattr(os, "fork", lambda: begun.append(fork()) or begun[-1])
    with pytest.raises(ZeroDivisionError), beside([threading.Event().wait], processes=2):
        raise ZeroDivisionError
    (child,) = begun
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


@pytest.mark.parametrize("few", [1, 150])
def test_two_processes_read_what_one_reads(few, alone, monkeypatch, tmp_path):
    monkeypatch.setattr(documents, "FEWEST_SHARED", 2)
    monkeypatch.setattr(documents, "FEW_PAGES", few)
    for path in (FIRST, a_bundle(tmp_path / "recueil.pdf", FIRST, SECOND)):
        one, two = read_stages(path), stages_of(documents.open_document(path, processes=2), processes=2)
        assert [page.number for page in two.document.pages] == list(range(1, len(one.document.pages) + 1))
        assert reading_of(two, with_tables=True) == reading_of(one, with_tables=True)


def _who_works(_=None, seconds=0.01):
    """Long enough for a copy of this process to begin before all is done."""
    time.sleep(seconds)
    return os.getpid()


@pytest.mark.parametrize(("count", "processes"), [(0, 0), (3, 1), (40, 2), (41, 2)])
def test_what_two_processes_share_comes_back_in_order(count, processes, alone):
    found = shared_by_two(lambda item: (item, _who_works()), range(count))
    assert [item for item, _ in found] == list(range(count))
    assert len({process for _, process in found}) == processes


def test_who_is_slower_does_less_of_what_is_shared(alone):
    here = os.getpid()
    found = shared_by_two(lambda _: _who_works(seconds=0.001 if os.getpid() == here else 0.1), range(40))
    assert found.count(here) > 30


def test_what_the_other_process_took_of_the_shared_and_lost_is_done_here(alone):
    here = os.getpid()

    def lost_elsewhere(item):
        if os.getpid() != here and item > 3:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return item

    assert shared_by_two(lost_elsewhere, range(40)) == list(range(40))


@pytest.mark.parametrize(("count", "processes"), [(3, 1), (40, 2)])
def test_what_is_asked_of_the_copy_once_nothing_is_left_takes_no_second_copy(count, processes, alone):
    with shared_then(os.getpid) as (share, later):
        workers = set(share(_who_works, range(count)))
        assert len(workers) == processes
        assert later() in workers - ({os.getpid()} if processes > 1 else set())


def test_what_is_asked_after_nothing_was_shared_is_done_here(alone):
    with shared_then(os.getpid) as (_, later):
        assert later() == os.getpid()


def test_each_number_is_given_once_to_whichever_process_asks_first(alone):
    with shared_numbers(3) as numbers:
        first = next(numbers)
        with beside([lambda: list(numbers)], processes=2) as (found,):
            assert (first, found(), list(numbers)) == (1, [2, 3], [])


def test_pages_that_the_other_process_took_and_lost_are_read_here(alone, monkeypatch):
    monkeypatch.setattr(documents, "FEWEST_SHARED", 2)
    here, packed = os.getpid(), documents.packed

    def killed_elsewhere(page):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return packed(page)

    def loses_pages():
        # The other process takes one before this one takes any.
        time.sleep(0.2)

    monkeypatch.setattr(documents, "packed", killed_elsewhere)
    two = documents.open_document(LONG, processes=2, meanwhile=loses_pages)
    monkeypatch.undo()
    assert two.pages == documents.open_document(LONG).pages
