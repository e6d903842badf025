"""Tables and rows that are not about grants, each with the reason in French; where a table stands in its act.

- why: `reasons`
- tables: `announced_decoys`, `decoys`, `restated`
- rows: `account_rows`, `rows_aside`
- where a table stands: `annexes`
"""
