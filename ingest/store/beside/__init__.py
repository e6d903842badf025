"""What an act holds beside its lines: `parts` (votes, decisions, recusals, leftovers), `totals` and their `checks`,
`printed` (what its tables print), `skipped` (tables that give no line)."""
