"""The review of an act before it goes online.

`path` (its steps), `summary` (what was read); rows to compare: `doubts`, `closeups` (their cells on the page),
`confirmations` (that a person has); `suspects` (why a total differs); the table: `rows`, `cells`, `printed_cells`;
a missed row: `row_forms`, `guesses`, `near_towns`; what was done: `gestures`.
"""
