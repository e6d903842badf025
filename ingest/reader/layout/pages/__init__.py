"""The grids of a page, whatever draws them → its tables.

- grids: `stamps`, `page_grids`
- tables: `set_cells`, `page_tables`
- what is printed around these: `surroundings`
"""
