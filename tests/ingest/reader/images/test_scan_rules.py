"""Rules of a page image: found whole, whatever toner left of them."""

import numpy as np

from ingest.reader.images.scan_images import Sheet, ink_of
from ingest.reader.images.scan_rules import find_rules

SCALE = 250 / 72


def test_rule_where_toner_skipped_is_one_rule():
    page = np.full((round(60 * SCALE), round(400 * SCALE)), 255, np.uint8)
    page[100:104, 40:1300] = 0
    for hole, start in enumerate(range(110, 1290, 97)):
        page[100:104, start : start + 4 + hole % 3] = 255
    rules, _ = find_rules(Sheet(1, page, np.packbits(ink_of(page, SCALE), axis=1), SCALE, 400, 60, 0.0))
    assert [(round(rule.x0 * SCALE, -1), round(rule.x1 * SCALE, -1)) for rule in rules] == [(40, 1300)]


def test_feet_of_letters_that_run_into_one_another_are_no_rule():
    page = np.full((round(60 * SCALE), round(400 * SCALE)), 255, np.uint8)
    page[100:103, 200:290] = 0
    for stem in range(204, 286, 12):
        page[80:100, stem : stem + 4] = 0
    rules, sheet = find_rules(Sheet(1, page, np.packbits(ink_of(page, SCALE), axis=1), SCALE, 400, 60, 0.0))
    assert rules == ()
    assert np.array_equal(sheet.grey, page)


def test_rule_that_a_leaning_stroke_touches_is_where_it_was_printed():
    page = np.full((round(60 * SCALE), round(400 * SCALE)), 255, np.uint8)
    page[100:103, 40:1300] = 0
    for step in range(30):
        page[103 + step // 3 : 106 + step // 3, 900 + 6 * step : 907 + 6 * step] = 0
    rules, _ = find_rules(Sheet(1, page, np.packbits(ink_of(page, SCALE), axis=1), SCALE, 400, 60, 0.0))
    assert all(abs(rule.y0 * SCALE - 101.5) < 1.5 for rule in rules)
    assert len(rules) == 1
