"""The grids of a page, whatever draws them → its tables: `stamps`, `page_grids`, `set_cells`, `page_tables`; what is
printed around these: `surroundings`.
"""
