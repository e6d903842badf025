"""Which columns the names of a header stand over."""

from types import SimpleNamespace

import pytest

from ingest.reader.borderless.names_over import columns_under

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
