"""Rules, levels and bands → grids of cells; with those of tables without rules, the tables of a page and of several.

In the order in which they serve; the first line of each module says what it takes and gives.

- words and lines: `setting`, `cell_texts`, `alignment`
- rules: `rule_spans`, `rule_groups`, `rule_levels`, `underlines`, `borders`, `stacked_grids`
- grids that rules draw: `grids`, `bare_rows`
- rows of several grants: `tall_rows`, `stacked_rows`, `cut_grids`
- grids that levels or bands draw: `levels`, `stack_runs`, `level_rows`, `light_grids`, `band_rows`, `headed_rows`,
  `rhythm`, `open_rows`
- tables of a page: `stamps`, `page_grids`, `surroundings`, `headers`, `overflows`, `set_cells`, `page_tables`,
  `table_cells`
- tables over several pages: `joining`, `growing_tables`, `mended_cells`, `cut_rows`, `mending`
"""
