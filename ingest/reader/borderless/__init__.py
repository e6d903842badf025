"""Tables drawn without rules: columns found by the money they hold and by the white between words.

In the order in which they serve; the first line of each module says what it takes and gives.

- where money stands: `money_texts`, `money_names`, `corridors`, `near_columns`, `cut_figures`, `bare_amounts`,
  `money_lines`, `leaders`, `rule_leaders`, `money_blocks`, `panels`, `money_runs`
- columns: `interludes`, `column_whites`, `names_over`, `drawn_names`, `money_rows`, `money_headers`,
  `name_room`, `orphan_headers`, `parted_texts`
- rows: `row_cuts`, `row_headings`, `borderless_rows`
- grids: `believed_lists`, `borderless_grids`
"""
