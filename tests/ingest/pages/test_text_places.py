from pathlib import Path

import pytest

from ingest.pages import text_places
from ingest.pages.text_places import text_places as find
from ingest.processes.child_process import ChildError

ACT = Path(__file__).resolve().parents[2] / "data" / "variants" / "private-persons.pdf"


def test_a_text_is_found_on_every_page_that_prints_it():
    found = find(ACT, "jeanne DUPRE")
    assert set(found) == {1, 2}
    (box,) = found[2]
    assert 0 <= box.x0 < box.x1 <= 1
    assert 0 <= box.y0 < box.y1 <= 1


def test_a_text_that_no_page_prints_is_found_nowhere():
    assert find(ACT, "Zacharie DELATTRE") == {}
    assert find(ACT, " – ") == {}


def test_a_file_that_is_none_is_refused(tmp_path):
    broken = tmp_path / "acte.pdf"
    broken.write_bytes(b"pas un PDF")
    with pytest.raises(ChildError):
        find(broken, "Jeanne")


def test_a_search_that_takes_too_long_is_killed(monkeypatch):
    monkeypatch.setattr(text_places, "PLACES_SECONDS", 0.01)
    with pytest.raises(ChildError, match="stopped"):
        find(ACT, "Jeanne")
