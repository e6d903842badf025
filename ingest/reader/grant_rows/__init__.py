"""The rows of a table of grants: their amounts, what their cells say, which are totals, headings or recusals.

In the order in which they serve; the first line of each module says what it takes and gives.

- which rows are not lines: `money_cells` (cells in columns of money), `total_labels`, `nested_sums`,
  `summing_headings`, `headings`, `table_themes`
- their money: `row_amounts`, `row_parts`, `row_years`
- what else their cells say: `places`, `beneficiary_cells`, `doubted_names`, `towns_under`, `bodies_over`,
  `bracketed_towns`, `row_texts`, `row_recusals`
"""
