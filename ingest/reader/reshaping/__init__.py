"""Grids as councils print them → grids with names of columns on top, once, and one grant a row.

- one table of several, or of several pages: `wide_tables`, `abreast`, `halves`, `sections`
- headings: `headed_parts`, `names_over_rows`, `sheets`, `project_sheets`
- cells: `person_names`, `labelled_cells`, `cell_lists`, `paired_cells`
"""
