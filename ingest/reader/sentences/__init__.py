"""Money in sentences: who receives it, what for, which year, which sums state it again.

In the order in which they import one another; the first line of each module says what it takes and gives.

- `names/`: names of beneficiaries, in sentences and in lists
- `clauses/`: what a decision is made of: articles, clauses, sums with their year
- `receivers/`: whose each sum is
- `granted/`: what decisions, agreements, reports and sheets set in lines grant
- `left_over/`: what is no grant, and what was not read
"""
