"""What the columns and rows of a grid are, and which tables are about grants at all.

In the order in which they serve; the first line of each module says what it takes and gives.

- which tables are not about grants: `annexes`, `decoys`, `announced_decoys`, `wanting_columns`, `restated`,
  `account_rows`, `rows_aside`
- the grid made ready: `wide_tables`, `headed_parts`, `labelled_cells`, `cell_lists`, `paired_cells`, `sheets`,
  `project_sheets`, `sections`
- columns: what each draft gathers: `header_texts`, `misread_headers`, `column_headers`, `profiles`, `column_drafts`
- columns: told by people, by words, by cells: `column_profiles`, `column_kinds`, `header_words`, `belied_headers`,
  `content_roles`, `unread_lists`, `continued_columns`, `year_columns`
- columns of money: which is the amount: `money_roles`, `money_words`, `money_columns`, `money_rivals`, `money_wholes`,
  `money_alone`, `money_units`, `column_sums`, `stacked_funders`, `missing_parts`, `rates`
- rows: their amounts and what their cells say: `row_amounts`, `row_years`, `row_texts`, `dittos`, `places`,
  `beneficiary_cells`, `towns_under`, `total_labels`, `headings`, `table_themes`, `nested_sums`,
  `summing_headings`, `row_recusals`
"""
