"""`extract --debug`: one image a page, what was found drawn where it is printed, pages without any table too."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from ingest.reader.inspection import page_drawings
from ingest.reader.inspection.marks import MEANINGS, page_marks
from ingest.reader.inspection.page_drawings import LEFT, STYLES, TOP, draw_pages
from ingest.reader.inspection.reasons import told_lines
from ingest.reader.pipeline import read_stages
from ingest.reader.records import Box, Leftover, Source
from tests.ingest.reader.drawn_pdfs import pdf, rule, table, text
from tests.ingest.reader.scanned_pdfs import scan, table_page
from tests.ingest.readings import a_record

ROWS = [
    ("Bénéficiaire", "Commune", "Montant 2024"),
    ("Association Les Tilleuls", "MONTAUBAN", "12 500 €"),
    ("CCAS de Moissac", "MOISSAC", "3 750 €"),
    ("Régie des Coteaux", "CAUSSADE", "108 000 €"),
    ("Total", "", "124 250 €"),
]
WIDTHS = (190, 130, 100)


@pytest.fixture(scope="module")
def act(tmp_path_factory):
    path = tmp_path_factory.mktemp("acts") / "acte.pdf"
    return pdf(path, [table(60, 120, WIDTHS, ROWS)], [text(60, 80, "Le rapport est adopté."), rule(60, 100, 300, 100)])


@pytest.fixture(scope="module")
def stages(act):
    return read_stages(act)


def labels(marks, kind):
    return [mark.label for mark in marks if mark.kind == kind]


def test_every_page_has_its_image_the_one_without_table_too(act, stages, tmp_path):
    written = draw_pages(act, stages, tmp_path / "new" / "folder")
    assert [path.name for path in written] == ["page-0001.png", "page-0002.png"]
    for path in written:
        with Image.open(path) as image:
            colours = {colour for _, colour in image.getcolors(maxcolors=1 << 20)}
        assert STYLES["word"].colour in colours
        assert STYLES["rule"].colour in colours
    assert not any(mark.kind == "cell" for mark in page_marks(stages)[2].marks)


def test_marks_tell_cells_roles_rows_and_checks(stages):
    on_page = page_marks(stages)[1]
    kinds = [mark.kind for mark in on_page.marks]
    assert kinds.count("header") == 3
    assert kinds.count("cell") == 12
    assert labels(on_page.marks, "column") == ["operator", "commune", "amount 2024"]
    assert labels(on_page.marks, "row") == [
        "header",
        "ligne 1, 12\u202f500,00\u00a0€",
        "ligne 2, 3\u202f750,00\u00a0€",
        "ligne 3, 108\u202f000,00\u00a0€",
        "total (equal)",
    ]
    assert labels(on_page.marks, "table") == [f"tableau 1 · {stages.reads[0].label}"]
    assert any("« Montant 2024 » : amount 2024" in said for said in on_page.said)


def test_table_that_is_set_aside_says_why(tmp_path):
    rows = [("Article", "Prix unitaire"), ("Chaise pliante", "24,00 €"), ("Table de 6", "85,00 €")]
    path = pdf(tmp_path / "tarifs.pdf", [table(60, 120, (200, 120), rows)])
    stages = read_stages(path)
    on_page = page_marks(stages)[1]
    assert stages.reads[0].skipped
    assert labels(on_page.marks, "table") == [f"tableau 1 · {stages.reads[0].label} · écarté"]
    assert any(stages.reads[0].skipped in said for said in on_page.said)


def test_sentences_show_what_they_gave_and_doubts_their_reason(tmp_path):
    said = [
        "Délibération du 3 mars 2024",
        "Le conseil décide d’attribuer une subvention de 1 500 € à l’association Les Tilleuls.",
    ]
    rows = [
        ("Bénéficiaire", "Fonctionnement", "Investissement"),
        ("Régie A", "800 €", "150 €"),
        ("Club B", "200 €", ""),
    ]
    stages = read_stages(pdf(tmp_path / "acte.pdf", [text(60, 80, *said), table(60, 160, (200, 110, 110), rows)]))
    on_page = page_marks(stages)[1]
    assert {"ligne 1, 1\u202f500,00\u00a0€", "lignes 2–3 ?", "ligne 4, 200,00\u00a0€"} <= set(
        labels(on_page.marks, "row")
    )
    [shared] = [line.notes[0] for line in stages.lines if line.notes]
    assert f"ligne 3, 150,00\u00a0€ «\u202fRégie A\u202f»\u202f: {shared}" in on_page.said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([4], "ligne 4, 1,00\u00a0€"),
        ([4, 4], "ligne 4, 1,00\u00a0€ + 1,00\u00a0€"),
        ([4, 5, 6, 9], "lignes 4–6, 9"),
        ([2, 2, 1], "lignes 1–2"),
    ],
)
def test_one_line_is_told_with_its_amounts_several_by_their_numbers(numbers, said):
    assert told_lines([a_record(number, "Club", "1") for number in numbers]) == said


def test_row_that_is_left_over_is_said_with_its_reason(stages):
    left = Leftover("Amicale des " + "très " * 20 + "anciens", "montant illisible", Source(2, 0, 0, Box(0, 0, 1, 1)))
    on_page = page_marks(replace(stages, leftovers=(left,)))[2]
    assert labels(on_page.marks, "leftover") == ["non lu"]
    assert on_page.said[-1].endswith("…\u202f»\u202f: montant illisible")


@pytest.mark.parametrize("turned", [0, 1])
def test_marks_of_a_scan_lie_on_its_ink(tmp_path, turned):
    def draw(canvas):
        table_page(canvas, ROWS, WIDTHS, title="Subventions attribuées en 2024")

    path = scan(tmp_path / "acte.pdf", draw, skew=1.5, turned=turned)
    stages = read_stages(path)
    [(page, background)] = page_drawings._backgrounds(path, stages.document.pages)
    grey = np.asarray(background.convert("L"))
    scale = grey.shape[1] / page.width
    assert len(page.words) > 15
    for word in page.words:
        left, top, right, bottom = (round(side * scale) for side in word.box)
        assert (grey[top:bottom, left:right] < 128).mean() > 0.05, word


def test_legend_names_every_colour(act, stages, tmp_path):
    assert set(MEANINGS) == set(STYLES)
    [first, _] = draw_pages(act, stages, tmp_path)
    with Image.open(first) as image:
        page = stages.document.pages[0]
        foot = TOP + round(page.height * page_drawings.RESOLUTION / 72)
        legend = image.crop((0, foot, image.width, foot + 30))
        colours = {colour for _, colour in legend.getcolors(maxcolors=1 << 20)}
    assert {style.colour for style in STYLES.values()} <= colours
    assert image.width > LEFT


def test_without_a_face_letters_lose_their_accents(monkeypatch):
    monkeypatch.setattr(page_drawings, "FACES", ())
    page_drawings._found_face.cache_clear()
    page_drawings._face.cache_clear()
    try:
        assert page_drawings._printable("tableau écarté") == "tableau ecarte"
    finally:
        page_drawings._found_face.cache_clear()
        page_drawings._face.cache_clear()
