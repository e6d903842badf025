"""Which lines a stated sum adds up, and whether it does at the precision at which it is printed.

- which lines: `line_groups`, `scopes`, `total_spans`, `counted_money`
- how near: `rounding`
- in which order: `numbering`
"""
