"""What of an act stands in tables: `letterheads` over `label_tables`, `vote_tables`."""
