"""Figures that a file names for others are not believed."""

import pytest

from ingest.reader.engines import pdfium
from ingest.reader.engines.words.digit_shapes import shapes_disagree
from tests.ingest.reader.drawn_pdfs import misnamed, pdf, text

# Liberation Sans: how far over their line its figures begin.
FEET = {"0": -0.009, "1": 0.0, "2": 0.0, "3": -0.009, "4": 0.0, "5": -0.009, "6": -0.009, "8": -0.009, "9": -0.009}


def renamed(names):
    """The same shapes, named as `names` says."""
    return {names.get(figure, figure): foot for figure, foot in FEET.items()}


@pytest.mark.parametrize("names", [{"0": "1", "1": "0"}, {"2": "3", "3": "4", "4": "2"}])
def test_figures_named_for_others_are_found_by_their_shapes(names):
    assert shapes_disagree(renamed(names))


@pytest.mark.parametrize(
    "feet",
    [
        FEET,
        dict.fromkeys(FEET, 0.0),  # a face whose figures all stand on the line
        {**FEET, "3": -0.2, "4": -0.2, "5": -0.2, "9": -0.2, "0": 0.0, "6": 0.0},  # figures that hang
        {figure: FEET[figure] for figure in "0124"},  # too few to tell
        {},
    ],
)
def test_faces_of_other_kinds_tell_nothing(feet):
    assert not shapes_disagree(feet)


def figures_of(path):
    [page] = pdfium.read_pages(path)
    return " ".join(word.text for word in page.words)


def test_page_whose_figures_are_named_for_others_has_none_that_is_named(tmp_path):
    drawn = pdf(tmp_path / "acte.pdf", [text(60, 100, "Club 2025 : 146 380,97 €")])
    assert figures_of(drawn) == "Club 2025 : 146 380,97 €"
    shifted = misnamed(drawn, lambda code: 48 + (code - 47) % 10 if 48 <= code <= 57 else code)
    assert figures_of(shifted).replace("\ufffd", "#") == "Club #### : ### ###,## €"
