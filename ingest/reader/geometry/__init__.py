"""What stands where on a page, before anything is known of tables: words on lines, in boxes, in columns, in a grid.

- words: `word_lines`, `outside`, `alignment`
- grids: `grid_places`, `grid_cells`
- pages: `page_turns`
"""
