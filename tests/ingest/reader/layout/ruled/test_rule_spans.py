"""Rules drawn as two strokes: which others meet them."""

import pytest

from ingest.reader.layout.ruled.rule_spans import Span, joined, meet


@pytest.mark.parametrize(("strokes", "met"), [((614.6, 616.0), True), ((614.6,), False)])
def test_rule_that_begins_at_the_far_stroke_of_a_double_one_meets_it(strokes, met):
    [side] = joined(Span(at, 131.0, 177.0) for at in strokes)
    assert meet(Span(153.4, 616.5, 785.2), side) is met


def test_strokes_joined_again_are_as_broad_as_before():
    once = joined([Span(614.6, 131.0, 177.0), Span(616.0, 131.0, 177.0)])
    assert joined(once) == once
