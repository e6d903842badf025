"""What stands where on a page, before anything is known of tables: words on lines, in boxes, in columns, in a grid.

- words: `word_lines`, `held_words`, `alignment`
- grids: `grid_places` (what is drawn → the place of each cell), `grid_cells` (cells as read, row by row)
- pages: `page_turns`
"""
