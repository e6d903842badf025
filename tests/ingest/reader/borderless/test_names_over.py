"""Which columns the names of a header stand over."""

from types import SimpleNamespace

import pytest

from ingest.reader.borderless.names_over import columns_under, columns_under_all

COLUMNS = [(40.0, 88.0), (137.0, 190.0), (260.0, 300.0)]


@pytest.mark.parametrize(
    ("spans", "under"),
    [
        ([(62, 89), (97, 110), (140, 171), (179, 240)], [0, 0, 1, 1]),  # « Date de | Code imputation », set apart
        ([(62, 89), (115, 130)], [0, 1]),
        ([(62, 89), (100, 120), (125, 134), (270, 290)], [0, 1, 1, 2]),
    ],
    ids=["word of the name before it", "name of the column on its right", "no word of the name before it"],
)
def test_a_word_in_the_white_goes_with_the_name_that_it_is_much_nearer_to(spans, under):
    texts = [SimpleNamespace(x0=float(x0), x1=float(x1)) for x0, x1 in spans]
    assert columns_under(SimpleNamespace(texts=texts, size=9.0), COLUMNS) == under


def test_a_name_of_several_lines_in_the_white_heads_the_column_that_no_other_name_does():
    columns = [(40.0, 88.0), (137.0, 146.0), (260.0, 300.0)]
    lines = [[(150, 172)], [(45, 70), (230, 290)], [(149, 173)]]  # « Nb de », « Nom | Montant », « places »
    header = [
        SimpleNamespace(texts=[SimpleNamespace(x0=float(x0), x1=float(x1)) for x0, x1 in spans], size=9.0)
        for spans in lines
    ]
    assert columns_under_all(header, columns) == [[1], [0, 2], [1]]
