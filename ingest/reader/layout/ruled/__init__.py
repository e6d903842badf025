"""Rules → grids.

- rules: `rule_spans`, `bare_rows`, `rule_groups`, `borders`, `stacked_grids`
- grids: `grids`
"""
