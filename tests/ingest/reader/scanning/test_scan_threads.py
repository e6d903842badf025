"""Threads of a scan: those that read its pages, and no others."""

import os

import pytest

from ingest.reader import scans
from ingest.reader.documents import open_document
from ingest.reader.errors import NoTextError
from ingest.reader.scanning.scan_threads import ALGEBRA_VARIABLE, start_no_others
from tests.ingest.reader.scanned_pdfs import HALF, scan


@pytest.mark.parametrize(("said", "then"), [("", "1"), ("4", "4")])
def test_algebra_of_numpy_starts_one_thread_unless_told_otherwise(monkeypatch, said, then):
    monkeypatch.setenv(ALGEBRA_VARIABLE, said)
    if not said:
        monkeypatch.delenv(ALGEBRA_VARIABLE)

    start_no_others()

    assert os.environ[ALGEBRA_VARIABLE] == then


def test_it_is_told_so_before_a_scan_is_read(tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(scans, "start_no_others", lambda: told.append(1))

    with pytest.raises(NoTextError):
        open_document(scan(tmp_path / "blanc.pdf", lambda canvas: None, size=HALF))

    assert told
