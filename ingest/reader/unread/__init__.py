"""What was not read, or not surely, once lines are: rows, tables and pages left over, lines doubted for their print."""
