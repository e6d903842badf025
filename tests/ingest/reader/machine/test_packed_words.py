"""Long documents: words kept packed, tables found by stretches of pages, and the reading that stays the same."""

from pathlib import Path

import pytest

from ingest.reader import pipeline, tables
from ingest.reader.layout.runs import growing_tables
from ingest.reader.machine import on_disk, packed_words
from ingest.reader.machine.on_disk import InParts, OnDisk
from ingest.reader.machine.packed_words import PackedWords, kept_light, packed, unpacked
from ingest.reader.pipeline import read_stages
from ingest.reader.records import Box, Page, Word
from tests.ingest.reader.drawn_pdfs import pdf, table, text

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"
WORDS = (
    Word("Montant", Box(10.1, 20.0, 50.7, 29.0), 9.0, True),
    Word("1\u202f200,00\u00a0€", Box(60.3, 20.0, 99.9, 29.0), 9.0, True),
    Word("Œuvres", Box(10.0, 40.0, 48.2, 49.0), 9.0),
    Word("haut", Box(5.0, 40.0, 14.0, 80.0), 9.0, False, 270, 0.85),
)


def a_page(number, words=WORDS):
    return Page(number, 595.0, 842.0, words, ())


def test_packed_words_are_the_same_words():
    held = PackedWords(WORDS)
    assert tuple(held) == WORDS
    assert len(held) == 4
    assert held[1] == WORDS[1]
    assert held[-2:] == WORDS[-2:]
    assert isinstance(held[0].bold, bool)
    assert isinstance(held[3].angle, int)
    assert unpacked(packed(a_page(1))) == a_page(1)


def test_page_without_a_word_has_none_once_packed():
    held = packed(a_page(1, ())).words
    assert not held
    assert list(held) == []


def test_only_long_documents_are_packed(monkeypatch):
    monkeypatch.setattr(packed_words, "FEW_PAGES", 3)
    assert all(page.words is WORDS for page in kept_light(map(a_page, range(1, 4))))
    long = kept_light(map(a_page, range(1, 6)))
    assert all(isinstance(page.words, OnDisk) for page in long)
    assert [page.number for page in long] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("name", ["nord-2022-273", "nord-2023-177", "pdc-2023-259"])
def test_long_document_reads_as_a_short_one(monkeypatch, name):
    path = SAMPLES / f"{name}.pdf"
    whole = read_stages(path)
    monkeypatch.setattr(on_disk, "AT_HAND", 1)
    monkeypatch.setattr(growing_tables, "ROWS_OF_A_PART", 3)
    monkeypatch.setattr(pipeline, "FEW_PAGES", 0)
    monkeypatch.setattr(packed_words, "FEW_PAGES", 0)
    monkeypatch.setattr(tables, "STRETCH", 2)
    monkeypatch.setattr(tables, "FEW_PAGES", 2)
    light = read_stages(path)
    assert all(isinstance(page.words, OnDisk) for page in light.document.pages)
    assert any(isinstance(one.grid, InParts) for one in light.tables)
    assert (light.tables, light.paragraphs, light.reads) == (whole.tables, whole.paragraphs, whole.reads)
    assert (light.lines, light.checks, light.leftovers) == (whole.lines, whole.checks, whole.leftovers)


def test_run_of_tables_longer_than_a_stretch_is_not_cut(monkeypatch, tmp_path):
    monkeypatch.setattr(tables, "STRETCH", 2)
    monkeypatch.setattr(tables, "FEW_PAGES", 2)
    header = ("Bénéficiaire", "Montant")
    pages = [[text(60, 60, "Le rapport.")]]
    for number in range(1, 6):
        rows = [(f"Association {number}-{index}", f"{number}{index}0 €") for index in range(1, 4)]
        pages.append([table(60, 60, (200, 100), [header, *rows])])
    pages += [[text(60, 60, "Le reste.")], [table(60, 60, (150, 90, 80), [("Poste", "Dépense", "Recette")] * 3)]]
    found = read_stages(pdf(tmp_path / "long.pdf", *pages)).tables
    assert [sorted(one.boxes) for one in found] == [[2, 3, 4, 5, 6], [8]]
    assert [one.number for one in found] == [1, 2]
    assert len(found[0].grid) == 16


def test_title_at_the_foot_of_the_page_before_a_stretch_is_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(tables, "STRETCH", 2)
    monkeypatch.setattr(tables, "FEW_PAGES", 2)
    rows = [("Bénéficiaire", "Montant"), ("Les Amis", "100 €"), ("Les Autres", "200 €")]
    pages = [
        [table(60, 60, (200, 100), rows)],
        [text(60, 700, "Subventions aux clubs", bold=True)],
        [table(60, 30, (150, 120), rows)],
        [text(60, 60, "Fin.")],
    ]
    found = read_stages(pdf(tmp_path / "titles.pdf", *pages)).tables
    assert [one.title for one in found] == ["", "Subventions aux clubs"]


def test_packed_words_are_equal_to_the_same_words():
    words = (Word("Les", Box(1, 2, 3, 4), 10), Word("Tilleuls", Box(4, 2, 9, 4), 10, certainty=0.8))
    assert PackedWords(words) == words == PackedWords(words)
    assert hash(PackedWords(words)) == hash(words)
    assert PackedWords(words) != words[:1]
    assert PackedWords([]) == ()


def test_packed_words_keep_places_that_four_bytes_do_not_hold():
    exact = (Word("Les", Box(0.5, 2.0, 3.25, 4.0), 10.0), Word("Amis", Box(4.125, 2.0, 9.0, 4.0), 10.0))
    assert PackedWords(exact) == exact
    assert PackedWords(WORDS) == WORDS  # 10.1 is none of them
    assert PackedWords(WORDS).text == "Montant 1\u202f200,00\u00a0€ Œuvres haut"


def test_stretch_ends_between_two_tables_where_every_page_holds_one(monkeypatch, tmp_path):
    """As many tables of two pages each as a long annex has, no page without any: looked at a few pages at a time."""
    lengths = []
    real = tables.page_tables
    monkeypatch.setattr(tables, "page_tables", lambda pages: lengths.append(len(pages)) or real(pages))
    monkeypatch.setattr(tables, "STRETCH", 4)
    monkeypatch.setattr(tables, "FEW_PAGES", 4)
    pages = []
    for number in range(1, 9):
        header = ("Bénéficiaire", f"Montant {number}")
        rows = [(f"Association {number}-{index}", f"{number}{index}0 €") for index in range(1, 6)]
        below = [text(60, 700, f"Subventions {number + 1}", bold=True)]
        pages.append([table(60, 60, (200, 100 + 9 * number), [header, *rows[:3]])])
        pages.append([table(60, 60, (200, 100 + 9 * number), rows[3:]), *below])
    path = pdf(tmp_path / "dense.pdf", *pages)
    found = read_stages(path).tables
    assert [sorted(one.boxes) for one in found] == [[page, page + 1] for page in range(1, 17, 2)]
    assert [one.title for one in found] == ["", *(f"Subventions {number}" for number in range(2, 9))]
    assert [len(one.grid) for one in found] == [6] * 8
    assert [one.number for one in found] == list(range(1, 9))
    assert max(lengths) <= 8
