"""Scanned pages, made here: what is recognised on them, what is left alone, what is said."""

import os
import re
from dataclasses import replace

import pytest

from ingest.reader import documents
from ingest.reader.documents import open_document
from ingest.reader.engines import pdfium
from ingest.reader.engines.drawn_pages import page_images
from ingest.reader.engines.notes import INVISIBLE_TEXT
from ingest.reader.errors import NoRecognitionError, NoTextError
from ingest.reader.geometry.page_turns import turned_box
from ingest.reader.images.scan_images import prepare
from ingest.reader.layout.ruled.grids import find_grids
from ingest.reader.letters import tesseract
from ingest.reader.pipeline import read
from ingest.reader.records import Box, Page, Word
from ingest.reader.scanning.scan_threads import THREADS_VARIABLE, threads_for
from ingest.reader.scanning.scanned_pages import BLANK, NOT_RECOGNISED, RECOGNISED, RULES_ONLY
from ingest.reader.scanning.text_layers import has_poor_layer, odd_share
from ingest.reader.tables import find_tables
from tests.ingest.reader.scanned_pdfs import LANDSCAPE, scan, table_layer, table_page

ROWS = [
    ("Bénéficiaire", "Commune", "Objet", "Montant 2024"),
    ("Association Les Tilleuls", "MONTAUBAN", "Chantier d'insertion", "12 500 €"),
    ("CCAS de Moissac", "MOISSAC", "Accueil de jour", "3 750 €"),
    ("Régie des Coteaux", "CAUSSADE", "Ateliers vélo et mobilité", "108 000 €"),
    ("Foyer rural de Lafrançaise", "LAFRANCAISE", "Fête des familles", "640 €"),
    ("Mission locale du Quercy", "CAYLUS", "Parrainage vers l'emploi", "27 915 €"),
]
MORE_ROWS = [
    ("Club nautique de Golfech", "GOLFECH", "Matériel de sécurité", "1 980 €"),
    ("Ludothèque des Deux Rives", "VALENCE", "Jeux pour tous", "5 300 €"),
]
WIDTHS = (190, 130, 220, 100)


def table(canvas):
    table_page(canvas, ROWS, WIDTHS, title="Subventions de fonctionnement attribuées en 2024")


def prose(canvas):
    canvas.setFont("Times-Roman", 11)
    for index, line in enumerate(
        (
            "Le conseil départemental, réuni le 12 février 2024,",
            "Vu le rapport de sa présidente,",
            "Décide d'attribuer une subvention de 4 500 € à l'association Le Pas de Côté.",
        )
    ):
        canvas.drawString(60, 480 - 20 * index, line)


def cells(document):
    return [[solid(" ".join(cell.lines)) for cell in row] for found in find_tables(document) for row in found.grid]


def solid(text):
    """Without the spaces inside figures, which recognition loses where they are thin; the value is the same."""
    return re.sub(r"(?<=\d) (?=[\d€])", "", text)


FIGURES = {"A": 11, "B": 8, "C": 6, "D": 1, "E": 7, "F": 370}
READ_ROWS = [[solid(cell) for cell in row] for row in ROWS]


@pytest.fixture(scope="module")
def skewed(tmp_path_factory):
    path = tmp_path_factory.mktemp("scans") / "acte.pdf"
    return scan(path, table, prose, skew=1.2, noise=6, blur=0.5)


@pytest.fixture(scope="module")
def reading(skewed):
    return read(skewed)


@pytest.fixture(scope="module")
def document(reading):
    return reading.document


def test_skewed_and_noisy_table_is_read_cell_by_cell(document):
    assert cells(document) == READ_ROWS


def test_lines_of_a_scan_go_through_the_same_stages(reading):
    assert [(line.operator, line.commune, line.amount) for line in reading.lines][:2] == [
        ("Association Les Tilleuls", "MONTAUBAN", 12500),
        ("CCAS de Moissac", "MOISSAC", 3750),
    ]


def test_prose_of_a_scan_is_recognised(document):
    assert "4 500 € à l'association Le Pas de Côté." in " ".join(word.text for word in document.pages[1].words)


def test_certainty_of_letters_reaches_words_and_cells(document):
    certainties = [word.certainty for page in document.pages for word in page.words]
    assert all(0 <= certainty < 1 for certainty in certainties)
    found = [cell for row in find_tables(document)[0].grid for cell in row]
    assert all(0 <= cell.certainty < 1 for cell in found)


def test_lone_figures_of_narrow_cells_are_not_lost(tmp_path):
    counts = [("Structure", "Places")] + [(f"Structure {letter}", str(figure)) for letter, figure in FIGURES.items()]
    document = open_document(
        scan(tmp_path / "acte.pdf", lambda canvas: table_page(canvas, counts, (200, 60)), noise=6, blur=0.5)
    )
    assert all(row[1] for row in cells(document))


def test_header_of_the_next_page_is_known_though_read_otherwise(tmp_path):
    """Specks over the second header make other letters of it; the table still goes on."""

    def spoilt_table(canvas):
        table_page(canvas, [ROWS[0], *MORE_ROWS], WIDTHS)
        for offset in (6, 150, 171, 330):
            canvas.rect(40 + offset, LANDSCAPE[1] - 80 - 12, 2.5, 2.5, fill=1)

    [found] = find_tables(open_document(scan(tmp_path / "acte.pdf", table, spoilt_table)))
    assert len(found.boxes) == 2
    assert len(found.grid) == len(ROWS) + len(MORE_ROWS)


def test_recognised_pages_say_so(document):
    assert [page.notes for page in document.pages] == [(RECOGNISED,), (RECOGNISED,)]


@pytest.mark.parametrize("skew", [-2.4, -0.3, 0.0, 0.8, 3.0])
def test_skew_is_found_by_rules_to_a_twentieth_of_a_degree(tmp_path, skew):
    [image] = page_images(scan(tmp_path / "acte.pdf", table, skew=skew, dpi=150), [1])
    assert prepare(image).angle == pytest.approx(skew, abs=0.05)


def test_dark_edges_that_a_scanner_adds_are_no_rules_of_a_leaning_page(tmp_path):
    [image] = page_images(scan(tmp_path / "acte.pdf", table, skew=1.2, dpi=150), [1])
    image.pixels[:, :12] = 30
    image.pixels[-10:] = 20
    assert prepare(image).angle == pytest.approx(1.2, abs=0.05)


@pytest.mark.parametrize("skew", [-1.5, 0.6])
def test_skew_of_a_page_without_rules_is_found_by_its_lines(tmp_path, skew):
    [image] = page_images(scan(tmp_path / "acte.pdf", prose, skew=skew, dpi=150), [1])
    assert prepare(image).angle == pytest.approx(skew, abs=0.15)


def test_faint_bitonal_rules_still_make_the_grid(tmp_path):
    [page] = open_document(scan(tmp_path / "acte.pdf", table, skew=-0.7, noise=30, bitonal=True)).pages
    [grid] = find_grids(page)
    assert (grid.width, grid.height) == (4, 6)


@pytest.fixture(scope="module")
def upright(tmp_path_factory):
    return read(scan(tmp_path_factory.mktemp("scans") / "droit.pdf", table, dpi=150))


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_sheet_laid_sideways_is_read_and_framed_where_it_is_displayed(tmp_path, upright, quarters):
    sideways = read(scan(tmp_path / "tourne.pdf", table, dpi=150, turned=quarters))
    assert [(line.operator, line.amount) for line in sideways.lines] == [
        (line.operator, line.amount) for line in upright.lines
    ]
    boxes = [(line.source.box, other.source.box) for line, other in zip(sideways.lines, upright.lines, strict=True)]
    for box, expected in boxes:
        assert box == pytest.approx(turned_box(expected, 1, 1, -quarters), abs=0.01)
    assert [page.turned for page in sideways.document.pages] == [0]


def test_stamp_set_over_a_scan_is_kept_as_the_file_says_it(tmp_path):
    def over(canvas, number):
        canvas.setFont("Helvetica", 9)
        if number == 1:
            canvas.drawString(60, 30, "Envoyé en préfecture le 15/02/2024 ID : 082-228200010-20240212-CP24-17-DE")

    first, second = open_document(scan(tmp_path / "acte.pdf", table, prose, over=over)).pages
    assert [word.text for word in first.words[:4]] == ["Envoyé", "en", "préfecture", "le"]
    assert [word.text for word in first.words].count("préfecture") == 1
    assert "MOISSAC" in [word.text for word in first.words]
    assert {word.certainty for word in first.words[:4]} == {1.0}
    assert second.notes == (RECOGNISED,)


def layer(lines):
    """Hidden text, a line every row of the table."""

    def over(canvas, number):
        text = canvas.beginText()
        text.setTextRenderMode(3)
        text.setFont("Helvetica", 8)
        for index, line in enumerate(lines):
            text.setTextOrigin(43, LANDSCAPE[1] - 80 - 18 * (index + 1) + 6)
            text.textOut(line)
        canvas.drawText(text)

    return over


def test_good_hidden_layer_is_kept_with_the_rules_of_the_image(tmp_path):
    drawing = lambda canvas: table_page(canvas, ROWS, WIDTHS)  # noqa: E731
    document = open_document(scan(tmp_path / "acte.pdf", drawing, over=table_layer(ROWS, WIDTHS)))
    assert cells(document) == READ_ROWS
    assert {word.certainty for word in document.pages[0].words} == {1.0}
    assert document.pages[0].notes == (INVISIBLE_TEXT, RULES_ONLY)


def test_poor_hidden_layer_is_replaced(tmp_path):
    over = layer(["Bn|f ciairc Cmmn ~bjt M0nt4nt", "Assoc1at1on T|lleuls M0NTAUBAN", "CC4S dc M0issac | 3"])
    document = open_document(scan(tmp_path / "acte.pdf", table, over=over))
    assert cells(document) == READ_ROWS
    assert document.pages[0].notes == (RECOGNISED,)


@pytest.mark.parametrize("turned", [0, 2])
def test_hidden_layer_that_stands_elsewhere_than_the_print_is_replaced(tmp_path, turned):
    """Words that any language prints, but two rows lower than the image has them, or over an image upside down."""

    def over(canvas, number):
        canvas.saveState()
        canvas.translate(0, 0 if turned else -36)
        layer([" ".join(row) for row in ROWS])(canvas, number)
        canvas.restoreState()

    document = open_document(scan(tmp_path / "acte.pdf", table, over=over, turned=turned))
    assert cells(document) == READ_ROWS
    assert document.pages[0].turned == turned
    assert document.pages[0].notes == (RECOGNISED,)


def test_odd_words_are_those_that_no_language_prints():
    box = Box(0, 0, 10, 10)
    good = [Word(text, box, 9) for text in ("d'attribuer", "500,00", "€", "l'ADAPEI", "(n°", "2022/01617)", "%")]
    poor = [Word(text, box, 9) for text in ["Assoc1at1on", "d|nsert1on", "spCcial", "~bjt"]]
    assert odd_share(good) == 0
    assert odd_share(poor) == 1
    page = Page(1, 600, 800, (*good, *poor), ())
    assert not has_poor_layer(page)
    assert has_poor_layer(replace(page, notes=(INVISIBLE_TEXT,)))


def test_page_without_ink_is_said_to_be_blank(tmp_path):
    document = open_document(scan(tmp_path / "acte.pdf", prose, lambda canvas: None))
    assert document.pages[1].notes == (BLANK,)
    assert document.pages[1].words == ()


def test_scan_of_nothing_is_refused(tmp_path):
    with pytest.raises(NoTextError, match="aucun texte n’a pu être lu"):
        open_document(scan(tmp_path / "vide.pdf", lambda canvas: None))


def test_missing_recognition_is_said_in_french(skewed, monkeypatch):
    monkeypatch.setattr(tesseract, "find_data", lambda: None)
    with pytest.raises(NoRecognitionError, match=r"acte.pdf\u202f: .*installez les paquets tesseract-ocr"):
        open_document(skewed)


def test_missing_recognition_leaves_the_pages_that_have_text(tmp_path, monkeypatch):
    monkeypatch.setattr(tesseract, "find_data", lambda: None)
    over = lambda canvas, number: canvas.drawString(60, 30, "Vu et voté") if number == 1 else None  # noqa: E731
    document = open_document(scan(tmp_path / "acte.pdf", table, prose, over=over))
    assert [word.text for word in document.pages[0].words] == ["Vu", "et", "voté"]
    assert all(NOT_RECOGNISED in page.notes for page in document.pages)


def test_data_folder_of_the_environment_comes_first(tmp_path, monkeypatch):
    (tmp_path / "fra.traineddata").write_bytes(b"")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert tesseract.find_data() == str(tmp_path)


@pytest.mark.parametrize(("said", "pages", "threads"), [("1", 40, 1), ("3", 40, 3), ("3", 2, 2), ("0", 9, 1)])
def test_pages_recognised_at_once_are_as_many_as_said(monkeypatch, said, pages, threads):
    monkeypatch.setenv(THREADS_VARIABLE, said)
    assert threads_for(pages) == threads


def test_pages_recognised_at_once_are_one_a_core_where_nothing_is_said(monkeypatch):
    monkeypatch.delenv(THREADS_VARIABLE, raising=False)
    assert threads_for(1000) == len(os.sched_getaffinity(0))


def test_one_thread_and_two_read_the_same(monkeypatch, skewed, document):
    monkeypatch.setenv(THREADS_VARIABLE, "1")
    assert open_document(skewed).pages == document.pages


def test_second_engine_is_not_asked_about_an_image_without_text(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(documents, "_second_engine", lambda path, only=None: asked.append(only) or iter(()))
    document = open_document(scan(tmp_path / "acte.pdf", prose))
    assert document.pages[0].notes == (RECOGNISED,)
    assert asked == []


def test_second_engine_is_asked_about_text_of_which_no_word_is_made(tmp_path, monkeypatch):
    def blind(path):
        return (replace(page, words=()) for page in real(path))

    def stamp(canvas, number):
        canvas.drawString(60, 60, "Reçu en préfecture")

    real = pdfium.read_pages
    monkeypatch.setattr(pdfium, "read_pages", blind)
    document = open_document(scan(tmp_path / "acte.pdf", prose, over=stamp))
    assert "aucun texte trouvé par PDFium, page lue par pdfplumber" in document.pages[0].notes
    assert {"Reçu", "préfecture"} <= {word.text for word in document.pages[0].words}
