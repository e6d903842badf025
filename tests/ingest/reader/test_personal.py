"""Personal data of whole documents: a made-up act, pages drawn to the point."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from ingest.reader import pipeline
from ingest.reader.documents import open_document
from ingest.reader.personal import find_in_text, find_personal_data
from ingest.reader.private.findings import personal_key
from ingest.reader.records import Box, Document, Page, PersonalRecord, Word
from tests.ingest.reader.scanned_pdfs import scan
from tests.samples.variants.private_persons import IBAN, MAILBOX, MOBILE, OFFICE, PHONE

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def found() -> tuple[PersonalRecord, ...]:
    return pipeline.read(DATA / "variants" / "private-persons.pdf").personal


def texts(found: tuple[PersonalRecord, ...], kind: str) -> list[str]:
    return [record.text for record in found if record.kind == kind]


def words(*texts: str, gap: float = 3, top: float = 100) -> tuple[Word, ...]:
    """Words on one line, `gap` points apart."""
    placed, left = [], 50.0
    for text in texts:
        placed.append(Word(text, Box(left, top, left + 5 * len(text), top + 10), 10))
        left += 5 * len(text) + gap
    return tuple(placed)


def on_a_page(*printed: Word, pictures: tuple[Box, ...] = ()) -> list[PersonalRecord]:
    page = Page(1, 600, 800, printed, (), pictures=pictures)
    return list(find_personal_data(Document("a.pdf", "", (page,)), (), ()))


def test_persons_who_receive_are_found_and_bodies_named_after_persons_are_not(found):
    assert set(texts(found, "person")) == {"Jeanne DUPRÉ", "MORVAN Paul", "Luc et Odile CARLIER"}


def test_a_person_is_found_on_the_other_pages_that_print_the_name(found):
    assert [record.sources[0].page for record in found if record.text == "Jeanne DUPRÉ"] == [1, 2]


def test_account_addresses_and_numbers_are_found_each_once(found):
    assert len(texts(found, "bank")) == 1
    assert texts(found, "bank")[0].startswith(IBAN)
    assert sorted(texts(found, "email")) == sorted([OFFICE, MAILBOX])
    assert sorted(texts(found, "phone")) == sorted([PHONE, MOBILE])


def test_the_mailbox_of_an_office_is_said_to_be_one(found):
    assert {record.text: record.service for record in found if record.kind == "email"} == {OFFICE: True, MAILBOX: False}


def test_a_picture_under_the_president_is_a_signature(found):
    signature = next(record for record in found if record.kind == "signature")
    assert signature.sources[0].page == 2
    assert signature.text == ""


def test_nothing_is_found_in_acts_that_print_none():
    for name in ("numbers-that-are-no-money", "payments-by-year", "sentences"):
        assert pipeline.read(DATA / "variants" / f"{name}.pdf").personal == ()


def test_both_engines_find_the_same():
    path = DATA / "variants" / "private-persons.pdf"
    by_engine = [
        Counter((one.kind, one.text) for one in pipeline.read(path, engine=engine).personal)
        for engine in ("pdfium", "pdfplumber")
    ]
    assert by_engine[0] == by_engine[1]


def test_an_iban_split_over_words_and_lines_has_a_box_on_each_line():
    first, second = words("FR76", "3000", "6000"), words("0112", "3456", "7890", "189", top=120)
    (record,) = on_a_page(*first, *second)
    assert record.kind == "bank"
    boxes = [source.box for source in record.sources]
    assert len(boxes) == 2
    assert boxes[0].y1 < boxes[1].y1
    assert boxes[0].x0 * 600 < 50 < boxes[0].x1 * 600


def test_cells_of_a_row_are_no_telephone_number():
    pairs = ("03", "53", "01", "02", "03")
    assert [record.kind for record in on_a_page(*words(*pairs, gap=3))] == ["phone"]
    assert on_a_page(*words(*pairs, gap=40)) == []


def test_a_person_to_reach_is_found_beside_the_number():
    printed = words("Nom", ":", "Durand", "Prénom", ":", "Pascal", "Téléphone", ":", "01.99.00.12.34")
    assert {(one.kind, one.text) for one in on_a_page(*printed)} == {
        ("phone", "01.99.00.12.34"),
        ("person", "Pascal Durand"),
    }


def test_a_logo_at_the_head_and_a_chart_are_no_signatures():
    logo, chart = Box(50, 20, 150, 60), Box(50, 300, 550, 600)
    assert on_a_page(*words("Le", "Président", top=640), pictures=(logo, chart)) == []


def test_one_thing_has_one_key_however_printed():
    assert personal_key("phone", "+33 3 53 01 02 03") == personal_key("phone", "03.53.01.02.03")
    assert personal_key("bank", IBAN) == personal_key("bank", IBAN.replace(" ", ""))
    assert personal_key("person", "DUPRÉ Jeanne") == personal_key("person", "Jeanne Dupré")
    assert personal_key("email", "Greffe.ta- lille@example.org") == "greffe.ta-lille@example.org"


def test_findings_of_a_text_do_not_overlap():
    text = f"IBAN {IBAN}, {MAILBOX}, {PHONE}"
    assert [text[one.start : one.end] for one in find_in_text(text)] == [IBAN, MAILBOX, PHONE]


def test_a_scan_gives_its_account_and_the_signature_that_a_pen_left(tmp_path):
    def drawing(canvas):
        canvas.setFont("Helvetica", 11)
        for number, text in enumerate(("Convention entre le Département et l’association", f"IBAN : {IBAN}")):
            canvas.drawString(72, 760 - 30 * number, text)
        canvas.drawString(330, 300, "Le Président du conseil départemental,")
        canvas.setLineWidth(1.5)
        points = [(340 + 9 * n, 240 + (22 if n % 2 else -22) * (1 - n / 20)) for n in range(14)]
        for (x0, y0), (x1, y1) in pairwise(points):
            canvas.line(x0, y0, x1, y1)
        canvas.drawString(330, 180, "Fait à Villelune, le 9 octobre 2023")

    document = open_document(scan(tmp_path / "scan.pdf", drawing, size=(595, 842), dpi=200, noise=6))
    found = {one.kind: one for one in find_personal_data(document, (), ())}
    assert set(found) == {"bank", "signature"}
    assert personal_key("bank", found["bank"].text).endswith("7890189")
    (source,) = found["signature"].sources
    assert source.box.x0 * 595 < 345
    assert source.box.x1 * 595 > 440
    assert (842 - 262) - 15 < source.box.y0 * 842 < source.box.y1 * 842 < (842 - 218) + 15
