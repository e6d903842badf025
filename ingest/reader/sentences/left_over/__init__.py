"""What is no grant, and what was not read.

- money of other kinds: `other_money`
- under tables: `under_tables`
- what no decision holds, or holds without its sum: `missing_sums`, `undecided_sums`
"""
