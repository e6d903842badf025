"""Tables of thousands of rows, which wait on disk: who may give them a shape looks at a part at a time."""

import tracemalloc
from dataclasses import replace

import pytest

from ingest.reader.machine.on_disk import in_parts
from ingest.reader.reshaping.abreast import part_abreast
from ingest.reader.reshaping.cell_lists import part_lists
from ingest.reader.reshaping.headed_parts import head_parts
from ingest.reader.reshaping.labelled_cells import part_labels
from ingest.reader.reshaping.names_over_rows import name_rows
from ingest.reader.reshaping.paired_cells import part_pairs
from ingest.reader.reshaping.person_names import join_names
from ingest.reader.reshaping.sections import split_sections
from ingest.reader.reshaping.sheets import turn_sheets
from tests.ingest.reader.hand_built import a_table

ROWS = 3000
# Share of what all the rows take: a few parts of two hundred of them are at hand.
MOST = 0.5

SHAPES = (
    part_abreast,
    join_names,
    head_parts,
    name_rows,
    part_labels,
    part_lists,
    part_pairs,
    turn_sheets,
    split_sections,
)


@pytest.fixture(scope="module")
def long_table():
    """A plain list of grants, its rows on disk."""
    rows = (f"Club de judo {number % 50} | Tournoi de printemps | {number % 50 + 1} 500 €" for number in range(1, ROWS))
    table = a_table("\n".join(["Bénéficiaire | Objet | Montant voté", *rows]))
    return replace(table, grid=in_parts(table.grid))


@pytest.fixture(scope="module")
def whole(long_table):
    """The bytes that all its rows take."""
    return _most_taken(lambda: list(long_table.grid))[0]


def _most_taken(work):
    """The most bytes that are taken at once while something is done."""
    tracemalloc.start()
    try:
        kept = work()
        return tracemalloc.get_traced_memory()[1], kept
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("shaped", SHAPES)
def test_a_long_table_that_keeps_its_shape_is_never_whole_in_memory(shaped, long_table, whole):
    most, kept = _most_taken(lambda: shaped(long_table))
    assert kept in (long_table, [long_table], (long_table,))
    assert most < MOST * whole
