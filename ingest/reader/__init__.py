"""From a PDF to a `Reading`: stages as pure functions, no Django, no database.

In the order in which they serve; the first line of each module and package says what it takes and gives.

- in and out: `pipeline`, `stages`, `errors`, `output`
- the pages of a file: `documents`, `scans`, `sideways_pages`
- tables: `tables`, `grant_tables`, `columns`, `rows`, `lines`, `totals`, `reconcile`, `printed_tables`
- text: `prose`, `metadata`, `decisions`
- personal data, and the text in a box that somebody draws: `personal`, `areas`

What these are made of is in folders, which ARCHITECTURE.md lists in the order in which they import one another.
"""

# Written with every reading; raise it when a file read again may give other lines, or other personal data.
READER_VERSION = "20"
