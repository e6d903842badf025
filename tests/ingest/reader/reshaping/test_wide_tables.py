"""Tables whose last columns are printed on other pages, row for row at the same heights."""

from collections.abc import Sequence
from pathlib import Path

from ingest.reader.pipeline import read_stages
from tests.ingest.reader.drawn_pdfs import Drawn, pdf, table, text

NAMES = [["Bénéficiaire", "Commune"], *([f"Association {name}", "Beyrac"] for name in "ABCDEFGH")]
AMOUNTS = [["Coût", "Subvention"], *([f"{cost} 000 €", f"{cost}00 €"] for cost in range(2, 10))]
LAST = [[cells[1]] for cells in AMOUNTS]


def lines_of(folder: Path, *pages: Sequence[Drawn]) -> list[tuple[str, int, int]]:
    stages = read_stages(pdf(folder / "acte.pdf", *pages))
    return [(line.operator, int(line.amount), line.source.page) for line in stages.lines]


def set_at(rows: Sequence[Sequence[str]], widths: Sequence[float], top: float = 60) -> list[Drawn]:
    return [table(50, top, widths, rows)]


WANTED = [(f"Association {name}", 100 * cost, 1) for name, cost in zip("ABCDEFGH", range(2, 10), strict=True)]


def test_columns_on_the_next_page_go_on_the_rows(tmp_path):
    assert lines_of(tmp_path, set_at(NAMES, [300, 150]), set_at(AMOUNTS, [90, 90])) == WANTED


def test_single_column_on_the_next_page_goes_on_the_rows(tmp_path):
    assert lines_of(tmp_path, set_at(NAMES, [300, 150]), set_at(LAST, [90])) == WANTED


def test_pages_of_the_first_columns_come_before_those_of_the_last(tmp_path):
    left = [set_at([NAMES[0], *NAMES[1:5]], [300, 150]), set_at([NAMES[0], *NAMES[5:]], [300, 150])]
    right = [set_at([AMOUNTS[0], *AMOUNTS[1:5]], [90, 90]), set_at([AMOUNTS[0], *AMOUNTS[5:]], [90, 90])]
    found = lines_of(tmp_path, *left, *right)
    assert [line[:2] for line in found] == [line[:2] for line in WANTED]
    assert [page for _, _, page in found] == [1, 1, 1, 1, 2, 2, 2, 2]


def test_total_under_the_columns_of_the_next_page_alone_goes_with_the_rows(tmp_path):
    total = [["", "4 400 €"]]
    assert lines_of(tmp_path, set_at(NAMES, [300, 150]), set_at([*AMOUNTS, *total], [90, 90])) == WANTED


def test_few_rows_with_a_total_on_the_right_are_one_table(tmp_path):
    few = [*AMOUNTS[:5], ["", "1 400 €"]]
    assert lines_of(tmp_path, set_at(NAMES[:5], [300, 150]), set_at(few, [90, 90])) == WANTED[:4]


def test_number_of_each_row_is_printed_on_both_pages(tmp_path):
    names = [[number, *cells] for number, cells in zip(["N°", *"12345678"], NAMES, strict=True)]
    amounts = [[number, *cells] for number, cells in zip(["N°", *"12345678"], AMOUNTS, strict=True)]
    total = [["", "", "4 400 €"]]
    assert lines_of(tmp_path, set_at(names, [40, 300, 150]), set_at([*amounts, *total], [40, 90, 90])) == WANTED


def test_rows_at_other_heights_are_of_another_table(tmp_path):
    assert lines_of(tmp_path, set_at(NAMES, [300, 150]), set_at(AMOUNTS, [90, 90], top=83)) == []


def test_table_that_names_somebody_stands_alone(tmp_path):
    other = [["Bénéficiaire", "Subvention"], *([f"Club {name}", "90 €"] for name in "ABCDEFGH")]
    first = [["Association", "Aide votée"], *([f"Association {name}", "70 €"] for name in "ABCDEFGH")]
    found = lines_of(tmp_path, set_at(first, [300, 150]), [text(50, 30, "Annexe 2"), *set_at(other, [300, 150])])
    assert len(found) == 16


def test_column_of_amounts_that_goes_with_no_rows_is_no_table(tmp_path):
    stages = read_stages(pdf(tmp_path / "acte.pdf", set_at(NAMES, [300, 150]), set_at(LAST, [90], top=300)))
    assert [stage.width for stage in stages.tables] == [2]
    assert [stage.number for stage in stages.tables] == [1]


def test_sheet_printed_columns_first_is_one_table(tmp_path):
    left = [set_at([NAMES[0], *NAMES[1:5]], [300, 150]), set_at([NAMES[0], *NAMES[5:]], [300, 150])]
    right = [set_at([AMOUNTS[0], *AMOUNTS[1:5]], [90, 90]), set_at([AMOUNTS[0], *AMOUNTS[5:]], [90, 90])]
    stages = read_stages(pdf(tmp_path / "acte.pdf", left[0], right[0], left[1], right[1]))
    assert [(line.operator, int(line.amount)) for line in stages.lines] == [line[:2] for line in WANTED]
    assert [table.number for table in stages.tables] == [1]


def test_title_over_the_first_columns_leaves_the_others_blank(tmp_path):
    left = [table(50, 60, [300, 150], [["Subventions 2030", None], *NAMES], spans={(0, 0): (1, 2)})]
    right = [table(50, 60, [90, 90], [["", None], *AMOUNTS], spans={(0, 0): (1, 2)})]
    assert lines_of(tmp_path, left, right) == WANTED


def test_columns_that_each_page_repeats_are_those_of_the_first(tmp_path):
    repeated = [[*left, *right] for left, right in zip(NAMES, AMOUNTS, strict=True)]
    found = lines_of(tmp_path, set_at(NAMES, [300, 150]), set_at(repeated, [120, 90, 90, 90]))
    assert found == WANTED


def test_name_of_the_structure_names_somebody(tmp_path):
    names = [["Nom de la structure", "Objet"], *NAMES[1:]]
    assert lines_of(tmp_path, set_at(names, [300, 150]), set_at(AMOUNTS, [90, 90])) == WANTED
