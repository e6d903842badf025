"""Words in a grid → rows of one grant each, lines, texts.

- rows: `overflows` (names that run into the next cell), `tall_texts` (those that reach into the next row),
  `cut_grids`, `cell_lines`, `tall_rows`, `stacked_rows`
- texts: `setting`, `texts`
"""
