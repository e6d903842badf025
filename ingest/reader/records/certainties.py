"""How sure a reading is, 0 to 1: one scale for words, cells, columns, rows, lines and totals.

What stands on several things is no surer than the least sure of them (`lines.py` says of what for a line), so that
these degrees are compared from one end of the reader to the other. What is recognised in an image brings its own
(`letters/`), and those of what may be wrong with it stand there.
"""

from typing import Final

# The print says it, and nothing else can be meant.
CERTAIN: Final = 1.0
# Said in words that leave little room: a column of plain « Montant », a total that a decision states.
PLAIN: Final = 0.95
# Less sure than this is in doubt: people look at it first, and it is compared with the rest.
SURE: Final = 0.9
# Something that usually tells does: a weak word of a header; something that should agree does not: a total.
LIKELY: Final = 0.85
# Nothing is wrong but what stands around it: a poor page, columns that moved a little, a report that may tell the past.
CLOUDED: Final = 0.8
# One cell crowds several figures, of which one is believed.
CROWDED: Final = 0.7
# It may be another's: the row above or under, another kind of thing, a heading; a person has to look.
DOUBTFUL: Final = 0.6
# Another reading is as likely, or nothing tells.
UNSURE: Final = 0.5
