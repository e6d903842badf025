"""Money in sentences: who receives it, what for, which year, which sums state it again."""
