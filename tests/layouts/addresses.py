"""What many lists print under the name of a beneficiary, in its cell: its address, its president, its number. Seeded.

Enters: a table as drawn. Leaves: the same with lines under most names; what should be read in it stays.
"""

from dataclasses import replace
from random import Random

from tests.layouts import harder_words, words
from tests.layouts.builder import Grants
from tests.layouts.looks import Cell

STREETS = ("rue du Moulin", "place de la Mairie", "avenue des Tilleuls", "chemin des Vignes", "impasse du Lavoir")
# How often a table prints the same kind of lines, and a name has them.
KINDS = {"address": 5, "president": 2, "number": 1}
OFTEN = 0.8


def with_lines_under_names(random: Random, grants: Grants) -> Grants:
    """The table with lines under its names; one kind of lines a table, one line or two."""
    kind = random.choices(list(KINDS), list(KINDS.values()))[0]
    names = {one.fields["operator"] for one in grants.expected}
    rows = []
    for printed, cells in zip(grants.grid.kinds, grants.grid.rows, strict=True):
        lined = list(cells)
        for place, cell in enumerate(cells):
            if printed == "line" and cell and cell.text in names and random.random() < OFTEN:
                lined[place] = _lined(random, cell, kind)
                grants.features.add(f"under a name: {kind}")
                break
        rows.append(tuple(lined))
    return replace(grants, grid=replace(grants.grid, rows=tuple(rows)))


def _lined(random: Random, cell: Cell, kind: str) -> Cell:
    if kind == "president":
        under = f"Représentée par {random.choice(harder_words.PEOPLE)}"
    elif kind == "number":
        under = f"SIRET : {random.randrange(10**8, 10**9)}{random.randrange(10**4, 10**5):05d}"
    else:
        town = random.choice(words.TOWNS)
        under = (
            f"{random.randrange(1, 90)} {random.choice(STREETS)}\n{random.randrange(1000, 95000):05d} {town.upper()}"
        )
    return replace(cell, text=f"{cell.text}\n{under}", spills=False)
