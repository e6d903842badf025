"""Files opened by both engines: words, rules, fills, and what is said of a file that cannot be read."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.documents import open_document
from ingest.reader.engines import pdfium, plumber
from ingest.reader.errors import (
    DamagedFileError,
    DynamicFormError,
    EmptyFileError,
    EncryptedFileError,
    NoPageError,
    NotAPdfError,
    NoTextError,
    PortfolioError,
    ReadingError,
    TooLargeError,
)
from ingest.reader.records import Document, Page, Word
from tests.ingest.reader.drawn_pdfs import PAGE, fill, pdf, rule, table, text, thin_surface

ENGINES = ["pdfium", "pdfplumber"]
ODD = Path(__file__).resolve().parents[2] / "data" / "odd"


def words(document: Document, page: int = 1) -> list[str]:
    return [word.text for word in document.pages[page - 1].words]


def word(document: Document, wanted: str) -> Word:
    [found] = [word for page in document.pages for word in page.words if word.text == wanted]
    return found


# ---- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_word_has_its_place_size_and_weight(tmp_path, engine):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue 500 euros"), text(60, 200, "TOTAL", bold=True, size=14)])
    document = open_document(path, engine=engine)
    assert words(document) == ["Attribue", "500", "euros", "TOTAL"]
    plain, heavy = word(document, "Attribue"), word(document, "TOTAL")
    assert (plain.size, plain.bold, plain.angle) == (pytest.approx(9), False, 0)
    assert (heavy.size, heavy.bold) == (pytest.approx(14), True)
    assert plain.box == pytest.approx((60, 100, 60 + stringWidth("Attribue", "Helvetica", 9), 109), abs=1)
    assert document.engine == engine


@pytest.mark.parametrize("engine", ENGINES)
def test_words_of_one_line_have_one_height_whatever_their_letters(tmp_path, engine):
    document = open_document(pdf(tmp_path / "acte.pdf", [text(60, 100, "Aide - agape . 12 €")]), engine=engine)
    assert len({(round(word.box.y0, 2), round(word.box.y1, 2)) for word in document.pages[0].words}) == 1


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("degrees", "clockwise"), [(0, 0), (90, 270), (180, 180), (-90, 90)])
def test_angle_is_clockwise_as_seen(tmp_path, engine, degrees, clockwise):
    def turned(canvas):
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, "Parcours intensif")

    document = open_document(pdf(tmp_path / "acte.pdf", [turned]), engine=engine)
    assert words(document) == ["Parcours", "intensif"]
    assert {word.angle for word in document.pages[0].words} == {clockwise}
    first, last = document.pages[0].words
    along = {0: last.box.x0 - first.box.x1, 90: last.box.y0 - first.box.y1}
    back = {180: first.box.x0 - last.box.x1, 270: first.box.y0 - last.box.y1}
    assert 1 < {**along, **back}[clockwise] < 4


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_page_is_read_as_displayed(tmp_path, engine, turn):
    def page(canvas):
        canvas.setPageRotation(turn)
        moves = {0: (0, 0), 90: (PAGE[1], 0), 180: PAGE, 270: (0, PAGE[0])}
        canvas.translate(*moves[turn])
        canvas.rotate(turn)
        text(60, 100, "Haut de page")(canvas)
        rule(60, 120, 300, 120)(canvas)

    document = open_document(pdf(tmp_path / "acte.pdf", [page]), engine=engine)
    [shown] = document.pages
    assert (shown.width, shown.height) == pytest.approx(PAGE)
    assert shown.words[0].box == pytest.approx((60, 100, 60 + stringWidth("Haut", "Helvetica", 9), 109), abs=1)
    assert {word.angle for word in shown.words} == {0}
    [line] = shown.rules
    assert (line.x0, line.y0, line.x1, line.y1) == pytest.approx((60, 120, 300, 120), abs=1)


@pytest.mark.parametrize("engine", ENGINES)
def test_crop_box_sets_the_origin_and_hides_what_is_outside(tmp_path, engine):
    drawn = [lambda canvas: canvas.setCropBox((50, 100, 550, 750)), text(60, 100, "Dedans"), text(5, 5, "Dehors")]
    document = open_document(pdf(tmp_path / "acte.pdf", drawn), engine=engine)
    [page] = document.pages
    assert (page.width, page.height) == pytest.approx((500, 650))
    assert words(document) == ["Dedans"]
    assert page.words[0].box[:2] == pytest.approx((10, 50), abs=1)


def test_words_outside_the_page_are_counted_in_a_note(tmp_path):
    drawn = [lambda canvas: canvas.setCropBox((50, 100, 550, 750)), text(60, 100, "Dedans"), text(5, 5, "Dehors")]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn)).pages
    assert page.notes == ("mots hors de la page laissés de côté : 1",)


def test_hyphen_at_a_line_end_is_printed(tmp_path):
    drawn = text(60, 100, "les communes de Teteghem-", "Coudekerque et de Grande-", "Synthe")
    document = open_document(pdf(tmp_path / "acte.pdf", [drawn]))
    assert words(document) == ["les", "communes", "de", "Teteghem-", "Coudekerque", "et", "de", "Grande-", "Synthe"]
    assert word(document, "Coudekerque").box.y0 > word(document, "Teteghem-").box.y1


def test_dash_over_a_figure_of_a_turned_page_is_a_word_of_its_own(tmp_path):
    def landscape(canvas):
        canvas.setPageRotation(270)
        canvas.translate(0, PAGE[0])
        canvas.rotate(270)
        text(100, 300, "–", "2 600,00", "–", "–", "54 800,25")(canvas)

    document = open_document(pdf(tmp_path / "acte.pdf", [landscape]))
    assert words(document) == ["–", "2", "600,00", "–", "–", "54", "800,25"]


@pytest.mark.parametrize("engine", ENGINES)
def test_change_of_font_inside_a_word_does_not_cut_it(tmp_path, engine):
    def mixed(canvas):
        line = canvas.beginText(60, 700)
        for font, piece in (("Helvetica", "sub"), ("Helvetica-Bold", "ven"), ("Helvetica", "tion")):
            line.setFont(font, 9)
            line.textOut(piece)
        canvas.drawText(line)

    assert words(open_document(pdf(tmp_path / "acte.pdf", [mixed]), engine=engine)) == ["subvention"]


def test_texts_of_two_cells_that_touch_are_two_words(tmp_path):
    figure = [
        lambda canvas: canvas.drawRightString(199.8, 700, "12345"),
        lambda canvas: canvas.drawString(200.2, 700, "Lille"),
    ]
    document = open_document(pdf(tmp_path / "acte.pdf", [rule(200, 80, 200, 120), *figure]))
    assert words(document) == ["12345", "Lille"]


def test_word_that_overflows_its_cell_stays_whole(tmp_path):
    drawn = [text(150, 92, "Anticonstitutionnellement"), rule(200, 80, 200, 120)]
    assert words(open_document(pdf(tmp_path / "acte.pdf", drawn))) == ["Anticonstitutionnellement"]


def test_text_that_runs_over_the_next_cell_is_parted_from_its_text(tmp_path):
    def overflow(canvas):
        canvas.drawString(150, 700, "LEFFRINCKOUCKE")
        canvas.drawString(202, 700, "Aller")

    document = open_document(pdf(tmp_path / "acte.pdf", [rule(200, 80, 200, 120), overflow]))
    assert words(document) == ["LEFFRINCKOUCKE", "Aller"]


def test_rule_elsewhere_on_the_page_does_not_cut_a_word(tmp_path):
    def glyph_by_glyph(canvas):
        x = 150.0
        for letter in "Repartition":
            canvas.drawString(x, 700, letter)
            x += canvas.stringWidth(letter)

    drawn = [glyph_by_glyph, rule(170, 300, 170, 500)]
    assert words(open_document(pdf(tmp_path / "acte.pdf", drawn))) == ["Repartition"]


def test_upright_text_just_beside_the_end_of_turned_text_is_another_word(tmp_path):
    def turned(canvas):
        canvas.translate(100, 500)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Enseignements artistiques")
        canvas.rotate(-90)
        canvas.drawString(3, 101, "22 300 euros")

    document = open_document(pdf(tmp_path / "acte.pdf", [turned]))
    assert [(word.text, word.angle) for word in document.pages[0].words] == [
        ("Enseignements", 270),
        ("artistiques", 270),
        ("22", 0),
        ("300", 0),
        ("euros", 0),
    ]


def test_watermark_is_left_out_and_said(tmp_path):
    def stamp(canvas):
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "PROJET NON VOTE")

    document = open_document(pdf(tmp_path / "acte.pdf", [stamp, text(60, 100, "Article 1")]))
    assert words(document) == ["Article", "1"]
    assert document.pages[0].notes == ("texte en biais laissé de côté : « PROJET NON VOTE »",)


def test_invisible_text_over_an_image_is_said(tmp_path):
    def layer(canvas):
        line = canvas.beginText(60, 700)
        line.setTextRenderMode(3)
        line.textOut("texte reconnu")
        canvas.drawText(line)

    document = open_document(pdf(tmp_path / "acte.pdf", [layer]))
    assert words(document) == ["texte", "reconnu"]
    assert document.pages[0].notes == ("texte invisible posé sur une image : issu d’une reconnaissance de caractères",)


# ---- rules and fills -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_lines_surfaces_and_outlines_become_rules(tmp_path, engine):
    drawn = [
        text(60, 700, "x"),
        rule(60, 100, 300, 100),
        thin_surface(60, 200, 60, 260),
        lambda canvas: canvas.rect(100, PAGE[1] - 340, 50, 40),
        rule(60, 400, 300, 520),
    ]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn), engine=engine).pages
    found = sorted((round(r.y0), round(r.x0), round(r.y1), round(r.x1)) for r in page.rules)
    near = [(100, 60, 100, 300), (200, 60, 260, 60)]
    outline = [(300, 100, 300, 150), (300, 100, 340, 100), (300, 150, 340, 150), (340, 100, 340, 150)]
    assert len(found) == 6
    for one, other in zip(found, sorted(near + outline), strict=True):
        assert one == pytest.approx(other, abs=1)


@pytest.mark.parametrize("engine", ENGINES)
def test_coloured_surface_is_a_fill_and_a_white_one_is_not(tmp_path, engine):
    drawn = [text(60, 700, "x"), fill(60, 100, 300, 130), fill(60, 200, 300, 230, shade=1)]
    [page] = open_document(pdf(tmp_path / "acte.pdf", drawn), engine=engine).pages
    assert page.rules == ()
    [shade] = page.fills
    assert shade == pytest.approx((60, 100, 300, 130), abs=0.5)


def test_form_that_holds_too_many_forms_is_cut_and_said(tmp_path):
    def nested(canvas):
        for depth in range(12):
            canvas.beginForm(f"f{depth}", 0, 0, *PAGE)
            rule(60, 100, 300, 100)(canvas)
            if depth:
                canvas.doForm(f"f{depth - 1}")
            canvas.endForm()
        canvas.doForm("f11")

    [page] = open_document(pdf(tmp_path / "acte.pdf", [nested, text(60, 200, "x")])).pages
    assert "page trop chargée : lecture incomplète" in page.notes
    assert len(page.rules) == 8


# ---- two engines -----------------------------------------------------------------------------------------------------


def test_both_engines_read_the_same_page(tmp_path):
    rows = [["Axe", "Montant"], ["Culture et sports", "12 345,00"], ["Voirie", "0,00"]]
    path = pdf(tmp_path / "acte.pdf", [text(60, 60, "Annexe 1", bold=True), table(60, 100, [200, 100], rows)])
    [first], [second] = open_document(path).pages, open_document(path, engine="pdfplumber").pages
    assert [word.text for word in first.words] == [word.text for word in second.words]
    for one, other in zip(first.words, second.words, strict=True):
        assert one.box == pytest.approx(other.box, abs=1)
        assert (one.bold, one.angle) == (other.bold, other.angle)
    assert len(first.rules) == len(second.rules)


def test_page_without_text_for_pdfium_is_read_by_the_second_engine(tmp_path, monkeypatch):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Premiere")], [text(60, 100, "Seconde")])

    def blind(path):
        return (replace(page, words=()) if page.number == 2 else page for page in real(path))

    real = pdfium.read_pages
    monkeypatch.setattr(pdfium, "read_pages", blind)
    document = open_document(path)
    assert (words(document, 1), words(document, 2)) == (["Premiere"], ["Seconde"])
    assert document.pages[0].notes == ()
    assert document.pages[1].notes == ("aucun texte trouvé par PDFium, page lue par pdfplumber",)
    assert document.engine == "pdfium"


def test_file_refused_by_pdfium_is_read_by_the_second_engine(tmp_path, monkeypatch):
    def refuse(path):
        raise DamagedFileError(path.name)

    monkeypatch.setattr(pdfium, "read_pages", refuse)
    document = open_document(pdf(tmp_path / "acte.pdf", [text(60, 100, "Article")]))
    assert words(document) == ["Article"]
    assert document.engine == "pdfplumber"
    assert document.pages[0].notes == ("fichier refusé par PDFium, page lue par pdfplumber",)


def test_unknown_engine_is_refused(tmp_path):
    with pytest.raises(ValueError, match="tesseract"):
        open_document(pdf(tmp_path / "acte.pdf", [text(60, 100, "x")]), engine="tesseract")


# ---- files -----------------------------------------------------------------------------------------------------------


def test_document_has_the_name_and_digest_of_the_file(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "x")])
    document = open_document(path)
    assert (document.name, document.sha256) == ("acte.pdf", hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("empty.pdf", EmptyFileError),
        ("encrypted.pdf", EncryptedFileError),
        ("image-only.pdf", NoTextError),
        ("no-page.pdf", NoPageError),
        ("not-a-pdf.pdf", NotAPdfError),
        ("truncated.pdf", DamagedFileError),
    ],
)
def test_unreadable_file_has_its_own_error(name, error, engine):
    with pytest.raises(error, match=name):
        open_document(ODD / name, engine=engine)


def test_junk_behind_a_header_is_damaged(tmp_path):
    path = tmp_path / "acte.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing\nstartxref\n0\n%%EOF")
    with pytest.raises(DamagedFileError):
        open_document(path)


def test_file_cut_short_of_its_announced_length_is_damaged(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "x")])
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"%PDF-1.3", b"%PDF-1.3\n%1 0 obj << /Linearized 1 /L 999999 >>", 1))
    with pytest.raises(DamagedFileError):
        open_document(path)


@pytest.mark.parametrize("kept", ["5 0 obj\n<< /Length 44 >>\nstream\nBT (1 5", "5 0 obj\n<< >>\nendobj\nxref\n0 1\n"])
def test_file_cut_short_in_its_last_update_is_damaged(tmp_path, kept):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue")])
    path.write_bytes(path.read_bytes() + kept.encode())
    with pytest.raises(DamagedFileError):
        open_document(path)


def test_file_whose_list_of_pages_is_damaged_is_not_said_to_have_none(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue")])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.Root.Kept = pikepdf.Array([document.pages[0].obj])
        document.Root.Pages.Kids, document.Root.Pages.Count = pikepdf.Array([]), 0
        document.save(path)
    with pytest.raises(DamagedFileError):
        open_document(path)


def test_owner_password_alone_does_not_lock_a_file(tmp_path):
    lock = StandardEncryption("", ownerPassword="secret", strength=128)
    document = open_document(pdf(tmp_path / "acte.pdf", [text(60, 100, "Lisible")], encrypt=lock))
    assert words(document) == ["Lisible"]


def test_header_after_a_few_bytes_of_mail_is_accepted(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Lisible")])
    path.write_bytes(b"\r\n\r\n" + path.read_bytes())
    assert words(open_document(path)) == ["Lisible"]


def test_bytes_that_a_portal_appends_do_not_make_a_file_look_cut_short(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Lisible")])
    path.write_bytes(path.read_bytes() + b"\0" * 200_000)
    assert words(open_document(path)) == ["Lisible"]


def test_cover_of_a_portfolio_says_where_the_act_is(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Ouvrez ce porte-documents dans Adobe Reader.")])
    act = pdf(tmp_path / "deliberation.pdf", [text(60, 100, "Lisible")]).read_bytes()
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.attachments["Délibération.PDF"] = pikepdf.AttachedFileSpec(document, act)
        document.save(path)
    with pytest.raises(PortfolioError, match="acte.pdf\u202f: ce fichier est un porte-documents"):
        open_document(path)


def test_form_that_waits_for_its_software_is_said(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Please wait...")])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=document.make_stream(b"<xdp/>"))
        document.save(path)
    with pytest.raises(DynamicFormError, match="formulaire"):
        open_document(path)


def test_file_that_cannot_be_opened_is_said_in_french(tmp_path):
    with pytest.raises(ReadingError, match="acte.pdf\u202f: le fichier ne peut pas être ouvert"):
        open_document(tmp_path / "acte.pdf")


def test_page_of_letters_drawn_line_by_line_is_an_image(tmp_path):
    def outlined(canvas):
        for line in range(6):
            path = canvas.beginPath()
            for letter in range(60):
                x, y = 60 + 8 * letter, 700 - 20 * line
                path.moveTo(x, y)
                for dx, dy in ((0, 9), (5, 9), (5, 5), (1, 5), (5, 0)):
                    path.lineTo(x + dx, y + dy)
            canvas.drawPath(path, stroke=0, fill=1)

    [page] = pdfium.read_pages(pdf(tmp_path / "acte.pdf", [outlined]))
    assert page.pictured == 1


def test_too_many_pages_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pdfium, "MOST_PAGES", 2)
    with pytest.raises(TooLargeError, match="a 3 pages, la limite est de 2"):
        open_document(pdf(tmp_path / "acte.pdf", *[[text(60, 100, "x")]] * 3))


def test_pages_are_closed_one_by_one(tmp_path, monkeypatch):
    path = pdf(tmp_path / "acte.pdf", *[[text(60, 100, "x")]] * 3)
    opened: list[str] = []
    load, close = pdfium.c.FPDF_LoadPage, pdfium.c.FPDF_ClosePage
    monkeypatch.setattr(pdfium.c, "FPDF_LoadPage", lambda *args: opened.append("open") or load(*args))
    monkeypatch.setattr(pdfium.c, "FPDF_ClosePage", lambda *args: opened.append("close") or close(*args))
    open_document(path)
    assert opened == ["open", "close"] * 3


def test_second_engine_reads_only_the_pages_asked(tmp_path):
    path = pdf(tmp_path / "acte.pdf", *[[text(60, 100, f"page{number}")] for number in (1, 2, 3)])
    pages: list[Page] = list(plumber.read_pages(path, only={1, 3}))
    assert [(page.number, page.words[0].text) for page in pages] == [(1, "page1"), (3, "page3")]
