"""Rules, levels and bands → grids of cells; with those of tables without rules, the tables of a page and of several.

In the order in which they import one another:

- `ruled/`: rules → grids
- `levels/`: horizontal rules alone, or shaded bands → grids
- `cells/`: words in a grid → rows of one grant each, lines, texts
- `pages/`: the grids of a page, whatever draws them → its tables
- `runs/`: tables that go on over pages → one
"""
