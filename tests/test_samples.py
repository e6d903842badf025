"""The sample PDFs: made from the facts in the project, the same each time, and what they claim to be."""

import csv
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from tests.samples import odd, set_again
from tests.samples.opening import NOTICE
from tests.samples.variants.invented import INVENTED

DATA = Path(__file__).parent / "data"
LONG = ("nord-2022-273", "pdc-2025-237")
FEW = 300_000  # bytes, the most that one sample may weigh


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    set_again.main(folder)
    return folder


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_script_gives_the_same_bytes_twice(made, tmp_path):
    """Twice but for the longest acts, whose pages are compared with those of another day below."""
    set_again.main(tmp_path, acts=[name for name in set_again.ACTS if name not in LONG])
    first = {path.relative_to(made): path.read_bytes() for path in made.rglob("*.*") if not path.name.startswith(LONG)}
    second = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert len(first) > 40
    assert [path for path in first if first[path] != second.get(path)] == []


def test_the_committed_files_are_up_to_date(made):
    """Texts are compared, not bytes: another zlib compresses otherwise."""
    for path in sorted(made.rglob("*.*")):
        kept = DATA / path.relative_to(made)
        readable = path.suffix == ".pdf" and path.parent.name != "odd"
        assert (pages(path) == pages(kept)) if readable else (path.read_bytes() == kept.read_bytes()), kept


@pytest.mark.parametrize("name", set_again.ACTS)
def test_every_page_of_a_sample_says_that_it_is_set_again(name):
    path = DATA / "samples" / f"{name}.pdf"
    assert path.stat().st_size < FEW
    for text in pages(path):
        assert NOTICE.replace("\u00a0", " ") in text.replace("\u00a0", " ")


@pytest.mark.parametrize("name", set_again.VARIANTS)
def test_every_page_of_a_variant_says_that_it_is_invented(name):
    assert all(INVENTED in text for text in pages(DATA / "variants" / f"{name}.pdf"))


def test_samples_show_two_departments_four_years_and_enough_rows():
    everything = [row for name in set_again.ACTS for row in rows(DATA / "samples" / f"{name}.lines.csv")]
    assert {row["department"] for row in everything} == {"Nord", "Pas-de-Calais"}
    assert {row["year"] for row in everything} >= {"2022", "2023", "2024", "2025"}
    assert len({(row["department"], row["table"], row["line"], row["year"]) for row in everything}) > 1_100
    assert min(Decimal(row["amount"]) for row in everything) < 0


def test_the_total_that_the_act_truly_lacks_is_lacking():
    lines = rows(DATA / "samples" / "pdc-2025-237.lines.csv")
    last_theme = sum(Decimal(row["amount"]) for row in lines if row["programme"].startswith("Thématique 5"))
    assert last_theme == Decimal("140133.34")
    assert any("194 133,34 €" in text.replace("\u00a0", " ") for text in pages(DATA / "samples" / "pdc-2025-237.pdf"))


@pytest.mark.parametrize("name", ["empty", "not-a-pdf", "truncated", "encrypted", "no-page"])
def test_odd_files_do_not_open(name):
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(DATA / "odd" / f"{name}.pdf")[0]


def test_the_encrypted_file_opens_with_its_password():
    with pypdfium2.PdfDocument(DATA / "odd" / "encrypted.pdf", password="secret") as document:
        assert odd.SENTENCE in document[0].get_textpage().get_text_bounded()


def test_the_file_without_a_page_opens_and_has_none():
    with pdfplumber.open(DATA / "odd" / "no-page.pdf") as document:  # pypdfium2 opens no file without a page
        assert document.pages == []


def test_the_picture_has_no_text_and_the_text_no_grant():
    assert pages(DATA / "odd" / "image-only.pdf") == [""]
    assert odd.SENTENCE in pages(DATA / "odd" / "no-grant.pdf")[0]
