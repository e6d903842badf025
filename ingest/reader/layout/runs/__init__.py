"""Tables that go on over pages → one.

- which go on: `header_rows`, `joining`
- rows that the page break cut: `mended_cells`, `cut_rows`, `mending`
- their cells: `table_cells`
- over very many pages: `growing_tables`
"""
