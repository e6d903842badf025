"""Tables and rows that are not about grants, each with the reason in French; where a table stands in its act."""
