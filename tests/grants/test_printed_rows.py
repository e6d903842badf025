"""Rows of a printed page: their years, their neighbours, their place."""

from grants.models import GrantLine
from grants.printed_rows import frame_of, printed_rows

BOX = {"x0": 0.1, "y0": 0.5, "x1": 0.9, "y1": 0.55}


def test_rows_hold_their_years_and_know_their_neighbours():
    lines = [GrantLine(line=4, year=2022, **BOX), GrantLine(line=4, year=2023, **BOX), GrantLine(line=9, **BOX)]

    first, second = printed_rows(lines, (800.0, 600.0), before="/page/1/#ligne-3")

    assert [line.year for line in first.lines] == [2022, 2023]
    assert (first.before, first.after) == ("/page/1/#ligne-3", "#ligne-9")
    assert (second.before, second.after) == ("#ligne-4", None)


def test_frames_are_in_points_where_the_size_is_known():
    line = GrantLine(line=4, **BOX)

    frame = frame_of(line, (800.0, 600.0))

    assert (frame.x, frame.y, frame.width, frame.height) == (80.0, 300.0, 640.0, 30.0)
    assert frame_of(line, None) is None


def test_texts_of_a_row_leave_out_blank_cells_and_its_own_heading():
    named = GrantLine(line=1, operator_text="AFEJI", programme_text="IAE", action="Chantier", amount_text="1 €", **BOX)
    nameless = GrantLine(line=2, programme_text="IAE", action="Chantier", **BOX)

    (told,), (told_without_name,) = ([row.texts for row in printed_rows([line], None)] for line in (named, nameless))

    assert told == [("Programme", "IAE"), ("Action", "Chantier")]
    assert told_without_name == [("Programme", "IAE")]
