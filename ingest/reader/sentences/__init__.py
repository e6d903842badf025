"""Money in sentences: who receives it, what for, which year, which sums state it again.

In the order in which they serve; the first line of each module says what it takes and gives.

- one decision: `decision_records`, `articles`, `decision_clauses`, `granted_sums`, `granted_lines`, `decision_sums`,
  `sum_bounds`, `shared_sums`, `pooled_sums`
- whose the money is: `sum_receivers`, `beneficiaries`, `beneficiary_places`, `names_at`, `printed_names`,
  `antecedents`, `other_funders`
- lists and sheets set in lines: `listed_entries`, `sheet_sums`, `heading_trail`
- decisions set in the rows of a table: `decided_rows`
- what reports, annexes and agreements state: `reported_sums`, `agreement_sums`
- the year: `sentence_years`
- what is no grant, and what is left over: `stated_sums`, `other_money`, `table_notes`, `undecided_sums`,
  `totals_under_tables`
"""
