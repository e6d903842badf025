"""What the columns and rows of a grid are, and which tables are about grants at all."""
