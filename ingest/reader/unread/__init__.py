"""What was not read, once lines are: rows, tables and pages left over for staff to see."""
