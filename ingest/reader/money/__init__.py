"""Columns of money side by side: what each is said to be, and which is the amount that this act votes.

In the order in which they serve; the first line of each module says what it takes and gives.

- what a column says on its own: `money_units`, `money_words`, `money_roles`, `rates`, `column_sums`
- who pays: `payer`
- which one is the amount: `money_table`, `header_roles`, `money_alone`, `money_of_payer`, `money_wholes`, and all these
  steps in order: `money_columns`
"""
