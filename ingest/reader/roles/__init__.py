"""Columns whose header is not enough: told by people, by their cells, by the table before, or set right by them."""
