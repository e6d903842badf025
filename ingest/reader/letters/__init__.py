"""Letters recognised in a clean image → words with their certainty; what recognition left out, or took for letters.

In the order in which they serve; the first line of each module says what it takes and gives.

- recognised: `sheet_areas`, `tesseract`, `recognition`, `recognised_print`, `typewriter`
- held against the image: `fallen_columns`, `poor_texts`, `second_readings`, `unread_ink`, `crossed_figures`,
  `uncovered_print`
- strokes told from figures, letters from those that look alike: `ticks`, `edge_strokes`, `lookalikes`
"""
