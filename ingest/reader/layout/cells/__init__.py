"""Words in a grid → rows of one grant each, lines, texts.

- rows: `overflows` (names that run into the next cell), `cut_grids`, `tall_rows`, `stacked_rows`
- texts: `setting`, `texts`
"""
