"""Horizontal rules alone, or shaded bands → grids.

- levels: `rhythm` (white between rows, and in them), `rule_levels`, `page_levels`, `underlines`, `stack`,
  `stack_titles`, `stacks`
- rows between them: `band_rows`, `stack_runs`, `level_rows`, `headed_rows`, `name_levels`, `row_tops`, `open_rows`
- grids: `light_grids`
"""
