"""Grids as councils print them → grids with names of columns on top, once, and one grant a row."""
