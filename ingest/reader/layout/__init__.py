"""Where things stand on a page: rules, bands and white corridors → grids of cells, joined across pages."""
