"""What a decision is made of.

- what its sums have in common, and what it states: `decision_records`
- its clauses and articles: `decision_clauses`, `articles`
- what becomes of them: `verdicts`
- decisions set in the rows of a table: `decided_rows`
- sums and the year of each: `costs`, `granted_sums`, `sentence_years`, `stated_sums`
"""
