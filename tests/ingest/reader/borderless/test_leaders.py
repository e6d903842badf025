"""Leaders of dots taken out, however they are written in the file."""

import pytest

from ingest.reader.borderless.leaders import without_leaders
from ingest.reader.records import Box, Word


def word(text: str, x: float, y: float) -> Word:
    return Word(text, Box(x, y, x + 4 * len(text), y + 9), 9)


ROWS = [word("Harmonie", 40, 100), word("500,00", 300, 100), word("Judo", 40, 120), word("900,00", 300, 120)]
LONG, SHORT = word("......................", 200, 100), word("...", 286, 120)


@pytest.mark.parametrize(
    "written",
    [[ROWS[0], LONG, ROWS[1], ROWS[2], SHORT, ROWS[3]], [*ROWS, LONG, SHORT]],
    ids=["in the order of the lines", "after all the lines"],
)
def test_a_short_leader_is_known_by_the_figure_on_its_right(written):
    assert [one.text for one in without_leaders(written)] == [one.text for one in ROWS]


def test_an_ellipsis_far_from_any_figure_is_kept():
    assert "..." in [one.text for one in without_leaders([*ROWS, LONG, word("...", 100, 140)])]


def test_a_name_that_leaves_no_room_for_dots_is_parted_from_the_figures_that_it_touches():
    written = [ROWS[0], LONG, ROWS[1], word("La", 40, 120), word("Ruche1", 52, 120), word("200,00", 80, 120)]
    read = [one.text for one in without_leaders(written)]
    assert read == ["Harmonie", "500,00", "La", "Ruche", "1", "200,00"]


def test_the_last_dot_of_a_leader_is_no_part_of_the_figure_that_it_touches():
    written = [ROWS[0], LONG, word(".500,00", 296, 100), word("Taux", 40, 120), word(".50", 300, 120)]
    assert [one.text for one in without_leaders(written)] == ["Harmonie", "500,00", "Taux", ".50"]


@pytest.mark.parametrize(("behind", "narrower"), [("500,00", True), ("d'Apt", False)])
def test_names_make_room_for_figures_alone(behind, narrower):
    """What a faint scan shows of letters may look like a leader between two words of a name."""
    names = [word("Union", 40, 100 + 20 * row) for row in range(3)]
    ends = [word("sportive", 64, 100 + 20 * row) for row in range(1, 3)]
    written = [names[0], word(".....", 60, 100), word(behind, 81, 100), names[1], ends[0], names[2], ends[1]]
    assert (without_leaders(written)[-1] != ends[1]) == narrower


def test_names_make_room_where_leaders_are_written_after_all_the_lines():
    names = [word("Union", 40, 100), word("Union", 40, 120), word("sportive", 64, 120)]
    figures = [word("500,00", 80, 100), word("9,00", 88, 120)]
    written = [names[0], figures[0], *names[1:], figures[1], word("....", 62, 100)]
    read = without_leaders(written)
    assert [one.text for one in read] == ["Union", "500,00", "Union", "sportive", "9,00"]
    assert read[3].box.x1 < figures[0].box.x0 < names[2].box.x1


def test_figures_recognised_after_the_names_and_their_leaders_are_made_no_narrower():
    lines = [(word("Union", 40, y), word(dots, 62, y)) for y, dots in ((100, "........"), (120, "....."))]
    figures = [(word("4", 86, y), word("842", 95, y)) for y in (100, 120)]
    written = [one for line in (*lines, *figures) for one in line]
    assert without_leaders(written) == [one for one in written if "." not in one.text]
