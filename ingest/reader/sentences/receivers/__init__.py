"""Whose each sum of a decision is.

- named further up, or not by this council: `antecedents`, `headed_entries`, `other_funders`
- one beneficiary a sum: `sum_bounds`, `placed_sums`, `neighbouring_sums`, `runs_of_sums`, `sum_receivers`
- several at once: `shared_sums`, `pooled_sums`
"""
