"""Ruled tables of more pages than are looked at together: each page once, and the same table in the end."""

import pytest

from ingest.reader import tables
from ingest.reader.documents import open_document
from ingest.reader.tables import find_tables
from tests.ingest.reader.drawn_pdfs import pdf, table, text

HEADER = ("Territoire", "Bénéficiaire", "Montant")
WIDTHS = (120, 180, 100)


def _rows(page, count=4):
    return [("Plaine", f"Association {page}-{index}", f"{page}{index}0 €") for index in range(count)]


def _found(monkeypatch, path, stretch):
    """The tables, stretches of so many pages, and how many pages each look took."""
    looks = []
    real = tables.page_tables
    monkeypatch.setattr(tables, "STRETCH", stretch)
    monkeypatch.setattr(tables, "FEW_PAGES", stretch)
    with monkeypatch.context() as watched:
        watched.setattr(tables, "page_tables", lambda pages: looks.append(len(pages)) or real(pages))
        return find_tables(open_document(path)), looks


def test_pages_of_a_long_ruled_table_are_looked_at_once(monkeypatch, tmp_path):
    pages = [[table(60, 60, WIDTHS, [HEADER, *_rows(page)])] for page in range(1, 25)]
    path = pdf(tmp_path / "long.pdf", *pages)
    whole, _ = _found(monkeypatch, path, 50)
    grown, looks = _found(monkeypatch, path, 4)
    assert grown == whole
    assert len(whole[0].grid) == 1 + 24 * 4
    assert sum(looks) < 2 * len(pages)  # but for the page that each stretch begins with


def test_tables_before_and_after_a_long_one_keep_their_numbers(monkeypatch, tmp_path):
    small = [("Poste", "Dépense", "Recette"), ("Loyer", "10 €", "20 €"), ("Divers", "30 €", "40 €")]
    long = [[table(60, 60, WIDTHS, [HEADER, *_rows(page)])] for page in range(1, 12)]
    pages = [[table(60, 60, (90, 80, 70), small)], [text(60, 60, "Le rapport.")], *long]
    pages += [[text(60, 60, "La suite.")], [table(60, 60, (70, 80, 90), small)]]
    path = pdf(tmp_path / "several.pdf", *pages)
    whole, _ = _found(monkeypatch, path, 50)
    assert [one.number for one in whole] == [1, 2, 3]
    assert [sorted(one.boxes) for one in whole] == [[1], list(range(3, 14)), [15]]
    assert _found(monkeypatch, path, 3)[0] == whole


@pytest.mark.parametrize("stretch", [3, 4])
def test_merged_cell_that_runs_over_the_end_of_a_stretch_is_one(monkeypatch, tmp_path, stretch):
    pages = []
    for page in range(1, 13):
        (_, *first), *others = _rows(page)
        rows = [HEADER, ("" if page % 3 != 1 else f"Territoire {page}", *first), *((None, *row[1:]) for row in others)]
        goes_on = {} if page % 3 == 0 else {"undrawn": {(1, 0): "bottom"}}
        pages.append([table(60, 60, WIDTHS, rows, spans={(1, 0): (4, 1)}, **goes_on)])
    path = pdf(tmp_path / "merged.pdf", *pages)
    whole, _ = _found(monkeypatch, path, 50)
    labels = {id(row[0]): row[0] for row in whole[0].grid[1:]}.values()
    assert [(cell.text, cell.rowspan) for cell in labels] == [(f"Territoire {page}", 12) for page in (1, 4, 7, 10)]
    grown, looks = _found(monkeypatch, path, stretch)
    assert len(looks) > 2
    assert grown == whole
    assert len({id(row[0]) for row in grown[0].grid[1:]}) == len(labels)


def test_later_pages_may_part_the_columns_of_a_long_table(monkeypatch, tmp_path):
    wide = [("Plaine", f"Association {page}", f"{page}0 €") for page in range(1, 5)]
    pages = [[table(60, 60, WIDTHS, [HEADER, *_rows(page)])] for page in range(1, 7)]
    pages += [[table(60, 60, (120, 90, 90, 100), [(a, b, "locale", c) for a, b, c in wide])] for _ in range(6)]
    path = pdf(tmp_path / "parted.pdf", *pages)
    whole, _ = _found(monkeypatch, path, 50)
    grown, _ = _found(monkeypatch, path, 3)
    assert len(whole) == 1
    assert whole[0].width == 4
    assert grown == whole
